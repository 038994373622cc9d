// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;
class QToolButton;

namespace gatescope {

class FlowLayout;

/// A few buttons of which one is chosen: "Layer | Unit | Products". They go on in
/// the next line where there is no room.
class ChoiceBar : public QWidget {
    Q_OBJECT

public:
    /// @param name  accessible name of the whole
    explicit ChoiceBar(const QString &name, QWidget *parent = nullptr);

    QToolButton *addChoice(const QString &text, const QString &tip);
    int current() const;
    void setCurrent(int index);
    /// Chooses the next (1) or previous (−1) one, round the ends.
    void step(int direction);

Q_SIGNALS:
    void chosen(int index);

private:
    FlowLayout *m_row;
    QButtonGroup *m_buttons;
};

} // namespace gatescope
