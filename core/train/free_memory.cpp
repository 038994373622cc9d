// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/free_memory.h"

#include <charconv>
#include <fstream>
#include <limits>

namespace gatescope {

std::int64_t freeMemoryBytes()
{
    std::ifstream file("/proc/meminfo");
    for (std::string key; file >> key;) {
        std::int64_t kibibytes = 0;
        if (key == "MemAvailable:" && file >> kibibytes)
            return kibibytes * 1024;
        file.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
    }
    return std::numeric_limits<std::int64_t>::max();
}

std::string memoryText(std::int64_t bytes)
{
    static constexpr const char *kUnits[] = {"B", "kB", "MB", "GB", "TB", "PB"};
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (value >= 999.5 && unit + 1 < std::size(kUnits)) {
        value /= 1000.0;
        ++unit;
    }
    char text[32];
    const int digits = unit == 0 || value >= 99.95 ? 0 : 1;
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, digits).ptr;
    return std::string(text, end) + " " + kUnits[unit];
}

} // namespace gatescope
