// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/lens/lens_page.h"

#include "ui/look/theme.h"
#include "ui/widgets/drawn/equation_text.h"

#include <QFontMetricsF>

#include <algorithm>

namespace gatescope {

namespace {

constexpr double kLeft = 12.0;
constexpr double kPictureWidth = 110.0;
constexpr double kPictureHeight = 44.0;

/// Of the first column: the longest of its names stands in one line in every language.
double nameWidth()
{
    const QFontMetricsF metrics(themeFont(TextRole::Caption));
    return std::max(metrics.averageCharWidth() * 17, metrics.horizontalAdvance(LensView::tr("update gate")) + 12);
}

} // namespace

LensView::Page::Page(QPainter *painter, double width, const QPalette &palette, std::vector<Spot> *spots)
    : m_painter(painter), m_width(width), m_palette(palette), m_spots(spots)
{
}

double LensView::Page::wrapped(const QRectF &area, const QString &text, const QFont &font, const QColor &color)
{
    const QRectF used =
        QFontMetricsF(font).boundingRect(QRectF(area.topLeft(), QSizeF(area.width(), 10000)), Qt::TextWordWrap, text);
    if (m_painter) {
        m_painter->setFont(font);
        m_painter->setPen(color);
        m_painter->drawText(QRectF(area.topLeft(), QSizeF(area.width(), used.height() + 2)), Qt::TextWordWrap, text);
    }
    return used.height();
}

void LensView::Page::spot(const QRectF &area, const QString &name, const QString &value, const QString &tip)
{
    if (m_spots)
        m_spots->push_back({area, name, value, tip});
}

void LensView::Page::heading(const QString &text)
{
    m_y += wrapped(QRectF(kLeft, m_y, m_width - 2 * kLeft, 0), text, themeFont(TextRole::Title),
                   themeColors(m_palette).text)
           + 3;
}

void LensView::Page::text(const QString &text, bool strong)
{
    const ThemeColors &colors = themeColors(m_palette);
    const double high = wrapped(QRectF(kLeft, m_y, m_width - 2 * kLeft, 0), text, themeFont(TextRole::Body),
                                strong ? colors.warning : colors.text);
    spot(QRectF(kLeft, m_y, m_width - 2 * kLeft, high), QStringLiteral("verdict"), text, {});
    m_y += high + 3;
}

void LensView::Page::row(const QString &name, const QString &text, const QString &tip)
{
    const ThemeColors &colors = themeColors(m_palette);
    const QFont font = themeFont(TextRole::Caption);
    const double left = kLeft + nameWidth();
    const double first = wrapped(QRectF(kLeft, m_y, nameWidth() - 8, 0), name, font, colors.muted);
    const double second = wrapped(QRectF(left, m_y, m_width - left - kLeft, 0), text, font, colors.text);
    const double high = std::max(first, second);
    spot(QRectF(kLeft, m_y, m_width - 2 * kLeft, high), name, text, tip);
    m_y += high + 3;
}

void LensView::Page::equation(const QString &text)
{
    QFont font = themeFont(TextRole::Formula);
    const double room = m_width - 2 * kLeft;
    double wide = QFontMetricsF(font).horizontalAdvance(text);
    if (wide > room)
        font.setPointSizeF(std::max(font.pointSizeF() * room / wide, font.pointSizeF() * 0.7));
    const QFontMetricsF metrics(font);
    if (m_painter)
        EquationText(text, font, m_palette).draw(*m_painter, QPointF(kLeft, m_y + metrics.ascent()));
    spot(QRectF(kLeft, m_y, room, metrics.height()), QStringLiteral("equation"), text, text);
    m_y += metrics.height() + 3;
}

void LensView::Page::picture(const QString &name, const QString &text, const QString &tip, const QImage &image)
{
    const double start = m_y;
    const double wide = std::min(kPictureWidth, m_width * 0.3);
    const double right = m_width - kLeft - wide;
    const ThemeColors &colors = themeColors(m_palette);
    m_y += wrapped(QRectF(kLeft, m_y, right - kLeft - 8, 0), name, themeFont(TextRole::Formula), colors.text);
    m_y += wrapped(QRectF(kLeft, m_y, right - kLeft - 8, 0), text, themeFont(TextRole::Caption), colors.muted);
    const QRectF area(right, start + 2, wide, image.height() > 1 ? kPictureHeight : kPictureHeight / 4);
    if (m_painter) {
        m_painter->save();
        m_painter->setRenderHint(QPainter::SmoothPixmapTransform, false);
        m_painter->drawImage(area, image);
        m_painter->setPen(colors.border);
        m_painter->setBrush(Qt::NoBrush);
        m_painter->drawRect(area);
        m_painter->restore();
    }
    m_y = std::max(m_y, area.bottom()) + 6;
    spot(QRectF(kLeft, start, m_width - 2 * kLeft, m_y - start), name, text, tip);
}

} // namespace gatescope
