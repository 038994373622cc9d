// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/baselines/fits.h"

#include <cmath>
#include <limits>

namespace gatescope {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr const char *kTheAnswer = "at horizon 0 it would be the answer";
constexpr const char *kNoRows = "the sequences of a tensor file have no rows before them";

/// Forecasts from one earlier row of the target, and a slope that is 0 unless it drifts.
class EarlierRow : public Baseline {
public:
    EarlierRow(const BaselineData &data, Vector<double> slope) : m_data(data), m_slope(std::move(slope)) {}

    void predict(const WindowPlaces &windows, Matrix<double> &forecasts) const override
    {
        const Index targets = m_data.targets();
        for (Index window = 0; window < windows.size(); ++window) {
            const Index last = windows.starts[static_cast<std::size_t>(window)] + m_data.steps - 1;
            for (Index k = 0; k < m_data.horizons; ++k)
                forecasts.col(window).segment(k * targets, targets) =
                    m_data.values->col(last) + static_cast<double>(m_data.ahead(windows, window, k)) * m_slope;
        }
    }

private:
    const BaselineData &m_data;
    Vector<double> m_slope; ///< (O₁) a row
};

/// The value ⌈h/s⌉ seasons before the target.
class Seasonal : public Baseline {
public:
    explicit Seasonal(const BaselineData &data) : m_data(data) {}

    void predict(const WindowPlaces &windows, Matrix<double> &forecasts) const override
    {
        const Index targets = m_data.targets(), season = m_data.season.rows;
        for (Index window = 0; window < windows.size(); ++window) {
            const Index last = windows.starts[static_cast<std::size_t>(window)] + m_data.steps - 1;
            const Index begin = m_data.runBegin(last);
            for (Index k = 0; k < m_data.horizons; ++k) {
                const Index ahead = m_data.ahead(windows, window, k);
                const Index row = last + ahead - (ahead + season - 1) / season * season;
                if (row >= begin)
                    forecasts.col(window).segment(k * targets, targets) = m_data.values->col(row);
                else
                    forecasts.col(window).segment(k * targets, targets).setConstant(kNone);
            }
        }
    }

private:
    const BaselineData &m_data;
};

class Mean : public Baseline {
public:
    explicit Mean(Vector<double> means) : m_means(std::move(means)) {}
    void predict(const WindowPlaces &, Matrix<double> &forecasts) const override { forecasts.colwise() = m_means; }

private:
    Vector<double> m_means; ///< (O)
};

/// Of the training part; around the first value, so that a large offset costs no digits.
double meanOf(const BaselineData &data, Index target)
{
    double first = kNone, sum = 0.0, count = 0.0;
    for (const BaselineData::Run &run : data.trainRuns) {
        for (Index row = run.begin; row < run.end; ++row) {
            const double value = (*data.values)(target, row);
            if (std::isnan(value))
                continue;
            first = count > 0.0 ? first : value;
            sum += value - first;
            count += 1.0;
        }
    }
    return first + sum / count;
}

/// (last − first)/(n − 1) of the training part; over several runs the rises and rows of all together.
double slopeOf(const BaselineData &data, Index target)
{
    double rise = 0.0, rows = 0.0;
    for (const BaselineData::Run &run : data.trainRuns) {
        Index first = run.begin, last = run.end - 1;
        const auto missing = [&](Index row) { return std::isnan((*data.values)(target, row)); };
        while (first < last && missing(first))
            ++first;
        while (last > first && missing(last))
            --last;
        if (first >= last)
            continue;
        rise += (*data.values)(target, last) - (*data.values)(target, first);
        rows += static_cast<double>(last - first);
    }
    return rows > 0.0 ? rise / rows : 0.0;
}

FittedBaseline without(std::string why)
{
    return {nullptr, nullptr, std::move(why)};
}

} // namespace

FittedBaseline fitLastValue(const BaselineData &data, const ProgressGate &)
{
    if (!data.hasRows)
        return without(kNoRows);
    if (data.asksForKnownRow())
        return without(kTheAnswer);
    return {nullptr, std::make_unique<EarlierRow>(data, Vector<double>::Zero(data.targets())), {}};
}

FittedBaseline fitDrift(const BaselineData &data, const ProgressGate &)
{
    if (!data.hasRows)
        return without(kNoRows);
    if (data.asksForKnownRow())
        return without(kTheAnswer);
    Vector<double> slope(data.targets());
    for (Index target = 0; target < data.targets(); ++target)
        slope(target) = slopeOf(data, target);
    return {nullptr, std::make_unique<EarlierRow>(data, std::move(slope)), {}};
}

FittedBaseline fitMean(const BaselineData &data, const ProgressGate &)
{
    Vector<double> means(data.targets());
    for (Index target = 0; target < data.targets(); ++target)
        means(target) = meanOf(data, target);
    return {nullptr, std::make_unique<Mean>(means.replicate(data.horizons, 1)), {}};
}

FittedBaseline fitSeasonal(const BaselineData &data, const ProgressGate &)
{
    if (!data.hasRows)
        return without(kNoRows);
    if (data.asksForKnownRow())
        return without(kTheAnswer);
    if (data.season.rows == 0)
        return without("no season was found; say one with --season");
    if (data.season.rows >= data.trainRows())
        return without("the season of " + std::to_string(data.season.rows) + " rows is as long as the training part ("
                       + std::to_string(data.trainRows()) + " rows) or longer");
    return {nullptr, std::make_unique<Seasonal>(data), {}};
}

} // namespace gatescope
