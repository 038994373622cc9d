// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a training step, one by one, and how the whole of it grows. Run it on a quiet machine:
//   build/release/tests/benchmarks/gatescope_kernels --benchmark_filter=Gemm
#include "core/math/activations.h"
#include "core/math/packed_matrix.h"
#include "core/model/streaming_network.h"
#include "core/train/optimisation/clipping.h"
#include "core/train/optimisation/loss.h"
#include "core/train/optimisation/optimizer.h"
#include "tests/benchmarks/workload.h"

#include <benchmark/benchmark.h>

#include <chrono>

using namespace gatescope;

namespace {

using benchmark::Counter;

Counter rate(double operations)
{
    return Counter(operations, Counter::kIsIterationInvariantRate, Counter::OneK::kIs1000);
}

double peak()
{
    static const double found = measuredPeak(0.5);
    return found;
}

/// The time from its making to the end of a benchmark's loop, and what share of the peak that is.
class Stopwatch {
public:
    explicit Stopwatch(int threads = 1) : m_threads(threads), m_start(now()) {}

    /// @param operations of one turn of the loop @param gates operations of the gates besides
    void report(benchmark::State &state, double operations, double gates = 0.0) const
    {
        const double best = (now() - m_start) * peak() * m_threads / static_cast<double>(state.iterations());
        state.counters["FLOP/s"] = rate(operations);
        state.counters["share of peak"] = operations / best;
        if (gates > 0.0)
            state.counters["share of roofline"] = (operations + gates) / best;
    }

private:
    /// Processor time of one thread; of several only the time on the wall tells.
    double now() const
    {
        return m_threads == 1
                   ? threadSeconds()
                   : std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
    }

