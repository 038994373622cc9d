// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/text/vocabulary_view.h"

#include "ui/look/plain_text.h"
#include "ui/look/quantity.h"
#include "ui/look/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gatescope {

VocabularyView::VocabularyView(QWidget *parent) : PaintedView(tr("Vocabulary"), QStringLiteral("vocabulary"), parent)
{
    setAccessibleDescription(tr("How often each character of the vocabulary is in the text, most frequent first."));
    setData(nullptr);
}

void VocabularyView::setData(std::shared_ptr<const PreparedData<float>> prepared)
{
    m_data = prepared && prepared->text ? std::move(prepared) : nullptr;
    setEmptyText(m_data ? QString() : tr("No vocabulary yet: it is made of the training part when a text is open."));
    update();
}

std::vector<std::size_t> VocabularyView::order() const
{
    std::vector<std::size_t> order(m_data ? m_data->classNames.size() : 0);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(
        order, [this](std::size_t a, std::size_t b) { return m_data->classCounts[a] > m_data->classCounts[b]; });
    return order;
}

void VocabularyView::draw(QPainter &painter, const QSizeF &size, Spots &spots) const
{
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
    for (const Index count : m_data->classCounts)
        all += static_cast<double>(count);
    const double largest = std::max(static_cast<double>(m_data->classCounts[order.front()]), 1.0);
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const std::size_t symbol = order[rank];
        const QRectF cell(8 + static_cast<double>(rank % columns) * wide,
                          4 + static_cast<double>(rank / columns) * high, wide, high);
        const auto count = static_cast<double>(m_data->classCounts[symbol]);
        const double bar = (high - metrics.height() - 6) * count / largest;
        painter.fillRect(QRectF(cell.left() + wide * 0.2, cell.bottom() - metrics.height() - 3 - bar, wide * 0.6,
                                std::max(bar, count > 0 ? 1.0 : 0.0)),
                         quantityColor(Quantity::Input, palette()));
        const bool other = symbol + 1 == m_data->classNames.size();
        painter.setPen(other ? colors.muted : colors.text);
        const QString mark = other ? QStringLiteral("□") : characterMark(m_data->classNames[symbol]);
        painter.drawText(QRectF(cell.left(), cell.bottom() - metrics.height() - 2, wide, metrics.height()),
                         Qt::AlignCenter, mark);
        const QString share =
            tr("%1 times, %2 %").arg(countText(m_data->classCounts[symbol])).arg(100.0 * count / all, 0, 'f', 2);
        spots.push_back(
            {cell, other ? tr("other") : mark, share,
             other ? tr("“Other” stands for every character that the training part does not hold: %1.").arg(share)
                   : tr("%1: %2").arg(mark, share)});
    }
}

QString VocabularyView::csv() const
{
    QString text = QStringLiteral("character,count\r\n");
    if (!m_data)
        return text;
    for (const std::size_t symbol : order())
        text += QStringLiteral("%1,%2\r\n").arg(csvName(m_data->classNames[symbol])).arg(m_data->classCounts[symbol]);
    return text;
}

} // namespace gatescope
