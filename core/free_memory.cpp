// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/free_memory.h"

#include "core/error.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <limits>
#include <optional>
#include <sys/resource.h>
#include <unistd.h>

namespace gatescope {

namespace {

constexpr std::int64_t kUnlimited = std::numeric_limits<std::int64_t>::max();

/// The number that follows a word in a file of the system's, or the file's first one when no word is asked for.
/// No portable call knows these: what is free without swapping, what a container may use, how much is mapped.
std::optional<std::int64_t> systemNumber(const char *path, const std::string &word = {})
{
    std::ifstream file(path);
    std::int64_t number = 0;
    if (word.empty())
        return file >> number ? std::optional(number) : std::nullopt;
    for (std::string key; file >> key;) {
        if (key == word)
            return file >> number ? std::optional(number) : std::nullopt;
        file.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
    }
    return std::nullopt;
}

std::int64_t systemLeft()
{
    const auto kibibytes = systemNumber("/proc/meminfo", "MemAvailable:");
    return kibibytes ? *kibibytes * 1024 : kUnlimited;
}

/// A container counts the pages of files that were read as used, though they are given back when needed.
std::int64_t containerLeft()
{
    const auto most = systemNumber("/sys/fs/cgroup/memory.max");
    const auto used = systemNumber("/sys/fs/cgroup/memory.current");
    if (!most || !used)
        return kUnlimited;
    const std::int64_t files = systemNumber("/sys/fs/cgroup/memory.stat", "inactive_file").value_or(0);
    return std::max<std::int64_t>(0, *most - *used + files);
}

std::int64_t processLeft()
{
    rlimit limit = {};
    if (::getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return kUnlimited;
    const std::int64_t mapped = systemNumber("/proc/self/statm").value_or(0) * ::sysconf(_SC_PAGESIZE);
    return std::max<std::int64_t>(0, static_cast<std::int64_t>(limit.rlim_cur) - mapped);
}

} // namespace

std::int64_t freeMemoryBytes()
{
    return std::min({systemLeft(), containerLeft(), processLeft()});
}

std::string memoryText(std::int64_t bytes)
{
    static constexpr const char *kUnits[] = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
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

void requireMemory(std::uint64_t bytes, const std::string &what)
{
    const std::int64_t available = freeMemoryBytes();
    if (static_cast<double>(bytes) <= 0.9 * static_cast<double>(available))
        return;
    const auto needed = static_cast<std::int64_t>(std::min<std::uint64_t>(bytes, kUnlimited));
    throw ResourceError(what + " needs " + memoryText(needed) + " of memory and " + memoryText(available)
                        + " are free; close other programs or use less data");
}

std::string outOfMemoryText()
{
    rusage usage = {};
    ::getrusage(RUSAGE_SELF, &usage);
    const std::int64_t left = freeMemoryBytes();
    return "there is not enough memory for this: the program had taken "
           + memoryText(std::int64_t{usage.ru_maxrss} * 1024)
           + (left == kUnlimited ? std::string() : " and " + memoryText(left) + " are left without it")
           + "; use fewer rows, a smaller batch or a smaller network";
}

} // namespace gatescope
