// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/text/vocabulary_view.h"

#include "ui/document/document.h"
#include "ui/look/plain_text.h"
#include "ui/look/quantity.h"
#include "ui/look/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gatescope {

VocabularyView::VocabularyView(Document &document, QWidget *parent)
    : PaintedView(tr("Vocabulary"), QStringLiteral("vocabulary"), parent), m_document(document)
{
    setAccessibleDescription(tr("How often each character of the vocabulary is in the text, most frequent first."));
    const auto follow = [this] {
        const auto prepared = m_document.data();
        setEmptyText(prepared && prepared->text
                         ? QString()
                         : tr("No vocabulary yet: it is made of the training part when a text is open."));
        update();
    };
    connect(&document, &Document::dataChanged, this, follow);
    follow();
}

std::vector<std::size_t> VocabularyView::order() const
{
    const auto prepared = m_document.data();
    std::vector<std::size_t> order(prepared ? prepared->classNames.size() : 0);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(
        order, [&](std::size_t a, std::size_t b) { return prepared->classCounts[a] > prepared->classCounts[b]; });
    return order;
}

void VocabularyView::draw(QPainter &painter, const QSizeF &size, Spots &spots) const
{
    const auto prepared = m_document.data();
    const std::vector<std::size_t> order = this->order();
    const ThemeColors &colors = themeColors(palette());
    painter.setFont(themeFont(TextRole::Body));
    const QFontMetricsF metrics(painter.font());
    const double wide = std::max(metrics.horizontalAdvance(QStringLiteral("mm")), 12.0);
    const auto columns = std::max<std::size_t>(static_cast<std::size_t>((size.width() - 16) / wide), 1);
    const std::size_t rows = (order.size() + columns - 1) / columns;
    const double high = std::clamp((size.height() - 8) / static_cast<double>(std::max<std::size_t>(rows, 1)),
                                   metrics.height() + 12, 120.0);
    double all = 0.0;
    for (const Index count : prepared->classCounts)
        all += static_cast<double>(count);
    const double largest = std::max(static_cast<double>(prepared->classCounts[order.front()]), 1.0);
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const std::size_t symbol = order[rank];
        const QRectF cell(8 + static_cast<double>(rank % columns) * wide,
                          4 + static_cast<double>(rank / columns) * high, wide, high);
        const auto count = static_cast<double>(prepared->classCounts[symbol]);
        const double bar = (high - metrics.height() - 6) * count / largest;
        painter.fillRect(QRectF(cell.left() + wide * 0.2, cell.bottom() - metrics.height() - 3 - bar, wide * 0.6,
                                std::max(bar, count > 0 ? 1.0 : 0.0)),
                         quantityColor(Quantity::Input, palette()));
        const bool other = symbol + 1 == prepared->classNames.size();
        painter.setPen(other ? colors.muted : colors.text);
        const QString mark = other ? QStringLiteral("□") : characterMark(prepared->classNames[symbol]);
        painter.drawText(QRectF(cell.left(), cell.bottom() - metrics.height() - 2, wide, metrics.height()),
                         Qt::AlignCenter, mark);
        const QString share =
            tr("%1 times, %2 %").arg(countText(prepared->classCounts[symbol])).arg(100.0 * count / all, 0, 'f', 2);
        spots.push_back(
            {cell, other ? tr("other") : mark, share,
             other ? tr("“Other” stands for every character that the training part does not hold: %1.").arg(share)
                   : tr("%1: %2").arg(mark, share)});
    }
}

QString VocabularyView::csv() const
{
    QString text = QStringLiteral("character,count\r\n");
    const auto prepared = m_document.data();
    if (!prepared || !prepared->text)
        return text;
    for (const std::size_t symbol : order())
        text +=
            QStringLiteral("%1,%2\r\n").arg(csvName(prepared->classNames[symbol])).arg(prepared->classCounts[symbol]);
    return text;
}

} // namespace gatescope
