// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/prepare/window_cutter.h"

#include "core/math/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gatescope {

void WindowCutter::addTargets(WindowStarts &windows, Index start) const
{
    const Index last = start + window - 1;
    const auto targetRow = [&](Index horizon) { return labelOfSequence ? last : last + horizon; };
    if ((needsLast && isUnknown(last))
        || std::any_of(horizons.begin(), horizons.end(), [&](Index horizon) { return isUnknown(targetRow(horizon)); }))
        return;
    windows.starts.push_back(start);
    for (const Index horizon : horizons)
        windows.targets.push_back(targetRow(horizon));
}

WindowStarts WindowCutter::withTargets(Index begin, Index end) const
{
    WindowStarts windows;
    const Index toTarget = window - 1 + (labelOfSequence ? 0 : horizons.front());
    const Index earliest = lookBack == LookBack::All ? begin - toTarget : begin;
    for (const auto &[runBegin, runEnd] : runs) {
        const Index stop = std::min(end, runEnd);
        for (Index start = std::max(earliest, runBegin); start + rowsNeeded() <= stop; start += stride)
            addTargets(windows, start);
    }
    if (lookBack == LookBack::All)
        windows.firstTargets.assign(windows.starts.size(), begin);
    return windows;
}

WindowStarts WindowCutter::inputsOnly() const
{
    WindowStarts windows;
    for (const auto &[runBegin, runEnd] : runs) {
        for (Index start = runBegin; start + window <= runEnd; start += stride) {
            if (!needsLast || !isUnknown(start + window - 1))
                windows.starts.push_back(start);
        }
    }
    return windows;
}

std::array<WindowStarts, 3> dealShuffled(const WindowStarts &all, std::size_t horizons,
                                         const std::array<double, 3> &split, std::uint64_t seed)
{
    std::vector<std::size_t> order(all.starts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    Random random(seed);
    random.shuffle(std::span<std::size_t>(order));
    const auto count = static_cast<double>(order.size());
    const auto first = static_cast<std::ptrdiff_t>(std::floor(split[0] * count));
    const auto second = std::max(first, static_cast<std::ptrdiff_t>(std::floor((split[0] + split[1]) * count)));
    const std::array<std::ptrdiff_t, 4> borders{0, first, std::min(second, std::ssize(order)), std::ssize(order)};
    std::array<WindowStarts, 3> parts;
    for (std::size_t part = 0; part < 3; ++part) {
        std::sort(order.begin() + borders[part], order.begin() + borders[part + 1]);
        for (std::ptrdiff_t i = borders[part]; i < borders[part + 1]; ++i) {
            const std::size_t window = order[static_cast<std::size_t>(i)];
            parts[part].starts.push_back(all.starts[window]);
            for (std::size_t k = 0; k < horizons; ++k)
                parts[part].targets.push_back(all.targets[window * horizons + k]);
        }
    }
    return parts;
}

} // namespace gatescope
