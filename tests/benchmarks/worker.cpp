// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The GateScope side of compare.py. Reads requests from standard input, one a line, and answers each with a line:
//   train STEPS HIDDEN SECONDS  → samples a second of whole training steps; bytes of the training's memory;
//                                 operations a sample of its matrix products, and of its gates
//   every STEPS HIDDEN SECONDS  → the same with a loss at every step
//   text STEPS HIDDEN SECONDS   → the same of a text: one-hot characters, cross-entropy at every step
//   infer STEPS HIDDEN SECONDS  → samples a second of whole-sequence inference, batch 64
//   stream HIDDEN SECONDS       → steps a second of one sequence through one layer, a call a step
//   peak SECONDS                → operations a second of THREADS threads at once
// usage: gatescope_worker THREADS reset-after|reset-before
#include "core/model/streaming_network.h"
#include "tests/benchmarks/workload.h"

#include <chrono>
#include <iostream>
#include <map>
#include <numeric>
#include <sstream>
#include <string>
#include <thread>
#include <tuple>

using namespace gatescope;

namespace {

constexpr Index kBatch = 64;
constexpr Index kCharacters = 70; ///< of the text

/// Calls work() until the time is over. @return calls a second
template <typename Work>
double callsPerSecond(double seconds, Work &&work)
{
    using Clock = std::chrono::steady_clock;
    work();
    const auto start = Clock::now();
    double calls = 0.0, elapsed = 0.0;
    while (elapsed < seconds) {
        work();
        calls += 1.0;
        elapsed = std::chrono::duration<double>(Clock::now() - start).count();
    }
    return calls / elapsed;
}

class Worker {
public:
    Worker(int threads, Formulation formulation) : m_threads(threads), m_formulation(formulation) {}

    std::string answer(const std::string &request)
    {
        std::istringstream words(request);
        std::ostringstream result;
        result.precision(12);
        std::string verb;
        Index steps = 0, hidden = 0;
        double seconds = 0.0;
        words >> verb;
        if ((verb == "train" || verb == "every" || verb == "text") && words >> steps >> hidden >> seconds)
            train(verb, steps, hidden, seconds, result);
        else if (verb == "infer" && words >> steps >> hidden >> seconds)
            result << infer(steps, hidden, seconds) * kBatch;
        else if (verb == "stream" && words >> hidden >> seconds)
            result << stream(hidden, seconds);
        else if (verb == "peak" && words >> seconds)
            result << peak(seconds);
        else
            result << "error: not understood: " << request;
        return result.str();
    }

private:
    void train(const std::string &verb, Index steps, Index hidden, double seconds, std::ostream &result)
    {
        Settings settings = benchmarkSettings(hidden, 2, m_formulation, m_threads);
        settings.training.lossAt = verb == "train" ? LossAt::End : LossAt::Every;
        if (verb == "text") {
            settings.network.inputs = settings.network.outputs = kCharacters;
            settings.training.loss.kind = LossKind::CrossEntropy;
        }
        auto &trainer = m_trainers[{verb, steps, hidden}];
        if (!trainer)
            trainer = std::make_unique<Trainer<float>>(settings, verb == "text" ? benchmarkText(settings, steps)
                                                                                : benchmarkData(settings, steps));
        result << callsPerSecond(seconds, [&] { trainer->step(); }) * kBatch << " "
               << Trainer<float>::memoryBytes(settings, steps) << " " << products(settings, steps) << " "
               << gateOperations(settings.network, steps);
    }

    static double products(const Settings &settings, Index steps)
    {
        NetworkOptions shape = settings.network;
        shape.inputs = shape.inputs == kCharacters ? 0 : shape.inputs;
        return trainingOperations(shape, steps, settings.training.lossAt == LossAt::Every ? steps : 0);
    }

    Network<float> randomNetwork(Index layers, Index hidden) const
    {
        Network<float> network(benchmarkSettings(hidden, layers, m_formulation, m_threads).network, m_threads);
        Random random(1);
        network.initialize(random);
        return network;
    }

    double infer(Index steps, Index hidden, double seconds) const
    {
        auto network = randomNetwork(2, hidden);
        const Matrix<float> input = Matrix<float>::Random(network.options().inputs, steps * kBatch);
        return callsPerSecond(seconds, [&] { network.forward(input, kBatch); });
    }

    /// The clock is asked once in a hundred steps: it takes a tenth of one.
    double stream(Index hidden, double seconds) const
    {
        constexpr Index kSteps = 100;
        StreamingNetwork<float> network(randomNetwork(1, hidden));
        const Index inputs = network.options().inputs;
        const Matrix<float> input = Matrix<float>::Random(inputs, kSteps);
        return kSteps * callsPerSecond(seconds, [&] {
                   for (Index step = 0; step < kSteps; ++step)
                       network.step({input.col(step).data(), static_cast<std::size_t>(inputs)});
               });
    }

    /// All threads at once: what processors lend each other when they are alone is no limit of the pair.
    double peak(double seconds) const
    {
        std::vector<double> found(static_cast<std::size_t>(m_threads));
        {
            std::vector<std::jthread> threads;
            for (double &operations : found)
                threads.emplace_back([&operations, seconds] { operations = measuredPeak(seconds); });
        }
        return std::accumulate(found.begin(), found.end(), 0.0);
    }

    int m_threads;
    Formulation m_formulation;
    std::map<std::tuple<std::string, Index, Index>, std::unique_ptr<Trainer<float>>> m_trainers;
};

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::cerr << "usage: gatescope_worker THREADS reset-after|reset-before\n";
        return 2;
    }
    Worker worker(std::stoi(argv[1]), formulationFromName(argv[2]));
    for (std::string request; std::getline(std::cin, request);)
        std::cout << worker.answer(request) << std::endl;
}
