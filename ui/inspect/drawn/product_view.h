// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/shown/inspect_view.h"
#include "ui/look/quantity.h"

namespace gatescope {

/// Three lists of single products, weight × value, with bars: what the product grain of both directions is drawn with.
class ProductView : public InspectView {
    Q_OBJECT

public:
    using InspectView::InspectView;

    QString csv() const override;
    QSize sizeHint() const override { return {680, 420}; }
    QSize minimumSizeHint() const override;

protected:
    /// A line below a list.
    struct Foot {
        QString name, text, tip;
    };
    struct List {
        QString id; ///< in exports: "r", "δ"
        QString title, meaning;
        Quantity quantity = Quantity::Gradient;
        std::vector<CellProduct> products;
        bool namesTerms = false; ///< one name may stand in several terms: the term is said beside it
        bool summed = true;      ///< those without room below are told as "12 more: −0.1 together"
        int decimals = 4;        ///< 0: as many as tell something
        std::vector<Foot> feet;
    };

    static Foot untouchedFoot(const QString &symbol, const QString &value);

    /// Three of them; @pre there is a run to draw
    virtual std::vector<List> lists() const = 0;

    void draw(QPainter &painter, const QSizeF &size, Spots &spots) const override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void drawList(QPainter &painter, const QRectF &area, const List &list, Spots &spots) const;
    /// What the rows of a list share, so that they stand in columns.
    struct Columns {
        double largest;    ///< size of a product whose bar fills its half
        double widestName; ///< pixels
    };
    void drawProduct(QPainter &painter, const QRectF &row, const List &list, const CellProduct &product,
                     const Columns &columns, Spots &spots) const;
    static QString nameOf(const List &list, const CellProduct &product);
    QString number(const List &list, double value, int decimals) const;
};

} // namespace gatescope
