// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/time_machine.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr std::int64_t kFewestMoments = 3;

} // namespace

std::size_t momentBytes(const TrainingMoment &moment)
{
    std::size_t numbers = moment.parameters->size();
    if (moment.gradientNorms)
        numbers += static_cast<std::size_t>(moment.gradientNorms->size());
    if (moment.updateRatios)
        numbers += 4 * moment.updateRatios->tensors.size()
                   + static_cast<std::size_t>(moment.updateRatios->units.size() + moment.updateRatios->gates.size());
    if (moment.gateGradients)
        numbers += static_cast<std::size_t>(moment.gateGradients->size());
    return numbers * sizeof(float);
}

TimeMachine::TimeMachine(std::int64_t byteLimit, std::int64_t maximumMoments)
    : m_byteLimit(byteLimit), m_maximumMoments(std::max(kFewestMoments, maximumMoments))
{
}

void TimeMachine::record(TrainingMoment moment)
{
    if (!m_moments.empty() && moment.step < m_moments.back().step)
        clear();
    const auto room = static_cast<std::size_t>(
        std::clamp(m_byteLimit / std::max<std::int64_t>(1, static_cast<std::int64_t>(momentBytes(moment))),
                   kFewestMoments, m_maximumMoments));
    m_capacity = m_recorded == 0 ? room : std::min(m_capacity, room);
    if (m_lastIsExtra)
        m_moments.pop_back();
    while (m_moments.size() + 1 > m_capacity)
        thin();
    m_moments.push_back(std::move(moment));
    m_lastIsExtra = m_recorded % m_stride != 0;
    ++m_recorded;
}

/// Drops every second moment but the first: those left are 2·stride recordings apart.
void TimeMachine::thin()
{
    std::vector<TrainingMoment> kept;
    for (std::size_t i = 0; i < m_moments.size(); i += 2)
        kept.push_back(std::move(m_moments[i]));
    m_moments = std::move(kept);
    m_stride *= 2;
}

void TimeMachine::clear()
{
    m_moments.clear();
    m_capacity = 0;
    m_stride = 1;
    m_recorded = 0;
    m_lastIsExtra = false;
}

const TrainingMoment *TimeMachine::nearest(std::int64_t step) const
{
    const auto distance = [step](const TrainingMoment &moment) {
        return moment.step > step ? moment.step - step : step - moment.step;
    };
    const auto found = std::ranges::min_element(m_moments, {}, distance);
    return found == m_moments.end() ? nullptr : &*found;
}

std::int64_t TimeMachine::bytes() const
{
    std::int64_t sum = 0;
    for (const TrainingMoment &moment : m_moments)
        sum += static_cast<std::int64_t>(momentBytes(moment));
    return sum;
}

} // namespace gatescope
