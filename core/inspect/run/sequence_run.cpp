// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/run/sequence_run.h"

#include "core/inspect/run/gradient_terms.h"
#include "core/inspect/run/layer_weights.h"
#include "core/inspect/run/sequence_loss.h"

namespace gatescope {

namespace {

// The library's own exp and tanh: exactly 0 and ±1 far out, which Eigen's vectorised ones are not.
template <typename Scalar>
Vector<Scalar> sigmoid(const Vector<Scalar> &sums)
{
    return sums.unaryExpr([](Scalar x) { return Scalar(1) / (Scalar(1) + std::exp(-x)); });
}

template <typename Scalar>
Vector<Scalar> hyperbolicTangent(const Vector<Scalar> &sums)
{
    return sums.unaryExpr([](Scalar x) { return std::tanh(x); });
}

/// The recurrent half of one step: r, z, u, n, h' from the input's sums (W x + b of all three gates).
template <typename Scalar>
class CellStep {
public:
    CellStep(const LayerWeights<Scalar> &weights, const HeldLayer<Scalar> *held) : m_weights(weights), m_held(held) {}

    void run(const Vector<Scalar> &inputSums, const Vector<Scalar> &previous, Index step, LayerTrace<Scalar> &layer)
    {
        const Index hidden = m_weights.hidden();
        const bool after = m_weights.formulation() == Formulation::ResetAfter;
        const Index shared = after ? 3 * hidden : 2 * hidden; // rows of U that act on the whole old state
        m_sums.resize(3 * hidden);
        m_sums.head(shared).noalias() = m_weights.stackedU().topRows(shared) * previous;
        m_sums.head(shared) += m_weights.stackedD().head(shared);

        m_r = sigmoid<Scalar>(inputSums.head(hidden) + m_sums.head(hidden));
        impose(&HeldLayer<Scalar>::r, step, m_r);
        m_z = sigmoid<Scalar>(inputSums.segment(hidden, hidden) + m_sums.segment(hidden, hidden));
        impose(&HeldLayer<Scalar>::z, step, m_z);

        const auto inputOfCandidate = inputSums.tail(hidden).array();
        if (after) {
            m_u = m_sums.tail(hidden);
            m_n = hyperbolicTangent<Scalar>(inputOfCandidate + m_r.array() * m_u.array());
            m_h = (Scalar(1) - m_z.array()) * m_n.array() + m_z.array() * previous.array();
        } else {
            m_s = m_r.array() * previous.array();
            m_u.noalias() = m_weights.U(Gate::Candidate) * m_s;
            m_n = hyperbolicTangent<Scalar>(inputOfCandidate + m_u.array());
            m_h = (Scalar(1) - m_z.array()) * previous.array() + m_z.array() * m_n.array();
        }
        impose(&HeldLayer<Scalar>::h, step, m_h);

        layer.r.col(step) = m_r;
        layer.z.col(step) = m_z;
        layer.n.col(step) = m_n;
        layer.u.col(step) = m_u;
        layer.h.col(step) = m_h;
    }

    const Vector<Scalar> &state() const { return m_h; }

private:
    void impose(Matrix<Scalar> HeldLayer<Scalar>::*which, Index step, Vector<Scalar> &computed) const
    {
        if (m_held && (m_held->*which).size() > 0)
            imposeHeld(m_held->*which, step, computed);
    }

