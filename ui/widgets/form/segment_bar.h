// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;
class QLayout;

namespace gatescope {

/// Buttons of which one is chosen: pages of a workspace, grains of a view. They go on in the next line where there is
/// no room. ← → move the choice.
class SegmentBar : public QWidget {
    Q_OBJECT

public:
    explicit SegmentBar(const QString &name, QWidget *parent = nullptr);

    /// @return its index
    int addSegment(const QString &title, const QString &tip);
    int current() const;
    /// Chooses without telling.
    void setCurrent(int index);
    /// Takes a segment out of the bar, or puts it back; what is chosen stays.
    void setSegmentVisible(int index, bool visible);

Q_SIGNALS:
    /// The user chose another one.
    void chosen(int index);

private:
    QButtonGroup *m_group;
    QLayout *m_layout;
    int m_current = -1;
};

} // namespace gatescope
