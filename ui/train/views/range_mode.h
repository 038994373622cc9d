// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <vector>

class QAction;
class QMenu;

namespace gatescope {

struct HeatmapPanel;

/// What the ends of a colour bar stand for.
enum class RangeMode {
    Meaning, ///< what the quantity can be: 0 … 1 for gates, −1 … 1 for states
    Global,  ///< the largest and smallest value of all panels
    Layer,   ///< of each panel
    Unit,    ///< of each unit
};

/// Which it is, as a choice for a view's menu.
class RangeChoice : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    RangeMode mode() const { return m_mode; }
    /// "meaning", "global", "layer" or "unit"
    QString id() const;
    /// Chooses one by its id; another text changes nothing.
    void choose(const QString &id);
    /// Adds the four modes, one of them checked, to a menu.
    void addTo(QMenu &menu);

Q_SIGNALS:
    void changed();

private:
    RangeMode m_mode = RangeMode::Meaning;
    std::vector<QAction *> m_actions; ///< in the order of the modes
};

/// Sets the panels' ranges; those of diverging quantities stay even about 0.
void applyRangeMode(std::vector<HeatmapPanel> &panels, RangeMode mode);

} // namespace gatescope
