// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/verdicts.h"
#include "core/math/random.h"

#include <cmath>
#include <functional>
#include <numbers>
#include <string>
#include <vector>

namespace gatescope {

/// A made series: row → value, with noise where asked.
inline std::vector<double> series(Index rows, const std::function<double(Index)> &value, double noise = 0.0)
{
    Random random(5);
    std::vector<double> values;
    for (Index row = 0; row < rows; ++row)
        values.push_back(value(row) + noise * random.normal());
    return values;
}

inline double wave(Index row, double period)
{
    return std::sin(2.0 * std::numbers::pi * static_cast<double>(row) / period);
}

inline std::vector<double> walk(Index rows, std::uint64_t seed)
{
    Random random(seed);
    std::vector<double> values(1, 0.0);
    while (static_cast<Index>(values.size()) < rows)
        values.push_back(values.back() + random.normal());
    return values;
}

inline DataOptions valueOptions(Index window, std::vector<Index> horizons)
{
    DataOptions options;
    options.targets = {"value"};
    options.features = {"value"};
    options.window = window;
    options.horizons = std::move(horizons);
    return options;
}

inline PreparedData<double> prepared(std::vector<double> values, const DataOptions &options)
{
    return prepareData<double>(Table("made", {Column::numbers("value", std::move(values))}), options);
}

/// A part's forecast as a rule would make it: target and index of the window → prediction.
inline Forecast ruleForecast(const PreparedData<double> &data, DataPart part,
                             const std::function<double(double target, Index window)> &rule)
{
    const SequenceSet<double> &set = data.part(part);
    Forecast forecast;
    forecast.target.resize(set.targets(), set.size());
    forecast.prediction = forecast.target;
    for (Index window = 0; window < set.size(); ++window) {
        forecast.target.col(window) = data.targetInUnits(set, window);
        for (Index o = 0; o < set.targets(); ++o)
            forecast.prediction(o, window) = rule(forecast.target(o, window), window);
    }
    return forecast;
}

/// A result made by a rule on all parts, and the verdicts on it.
class RuledResult {
public:
    using Rule = std::function<double(double target, DataPart part, Index window)>;

    RuledResult(PreparedData<double> data, const Rule &rule)
        : m_data(std::move(data)), m_opponents(Opponents::of(m_data, {}))
    {
        for (const DataPart part : {DataPart::Train, DataPart::Validation, DataPart::Test})
            m_forecasts.push_back(
                ruleForecast(m_data, part, [&](double target, Index window) { return rule(target, part, window); }));
    }

    const PreparedData<double> &data() const { return m_data; }
    const Opponents &opponents() const { return *m_opponents; }
    JudgedResult judged() const
    {
        JudgedResult result{*m_opponents, {}, {}, {}, false, false, false};
        for (std::size_t part = 0; part < m_forecasts.size(); ++part) {
            if (m_forecasts[part].target.cols() == 0)
                continue;
            result.forecasts[part] = &m_forecasts[part];
            result.parts[part] = evaluatePart(*m_opponents, static_cast<DataPart>(part), m_forecasts[part]);
        }
        return result;
    }
    std::vector<std::string> ids() const { return idsOf(judged()); }
    static std::vector<std::string> idsOf(const JudgedResult &judged)
    {
        std::vector<std::string> ids;
        for (const Verdict &verdict : verdicts(judged))
            ids.push_back(verdict.id);
        return ids;
    }

private:
    PreparedData<double> m_data;
    std::shared_ptr<const Opponents> m_opponents;
    std::vector<Forecast> m_forecasts;
};

} // namespace gatescope
