// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/drawn/axis_ticks.h"

#include "core/inspect/labels.h"
#include "ui/look/short_number.h"

#include <cmath>

namespace gatescope {

std::vector<double> niceTicks(double low, double high, int count)
{
    std::vector<double> ticks;
    if (!(high > low) || !std::isfinite(high - low) || count < 1)
        return ticks;
    const double raw = (high - low) / count;
    const double magnitude = std::pow(10.0, std::floor(std::log10(raw)));
    const double share = raw / magnitude;
    const double step = magnitude * (share <= 1.0 ? 1.0 : share <= 2.0 ? 2.0 : share <= 5.0 ? 5.0 : 10.0);
    const double first = std::ceil(low / step - 1e-9);
    for (double index = first; index * step <= high + 1e-9 * step; ++index)
        ticks.push_back(index * step);
    return ticks;
}

std::vector<QString> tickTexts(const std::vector<double> &ticks)
{
    const double step = ticks.size() > 1 ? ticks[1] - ticks[0] : 1.0;
    const int decimals = std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-6)));
    std::vector<QString> texts;
    for (const double tick : ticks)
        texts.push_back(QString::fromStdString(fixedNumber(tick, decimals)));
    return texts;
}

QString compactNumber(double value)
{
    const double size = std::abs(value);
    if (value == 0.0 || !std::isfinite(value))
        return QString::fromStdString(fixedNumber(value, 0));
    if (size < 1e-3 || size >= 1e6) {
        auto exponent = static_cast<int>(std::floor(std::log10(size)));
        if (size / std::pow(10.0, exponent) >= 9.95) // would be written 10.0
            ++exponent;
        return withPowerOfTen(fixedText(value / std::pow(10.0, exponent), 1), exponent);
    }
    const int decimals = size < 1.0 ? 4 : std::max(0, 3 - static_cast<int>(std::floor(std::log10(size))));
    return QString::fromStdString(fixedNumber(value, decimals));
}

} // namespace gatescope
