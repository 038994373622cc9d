// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/text/time_scan.h"
#include "core/data/text/time_text.h"

#include <cstdint>
#include <optional>

namespace gatescope {

/// A date at the front of the text, in one of the written formats (readTime() lists their forms); a weekday before it
/// is passed over. What follows it is left.
/// @param secondsOfDay  set where the digits of a compact date go on with the time of day
/// @return days since 1970-01-01; nothing where there is no date of this format
std::optional<std::int64_t> scanDate(TimeScan &scan, TimeFormat::Kind kind, std::int64_t &secondsOfDay);

} // namespace gatescope
