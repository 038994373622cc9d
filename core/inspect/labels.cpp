// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/labels.h"

#include <array>
#include <charconv>
#include <cmath>

namespace gatescope {

namespace {

constexpr const char *kMinus = "−";

/// |value| with fixed decimals.
std::string magnitude(double value, int decimals)
{
    std::array<char, 400> buffer{}; // 309 digits before the point and the decimals
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(value),
                                   std::chars_format::fixed, decimals);
    return {buffer.data(), end.ptr};
}

bool isZeroText(const std::string &text)
{
    return text.find_first_not_of("0.") == std::string::npos;
}

std::string written(double value, int decimals, const char *plus)
{
    if (std::isnan(value))
        return "NaN";
    std::string digits = std::isinf(value) ? "∞" : magnitude(value, decimals);
    if (isZeroText(digits))
        return std::string(plus).append(digits);
    return std::string(value < 0.0 ? kMinus : plus).append(digits);
}

} // namespace

std::string layerLabel(Index layer)
{
    return std::string("layer ").append(std::to_string(layer + 1));
}

std::string unitLabel(Index unit)
{
    return std::string("unit ").append(std::to_string(unit));
}

std::string featureLabel(std::span<const std::string> names, Index feature)
{
    const auto index = static_cast<std::size_t>(feature);
    return index < names.size() && !names[index].empty() ? names[index]
                                                         : std::string("x").append(std::to_string(feature));
}

std::string fixedNumber(double value, int decimals)
{
    return written(value, decimals, "");
}

std::string signedNumber(double value, int decimals)
{
    return written(value, decimals, "+");
}

std::string percent(double share)
{
    if (share > 0.0 && share < 0.005)
        return "< 1 %";
    if (share < 1.0 && share > 0.995)
        return "> 99 %";
    return fixedNumber(100.0 * share, 0) + " %";
}

} // namespace gatescope
