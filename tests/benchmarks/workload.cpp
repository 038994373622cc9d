// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/workload.h"

#include "core/math/simd.h"

#include <array>
#include <chrono>
#include <ctime>
#include <numeric>

namespace gatescope {

double threadSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

double measuredPeak(double seconds)
{
    using Register = Simd<float>::Register;
    constexpr int kChains = 12; // enough of them, independent of each other, to hide the latency
    constexpr int kRounds = 100000;
    std::array<Register, kChains> sums{};
    const Register factor = Register{} + 0.999f, addend = Register{} + 0.001f;
    // By the wall clock: a thread's own clock is too coarse for spurts this short when others want the processor.
    using Clock = std::chrono::steady_clock;
    double best = 0.0;
    const auto end = Clock::now() + std::chrono::duration<double>(seconds);
    while (Clock::now() < end) {
        const auto start = Clock::now();
        for (int round = 0; round < kRounds; ++round)
            for (Register &sum : sums)
                sum = sum * factor + addend;
        asm volatile("" : : "g"(sums.data()) : "memory");
        const double elapsed = std::chrono::duration<double>(Clock::now() - start).count();
        best = std::max(best, 2.0 * kRounds * kChains * static_cast<double>(Simd<float>::kWidth) / elapsed);
    }
    return best;
}

double trainingOperations(const NetworkOptions &options, Index steps, Index answers)
{
    const auto hidden = static_cast<double>(options.hidden), inputs = static_cast<double>(options.inputs);
    const double first = 12.0 * hidden * inputs + 18.0 * hidden * hidden;
    const double above = 36.0 * hidden * hidden * static_cast<double>(options.layers - 1);
    const double head = 6.0 * hidden * static_cast<double>(options.outputs); // at each answer
    return static_cast<double>(steps) * (first + above) + static_cast<double>(answers) * head;
}

double gateOperations(const NetworkOptions &options, Index steps)
{
    return 150.0 * static_cast<double>(options.hidden * options.layers * steps);
}

Settings benchmarkSettings(Index hidden, Index layers, Formulation formulation, int threads)
{
    Settings settings;
    settings.network.hidden = hidden;
    settings.network.layers = layers;
    settings.network.formulation = formulation;
    settings.training.threads = threads;
    settings.training.epochs = 1000000;
    return settings;
}

namespace {

/// 16 batches of windows that begin one row after the other.
TrainingData<float> windowsInto(const std::shared_ptr<const SeriesStore<float>> &store, const Settings &settings,
                                Index steps, TaskKind kind)
{
    std::vector<std::int64_t> starts(static_cast<std::size_t>(16 * settings.training.batch));
    std::iota(starts.begin(), starts.end(), 0);
    std::vector<std::int64_t> targets = starts;
    for (std::int64_t &column : targets)
        column += steps;
    return {SequenceSet<float>(store, steps, starts, targets, 1, kind), {}};
}

} // namespace

TrainingData<float> benchmarkText(const Settings &settings, Index steps)
{
    Random random(1);
    auto store = std::make_shared<SeriesStore<float>>();
    store->symbols = settings.network.inputs;
    store->inputs.resize(1, 16 * settings.training.batch + steps);
    for (float &value : store->inputs.reshaped())
        value = static_cast<float>(random.below(static_cast<std::uint64_t>(settings.network.inputs)));
    store->targets = store->inputs;
    return windowsInto(store, settings, steps, TaskKind::Classification);
}

TrainingData<float> benchmarkData(const Settings &settings, Index steps)
{
    const Index windows = 16 * settings.training.batch;
    Random random(1);
    auto store = std::make_shared<SeriesStore<float>>();
    store->inputs.resize(settings.network.inputs, windows + steps);
    store->targets.resize(settings.network.outputs, windows + steps);
    for (Matrix<float> *matrix : {&store->inputs, &store->targets})
        for (float &value : matrix->reshaped())
            value = static_cast<float>(random.normal());
    return windowsInto(store, settings, steps, TaskKind::Regression);
}

} // namespace gatescope
