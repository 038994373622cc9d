// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/scan/memory_limit.h"

#include "core/data/text/number_text.h"
#include "core/error.h"
#include "core/free_memory.h"

namespace gatescope {

void refuseBeyondMemory(std::size_t rows, std::size_t columns, const std::string &source)
{
    const double needed = static_cast<double>(rows) * static_cast<double>(columns) * sizeof(double);
    const double available = static_cast<double>(freeMemoryBytes());
    if (needed <= 0.9 * available)
        return;
    throw ResourceError(source + " has up to " + std::to_string(rows) + " rows × " + std::to_string(columns)
                        + " columns, which need " + formatNumber(needed / 1e9, 3) + " GB of memory, and "
                        + formatNumber(available / 1e9, 3) + " GB are free; leave out columns or rows");
}

void refuseFileBeyondMemory(std::size_t bytes, const std::string &file)
{
    const double available = static_cast<double>(freeMemoryBytes());
    if (static_cast<double>(bytes) > 0.9 * available)
        throw ResourceError(file + " has " + formatNumber(static_cast<double>(bytes) / 1e9, 3) + " GB, and "
                            + formatNumber(available / 1e9, 3) + " GB of memory are free; split it into smaller files");
}

} // namespace gatescope
