// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Each interaction of Inspect, for the largest case that must answer within 50 ms: two layers, H = 128, T = 200.
#include "core/inspect/cell/cell.h"
#include "core/inspect/cell/cell_backward.h"
#include "core/inspect/cell/sentences.h"
#include "core/inspect/question/attribution.h"
#include "core/inspect/question/nudge.h"
#include "core/inspect/question/pattern_search.h"
#include "core/inspect/question/what_if.h"
#include "core/inspect/run/trace.h"
#include "core/inspect/units/gate_health.h"
#include "core/inspect/units/phase_portrait.h"
#include "core/inspect/units/unit_order.h"
#include "core/math/random.h"

#include <benchmark/benchmark.h>

using namespace gatescope;

namespace {

constexpr Index kSteps = 200;

/// A network of the largest size, one sequence and its trace.
struct InspectedNetwork {
    explicit InspectedNetwork(Formulation formulation) : network(sizes(formulation))
    {
        Random random(1);
        network.initialize(random);
        parameters.assign(network.parameters().begin(), network.parameters().end());
        input.resize(network.options().inputs, kSteps);
        for (Index step = 0; step < kSteps; ++step) {
            for (Index feature = 0; feature < input.rows(); ++feature)
                input(feature, step) = static_cast<float>(random.normal());
        }
        trace = traceSequence<float>(network, input, target, {});
    }

    static NetworkOptions sizes(Formulation formulation)
    {
        NetworkOptions options;
        options.hidden = 128;
        options.formulation = formulation;
        return options;
    }
    static InspectedNetwork &of(const benchmark::State &state)
    {
        static InspectedNetwork after(Formulation::ResetAfter), before(Formulation::ResetBefore);
        return state.range(0) == 0 ? after : before;
    }

    Network<float> network;
    std::vector<float> parameters;
    Matrix<float> input;
    Vector<float> target = Vector<float>::Ones(1);
    Trace<float> trace;
};

void traceOneSequence(benchmark::State &state)
{
    InspectedNetwork &own = InspectedNetwork::of(state);
    for (auto _ : state)
        benchmark::DoNotOptimize(traceSequence<float>(own.network, own.input, own.target, {}));
}

void askWhatIf(benchmark::State &state)
{
    const InspectedNetwork &own = InspectedNetwork::of(state);
    WhatIf edits;
    edits.gates.push_back({Gate::Update, Index{0}, std::nullopt, std::nullopt});
    edits.silenced.push_back({1, 5});
    for (auto _ : state)
        benchmark::DoNotOptimize(
            runWhatIf<float>(own.network.options(), own.parameters, {}, own.input, own.target, edits));
}

void nudgeOneInput(benchmark::State &state)
{
    const InspectedNetwork &own = InspectedNetwork::of(state);
    for (auto _ : state)
        benchmark::DoNotOptimize(
            nudgeInput<float>(own.network.options(), own.parameters, {}, own.input, own.target, 100, 0));
}

void nudgeTheFirstInput(benchmark::State &state)
{
    const InspectedNetwork &own = InspectedNetwork::of(state);
    for (auto _ : state)
        benchmark::DoNotOptimize(
            nudgeInput<float>(own.network.options(), own.parameters, {}, own.input, own.target, 0, 0));
}

void attributeOutput(benchmark::State &state)
{
    const InspectedNetwork &own = InspectedNetwork::of(state);
    for (auto _ : state)
        benchmark::DoNotOptimize(attribute<float>(own.network.options(), own.parameters, own.input));
}

void openOneCell(benchmark::State &state)
{
    const InspectedNetwork &own = InspectedNetwork::of(state);
    for (auto _ : state) {
        const OpenCell cell = openCell(own.trace, own.parameters, 1, 100);
        benchmark::DoNotOptimize(cellSentences<float>(cell, own.parameters, 7));
        benchmark::DoNotOptimize(openCellBackward(own.trace, own.parameters, {}, 1, 100));
    }
}

void judgeUnits(benchmark::State &state)
{
    const LayerTrace<float> &layer = InspectedNetwork::of(state).trace.layers[0];
    for (auto _ : state) {
        benchmark::DoNotOptimize(gateHealth(layer.r, layer.z, layer.h));
        benchmark::DoNotOptimize(orderBySimilarity(layer.h));
    }
}

void drawPhasePortrait(benchmark::State &state)
{
    const LayerTrace<float> &layer = InspectedNetwork::of(state).trace.layers[0];
    for (auto _ : state)
        benchmark::DoNotOptimize(phasePortrait(layer.h));
}

void scanForPattern(benchmark::State &state)
{
    const LayerTrace<float> &layer = InspectedNetwork::of(state).trace.layers[0];
    const double threshold = suggestThreshold(layer.h);
    for (auto _ : state) {
        PatternSearch search({{0, 3, 5}, 2, threshold});
        search.scan(0, layer.h);
        benchmark::DoNotOptimize(search.matches());
    }
}

} // namespace

#define GATESCOPE_INTERACTION(function)                                                                                \
    BENCHMARK(function)->ArgName("reset_before")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond)

GATESCOPE_INTERACTION(traceOneSequence);
GATESCOPE_INTERACTION(askWhatIf);
GATESCOPE_INTERACTION(nudgeOneInput);
GATESCOPE_INTERACTION(nudgeTheFirstInput);
GATESCOPE_INTERACTION(attributeOutput);
GATESCOPE_INTERACTION(openOneCell);
GATESCOPE_INTERACTION(judgeUnits);
GATESCOPE_INTERACTION(drawPhasePortrait);
GATESCOPE_INTERACTION(scanForPattern);
