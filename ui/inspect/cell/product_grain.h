// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/inspect_view.h"

namespace gatescope {

/// The cell opened to its single products: weight × value of one unit's three sums, largest first.
class ProductGrain : public InspectView {
    Q_OBJECT

public:
    explicit ProductGrain(Inspection &inspection, QWidget *parent = nullptr);

    QString csv() const override;
    QSize sizeHint() const override { return {680, 420}; }
    QSize minimumSizeHint() const override;

protected:
    void draw(QPainter &painter, const QSizeF &size, Spots &spots) const override;

private:
    std::vector<CellProduct> products(CellStage stage) const;
    void drawStage(QPainter &painter, const QRectF &area, CellStage stage, Spots &spots) const;
    void drawProduct(QPainter &painter, const QRectF &row, const CellProduct &product, double largest,
                     const QColor &color, Spots &spots) const;
};

} // namespace gatescope
