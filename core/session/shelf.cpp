// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/shelf.h"

#include "core/ascii.h"
#include "core/data/options/option_table.h"
#include "core/printable.h"
#include "core/train/settings/settings_table.h"

#include <algorithm>
#include <utility>

namespace gatescope {

namespace {

template <typename Element>
std::size_t bytesOf(const std::vector<Element> &values)
{
    return values.capacity() * sizeof(Element);
}

std::size_t bytesOf(const ThinnedSeries &series)
{
    return series.buckets().size() * sizeof(ThinnedSeries::Bucket);
}

std::size_t bytesOf(const History &history)
{
    std::size_t bytes = bytesOf(history.gradientNorm()) + bytesOf(history.clippedGradientNorm())
                        + bytesOf(history.clipAngle()) + bytesOf(history.learningRate())
                        + bytesOf(history.trainingLoss()) + bytesOf(history.validationLoss());
    for (std::size_t i = 0; i < History::kSmoothings.size(); ++i)
        bytes += bytesOf(history.batchLoss(i));
    for (const EpochRecord &epoch : history.epochs())
        bytes += sizeof(EpochRecord)
                 + static_cast<std::size_t>(epoch.gradientNorms.size() + epoch.gates.size()) * sizeof(float);
    return bytes;
}

/// Names that mean the same run on another machine, or say nothing about its result.
bool isAside(std::string_view id)
{
    return id == "threads";
}

std::string withSmallInitial(std::string_view text)
{
    std::string result(text);
    if (result.size() > 1 && !isCapital(result[1]))
        result[0] = lowered(result[0]);
    return result;
}

} // namespace

std::string KeptRun::label() const
{
    if (!run.name.empty())
        return run.name;
    const NetworkOptions &network = run.settings.network;
    const std::string shape = std::to_string(network.layers) + "×" + std::to_string(network.hidden);
    return shape + (title.empty() ? "" : " · ") + title;
}

std::size_t KeptRun::bytes() const
{
    std::size_t bytes = sizeof(KeptRun) + bytesOf(run.history) + run.data.csvColumns.size() * 64;
    if (run.state) {
        const TrainerState<float> &state = *run.state;
        bytes += bytesOf(state.parameters) + bytesOf(state.bestParameters) + bytesOf(state.firstMoment)
                 + bytesOf(state.secondMoment) + bytesOf(state.progress.permutation) + bytesOf(state.batchHistory)
                 + bytesOf(state.epochHistory);
    }
    return bytes;
}

std::vector<RunFact> runFacts(const KeptRun &kept)
{
    std::vector<RunFact> facts = {{"data", "Data", kept.title}};
    for (const SettingInfo &setting : settingsTable()) {
        if (setting.relevant(kept.run.settings) && !isAside(setting.id))
            facts.push_back(
                {std::string(setting.id), std::string(setting.title), settingWords(setting, kept.run.settings)});
    }
    for (const DataOption &option : dataOptionTable()) {
        if (option.listed && option.relevant(kept.preparation->options))
            facts.push_back(
                {std::string(option.id), std::string(option.title), optionText(option, kept.preparation->options)});
    }
    return facts;
}

bool haveSameData(const KeptRun &first, const KeptRun &second)
{
    const DataReference &a = first.run.data.reference, &b = second.run.data.reference;
    const bool sameFile = a.fingerprint && b.fingerprint ? *a.fingerprint == *b.fingerprint
                                                         : a == b && first.run.data.name == second.run.data.name;
    return sameFile && first.preparation->options == second.preparation->options;
}

std::string differenceText(const KeptRun &first, const KeptRun &second, std::size_t most)
{
    const std::vector<RunFact> before = runFacts(first);
    std::vector<std::string> differences;
    for (const RunFact &fact : runFacts(second)) {
        const auto old = std::ranges::find(before, fact.id, &RunFact::id);
        if (old == before.end() || old->text != fact.text)
            differences.push_back(withSmallInitial(fact.title) + " " + fact.text);
    }
    return firstOf(differences, most);
}

std::uint64_t Shelf::put(KeptRun kept, std::vector<KeptRun> &gone)
{
    kept.run.windows.reset();
    kept.run.moments.clear();
    kept.run.history = History(std::as_const(kept.run.history)); // a copy has no room to grow, which it needs no more
    const std::uint64_t id = kept.id != 0 ? kept.id : m_lastId + 1;
    m_lastId = std::max(m_lastId, id);
    kept.id = id;
    if (KeptRun *there = find(id))
        *there = std::move(kept);
    else
        m_runs.insert(std::ranges::upper_bound(m_runs, id, {}, &KeptRun::id), std::move(kept));
    while (bytes() > m_limit) {
        const auto oldest =
            std::ranges::find_if(m_runs, [id](const KeptRun &run) { return !run.pinned && run.id != id; });
        if (oldest == m_runs.end())
            break;
        gone.push_back(std::move(*oldest));
        m_runs.erase(oldest);
    }
    return id;
}

const KeptRun *Shelf::find(std::uint64_t id) const
{
    const auto found = std::ranges::find(m_runs, id, &KeptRun::id);
    return found == m_runs.end() ? nullptr : &*found;
}

KeptRun *Shelf::find(std::uint64_t id)
{
    return const_cast<KeptRun *>(std::as_const(*this).find(id));
}

std::optional<KeptRun> Shelf::take(std::uint64_t id)
{
    const auto found = std::ranges::find(m_runs, id, &KeptRun::id);
    if (found == m_runs.end())
        return std::nullopt;
    std::optional<KeptRun> taken = std::move(*found);
    m_runs.erase(found);
    return taken;
}

std::size_t Shelf::bytes() const
{
    std::size_t sum = 0;
    for (const KeptRun &kept : m_runs)
        sum += kept.bytes();
    return sum;
}

} // namespace gatescope
