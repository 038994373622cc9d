// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/time_machine.h"

#include <cstdint>
#include <vector>

namespace gatescope {

/// Moments of the trainings that were seen, by the id of their run on the shelf: at most kFrames a run, and bounded in
/// bytes together; the film that was put there longest ago goes first, never the newest.
class FilmShelf {
public:
    static constexpr std::size_t kFrames = 100;
    static constexpr std::size_t kBytes = std::size_t{64} << 20;

    explicit FilmShelf(std::size_t bytes = kBytes) : m_limit(bytes) {}

    /// Takes a run's moments, ascending by step, evenly thinned with both ends kept. Earlier ones that are known of the
    /// run stay: of a training that was taken up again only the new ones come. Cost O(moments), no weights are copied.
    void put(std::uint64_t run, const std::vector<TrainingMoment> &moments);
    /// Ascending by step; empty where none is known.
    const std::vector<TrainingMoment> &find(std::uint64_t run) const;
    std::size_t bytes() const;

private:
    struct Film {
        std::uint64_t run;
        std::vector<TrainingMoment> moments;
    };

    std::vector<Film> m_films; ///< the one put there longest ago first
    std::size_t m_limit;
};

} // namespace gatescope
