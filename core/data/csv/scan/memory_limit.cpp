// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/scan/memory_limit.h"

#include "core/data/text/number_text.h"
#include "core/error.h"

#include <fstream>
#include <limits>

namespace gatescope {

std::uint64_t availableMemory()
{
    std::ifstream info("/proc/meminfo");
    std::string line;
    while (std::getline(info, line)) {
        if (!line.starts_with("MemAvailable:"))
            continue;
        const auto begin = line.find_first_of("0123456789");
        const auto end = line.find(' ', begin);
        if (const auto kibibytes = parseNumber(std::string_view(line).substr(begin, end - begin)))
            return static_cast<std::uint64_t>(*kibibytes) * 1024;
    }
    return std::numeric_limits<std::uint64_t>::max();
}

void refuseBeyondMemory(std::size_t rows, std::size_t columns, const std::string &source)
{
    const double needed = static_cast<double>(rows) * static_cast<double>(columns) * sizeof(double);
    const double available = static_cast<double>(availableMemory());
    if (needed <= 0.9 * available)
        return;
    throw ResourceError(source + " has up to " + std::to_string(rows) + " rows × " + std::to_string(columns)
                        + " columns, which need " + formatNumber(needed / 1e9, 3) + " GB of memory, and "
                        + formatNumber(available / 1e9, 3) + " GB are free; leave out columns or rows");
}

void refuseFileBeyondMemory(std::size_t bytes, const std::string &file)
{
    const double available = static_cast<double>(availableMemory());
    if (static_cast<double>(bytes) > 0.9 * available)
        throw ResourceError(file + " has " + formatNumber(static_cast<double>(bytes) / 1e9, 3) + " GB, and "
                            + formatNumber(available / 1e9, 3) + " GB of memory are free; split it into smaller files");
}

} // namespace gatescope
