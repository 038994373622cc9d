// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/run_metrics.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gatescope {

/// A trained run that is kept beside the one in force.
struct KeptRun {
    std::uint64_t id = 0;                           ///< of the shelf; 0: not on one yet
    Run run;                                        ///< without windows and kept moments
    std::shared_ptr<const Preparation> preparation; ///< how its windows were made; never null on a shelf
    std::string title;                              ///< of its data, as a person knows it
    MetricValues metrics;
    std::int64_t batchesPerEpoch = 1;
    bool pinned = false;

    /// What it is called: its name, else the network's shape and the data's name.
    std::string label() const;
    /// About what it holds in memory.
    std::size_t bytes() const;
};

/// One fact of a run: a setting, a data option, or where the data is from.
struct RunFact {
    std::string id, title, text;

    bool operator==(const RunFact &) const = default;
};

/// All settings and data options of a run that play a part, in the order of the tables.
std::vector<RunFact> runFacts(const KeptRun &kept);
/// Whether two runs have the same data, prepared in the same way: only then their errors can be compared.
bool haveSameData(const KeptRun &first, const KeptRun &second);
/// In what the second differs from the first: "hidden units 8", "learning rate 0.01"; at most `most` of them.
std::string differenceText(const KeptRun &first, const KeptRun &second, std::size_t most = 3);

/// Runs side by side, the oldest first, bounded in bytes: the oldest that is not pinned goes first, never the newest.
class Shelf {
public:
    static constexpr std::size_t kBytes = std::size_t{150} << 20;

    /// Runs of earlier sessions of the program come first: ids up to this one are left for them.
    static constexpr std::uint64_t kEarlierIds = 1'000'000;

    explicit Shelf(std::size_t bytes = kBytes) : m_limit(bytes) {}

    /// Takes a run. One that has the id of a run there takes its place; id 0 gets a new one.
    /// @param gone  the runs that had to leave for it are added @return its id
    std::uint64_t put(KeptRun kept, std::vector<KeptRun> &gone);
    const KeptRun *find(std::uint64_t id) const;
    /// The same, to be named, pinned or measured.
    KeptRun *find(std::uint64_t id);
    /// Takes a run out; nothing when it is not there.
    std::optional<KeptRun> take(std::uint64_t id);

    const std::vector<KeptRun> &runs() const { return m_runs; }
    std::size_t bytes() const;
    std::size_t limit() const { return m_limit; }

private:
    std::vector<KeptRun> m_runs; ///< by id, which rises
    std::size_t m_limit;
    std::uint64_t m_lastId = kEarlierIds;
};

} // namespace gatescope
