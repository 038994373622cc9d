// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/convention/convention.h"

#include "core/inspect/run/sequence_run.h"
#include "tests/core/inspect/inspect_case.h"

#include <gmock/gmock.h>

using namespace gatescope;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

namespace {

constexpr Index kConventionSteps = 5;
using Rows = RowMajorMatrix<double>;

const Rows &tensor(const ConventionView &view, const std::string &name)
{
    static const Rows kNone;
    const auto found = std::ranges::find(view.tensors, name, &ConventionTensor::name);
    return found == view.tensors.end() ? kNone : found->values;
}

Vector<double> sigmoid(const Vector<double> &x)
{
    return (1.0 + (-x.array()).exp()).inverse();
}

/// What a cell of another library computes: its update gate and its state.
struct OtherRun {
    Matrix<double> z, h;
};

/// A GRU as Keras and ONNX define it: gates z, r, h stacked in W (3H × in) and R (3H × H), z keeps the old state.
OtherRun runStacked(const Matrix<double> &input, const Rows &w, const Rows &r, const Vector<double> &wb,
                    const Vector<double> &rb, bool linearBeforeReset)
{
    const Index hidden = r.cols();
    OtherRun run{Matrix<double>(hidden, input.cols()), Matrix<double>(hidden, input.cols())};
    Vector<double> h = Vector<double>::Zero(hidden);
    for (Index t = 0; t < input.cols(); ++t) {
        const Vector<double> x = w * input.col(t) + wb, y = r * h + rb;
        const Vector<double> z = sigmoid(x.head(hidden) + y.head(hidden));
        const Vector<double> reset = sigmoid(x.segment(hidden, hidden) + y.segment(hidden, hidden));
        const Vector<double> inner =
            linearBeforeReset ? Vector<double>(reset.cwiseProduct(y.tail(hidden)))
                              : Vector<double>(r.bottomRows(hidden) * reset.cwiseProduct(h) + rb.tail(hidden));
        const Vector<double> candidate = (x.tail(hidden) + inner).array().tanh();
        h = (1.0 - z.array()) * candidate.array() + z.array() * h.array();
        run.z.col(t) = z;
        run.h.col(t) = h;
    }
    return run;
}

OtherRun runTextbook(const Matrix<double> &input, const ConventionView &view)
{
    const Index hidden = tensor(view, "W_z").rows();
    const auto gate = [&](const char *weight, const char *bias, const Vector<double> &state, const Vector<double> &x) {
        Vector<double> both(state.size() + x.size());
        both << state, x;
        Vector<double> sum = tensor(view, weight) * both;
        if (tensor(view, bias).size() > 0)
            sum += tensor(view, bias).row(0).transpose();
        return sum;
    };
    OtherRun run{Matrix<double>(hidden, input.cols()), Matrix<double>(hidden, input.cols())};
    Vector<double> h = Vector<double>::Zero(hidden);
    for (Index t = 0; t < input.cols(); ++t) {
        const Vector<double> x = input.col(t);
        const Vector<double> z = sigmoid(gate("W_z", "b_z", h, x)), r = sigmoid(gate("W_r", "b_r", h, x));
        const Vector<double> candidate = gate("W_h", "b_h", r.cwiseProduct(h), x).array().tanh();
        h = (1.0 - z.array()) * h.array() + z.array() * candidate.array();
        run.z.col(t) = z;
        run.h.col(t) = h;
    }
    return run;
}

class ConventionOf : public ::testing::TestWithParam<InspectCase> {
protected:
    ConventionView view(Convention convention, Index layer) const
    {
        return writtenAs<double>(convention, m_options, m_parameters, layer);
    }
    Matrix<double> inputOf(Index layer) const
    {
        return layer == 0 ? m_trace.input : m_trace.layers[static_cast<std::size_t>(layer) - 1].h;
    }
    /// Same states; the same z, or 1 − z where the view says that it flips.
    void expectSame(const OtherRun &run, const ConventionView &view, Index layer) const
    {
        const LayerTrace<double> &own = m_trace.layers[static_cast<std::size_t>(layer)];
        EXPECT_LT((run.h - own.h).cwiseAbs().maxCoeff(), 1e-14);
        const Matrix<double> z = view.flipsUpdateGate ? Matrix<double>(1.0 - own.z.array()) : own.z;
        EXPECT_LT((run.z - z).cwiseAbs().maxCoeff(), 1e-14);
    }

    bool m_after = GetParam().formulation == Formulation::ResetAfter;
    NetworkOptions m_options = GetParam().options();
    std::vector<double> m_parameters = randomParameters<double>(m_options);
    Trace<double> m_trace =
        runSequence<double>(m_options, m_parameters, randomMatrix<double>(m_options.inputs, kConventionSteps));
};

} // namespace

