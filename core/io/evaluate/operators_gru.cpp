// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/evaluate/operators.h"

#include "core/ascii.h"
#include "core/error.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// A node's sizes and switches, and where its numbers lie.
struct GruCall {
    std::int64_t steps, batch, inputs, hidden;
    bool batchFirst; ///< layout 1: X is batch × steps × inputs
    bool resetAfter;
    const GraphTensor *x, *w, *r, *b, *initial;

    std::int64_t xPlace(std::int64_t step, std::int64_t sequence) const
    {
        return (batchFirst ? sequence * steps + step : step * batch + sequence) * inputs;
    }
    std::int64_t yPlace(std::int64_t step, std::int64_t sequence) const
    {
        return (batchFirst ? sequence * steps + step : step * batch + sequence) * hidden;
    }
};

/// Only what our equations compute is let through.
void checkAttributes(const NodeCall &call)
{
    const OnnxAttribute *direction = call.node().attribute("direction");
    if (direction != nullptr && direction->text.value_or("forward") != "forward")
        call.fail("direction " + quoted(*direction->text)
                  + " reads the future and cannot be represented; only forward can");
    if (call.node().attribute("clip") != nullptr)
        call.fail("clip cannot be represented");
    const OnnxAttribute *activations = call.node().attribute("activations");
    if (activations == nullptr)
        return;
    std::string found;
    for (const std::string &text : activations->texts)
        found += (found.empty() ? "" : ", ") + text;
    if (lowered(found) != "sigmoid, tanh")
        call.fail("the activations are " + quoted(found) + "; only Sigmoid, Tanh can be represented");
}

/// A weight of ONNX's: the first dimension counts directions.
const GraphTensor *checkedWeight(const NodeCall &call, std::size_t index, const char *name,
                                 const std::vector<std::int64_t> &expected)
{
    const GraphTensor *tensor = call.optionalInput(index);
    if (tensor == nullptr)
        return nullptr;
    if (!tensor->shape.empty() && tensor->shape.front() == 2 && tensor->shape.size() == expected.size())
        call.fail(std::string(name)
                  + " holds two directions; a bidirectional network reads the future and cannot be "
                    "represented");
    if (tensor->shape != expected || !isFloating(tensor->dtype))
        call.fail(std::string(name) + " is " + std::string(dtypeName(tensor->dtype)) + " " + tensor->shapeText()
                  + ", expected fractions of " + NamedTensor{"", DType::F32, expected, {}}.shapeText());
    return tensor;
}

/// Every sequence has to run to its end: shorter ones would end in a state that the network never shows.
void checkLengths(const NodeCall &call, const GruCall &gru)
{
    const GraphTensor *lengths = call.optionalInput(4);
    if (lengths == nullptr)
        return;
    if (lengths->rank() != 1 || lengths->size(0) != gru.batch)
        call.fail("sequence_lens is " + lengths->shapeText() + ", expected " + std::to_string(gru.batch));
    for (const std::int64_t length : wholeNumbers(*lengths)) {
        if (length != gru.steps)
            call.fail("sequence_lens ends a sequence of " + std::to_string(gru.steps) + " steps at "
                      + std::to_string(length) + ", which cannot be represented");
    }
}

GruCall checkedGru(const NodeCall &call)
{
    checkAttributes(call);
    const GraphTensor &x = call.input(0);
    const GraphTensor &r = call.input(2);
    if (x.rank() != 3)
        call.fail("its input X is " + x.shapeText() + ", expected steps × batch × inputs");
    if (r.rank() != 3 || r.size(2) < 1)
        call.fail("R is " + r.shapeText() + ", expected 1 × 3H × H");
    GruCall gru{};
    gru.batchFirst = call.integer("layout", 0) != 0;
    gru.resetAfter = call.integer("linear_before_reset", 0) != 0;
    gru.steps = x.size(gru.batchFirst ? 1 : 0);
    gru.batch = x.size(gru.batchFirst ? 0 : 1);
    gru.inputs = x.size(2);
    gru.hidden = r.size(2);
    if (const std::int64_t said = call.integer("hidden_size", gru.hidden); said != gru.hidden)
        call.fail("hidden_size says " + std::to_string(said) + ", but R is made for " + std::to_string(gru.hidden)
                  + " units");
    if (gru.inputs < 1 || gru.steps < 1 || gru.batch < 1)
        call.fail("its input X of " + x.shapeText() + " is empty");
    gru.x = &x;
    const std::int64_t gates = r.size(1);
    if (gates % 3 != 0 || gates / 3 != gru.hidden)
        call.fail("R is " + r.shapeText() + ", expected 1 × 3H × H for a GRU");
    call.input(1);
    gru.w = checkedWeight(call, 1, "W", {1, gates, gru.inputs});
    gru.r = checkedWeight(call, 2, "R", {1, gates, gru.hidden});
    gru.b = checkedWeight(call, 3, "B", {1, 2 * gates});
    gru.initial = call.optionalInput(5);
    const std::vector<std::int64_t> state = gru.batchFirst ? std::vector<std::int64_t>{gru.batch, 1, gru.hidden}
                                                           : std::vector<std::int64_t>{1, gru.batch, gru.hidden};
    if (gru.initial != nullptr && gru.initial->shape != state)
        call.fail("initial_h is " + gru.initial->shapeText() + ", expected "
                  + NamedTensor{"", DType::F32, state, {}}.shapeText());
    checkLengths(call, gru);
    call.work(gru.steps * gru.batch * (gru.w->count() + gru.r->count()));
    return gru;
}

