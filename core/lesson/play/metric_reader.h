// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/evaluation/evaluation.h"
#include "core/inspect/run/trace.h"
#include "core/lesson/play/lesson_player.h"

#include <algorithm>

namespace gatescope {

/// One metric of one state; the arguments are read as they are needed.
class MetricReader {
public:
    MetricReader(const MetricCall &call, const LessonState &state, const LessonPlace &place)
        : m_call(call), m_state(state), m_place(place)
    {
    }

    double value() const; ///< @throws Error where there is none

private:
    static constexpr Index kSequencesOfMeans = 100;

    [[noreturn]] void none(const std::string &why) const
    {
        throw DataError("the metric " + m_call.text() + " has no value here: " + why);
    }
    std::optional<std::string> argument(std::string_view name) const
    {
        const auto found = m_call.arguments.find(name);
        return found == m_call.arguments.end() ? std::nullopt : std::optional(found->second);
    }
    std::optional<Index> whole(std::string_view name) const;
    Index within(std::string_view name, std::int64_t fallback, Index limit) const;

    double ofPart(std::string_view part, std::string_view name) const;
    double ofMeanForecast() const;
    double ofBaseline() const;
    std::shared_ptr<const Opponents> opponents() const;
    static DataPart partOf(std::string_view part)
    {
        return part == "train" ? DataPart::Train : part == "validation" ? DataPart::Validation : DataPart::Test;
    }
    double ofEpoch(bool validation) const;
    double ofHistory() const;
    double atPlace() const;
    double ofOutput(bool target) const;
    double meanOf(std::string_view quantity) const;
    double gradientLeft() const;
    double pathShare() const;
    Vector<double> attributionByLag() const;
    double attribution() const;
    double longestHalfLife() const;
    double memoryAt() const;
    double freeRunSpread() const;
    double ofFixedPoints() const;
    double bitsOf(std::string_view part) const;
    double ofCharacterBaseline() const;
    double ofWritten() const;
    void needText() const;

    const SequenceSet<float> &partNamed(std::string_view part) const;
    /// The sequences that means are taken over, each traced with its gradients.
    template <typename Work>
    void eachSequence(Work work) const;
    Trace<float> traceOf(const SequenceSet<float> &set, Index sequence) const;
    bool counts(const SequenceSet<float> &set, Index sequence, Index step) const;
    /// (T) how many letters of its word have been read at each step: 0 at a blank, -1 where no word is under way.
    std::vector<Index> lettersOf(const Trace<float> &trace) const;
    Index layerOfMeans() const { return within("layer", m_state.settings.network.layers, 0) - 1; }

    const MetricCall &m_call;
    const LessonState &m_state;
    const LessonPlace &m_place;
};

template <typename Work>
void MetricReader::eachSequence(Work work) const
{
    if (const auto number = whole("sequence")) {
        const auto [set, index] = m_state.sequence(*number);
        work(*set, index, traceOf(*set, index));
        return;
    }
    const SequenceSet<float> &set =
        m_state.data->validation.size() > 0 ? m_state.data->validation : m_state.data->train;
    for (Index i = 0; i < std::min(set.size(), kSequencesOfMeans); ++i)
        work(set, i, traceOf(set, i));
}

} // namespace gatescope
