// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/shown/inspect_view.h"
#include "ui/widgets/drawn/chart_axes.h"

namespace gatescope {

/// The memory half-life of every unit of a layer, longest first, with the window's length on the same axis: a unit
/// below the line forgets within the window.
class MemoryView final : public InspectView {
    Q_OBJECT

public:
    explicit MemoryView(Inspection &inspection, QWidget *parent = nullptr);

    QString csv() const override;
    QSize sizeHint() const override { return {360, 260}; }
    QSize minimumSizeHint() const override { return {160, 140}; }

protected:
    void draw(QPainter &painter, const QSizeF &size, Spots &spots) const override;
    QString tipAt(const QPointF &place) const override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    struct Bars;

    Bars bars() const;
    ChartAxes axes(const Bars &bars, const QSizeF &size) const;
    std::optional<Index> rankAt(const QPointF &place) const;
};

} // namespace gatescope
