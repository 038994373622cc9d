// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/drawn/passage.h"

#include "ui/look/plain_text.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace gatescope {

Passage::Passage(std::size_t count, const std::function<std::string_view(std::size_t)> &character, const QRectF &room,
                 const QFont &font)
{
    const QFontMetricsF metrics(font);
    const double wide = metrics.horizontalAdvance(QLatin1Char('m')) * 1.05, high = metrics.height() + 3;
    const auto columns = std::max<std::size_t>(static_cast<std::size_t>(room.width() / wide), 1);
    std::size_t column = 0;
    double y = room.top();
    m_cells.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (column == columns) {
            column = 0;
            y += high;
        }
        m_cells.emplace_back(room.left() + static_cast<double>(column) * wide, y, wide, high);
        if (y + high <= room.bottom() + 0.5)
            m_visible = i + 1;
        ++column;
        if (character(i) == "\n")
            column = columns;
    }
    m_bottom = count == 0 ? room.top() : y + high;
}

int Passage::at(const QPointF &place) const
{
    const auto found = std::ranges::find_if(m_cells, [&](const QRectF &cell) { return cell.contains(place); });
    return found == m_cells.end() ? -1 : static_cast<int>(found - m_cells.begin());
}

void Passage::drawMark(QPainter &painter, std::size_t index, std::string_view character) const
{
    // "other" stands for a character that is not in the vocabulary.
    painter.drawText(m_cells[index], Qt::AlignCenter,
                     character == "other" ? QStringLiteral("□") : characterMark(character));
}

} // namespace gatescope
