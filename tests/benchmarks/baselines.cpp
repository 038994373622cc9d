// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the baselines of a large series cost: a million rows of four features, windows of 32. Prints how long all of
// them take, fitted and scored on every part, and how long a stop is waited for. usage: gatescope_baselines [ROWS]
#include "core/evaluation/evaluation.h"
#include "core/math/random.h"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace gatescope;
using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point from)
{
    return std::chrono::duration<double>(Clock::now() - from).count();
}

PreparedData<float> made(Index rows)
{
    Random random(1);
    std::vector<Column> columns;
    for (int feature = 0; feature < 4; ++feature) {
        std::vector<double> values(static_cast<std::size_t>(rows));
        for (Index row = 0; row < rows; ++row)
            values[static_cast<std::size_t>(row)] =
                std::sin(0.26 * static_cast<double>(row) + feature) + 0.3 * random.normal();
        columns.push_back(Column::numbers("f" + std::to_string(feature), std::move(values)));
    }
    DataOptions options;
    options.targets = {"f0"};
    options.features = {"f0", "f1", "f2", "f3"};
    options.window = 32;
    return prepareData<float>(Table("made", std::move(columns)), options);
}

/// Seconds from a stop, asked for at this share of the work, to its end.
double stopSeconds(const PreparedData<float> &data, double share)
{
    Clock::time_point asked;
    bool isAsked = false;
    // The caller of Opponents::of() asks whenever it likes; the answer comes at the next report of progress.
    double longest = 0.0;
    Clock::time_point last = Clock::now();
    try {
        Opponents::of(data, Loss{}, [&](double fraction) {
            longest = std::max(longest, secondsSince(last));
            last = Clock::now();
            if (fraction < share)
                return true;
            asked = Clock::now();
            isAsked = true;
            return false;
        });
    } catch (const ProgressGate::Cancelled &) {
    }
    return isAsked ? longest + secondsSince(asked) : NAN;
}

} // namespace

int main(int argc, char **argv)
{
    const Index rows = argc > 1 ? std::atol(argv[1]) : 1'000'000;
    const PreparedData<float> data = made(rows);
    std::printf("%ld rows, 4 features, window 32: %ld windows\n", static_cast<long>(rows),
                static_cast<long>(data.all.size()));
    const Clock::time_point began = Clock::now();
    const auto opponents = Opponents::of(data, Loss{});
    std::printf("all baselines on all parts: %.2f s\n", secondsSince(began));
    for (const BaselineResult &result : opponents->results()) {
        const auto &score = result.on(DataPart::Validation);
        std::printf("  %-14s validation RMSE %s\n", std::string(result.info->id).c_str(),
                    score ? std::to_string(std::sqrt(score->meanSquaredError)).c_str() : result.why.c_str());
    }
    for (const double share : {0.1, 0.6})
        std::printf("a stop at %.0f %% is waited for at most %.3f s\n", 100.0 * share, stopSeconds(data, share));
    return 0;
}