double sigmoid(double value)
{
    return 1.0 / (1.0 + std::exp(-value));
}

double dot(const double *a, const double *b, std::int64_t size)
{
    double sum = 0.0;
    for (std::int64_t i = 0; i < size; ++i)
        sum += a[i] * b[i];
    return sum;
}

/// One sequence one step on, by ONNX's equations; gates lie in the order z, r, h.
void stepOn(const GruCall &gru, const double *x, std::vector<double> &h)
{
    const std::int64_t hidden = gru.hidden, gates = 3 * hidden;
    const auto bias = [&](std::int64_t row) {
        return gru.b == nullptr ? 0.0 : gru.b->values[static_cast<std::size_t>(row)];
    };
    const auto fromInput = [&](std::int64_t row) {
        return dot(gru.w->values.data() + row * gru.inputs, x, gru.inputs) + bias(row);
    };
    const auto fromState = [&](std::int64_t row, const std::vector<double> &state) {
        return dot(gru.r->values.data() + row * hidden, state.data(), hidden);
    };
    const auto size = static_cast<std::size_t>(hidden);
    std::vector<double> z(size), r(size), shut(size), next(size);
    for (std::size_t i = 0; i < size; ++i) {
        const auto row = static_cast<std::int64_t>(i);
        z[i] = sigmoid(fromInput(row) + fromState(row, h) + bias(gates + row));
        r[i] = sigmoid(fromInput(hidden + row) + fromState(hidden + row, h) + bias(gates + hidden + row));
        shut[i] = r[i] * h[i];
    }
    for (std::size_t i = 0; i < size; ++i) {
        const std::int64_t row = 2 * hidden + static_cast<std::int64_t>(i);
        const double state =
            gru.resetAfter ? r[i] * (fromState(row, h) + bias(gates + row)) : fromState(row, shut) + bias(gates + row);
        next[i] = (1.0 - z[i]) * std::tanh(fromInput(row) + state) + z[i] * h[i];
    }
    h = std::move(next);
}

} // namespace

NodeResults evaluateGru(const NodeCall &call)
{
    const GruCall gru = checkedGru(call);
    GraphTensor all =
        call.make(gru.x->dtype, gru.batchFirst ? std::vector<std::int64_t>{gru.batch, gru.steps, 1, gru.hidden}
                                               : std::vector<std::int64_t>{gru.steps, 1, gru.batch, gru.hidden});
    GraphTensor last = call.make(gru.x->dtype, gru.batchFirst ? std::vector<std::int64_t>{gru.batch, 1, gru.hidden}
                                                              : std::vector<std::int64_t>{1, gru.batch, gru.hidden});
    for (std::int64_t sequence = 0; sequence < gru.batch; ++sequence) {
        std::vector<double> h(static_cast<std::size_t>(gru.hidden));
        if (gru.initial != nullptr)
            std::copy_n(gru.initial->values.begin() + sequence * gru.hidden, gru.hidden, h.begin());
        for (std::int64_t step = 0; step < gru.steps; ++step) {
            stepOn(gru, gru.x->values.data() + gru.xPlace(step, sequence), h);
            std::ranges::copy(h, all.values.begin() + gru.yPlace(step, sequence));
        }
        std::ranges::copy(h, last.values.begin() + sequence * gru.hidden);
    }
    NodeResults results;
    results.push_back(std::move(all));
    results.push_back(std::move(last));
    return results;
}

} // namespace gatescope
