// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCPItemLine;
class QCPItemText;

namespace gatescope {

class Plot;
class ShownMoment;

/// A line over a plot of the whole training where the time machine stands; hidden while that is now.
class MomentMark {
public:
    explicit MomentMark(Plot &plot);

    /// @param perStep  axis units a batch
    void show(const ShownMoment &moment, double perStep);
    /// Colours as the plot's palette has them.
    void colour();
    bool isShown() const;

private:
    Plot &m_plot;
    QCPItemLine *m_line;
    QCPItemText *m_label;
};

} // namespace gatescope
