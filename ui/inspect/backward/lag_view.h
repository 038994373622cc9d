// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/shown/inspect_view.h"
#include "ui/widgets/drawn/chart_axes.h"

namespace gatescope {

class TwinRunner;

/// How much of the gradient is left so many steps before the end, for every layer; with the twin, also for a plain
/// tanh network of equal size that learnt from the same batches.
class LagView final : public InspectView {
    Q_OBJECT

public:
    explicit LagView(Inspection &inspection, QWidget *parent = nullptr);

    /// Its curves are drawn dotted beside the network's own; null: none.
    void setTwin(const TwinRunner *twin);

    QString csv() const override;
    QSize sizeHint() const override { return {360, 260}; }
    QSize minimumSizeHint() const override { return {160, 140}; }

protected:
    void draw(QPainter &painter, const QSizeF &size, Spots &spots) const override;
    QString missing() const override;
    QString tipAt(const QPointF &place) const override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    struct Curve {
        QString name;
        Vector<double> relative;
        enum class Kind { Own, Untouched, Twin } kind = Kind::Own;
        Index layer = 0;
        /// In exported columns: "layer_1", "untouched_layer_1", "twin_layer_1".
        QString id() const;
    };

    std::vector<Curve> curves() const;
    ChartAxes axes(const std::vector<Curve> &curves, const QSizeF &size) const;
    void drawCurve(QPainter &painter, const ChartAxes &axes, const Curve &curve) const;
    static QRectF legendArea(const ChartAxes &axes, const std::vector<Curve> &curves, const QSizeF &size);
    void drawLegend(QPainter &painter, const ChartAxes &axes, const std::vector<Curve> &curves, Spots &spots) const;
    QPen pen(const Curve &curve) const;

    const TwinRunner *m_twin = nullptr;
};

} // namespace gatescope