    int m_threads;
    double m_start;
};

Matrix<float> randomMatrix(Index rows, Index columns)
{
    return Matrix<float>::Random(rows, columns);
}

/// The guard of the compiler's flags: below about 0.7 of the peak from H = 64 on, a flag cripples the kernel.
void gemm(benchmark::State &state)
{
    const Index hidden = state.range(0), columns = 64;
    PackedMatrix<float> left;
    left.resize(3 * hidden, hidden);
    const Matrix<float> weights = randomMatrix(3 * hidden, hidden), right = randomMatrix(hidden, columns);
    left.pack(weights.data(), 1, 3 * hidden, 3 * hidden, hidden);
    Matrix<float> result(3 * hidden, columns);
    const Stopwatch stopwatch;
    for (auto _ : state) {
        left.multiply(right.data(), 1, hidden, columns, result.data(), 3 * hidden, StoreMode::Assign);
        benchmark::DoNotOptimize(result.data());
    }
    stopwatch.report(state, 6.0 * static_cast<double>(hidden * hidden * columns));
}
BENCHMARK(gemm)->Name("Gemm")->Arg(32)->Arg(64)->Arg(128)->Arg(256)->Arg(512);

void gemmOfEigen(benchmark::State &state)
{
    const Index hidden = state.range(0), columns = 64;
    const Matrix<float> left = randomMatrix(3 * hidden, hidden), right = randomMatrix(hidden, columns);
    Matrix<float> result(3 * hidden, columns);
    const Stopwatch stopwatch;
    for (auto _ : state) {
        result.noalias() = left * right;
        benchmark::DoNotOptimize(result.data());
    }
    stopwatch.report(state, 6.0 * static_cast<double>(hidden * hidden * columns));
}
BENCHMARK(gemmOfEigen)->Name("GemmOfEigen")->Arg(32)->Arg(64)->Arg(128)->Arg(256)->Arg(512);

template <auto Function>
void activation(benchmark::State &state)
{
    Matrix<float> values = randomMatrix(64, 64);
    for (auto _ : state) {
        for (Index i = 0; i < values.size(); i += Simd<float>::kWidth)
            storeVector(values.data() + i, Function(loadVector(values.data() + i)));
        benchmark::DoNotOptimize(values.data());
    }
    state.counters["time an element"] =
        Counter(static_cast<double>(values.size()), Counter::kIsIterationInvariantRate | Counter::kInvert);
}
constexpr auto kSigmoid = [](Simd<float>::Register x) { return sigmoid(x); };
constexpr auto kTangent = [](Simd<float>::Register x) { return hyperbolicTangent(x); };
BENCHMARK(activation<kSigmoid>)->Name("Gates/sigmoid");
BENCHMARK(activation<kTangent>)->Name("Gates/tanh");

Network<float> randomNetwork(const NetworkOptions &options, int threads)
{
    Network<float> network(options, threads);
    Random random(1);
    network.initialize(random);
    return network;
}

/// One layer on one thread, 32 steps of 64 sequences; args: H, formulation.
template <bool kBackward>
void layer(benchmark::State &state)
{
    const auto formulation = static_cast<Formulation>(state.range(1));
    NetworkOptions options = benchmarkSettings(state.range(0), 1, formulation, 1).network;
    options.inputs = options.hidden; // as a layer above the first
    auto network = randomNetwork(options, 1);
    const Matrix<float> input = randomMatrix(options.inputs, 32 * 64), gradient = randomMatrix(1, 64);
    const Stopwatch stopwatch;
    for (auto _ : state) {
        benchmark::DoNotOptimize(network.forward(input, 64).data());
        if (kBackward)
            network.backward(gradient);
    }
    const auto hidden = static_cast<double>(options.hidden);
    stopwatch.report(state, 32.0 * 64.0 * (kBackward ? 30.0 : 12.0) * hidden * hidden);
}
BENCHMARK(layer<false>)
    ->Name("Layer/forward")
    ->ArgNames({"H", "reset_before"})
    ->ArgsProduct({{32, 64, 128, 256}, {0, 1}});
BENCHMARK(layer<true>)->Name("Layer/both")->ArgNames({"H", "reset_before"})->ArgsProduct({{32, 64, 128, 256}, {0, 1}});

/// A whole training step; steps T, batch B, hidden H, layers L, threads.
void step(benchmark::State &state, Index steps, Index batch, Index hidden, Index layers, int threads,
          Formulation formulation = Formulation::ResetAfter)
{
    Settings settings = benchmarkSettings(hidden, layers, formulation, threads);
    settings.training.batch = batch;
    Trainer<float> trainer(settings, benchmarkData(settings, steps));
    trainer.step();
    const Stopwatch stopwatch(threads);
    for (auto _ : state)
        benchmark::DoNotOptimize(trainer.step());
    const auto samples = static_cast<double>(batch);
    state.counters["samples"] = rate(samples);
    stopwatch.report(state, samples * trainingOperations(settings.network, steps),
                     samples * gateOperations(settings.network, steps));
}

void stepOfShape(benchmark::State &state)
{
    step(state, state.range(0), 64, state.range(1), 2, static_cast<int>(state.range(2)),
         static_cast<Formulation>(state.range(3)));
}
BENCHMARK(stepOfShape)
    ->Name("Step")
    ->ArgNames({"T", "H", "threads", "reset_before"})
    ->UseRealTime()
    ->ArgsProduct({{32}, {32, 64, 128, 256}, {1, 2}, {0, 1}});

// How a step grows, with the expected law: linear in T, B and L, quadratic in H, shorter by the number of threads.
void againstSteps(benchmark::State &state)
{
    step(state, state.range(0), 64, 64, 2, 1);
    state.SetComplexityN(state.range(0));
}
void againstBatch(benchmark::State &state)
{
    step(state, 32, state.range(0), 64, 2, 1);
    state.SetComplexityN(state.range(0));
}
void againstHidden(benchmark::State &state)
{
    step(state, 32, 64, state.range(0), 2, 1);
    state.SetComplexityN(state.range(0));
}
void againstLayers(benchmark::State &state)
{
    step(state, 32, 64, 64, state.range(0), 1);
    state.SetComplexityN(state.range(0));
}
void againstThreads(benchmark::State &state)
{
    step(state, 32, 64, 64, 2, static_cast<int>(state.range(0)));
}
BENCHMARK(againstSteps)->Name("Scaling/T")->RangeMultiplier(2)->Range(8, 256)->Complexity(benchmark::oN);
BENCHMARK(againstBatch)->Name("Scaling/B")->RangeMultiplier(2)->Range(16, 512)->Complexity(benchmark::oN);
BENCHMARK(againstHidden)->Name("Scaling/H")->RangeMultiplier(2)->Range(32, 512)->Complexity(benchmark::oNSquared);
BENCHMARK(againstLayers)->Name("Scaling/L")->RangeMultiplier(2)->Range(1, 8)->Complexity(benchmark::oN);
BENCHMARK(againstThreads)->Name("Scaling/threads")->DenseRange(1, 4)->UseRealTime();

void adam(benchmark::State &state)
{
    const auto size = static_cast<std::size_t>(benchmarkSettings(state.range(0), 2, {}, 1).network.parameterCount());
    std::vector<float> parameters(size, 0.1f), gradient(size, 0.01f);
    Optimizer<float> optimizer(TrainingOptions{}, static_cast<Index>(size));
    for (auto _ : state)
        optimizer.update(parameters, gradient, 1e-3);
    state.counters["time an element"] =
        Counter(static_cast<double>(size), Counter::kIsIterationInvariantRate | Counter::kInvert);
}
BENCHMARK(adam)->Name("Adam")->Arg(64)->Arg(512);

void norm(benchmark::State &state)
{
    const auto size = static_cast<std::size_t>(benchmarkSettings(state.range(0), 2, {}, 1).network.parameterCount());
    const std::vector<float> gradient(size, 0.01f);
    for (auto _ : state)
        benchmark::DoNotOptimize(gradientNorm(std::span<const float>(gradient)));
    state.counters["time an element"] =
        Counter(static_cast<double>(size), Counter::kIsIterationInvariantRate | Counter::kInvert);
}
BENCHMARK(norm)->Name("GradientNorm")->Arg(64)->Arg(512);

/// One sequence of one layer, as a model that runs beside a sensor sees it; a call a step. Args: H, formulation.
void streaming(benchmark::State &state)
{
    constexpr Index kSteps = 1000;
    const auto formulation = static_cast<Formulation>(state.range(1));
    const NetworkOptions options = benchmarkSettings(state.range(0), 1, formulation, 1).network;
    StreamingNetwork<float> stream(randomNetwork(options, 1));
    const Matrix<float> input = randomMatrix(options.inputs, kSteps);
    Index step = 0;
    const Stopwatch stopwatch;
    for (auto _ : state) {
        const float *x = input.col(step).data();
        benchmark::DoNotOptimize(stream.step({x, static_cast<std::size_t>(options.inputs)}).data());
        step = (step + 1) % kSteps;
    }
    const auto hidden = static_cast<double>(options.hidden);
    stopwatch.report(state, 6.0 * hidden * (hidden + static_cast<double>(options.inputs)));
}
BENCHMARK(streaming)->Name("Streaming")->ArgNames({"H", "reset_before"})->ArgsProduct({{16, 32, 64, 128, 256}, {0, 1}});

} // namespace

BENCHMARK_MAIN();
