// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/heatmap/color_map.h"

#include "ui/look/quantity.h"
#include "ui/look/theme.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace gatescope {

namespace {

constexpr std::array<QRgb, 10> kCividis = {0xFF00204D, 0xFF00336F, 0xFF39486B, 0xFF575C6D, 0xFF707173,
                                           0xFF8A8779, 0xFFA69D75, 0xFFC4B56C, 0xFFE4CF5B, 0xFFFFEA46};
constexpr std::array<QRgb, 10> kViridis = {0xFF440154, 0xFF482878, 0xFF3E4989, 0xFF31688E, 0xFF26828E,
                                           0xFF1F9E89, 0xFF35B779, 0xFF6DCD59, 0xFFB4DE2C, 0xFFFDE725};
constexpr std::array<QRgb, 9> kDiverging = {0xFF174A8B, 0xFF2F74B8, 0xFF74A9D3, 0xFFBFD8EA, 0xFFF5F5F3,
                                            0xFFF5CDB8, 0xFFE28B70, 0xFFC1443F, 0xFF8C1023};
constexpr std::array<QRgb, 9> kDivergingDark = {0xFF9CCCFF, 0xFF5597DE, 0xFF2F669F, 0xFF253F5E, 0xFF202833,
                                                0xFF593331, 0xFFA04D40, 0xFFE0775C, 0xFFFFBBA3};

std::span<const QRgb> pointsOf(ColorMapKind kind)
{
    switch (kind) {
    case ColorMapKind::Viridis:
        return kViridis;
    case ColorMapKind::Diverging:
        return kDiverging;
    case ColorMapKind::DivergingDark:
        return kDivergingDark;
    case ColorMapKind::Cividis:
        break;
    }
    return kCividis;
}

int mixed(int from, int to, double share)
{
    return static_cast<int>(std::lround(from + (to - from) * share));
}

/// Relative luminance by WCAG 2.1.
double luminance(const QColor &color)
{
    const auto linear = [](double share) {
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace

ColorMap::ColorMap(ColorMapKind kind) : m_kind(kind)
{
    const std::span<const QRgb> points = pointsOf(kind);
    for (std::size_t i = 0; i < m_colors.size(); ++i) {
        const double place = static_cast<double>(i) / 255.0 * static_cast<double>(points.size() - 1);
        const std::size_t first = std::min(static_cast<std::size_t>(place), points.size() - 2);
        const double share = place - static_cast<double>(first);
        const QRgb a = points[first];
        const QRgb b = points[first + 1];
        m_colors[i] =
            qRgb(mixed(qRed(a), qRed(b), share), mixed(qGreen(a), qGreen(b), share), mixed(qBlue(a), qBlue(b), share));
    }
}

QRgb ColorMap::color(double share) const
{
    return m_colors[static_cast<std::size_t>(std::lround(std::clamp(share, 0.0, 1.0) * 255.0))];
}

QRgb ColorMap::color(double value, double minimum, double maximum, QRgb notANumber) const
{
    if (std::isnan(value))
        return notANumber;
    if (!(maximum > minimum))
        return color(0.5);
    return color((value - minimum) / (maximum - minimum));
}

std::pair<double, double> ColorMap::partThatStandsOutOn(const QColor &ground) const
{
    constexpr double kLeastContrast = 3.0;
    std::size_t begin = 0, longest = 0, first = 0;
    for (std::size_t i = 0; i < m_colors.size(); ++i) {
        if (contrast(QColor::fromRgb(m_colors[i]), ground) < kLeastContrast) {
            begin = i + 1;
        } else if (i + 1 - begin > longest) {
            longest = i + 1 - begin;
            first = begin;
        }
    }
    const auto share = [this](std::size_t index) {
        return static_cast<double>(index) / static_cast<double>(m_colors.size() - 1);
    };
    return longest > 0 ? std::pair(share(first), share(first + longest - 1)) : std::pair(0.0, 1.0);
}

QColor ColorMap::textColor(double share) const
{
    const QColor ground = QColor::fromRgb(color(share));
    const double lightness = 0.299 * ground.red() + 0.587 * ground.green() + 0.114 * ground.blue();
    return lightness > 140 ? QColor(Qt::black) : QColor(Qt::white);
}

const ColorMap &colorMapFor(MapKind kind, const QPalette &palette)
{
    static const ColorMap cividis(ColorMapKind::Cividis);
    static const ColorMap diverging(ColorMapKind::Diverging);
    static const ColorMap divergingDark(ColorMapKind::DivergingDark);
    if (kind == MapKind::Sequential)
        return cividis;
    return isLight(themeColors(palette).look) ? diverging : divergingDark;
}

} // namespace gatescope
