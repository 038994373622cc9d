// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/drawn/strip.h"
#include "ui/inspect/shown/inspect_view.h"

namespace gatescope {

/// Vectors over the units in panels, one strip a line: what the layer grain of both directions is drawn with.
/// Pointing at a strip chooses its unit.
class StripView : public InspectView {
    Q_OBJECT

public:
    using InspectView::InspectView;

    QString csv() const override;
    QSize sizeHint() const override { return {680, minimumSizeHint().height()}; }
    QSize minimumSizeHint() const override;

protected:
    struct Line {
        QString symbol;
        Vector<double> values;
        MapKind map = MapKind::Diverging;
        double minimum = -1.0, maximum = 1.0;
        Vector<double> ghost = {}; ///< of the untouched run, drawn as the strip's lower third; empty without edits
        QString id = {};           ///< in exported columns, where the symbol is a word; else the symbol itself
    };
    struct Panel {
        QString title, equation, meaning, caption, captionTip;
        Quantity quantity = Quantity::Gradient;
        std::vector<Line> lines;
        QString id = {}; ///< in exported columns
    };

    /// What to draw, top to bottom; @pre there is a run to draw
    virtual std::vector<Panel> panels() const = 0;

    void draw(QPainter &painter, const QSizeF &size, Spots &spots) const override;
    QString tipAt(const QPointF &place) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void runChanged() override { updateGeometry(); }

private:
    struct Drawn {
        QRectF area;
        Line line;
    };

    bool canDraw() const { return inspection().hasRun() && missing().isEmpty(); }
    void drawLine(QPainter &painter, const QRectF &row, const Line &line, Spots &spots) const;
    std::vector<Drawn> drawn() const;
    QRectF stripArea(const QRectF &row) const;
    std::vector<QRectF> panelAreas(const std::vector<Panel> &panels, double width) const;
};

/// The largest magnitude of some vectors, at least a tiny one: the half range of a diverging map.
double halfRange(std::initializer_list<const Vector<double> *> vectors);

} // namespace gatescope