TEST_P(ConventionOf, KerasComputesTheSameStates)
{
    for (Index layer = 0; layer < m_options.layers; ++layer) {
        const ConventionView keras = view(Convention::Keras, layer);
        EXPECT_TRUE(keras.exact);
        EXPECT_EQ(keras.flipsUpdateGate, !m_after);
        Vector<double> inner = Vector<double>::Zero(3 * m_options.hidden), recurrent = inner;
        if (const Rows &bias = tensor(keras, "bias"); bias.size() > 0) {
            inner = bias.row(0).transpose();
            if (m_after)
                recurrent = bias.row(1).transpose();
        }
        expectSame(runStacked(inputOf(layer), tensor(keras, "kernel").transpose(),
                              tensor(keras, "recurrent_kernel").transpose(), inner, recurrent, m_after),
                   keras, layer);
    }
}

TEST_P(ConventionOf, OnnxComputesTheSameStates)
{
    for (Index layer = 0; layer < m_options.layers; ++layer) {
        const ConventionView onnx = view(Convention::Onnx, layer);
        EXPECT_TRUE(onnx.exact);
        const Index gates = 3 * m_options.hidden;
        Vector<double> both = Vector<double>::Zero(2 * gates);
        if (tensor(onnx, "B").size() > 0)
            both = tensor(onnx, "B").row(0).transpose();
        expectSame(runStacked(inputOf(layer), tensor(onnx, "W"), tensor(onnx, "R"), both.head(gates), both.tail(gates),
                              m_after),
                   onnx, layer);
    }
}

TEST_P(ConventionOf, TheTextbookComputesTheSameStatesOrSaysWhyNot)
{
    const Index layer = m_options.layers - 1;
    const ConventionView textbook = view(Convention::Textbook, layer);
    EXPECT_EQ(textbook.exact, !m_after);
    EXPECT_EQ(textbook.flipsUpdateGate, m_after);
    if (m_after) {
        EXPECT_THAT(textbook.verdict,
                    HasSubstr("no exact conversion, because the textbook applies the reset gate before"));
        EXPECT_TRUE(textbook.tensors.empty());
    } else {
        expectSame(runTextbook(inputOf(layer), textbook), textbook, layer);
    }
}

TEST_P(ConventionOf, PyTorchHoldsTheParametersAsTheyAreOrSaysWhyNot)
{
    const Index layer = m_options.layers - 1;
    const ConventionView torch = view(Convention::PyTorch, layer);
    EXPECT_EQ(torch.exact, m_after);
    if (!m_after) {
        EXPECT_THAT(torch.verdict, HasSubstr("no exact conversion, because PyTorch applies the reset gate after"));
        EXPECT_TRUE(torch.tensors.empty());
        return;
    }
    const ParameterLayout layout(m_options);
    EXPECT_EQ(torch.tensors.size(), m_options.bias ? 4u : 2u);
    for (const ConventionTensor &each : torch.tensors) {
        const TensorSlot *slot = layout.find(each.name);
        ASSERT_NE(slot, nullptr) << each.name;
        const Rows expected = tensorView(std::span<const double>(m_parameters), *slot);
        EXPECT_EQ(each.values, slot->rank == 1 ? Rows(expected.transpose()) : expected);
    }
}

TEST_P(ConventionOf, ShapesAreThoseOfTheLibraries)
{
    const Index h = m_options.hidden, in = m_options.inputs;
    const ConventionView keras = view(Convention::Keras, 0), onnx = view(Convention::Onnx, 0);
    EXPECT_THAT(keras.tensors[0].shape, ElementsAre(in, 3 * h));
    EXPECT_THAT(keras.tensors[1].shape, ElementsAre(h, 3 * h));
    EXPECT_THAT(onnx.tensors[0].shape, ElementsAre(1, 3 * h, in));
    EXPECT_THAT(onnx.tensors[1].shape, ElementsAre(1, 3 * h, h));
    ASSERT_EQ(keras.tensors.size(), m_options.bias ? 3u : 2u);
    if (m_options.bias) {
        EXPECT_THAT(onnx.tensors[2].shape, ElementsAre(1, 6 * h));
        EXPECT_EQ(keras.tensors[2].shape, m_after ? (std::vector<Index>{2, 3 * h}) : (std::vector<Index>{3 * h}));
    }
}

INSTANTIATE_TEST_SUITE_P(Cases, ConventionOf, ::testing::ValuesIn(inspectCases()), inspectCaseName);
