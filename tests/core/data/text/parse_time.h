// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/text/time_text.h"

#include <optional>
#include <string_view>

namespace gatescope {

/// Seconds since 1970-01-01 00:00 UTC, as readTime() reads them.
inline std::optional<double> parseTime(std::string_view text, const TimeFormat &format)
{
    const std::optional<TimeRead> read = readTime(text, format);
    return read ? std::optional<double>(read->value()) : std::nullopt;
}

} // namespace gatescope
