// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/series/series_plot.h"

#include <optional>

class QCPItemLine;

namespace gatescope {

/// One window on a series: its first row, length, horizons and the distance to the next one.
struct WindowShape {
    double start = 0.0;
    Index length = 1;
    std::vector<Index> horizons;
    Index stride = 1;
};

/// The series with the borders of the split, which can be dragged, and one window, which can be dragged too: ← → move
/// it by one window.
class SplitPlot : public SeriesPlot {
    Q_OBJECT

public:
    explicit SplitPlot(QWidget *parent = nullptr);

    /// Whether the borders can be dragged.
    void setBordersMovable(bool movable) { m_bordersMovable = movable; }
    /// Unset: none is drawn.
    void setWindow(std::optional<WindowShape> window);
    const std::optional<WindowShape> &window() const { return m_window; }
    /// Horizontal place of a border (1 or 2) on the canvas, for tests.
    double borderPixel(std::size_t border) const;

Q_SIGNALS:
    /// The user drags border 1 (end of training) or 2 (end of validation) to a share of all rows, in whole percents.
    void borderMoved(int border, double share);
    /// The user points at a row.
    void rowPointed(double row);
    /// One window further or back.
    void windowStepped(int direction);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void placeItems() override;

private:
    int borderAt(double pixel) const;
    void dragBorder(double pixel);
    void style();

    std::array<QCPItemLine *, 2> m_borders{};
    QCPItemRect *m_windowRect, *m_nextRect;
    std::vector<QCPItemLine *> m_targets;
    std::optional<WindowShape> m_window;
    bool m_bordersMovable = false;
    int m_dragged = 0; ///< border under the mouse while it is dragged; 0: none
};

} // namespace gatescope
