// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/cell/product_grain.h"

#include "core/inspect/labels.h"
#include "ui/inspect/cell/stage_painting.h"
#include "ui/shell/theme.h"
#include "ui/widgets/drawn/axis_ticks.h"
#include "ui/widgets/view_export.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr CellStage kSums[] = {CellStage::Reset, CellStage::Update, CellStage::Candidate};
constexpr double kNarrow = 560.0; ///< below this the three lists stand under each other

double rowHeight()
{
    return QFontMetricsF(themeFont(TextRole::Caption)).height() + 3;
}

} // namespace

ProductGrain::ProductGrain(Inspection &inspection, QWidget *parent)
    : InspectView(inspection, tr("Inside the cell: single products"), QStringLiteral("cell-products"), parent)
{
    setAccessibleDescription(tr("The products of weight and value inside each sum of one unit, the largest first."));
}

QSize ProductGrain::minimumSizeHint() const
{
    const double stage = StagePanel::titleHeight() + 8 * rowHeight() + 2 * StagePanel::captionHeight() + 16;
    return QSizeF(300, width() < kNarrow ? 3 * (stage + 6) : stage + 10).toSize();
}

std::vector<CellProduct> ProductGrain::products(CellStage stage) const
{
    const std::vector<std::string> &names = inspection().data().featureNames;
    return cellProducts<float>(inspection().cell(), inspection().parameters(), stage, inspection().cursor().unit,
                               names);
}

void ProductGrain::draw(QPainter &painter, const QSizeF &size, Spots &spots) const
{
    const bool narrow = size.width() < kNarrow;
    const double wide = narrow ? size.width() - 20 : (size.width() - 20 - 2 * 8) / 3;
    const double high = narrow ? (size.height() - 4 - 2 * 8) / 3 : size.height() - 6;
    for (int i = 0; i < 3; ++i) {
        const QRectF area(10 + (narrow ? 0 : i * (wide + 8)), 2 + (narrow ? i * (high + 8) : 0), wide, high);
        drawStage(painter, area, kSums[i], spots);
    }
}

void ProductGrain::drawStage(QPainter &painter, const QRectF &area, CellStage which, Spots &spots) const
{
    const OpenStage &stage = inspection().cell().stage(which);
    StagePanel panel(painter, area, palette(), stageQuantity(which));
    const QRectF content = panel.drawTitle(shown(stage.form.title), QString(), shown(stage.form.meaning), spots);
    const std::vector<CellProduct> all = products(which);
    const double foot = 2 * StagePanel::captionHeight() + 2;
    const auto fit = static_cast<std::size_t>(std::max(1.0, std::floor((content.height() - foot) / rowHeight())));
    const std::size_t count = std::min(all.size(), fit);
    const double largest = all.empty() ? 1.0 : std::max(std::abs(all.front().product), 1e-12);
    QRectF row(content.left(), content.top(), content.width(), rowHeight());
    double left = stage.sum(inspection().cursor().unit);
    for (std::size_t i = 0; i < count; ++i) {
        drawProduct(painter, row, all[i], largest, quantityColor(stageQuantity(which), palette()), spots);
        left -= all[i].product;
        row.translate(0, rowHeight());
    }
    QRectF line(content.left(), content.bottom() - foot + 2, content.width(), StagePanel::captionHeight());
    if (count < all.size())
        panel.drawCaption(line, tr("%1 more: %2 together").arg(all.size() - count).arg(signedText(left)));
    line.translate(0, StagePanel::captionHeight());
    const Index unit = inspection().cursor().unit;
    const QString sum = tr("sum %1, %2 = %3(sum) = %4")
                            .arg(signedText(stage.sum(unit)), shown(stage.form.letter), shown(stage.form.function),
                                 signedText(stage.stored(unit)));
    panel.drawCaption(line, sum);
    spots.push_back({line, tr("sum of %1").arg(shown(stage.form.letter)), signedText(stage.sum(unit)),
                     tr("All products added up, and what the function makes of the sum.")});
}

void ProductGrain::drawProduct(QPainter &painter, const QRectF &row, const CellProduct &product, double largest,
                               const QColor &color, Spots &spots) const
{
    const ThemeColors &colors = themeColors(palette());
    const QFont font = themeFont(TextRole::Caption);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    const double number = metrics.horizontalAdvance(QStringLiteral("+0.0000")) + 6;
    const double factors = metrics.horizontalAdvance(QStringLiteral("+0.00 × +0.00")) + 12;
    const bool showsFactors = row.width() > number + factors + 150;
    const double name = std::max(60.0, (row.width() - number - (showsFactors ? factors : 0)) * 0.52);
    painter.setPen(colors.text);
    painter.drawText(QRectF(row.left(), row.top(), name - 4, row.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(shown(product.name), Qt::ElideRight, name - 4));
    double x = row.left() + name;
    if (showsFactors) {
        painter.setPen(colors.muted);
        painter.drawText(QRectF(x, row.top(), factors - 8, row.height()), Qt::AlignRight | Qt::AlignVCenter,
                         QStringLiteral("%1 × %2").arg(signedText(product.weight, 2), signedText(product.value, 2)));
        x += factors;
    }
    const QRectF bar(x, row.top() + 3, row.right() - number - x, row.height() - 6);
    const double middle = bar.center().x(), length = product.product / largest * bar.width() / 2;
    painter.setPen(QPen(colors.grid, 1));
    painter.drawLine(QPointF(middle, row.top()), QPointF(middle, row.bottom()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRect(QRectF(std::min(middle, middle + length), bar.top(), std::abs(length), bar.height()));
    painter.setPen(colors.text);
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, signedText(product.product));
    spots.push_back({row, shown(product.name), signedText(product.product),
                     tr("%1, part of %2: weight %3 × value %4 = %5")
                         .arg(shown(product.name), shown(product.symbol), signedText(product.weight),
                              signedText(product.value), signedText(product.product))});
}

QString ProductGrain::csv() const
{
    QString text = QStringLiteral("layer,step,unit,stage,term,name,weight,value,product\n");
    if (!inspection().hasRun())
        return text;
    const Cursor cursor = inspection().cursor();
    for (const CellStage stage : kSums) {
        for (const CellProduct &product : products(stage))
            text += QStringLiteral("%1,%2,%3,%4,%5,%6,%7,%8,%9\n")
                        .arg(cursor.layer + 1)
                        .arg(cursor.step)
                        .arg(cursor.unit)
                        .arg(shown(inspection().cell().stage(stage).form.letter), csvText(shown(product.symbol)),
                             csvText(shown(product.name)), csvNumber(product.weight), csvNumber(product.value),
                             csvNumber(product.product));
    }
    return text;
}

} // namespace gatescope