    const LayerWeights<Scalar> &m_weights;
    const HeldLayer<Scalar> *m_held;
    Vector<Scalar> m_sums, m_r, m_z, m_u, m_s, m_n, m_h;
};

template <typename Scalar>
const HeldLayer<Scalar> *heldOf(const HeldValues<Scalar> &held, Index layer)
{
    return held.empty() ? nullptr : &held[static_cast<std::size_t>(layer)];
}

template <typename Scalar>
void checkHeld(const HeldValues<Scalar> &held, const NetworkOptions &options, Index steps)
{
    if (held.empty())
        return;
    if (static_cast<Index>(held.size()) != options.layers)
        throw ShapeError("held values for " + std::to_string(held.size()) + " layers, the network has "
                         + std::to_string(options.layers));
    for (const auto &layer : held) {
        for (const auto *values : {&layer.r, &layer.z, &layer.h}) {
            if (values->size() > 0 && (values->rows() != options.hidden || values->cols() != steps))
                throw ShapeError("held values are " + std::to_string(values->rows()) + " × "
                                 + std::to_string(values->cols()) + ", must be " + std::to_string(options.hidden)
                                 + " × " + std::to_string(steps) + " or empty");
        }
    }
}

/// @param state (H) before the first step of the input
template <typename Scalar>
LayerTrace<Scalar> runLayer(const LayerWeights<Scalar> &weights, const Matrix<Scalar> &input,
                            const HeldLayer<Scalar> *held, Vector<Scalar> state)
{
    const Index hidden = weights.hidden(), steps = input.cols();
    LayerTrace<Scalar> layer;
    for (auto *values : {&layer.r, &layer.z, &layer.n, &layer.u, &layer.h})
        values->resize(hidden, steps);
    Matrix<Scalar> inputSums = weights.stackedW() * input;
    inputSums.colwise() += weights.stackedB();
    CellStep<Scalar> cell(weights, held);
    for (Index step = 0; step < steps; ++step) {
        cell.run(inputSums.col(step), state, step, layer);
        state = cell.state();
    }
    return layer;
}

/// Walks one layer from its last step to the first one asked for. @param layer its delta holds what arrives from above
/// and the loss
/// @return (in × T) ∂loss/∂x; zero before that step
template <typename Scalar>
Matrix<Scalar> backpropagateLayer(const LayerWeights<Scalar> &weights, LayerTrace<Scalar> &layer,
                                  const HeldLayer<Scalar> *held, Index firstStep)
{
    const Index steps = layer.h.cols();
    layer.gradientPaths.setZero(steps, kGradientPaths);
    Matrix<Scalar> inputGradient = Matrix<Scalar>::Zero(weights.inputs(), steps);
    for (Index step = steps - 1; step >= firstStep; --step) {
        const auto terms = gradientTerms<Scalar>(weights, layer, step, layer.delta.col(step), held);
        layer.gradientPaths.row(step) = pathNorms(terms);
        inputGradient.col(step) = inputGradientOf(weights, terms);
        if (step > firstStep)
            layer.delta.col(step - 1) += terms.carry + terms.candidate + terms.reset + terms.update;
    }
    layer.gradientNorm = layer.delta.colwise().norm().transpose();
    return inputGradient;
}

/// The head reads the last state of the top layer: y = V h + c.
template <typename Scalar>
Vector<Scalar> outputOf(const NetworkOptions &options, std::span<const Scalar> parameters,
                        const Matrix<Scalar> &topStates)
{
    const ParameterLayout layout(options);
    return tensorView(parameters, layout.headWeight()) * topStates.rightCols(1)
           + tensorView(parameters, layout.headBias());
}

} // namespace

template <typename Scalar>
Trace<Scalar> runSequence(const NetworkOptions &options, std::span<const Scalar> parameters,
                          const Matrix<Scalar> &input, const HeldValues<Scalar> &held)
{
    if (input.rows() != options.inputs || input.cols() < 1)
        throw ShapeError("the sequence is " + std::to_string(input.rows()) + " × " + std::to_string(input.cols())
                         + " (features × steps), the network reads " + std::to_string(options.inputs)
                         + " features and at least 1 step");
    checkHeld(held, options, input.cols());
    Trace<Scalar> run;
    run.network = options;
    run.input = input;
    for (Index layer = 0; layer < options.layers; ++layer) {
        const LayerWeights<Scalar> weights(options, parameters, layer);
        const Matrix<Scalar> &below = layer == 0 ? run.input : run.layers.back().h;
        run.layers.push_back(
            runLayer<Scalar>(weights, below, heldOf(held, layer), Vector<Scalar>::Zero(options.hidden)));
    }
    run.output = outputOf<Scalar>(options, parameters, run.layers.back().h);
    run.outputs = answersOf(run, parameters);
    return run;
}

template <typename Scalar>
Matrix<Scalar> runTail(const Trace<Scalar> &run, std::span<const Scalar> parameters, const Matrix<Scalar> &tail)
{
    const Index before = run.steps() - tail.cols();
    if (tail.rows() != run.network.inputs || tail.cols() < 1 || before < 0)
        throw ShapeError("the tail is " + std::to_string(tail.rows()) + " × " + std::to_string(tail.cols())
                         + " (features × steps), the run has " + std::to_string(run.network.inputs) + " features and "
                         + std::to_string(run.steps()) + " steps");
    Matrix<Scalar> values = tail;
    for (Index layer = 0; layer < run.network.layers; ++layer) {
        const LayerWeights<Scalar> weights(run.network, parameters, layer);
        Vector<Scalar> state = Vector<Scalar>::Zero(run.network.hidden);
        if (before > 0)
            state = run.layers[static_cast<std::size_t>(layer)].h.col(before - 1);
        values = runLayer<Scalar>(weights, values, nullptr, std::move(state)).h;
    }
    const ParameterLayout layout(run.network);
    Matrix<Scalar> answers = tensorView(parameters, layout.headWeight()) * values;
    answers.colwise() += tensorView(parameters, layout.headBias()).col(0);
    answers.rightCols(1) = outputOf<Scalar>(run.network, parameters, values);
    return answers;
}

template <typename Scalar>
void backpropagateRun(Trace<Scalar> &run, std::span<const Scalar> parameters,
                      const std::type_identity_t<Matrix<Scalar>> &outputGradient, const HeldValues<Scalar> &held,
                      Index firstStep)
{
    checkHeld(held, run.network, run.steps());
    const ParameterLayout layout(run.network);
    if (outputGradient.rows() != run.network.outputs || outputGradient.cols() < 1
        || outputGradient.cols() > run.steps())
        throw ShapeError("the output gradient is " + std::to_string(outputGradient.rows()) + " × "
                         + std::to_string(outputGradient.cols()) + ", the network has "
                         + std::to_string(run.network.outputs) + " outputs and the run " + std::to_string(run.steps())
                         + " steps");
    Matrix<Scalar> fromAbove = Matrix<Scalar>::Zero(run.network.hidden, run.steps());
    fromAbove.rightCols(outputGradient.cols()) =
        tensorView(parameters, layout.headWeight()).transpose() * outputGradient;
    for (Index index = run.network.layers - 1; index >= 0; --index) {
        LayerTrace<Scalar> &layer = run.layers[static_cast<std::size_t>(index)];
        layer.delta = std::move(fromAbove);
        const LayerWeights<Scalar> weights(run.network, parameters, index);
        fromAbove = backpropagateLayer(weights, layer, heldOf(held, index), firstStep);
    }
    run.inputGradient = std::move(fromAbove);
}

template <typename Scalar>
Trace<Scalar> runAndDifferentiate(const NetworkOptions &options, std::span<const Scalar> parameters,
                                  const TrainingOptions &training, const Matrix<Scalar> &input,
                                  const std::type_identity_t<Matrix<Scalar>> &targets, const HeldValues<Scalar> &held)
{
    Trace<Scalar> run = runSequence(options, parameters, input, held);
    if (targets.size() == 0)
        return run;
    run.targets = targets;
    run.target = targets.rightCols(1);
    auto loss = sequenceLoss<Scalar>(run.outputs.rightCols(targets.cols()), targets, training);
    run.loss = loss.value;
    run.outputGradient = std::move(loss.gradient);
    backpropagateRun(run, parameters, run.outputGradient, held);
    return run;
}

#define GATESCOPE_INSTANTIATE(Scalar)                                                                                  \
    template Trace<Scalar> runSequence(const NetworkOptions &, std::span<const Scalar>, const Matrix<Scalar> &,        \
                                       const HeldValues<Scalar> &);                                                    \
    template Matrix<Scalar> runTail(const Trace<Scalar> &, std::span<const Scalar>, const Matrix<Scalar> &);           \
    template void backpropagateRun(Trace<Scalar> &, std::span<const Scalar>, const Matrix<Scalar> &,                   \
                                   const HeldValues<Scalar> &, Index);                                                 \
    template Trace<Scalar> runAndDifferentiate(const NetworkOptions &, std::span<const Scalar>,                        \
                                               const TrainingOptions &, const Matrix<Scalar> &,                        \
                                               const Matrix<Scalar> &, const HeldValues<Scalar> &);

GATESCOPE_INSTANTIATE(float)
GATESCOPE_INSTANTIATE(double)
#undef GATESCOPE_INSTANTIATE

} // namespace gatescope
