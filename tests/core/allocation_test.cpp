// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An executable of its own: it puts itself before the C library's malloc, which sanitizers want for themselves.
#include "core/model/streaming_network.h"
#include "core/train/optimisation/clipping.h"
#include "core/train/optimisation/loss.h"
#include "core/train/optimisation/optimizer.h"
#include "tests/core/train/training_data.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>

namespace {

std::atomic<bool> counting{false};
std::atomic<long> allocations{0};
std::atomic<std::int64_t> allocatedBytes{0};

void count(std::size_t bytes)
{
    if (!counting.load(std::memory_order_relaxed))
        return;
    allocations.fetch_add(1, std::memory_order_relaxed);
    allocatedBytes.fetch_add(static_cast<std::int64_t>(bytes), std::memory_order_relaxed);
}

/// Allocations of all threads while work() runs.
template <typename Work>
long allocationsOf(Work &&work)
{
    allocations = 0;
    allocatedBytes = 0;
    counting = true;
    work();
    counting = false;
    return allocations;
}

} // namespace

extern "C" {
void *__libc_malloc(std::size_t size);
void *__libc_calloc(std::size_t count, std::size_t size);
void *__libc_realloc(void *memory, std::size_t size);
void *__libc_memalign(std::size_t alignment, std::size_t size);

void *malloc(std::size_t size)
{
    count(size);
    return __libc_malloc(size);
}

void *calloc(std::size_t number, std::size_t size)
{
    count(number * size);
    return __libc_calloc(number, size);
}

void *realloc(void *memory, std::size_t size)
{
    count(size);
    return __libc_realloc(memory, size);
}

void *aligned_alloc(std::size_t alignment, std::size_t size)
{
    count(size);
    return __libc_memalign(alignment, size);
}

int posix_memalign(void **memory, std::size_t alignment, std::size_t size)
{
    count(size);
    *memory = __libc_memalign(alignment, size);
    return *memory != nullptr ? 0 : ENOMEM;
}
}

using namespace gatescope;
using gatescope::testing::sineData;
using gatescope::testing::smallSettings;

TEST(Allocation, IsCounted)
{
    EXPECT_EQ(allocationsOf([] {
                  Matrix<float> matrix(10, 10);
                  std::vector<int> numbers(10);
                  asm volatile("" : : "r"(matrix.data()), "r"(numbers.data()) : "memory");
              }),
              2);
}

TEST(Allocation, TrainingStepsDoWithoutAfterTheFirstEpoch)
{
    for (const Formulation formulation : {Formulation::ResetAfter, Formulation::ResetBefore}) {
        for (const int threads : {1, 2}) {
            Settings settings = smallSettings();
            settings.network.formulation = formulation;
            settings.network.dropout = 0.2;
            settings.training.threads = threads;
            settings.training.clipNorm = 1.0;
            settings.training.clipValue = 0.5;
            settings.training.epochs = 3;
            Trainer<float> trainer(settings, sineData<float>(100)); // 32 + 32 + 32 + 4 sequences an epoch
            for (int step = 0; step < 4; ++step)
                trainer.step();
            for (int step = 0; step < 3; ++step)
                EXPECT_EQ(allocationsOf([&] { trainer.step(); }), 0)
                    << formulationName(formulation) << ", " << threads << " threads, step " << step;
        }
    }
}

TEST(Allocation, ATrainingTakesWhatItsFormulaSays)
{
    for (const Formulation formulation : {Formulation::ResetAfter, Formulation::ResetBefore}) {
        for (const Index hidden : {8, 64, 100}) {
            Settings settings = smallSettings();
            settings.network.formulation = formulation;
            settings.network.hidden = hidden;
            settings.network.layers = 3;
            settings.network.dropout = 0.2;
            settings.training.batch = 200;
            settings.training.threads = 2;
            const TrainingData<float> data = sineData<float>(200, 20);
            std::unique_ptr<Trainer<float>> trainer;
            allocationsOf([&] {
                trainer = std::make_unique<Trainer<float>>(settings, data);
                trainer->step();
            });
            const auto formula = static_cast<double>(Trainer<float>::memoryBytes(settings, 20));
            EXPECT_NEAR(static_cast<double>(allocatedBytes) / formula, 1.0, 0.05)
                << formulationName(formulation) << ", " << hidden << " units";
        }
    }
}

TEST(Allocation, NetworkDoesWithoutOnShapesItHasSeen)
{
    Network<float> network(smallSettings().network, 2);
    const Matrix<float> whole = Matrix<float>::Ones(1, 8 * 40), partial = Matrix<float>::Ones(1, 8 * 7);
    Matrix<float> output, target = Matrix<float>::Ones(1, 40), targetOfPartial = Matrix<float>::Ones(1, 7);
    Matrix<float> gradients[2];
    const auto pass = [&](const Matrix<float> &input, const Matrix<float> &truth, Matrix<float> &gradient) {
        const Matrix<float> &y = network.forward(input, truth.cols());
        lossGradient(Loss{}, y, truth, gradient);
        network.backward(gradient);
    };
    pass(whole, target, gradients[0]);
    pass(partial, targetOfPartial, gradients[1]);
    EXPECT_EQ(allocationsOf([&] { pass(whole, target, gradients[0]); }), 0);
    EXPECT_EQ(allocationsOf([&] { pass(partial, targetOfPartial, gradients[1]); }), 0);
    EXPECT_EQ(allocationsOf([&] { pass(whole, target, gradients[0]); }), 0);
}

TEST(Allocation, StreamingDoesWithoutFromTheFirstStep)
{
    for (const Formulation formulation : {Formulation::ResetAfter, Formulation::ResetBefore}) {
        NetworkOptions options;
        options.formulation = formulation;
        const Network<float> network(options);
        StreamingNetwork<float> stream(network);
        const std::vector<float> input(3, 1.0f);
        EXPECT_EQ(allocationsOf([&] {
                      stream.step(input);
                      stream.step(input);
                      stream.reset();
                  }),
                  0)
            << formulationName(formulation);
    }
}

TEST(Allocation, OptimizersAndClippingDoWithout)
{
    for (const OptimizerInfo &info : optimizerTable()) {
        TrainingOptions options;
        options.optimizer = info.kind;
        options.momentum = 0.9;
        Optimizer<float> optimizer(options, 1000);
        std::vector<float> parameters(1000, 0.5f), gradient(1000, 0.25f);
        EXPECT_EQ(allocationsOf([&] {
                      clipGradient<float>(gradient, 1.0, 0.1);
                      optimizer.update(parameters, gradient, 0.01);
                  }),
                  0)
            << info.id;
    }
}
