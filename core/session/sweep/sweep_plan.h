// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_options.h"
#include "core/train/options/training_options.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// One setting or data option of a sweep, and the values that it takes.
struct SweepAxis {
    std::string id;                  ///< of the settings table or of the table of data options: "hidden", "window"
    std::vector<std::string> values; ///< as settingText() or optionText() write them
};

/// Reads "hidden=8,16"; a value that holds a comma stands in double quotes.
/// @throws OptionError for a text without a name or without a value
SweepAxis sweepAxisFromText(std::string_view text);

/// One training of a sweep.
struct SweepPoint {
    std::vector<std::string> values; ///< one an axis
    std::uint64_t seed = 0;
    Settings settings;
    DataOptions data;
};

/// All trainings of a sweep, sorted by their values, then by seed.
struct SweepPlan {
    std::vector<SweepAxis> axes; ///< values spelt as the tables spell them, ascending
    std::vector<SweepPoint> points;
    std::vector<std::string> warnings; ///< a swept setting that plays no part
};

/// Every combination of the axes' values with the seeds settings.training.seed, +1, … +seeds−1.
/// @throws OptionError naming all that is wrong: names that are none or come twice, values out of range or given twice,
///         settings that do not go together; what is wrong with the data options, prepareSweep() finds
SweepPlan planSweep(std::span<const SweepAxis> axes, std::int64_t seeds, const Settings &settings,
                    const DataOptions &data);

/// "hidden 8 · window 24 · seed 1": what a run of a sweep is called.
std::string sweepPointName(std::span<const SweepAxis> axes, const SweepPoint &point);

/// Numbers by size, other texts by letters. @return whether the first comes before the second
bool sweepValueLess(const std::string &first, const std::string &second);

} // namespace gatescope
