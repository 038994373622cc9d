// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/drawn/product_view.h"

#include "ui/inspect/drawn/gradient_text.h"
#include "ui/inspect/drawn/stage_painting.h"
#include "ui/look/core_words.h"
#include "ui/look/fitting_text.h"
#include "ui/look/theme.h"
#include "ui/widgets/common/view_export.h"

#include <QResizeEvent>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr double kNarrow = 640.0; ///< below this the three lists stand under each other
constexpr double kLeastBar = 20.0;

double rowHeight()
{
    return QFontMetricsF(themeFont(TextRole::Caption)).height() + 3;
}

/// Whether the three lists stand under each other: beside each other a name with its term and a number would not fit.
bool isNarrow(double width)
{
    const QFontMetricsF metrics(themeFont(TextRole::Caption));
    const double row =
        metrics.horizontalAdvance(QStringLiteral("unit 00 of layer 0 · a_n−0.00·10⁻⁰⁰")) + kLeastBar + 24;
    return width < std::max(kNarrow, 3.0 * row);
}

/// What has no room in one line goes on in the next: a number is never cut, nor parted from its sign of equality.
QStringList inLines(const QString &text, double room)
{
    const QFontMetricsF metrics(themeFont(TextRole::Caption));
    QString glued = text;
    glued.replace(QStringLiteral("= "), QStringLiteral("=\u00A0"))
        .replace(QStringLiteral("− "), QStringLiteral("−\u00A0"));
    QStringList lines;
    for (const QString &word : glued.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString longer = lines.isEmpty() ? word : lines.back() + QLatin1Char(' ') + word;
        if (!lines.isEmpty() && metrics.horizontalAdvance(longer) <= room)
            lines.back() = longer;
        else
            lines << word;
    }
    return lines;
}

} // namespace

QSize ProductView::minimumSizeHint() const
{
    const double stage = StagePanel::titleHeight() + 8 * rowHeight() + 5 * StagePanel::captionHeight() + 16;
    return QSizeF(300, isNarrow(width()) ? 3 * (stage + 6) : stage + 10).toSize();
}

void ProductView::resizeEvent(QResizeEvent *event)
{
    InspectView::resizeEvent(event);
    if (isNarrow(event->size().width()) != isNarrow(event->oldSize().width()))
        updateGeometry(); // lists that stand otherwise need another height
}

QString ProductView::nameOf(const List &list, const CellProduct &product)
{
    const QString name = coreSentence(product.name), symbol = shown(product.symbol);
    // "W_zᵀ a_z" is told by its vector.
    const bool isProduct = symbol.contains(QStringLiteral("ᵀ ")) && symbol.count(QLatin1Char(' ')) == 1;
    return list.namesTerms
               ? QStringLiteral("%1 · %2").arg(name, isProduct ? symbol.section(QLatin1Char(' '), 1) : symbol)
               : name;
}

QString ProductView::number(const List &list, double value, int decimals) const
{
    return list.decimals > 0 ? signedText(value, decimals) : gradientText(value);
}

ProductView::Foot ProductView::untouchedFoot(const QString &symbol, const QString &value)
{
    return {tr("untouched %1").arg(symbol), tr("untouched %1 = %2").arg(symbol, value),
            tr("The same without what is held or set in What if.")};
}

void ProductView::draw(QPainter &painter, const QSizeF &size, Spots &spots) const
{
    const std::vector<List> all = lists();
    const bool narrow = isNarrow(size.width());
    const auto count = static_cast<double>(all.size());
    const double wide = narrow ? size.width() - 20 : (size.width() - 20 - (count - 1) * 8) / count;
    const double high = narrow ? (size.height() - 4 - (count - 1) * 8) / count : size.height() - 6;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto place = static_cast<double>(i);
        const QRectF area(10 + (narrow ? 0 : place * (wide + 8)), 2 + (narrow ? place * (high + 8) : 0), wide, high);
        drawList(painter, area, all[i], spots);
    }
}

