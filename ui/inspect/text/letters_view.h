// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/shown/inspect_view.h"
#include "ui/look/quantity.h"

namespace gatescope {

class Passage;

/// The sequence of a text as a passage, its letters coloured by one unit's state or gate or by the loss of each step,
/// and below it what the network thinks comes next at the cursor.
class LettersView final : public InspectView {
    Q_OBJECT

public:
    explicit LettersView(Inspection &inspection, QWidget *parent = nullptr);

    /// What the letters are coloured by: h, r, z or n of the cursor's layer and unit; TrainingLoss: each step's loss.
    void setColoring(Quantity quantity);
    Quantity coloring() const { return m_coloring; }

    QString csv() const override;
    QSize sizeHint() const override { return {360, 280}; }
    QSize minimumSizeHint() const override { return {180, 190}; }

protected:
    void draw(QPainter &painter, const QSizeF &size, Spots &spots) const override;
    QString tipAt(const QPointF &place) const override;
    QString missing() const override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    Passage passage(const QSizeF &size) const;
    /// (T) what colours each letter; not a number where there is nothing.
    Vector<double> values() const;
    void drawChances(QPainter &painter, const QRectF &room, Spots &spots) const;
    void drawLegend(QPainter &painter, const QRectF &room, double low, double high, Spots &spots) const;

    Quantity m_coloring = Quantity::HiddenState;
};

} // namespace gatescope
