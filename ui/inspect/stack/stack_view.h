// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/shown/inspect_view.h"

namespace gatescope {

/// The network unrolled: layers upwards, steps to the right, shapes on the arrows; each cell with the gates and states
/// of the chosen unit. Only the steps around the cursor are drawn.
class StackView final : public InspectView {
    Q_OBJECT

public:
    explicit StackView(Inspection &inspection, QWidget *parent = nullptr);

    QString csv() const override;
    QSize sizeHint() const override { return {400, 420}; }
    QSize minimumSizeHint() const override;

    /// The cell's box, where it is on screen.
    std::optional<QRectF> cellPlace(Index layer, Index step) const;

Q_SIGNALS:
    void pointed(qint64 layer, qint64 step);

protected:
    void draw(QPainter &painter, const QSizeF &size, Spots &spots) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    struct Frame;

    Frame frame(const QSizeF &size) const;
    void drawCell(QPainter &painter, const Frame &frame, Index layer, Index step, Spots &spots) const;
    void drawBars(QPainter &painter, const QRectF &box, Index layer, Index step, bool strong) const;
    void drawArrows(QPainter &painter, const Frame &frame, Index layer, Index step, Spots &spots) const;
    void drawOutput(QPainter &painter, const Frame &frame, Spots &spots) const;
    void drawDropout(QPainter &painter, const QPointF &from, const QPointF &to, const QRectF &label,
                     Spots &spots) const;
    void drawInputs(QPainter &painter, const Frame &frame) const;
};

} // namespace gatescope
