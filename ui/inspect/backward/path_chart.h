// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/shown/inspect_view.h"

namespace gatescope {

/// The four gradient paths of one layer at every step, as stacked shares; pointing moves the step.
class PathChart final : public InspectView {
    Q_OBJECT

public:
    explicit PathChart(Inspection &inspection, QWidget *parent = nullptr);

    QString csv() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void draw(QPainter &painter, const QSizeF &size, Spots &spots) const override;
    QString missing() const override;
    QString tipAt(const QPointF &place) const override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    /// What the paths do to the gradient at the cursor's step, in words; empty without a gradient.
    QString words() const;
    /// The room that is kept for them: the same for sentences of about one length.
    double wordsHeight(double width) const;
    QRectF chart(const QSizeF &size) const;
    Matrix<float> shares() const;
    void drawGhost(QPainter &painter, const QRectF &area) const;
    Index stepAt(double x) const;
    void drawLegend(QPainter &painter, const QRectF &line, Spots &spots) const;
    void pointAt(double x);
};

} // namespace gatescope
