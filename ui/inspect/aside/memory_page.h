// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QStackedWidget;

namespace gatescope {

class ChoiceBar;
class Inspection;
class InspectView;
class MemoryCurveView;
class QuietLabel;

/// Memory, in two ways: what each unit's gate would keep, and what can be read from the states so many steps later.
class MemoryPage : public QWidget {
    Q_OBJECT

public:
    explicit MemoryPage(Inspection &inspection, QWidget *parent = nullptr);

    /// The one that is shown.
    InspectView &view() const;
    MemoryCurveView &curve() const { return *m_curve; }

Q_SIGNALS:
    void viewChanged();

private:
    void fillChoices();

    Inspection &m_inspection;
    ChoiceBar *m_by;
    QComboBox *m_what;
    QStackedWidget *m_stack;
    MemoryCurveView *m_curve;
    QuietLabel *m_sentence;
};

} // namespace gatescope
