// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/drawn/strip.h"

#include "ui/look/theme.h"
#include "ui/widgets/heatmap/color_map.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gatescope {

void Strip::draw(QPainter &painter, const QRectF &area, const QPalette &palette, Index marked) const
{
    const ThemeColors &colors = themeColors(palette);
    const Index units = values.size();
    const auto cells = static_cast<int>(std::min<Index>(units, std::max(1, static_cast<int>(area.width()))));
    if (cells < 1)
        return;
    const ColorMap &colorMap = colorMapFor(map, palette);
    QImage image(cells, 1, QImage::Format_RGB32);
    for (int cell = 0; cell < cells; ++cell) {
        const Index first = cell * units / cells, next = std::max((cell + 1) * units / cells, first + 1);
        image.setPixel(
            cell, 0,
            colorMap.color(values.segment(first, next - first).mean(), minimum, maximum, colors.notANumber.rgb()));
    }
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.drawImage(area, image);
    if (marked >= 0 && marked < units) {
        const double pitch = area.width() / static_cast<double>(units);
        painter.setBrush(Qt::NoBrush);
        const double wide = std::max(pitch, 4.0);
        const QRectF mark(area.left() + (static_cast<double>(marked) + 0.5) * pitch - wide / 2, area.top() - 1, wide,
                          area.height() + 1);
        painter.setPen(QPen(colors.cursorHalo, 1));
        painter.drawRect(mark.adjusted(-1, -1, 1, 1));
        painter.setPen(QPen(colors.cursor, 1));
        painter.drawRect(mark);
    }
    painter.restore();
}

Index Strip::unitAt(double x, const QRectF &area, Index units)
{
    const double share = (x - area.left()) / std::max(area.width(), 1.0);
    return std::clamp<Index>(static_cast<Index>(std::floor(share * static_cast<double>(units))), 0, units - 1);
}

} // namespace gatescope
