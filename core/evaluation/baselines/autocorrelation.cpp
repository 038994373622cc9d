// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/baselines/autocorrelation.h"

#include <unsupported/Eigen/FFT>

#include <algorithm>
#include <bit>
#include <cmath>
#include <complex>
#include <limits>

namespace gatescope {

namespace {

/// Σ x_i x_{i+k} of a series that has room of zeros behind each run, for k = 0 … lags.
std::vector<double> products(std::vector<double> padded, Index lags)
{
    padded.resize(std::bit_ceil(padded.size() + static_cast<std::size_t>(lags)), 0.0);
    Eigen::FFT<double> transform;
    std::vector<std::complex<double>> spectrum;
    transform.fwd(spectrum, padded);
    for (std::complex<double> &value : spectrum)
        value = std::norm(value);
    transform.inv(padded, spectrum);
    padded.resize(static_cast<std::size_t>(lags) + 1);
    return padded;
}

struct Run {
    std::vector<double> values; ///< without their mean
};

std::vector<Run> centredRuns(std::span<const double> values, std::span<const Index> runs)
{
    std::vector<Run> centred;
    for (std::size_t r = 0; r + 1 < runs.size(); ++r) {
        const auto run =
            values.subspan(static_cast<std::size_t>(runs[r]), static_cast<std::size_t>(runs[r + 1] - runs[r]));
        double sum = 0.0;
        Index count = 0;
        for (const double value : run) {
            sum += std::isnan(value) ? 0.0 : value;
            count += !std::isnan(value);
        }
        const double mean = count > 0 ? sum / static_cast<double>(count) : 0.0;
        Run one;
        for (const double value : run)
            one.values.push_back(std::isnan(value) ? 0.0 : value - mean);
        centred.push_back(std::move(one));
    }
    return centred;
}

/// Adds Σ x_i² over the rows that have a partner k rows later (early), or earlier (late).
void addSquares(const std::vector<double> &values, std::vector<double> &early, std::vector<double> &late)
{
    double all = 0.0;
    for (const double value : values)
        all += value * value;
    double head = all, tail = all;
    for (std::size_t k = 0; k < early.size() && k < values.size(); ++k) {
        early[k] += head;
        late[k] += tail;
        head -= values[values.size() - 1 - k] * values[values.size() - 1 - k];
        tail -= values[k] * values[k];
    }
}

} // namespace

std::vector<double> autocorrelation(std::span<const double> values, std::span<const Index> runs, Index lags)
{
    std::vector<double> padded;
    std::vector<double> early(static_cast<std::size_t>(lags) + 1, 0.0), late = early;
    for (const Run &run : centredRuns(values, runs)) {
        padded.insert(padded.end(), run.values.begin(), run.values.end());
        padded.insert(padded.end(), static_cast<std::size_t>(lags), 0.0);
        addSquares(run.values, early, late);
    }
    std::vector<double> result(early.size(), std::numeric_limits<double>::quiet_NaN());
    if (padded.empty())
        return result;
    const std::vector<double> sums = products(std::move(padded), lags);
    const double floor = 1e-9 * early.front(); // what rounding leaves of nothing
    for (std::size_t k = 0; k < result.size(); ++k) {
        if (early[k] > floor && late[k] > floor)
            result[k] = std::clamp(sums[k] / std::sqrt(early[k] * late[k]), -1.0, 1.0);
    }
    return result;
}

void removeTrends(std::vector<double> &values, std::span<const Index> runs)
{
    for (std::size_t r = 0; r + 1 < runs.size(); ++r) {
        double count = 0, sumRow = 0, sumValue = 0, rowRow = 0, rowValue = 0;
        const auto middle = static_cast<double>(runs[r] + runs[r + 1]) / 2.0;
        for (Index row = runs[r]; row < runs[r + 1]; ++row) {
            const double value = values[static_cast<std::size_t>(row)], at = static_cast<double>(row) - middle;
            if (std::isnan(value))
                continue;
            count += 1;
            sumRow += at;
            sumValue += value;
            rowRow += at * at;
            rowValue += at * value;
        }
        const double spread = rowRow - (count > 0 ? sumRow * sumRow / count : 0.0);
        if (spread <= 0.0)
            continue;
        const double slope = (rowValue - sumRow * sumValue / count) / spread;
        const double level = (sumValue - slope * sumRow) / count;
        for (Index row = runs[r]; row < runs[r + 1]; ++row)
            values[static_cast<std::size_t>(row)] -= level + slope * (static_cast<double>(row) - middle);
    }
}

} // namespace gatescope