void ProductView::drawList(QPainter &painter, const QRectF &area, const List &list, Spots &spots) const
{
    StagePanel panel(painter, area, palette(), list.quantity);
    const QRectF content = panel.drawTitle(list.title, QString(), list.meaning, spots);
    std::vector<QStringList> feet;
    double lines = 1.0;
    for (const Foot &each : list.feet)
        lines += static_cast<double>(feet.emplace_back(inLines(each.text, content.width())).size());
    const double foot = lines * StagePanel::captionHeight() + 2;
    const auto fit = static_cast<std::size_t>(std::max(1.0, std::floor((content.height() - foot) / rowHeight())));
    const std::size_t count = std::min(list.products.size(), fit);
    Columns columns{1e-300, 0.0};
    for (const CellProduct &product : list.products)
        columns.largest = std::max(columns.largest, std::abs(product.product));
    const QFontMetricsF metrics(themeFont(TextRole::Caption));
    for (std::size_t i = 0; i < count; ++i)
        columns.widestName =
            std::max(columns.widestName, metrics.horizontalAdvance(nameOf(list, list.products[i])) + 6);
    QRectF row(content.left(), content.top(), content.width(), rowHeight());
    double left = 0.0;
    for (std::size_t i = 0; i < list.products.size(); ++i) {
        if (i >= count) {
            left += list.products[i].product;
            continue;
        }
        drawProduct(painter, row, list, list.products[i], columns, spots);
        row.translate(0, rowHeight());
    }
    QRectF line(content.left(), content.bottom() - foot + 2, content.width(), StagePanel::captionHeight());
    if (list.products.empty())
        panel.drawCaption(line, tr("nothing comes here"));
    else if (count < list.products.size())
        panel.drawCaption(
            line, list.summed ? tr("%1 more: %2 together").arg(list.products.size() - count).arg(number(list, left, 4))
                              : tr("%1 more").arg(list.products.size() - count));
    for (std::size_t i = 0; i < list.feet.size(); ++i) {
        const Foot &each = list.feet[i];
        line.translate(0, StagePanel::captionHeight());
        QRectF all = line;
        all.setHeight(static_cast<double>(feet[i].size()) * StagePanel::captionHeight());
        for (qsizetype part = 0; part < feet[i].size(); ++part) {
            if (part > 0)
                line.translate(0, StagePanel::captionHeight());
            panel.drawCaption(line, feet[i][part]);
        }
        spots.push_back({all, each.name, each.text, each.tip});
    }
}

void ProductView::drawProduct(QPainter &painter, const QRectF &row, const List &list, const CellProduct &product,
                              const Columns &columns, Spots &spots) const
{
    const ThemeColors &colors = themeColors(palette());
    const QFont font = themeFont(TextRole::Caption);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    const QString value = number(list, product.product, 4);
    const QString longest = QStringLiteral("−0.0·10⁻⁰⁰");
    const double figure = metrics.horizontalAdvance(list.decimals > 0 ? QStringLiteral("+0.00000") : longest) + 6;
    const QString factors =
        QStringLiteral("%1 × %2").arg(number(list, product.weight, 2), number(list, product.value, 2));
    const double factorRoom = metrics.horizontalAdvance(list.decimals > 0 ? QStringLiteral("+0.00 × +0.00")
                                                                          : longest + QStringLiteral(" × ") + longest)
                              + 12;
    const bool showsFactors = row.width() > figure + factorRoom + std::max(150.0, columns.widestName + 2 * kLeastBar);
    const double room = row.width() - figure - (showsFactors ? factorRoom : 0);
    const double name = std::max({60.0, room * 0.52, std::min(columns.widestName, room - kLeastBar)});
    painter.setPen(colors.text);
    painter.drawText(QRectF(row.left(), row.top(), name - 4, row.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     fittingText(nameOf(list, product), metrics, name - 4));
    double x = row.left() + name;
    if (showsFactors) {
        painter.setPen(colors.muted);
        painter.drawText(QRectF(x, row.top(), factorRoom - 8, row.height()), Qt::AlignRight | Qt::AlignVCenter,
                         factors);
        x += factorRoom;
    }
    const QRectF bar(x, row.top() + 3, row.right() - figure - x, row.height() - 6);
    const double middle = bar.center().x(), length = product.product / columns.largest * bar.width() / 2;
    painter.setPen(QPen(colors.grid, 1));
    painter.drawLine(QPointF(middle, row.top()), QPointF(middle, row.bottom()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(quantityColor(list.quantity, palette()));
    painter.drawRect(QRectF(std::min(middle, middle + length), bar.top(), std::abs(length), bar.height()));
    painter.setPen(colors.text);
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, value);
    spots.push_back({row, nameOf(list, product), value,
                     tr("%1, part of %2: weight %3 × value %4 = %5")
                         .arg(coreSentence(product.name), shown(product.symbol), number(list, product.weight, 4),
                              number(list, product.value, 4), value)});
}

QString ProductView::csv() const
{
    QString text = QStringLiteral("layer,step,unit,stage,term,name,weight,value,product\n");
    if (!inspection().hasRun() || !missing().isEmpty())
        return text;
    const Cursor cursor = inspection().cursor();
    for (const List &list : lists()) {
        for (const CellProduct &product : list.products)
            text += QStringLiteral("%1,%2,%3,%4,%5,%6,%7,%8,%9\n")
                        .arg(cursor.layer + 1)
                        .arg(cursor.step)
                        .arg(cursor.unit)
                        .arg(csvText(list.id), csvText(shown(product.symbol)), csvText(shown(product.name)),
                             csvNumber(product.weight), csvNumber(product.value), csvNumber(product.product));
    }
    return text;
}

} // namespace gatescope
