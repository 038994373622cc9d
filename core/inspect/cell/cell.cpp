// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/cell/cell.h"

#include "core/inspect/labels.h"
#include "core/inspect/run/layer_weights.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

double activated(const std::string &function, double sum)
{
    if (function == "σ")
        return 1.0 / (1.0 + std::exp(-sum));
    return function == "tanh" ? std::tanh(sum) : sum;
}

/// Everything the stages of one cell draw their terms from.
template <typename Scalar>
class CellOpener {
public:
    CellOpener(const Trace<Scalar> &trace, std::span<const Scalar> parameters, Index layer, Index step)
        : m_trace(trace.layers[static_cast<std::size_t>(layer)]), m_weights(trace.network, parameters, layer),
          m_bias(trace.network.bias)
    {
        m_cell.network = trace.network;
        m_cell.layer = layer;
        m_cell.step = step;
        const Matrix<Scalar> &below = layer == 0 ? trace.input : trace.layers[static_cast<std::size_t>(layer) - 1].h;
        m_cell.x = below.col(step).template cast<double>();
        m_cell.h = step == 0 ? Vector<double>(Vector<double>::Zero(trace.network.hidden))
                             : Vector<double>(m_trace.h.col(step - 1).template cast<double>());
        m_r = stored(m_trace.r);
        m_z = stored(m_trace.z);
        m_n = stored(m_trace.n);
        // A what-if may impose a value on a gate that was held in training: then the whole equation is at work.
        const NetworkOptions &network = m_cell.network;
        m_wholeReset = holdsReset(network.held) && (m_r.array() == 1.0).all();
        m_wholeUpdate = holdsUpdate(network.held) && (m_z.array() == network.heldUpdate()).all();
    }

    OpenCell open()
    {
        for (Index index = 0; index < kCellStages; ++index)
            openStage(static_cast<CellStage>(index));
        return std::move(m_cell);
    }

private:
    Vector<double> stored(const Matrix<Scalar> &values) const
    {
        return values.col(m_cell.step).template cast<double>();
    }

    const Matrix<Scalar> &storedValues(CellStage stage) const
    {
        const Matrix<Scalar> *const values[] = {&m_trace.r, &m_trace.z, &m_trace.n, &m_trace.h};
        return *values[static_cast<std::size_t>(stage)];
    }

    /// What of the held gates the stage's equation does without.
    HeldGates heldIn(CellStage stage) const
    {
        if (stage == CellStage::Candidate)
            return m_wholeReset ? HeldGates::Reset : HeldGates::None;
        if (stage == CellStage::NewState)
            return m_wholeUpdate ? HeldGates::Update : HeldGates::None;
        return m_cell.network.held;
    }

    Vector<double> constant(double value) const { return Vector<double>::Constant(m_cell.network.hidden, value); }

    void openStage(CellStage which)
    {
        OpenStage stage;
        stage.stage = which;
        stage.form = stageForm(which, m_cell.network.formulation, m_bias, heldIn(which));
        std::vector<Vector<double>> inner, terms;
        if (which == CellStage::NewState)
            terms = newStateTerms();
        else if (which == CellStage::Candidate)
            terms = candidateTerms(inner, stage.innerResult);
        else
            terms = gateTerms(which == CellStage::Reset ? Gate::Reset : Gate::Update);
        stage.inner = named(stage.form.innerTerms, std::move(inner));
        stage.terms = named(stage.form.terms, std::move(terms));
        stage.sum = Vector<double>::Zero(m_cell.network.hidden);
        for (const CellTerm &term : stage.terms)
            stage.sum += term.values;
        stage.result = stage.sum.unaryExpr([&](double sum) { return activated(stage.form.function, sum); });
        stage.stored = stored(storedValues(which));
        stage.residual = (stage.result - stage.stored).cwiseAbs().maxCoeff(&stage.residualUnit);
        if (which == CellStage::Candidate)
            includeResidualOfU(stage);
        m_cell.stages[static_cast<std::size_t>(which)] = std::move(stage);
    }

    std::vector<Vector<double>> gateTerms(Gate gate) const
    {
        const NetworkOptions &network = m_cell.network;
        if (gate == Gate::Reset && holdsReset(network.held))
            return {constant(1.0)};
        if (gate == Gate::Update && holdsUpdate(network.held))
            return {constant(network.heldUpdate())};
        std::vector<Vector<double>> terms{product(m_weights.W(gate), m_cell.x)};
        if (m_bias)
            terms.push_back(m_weights.b(gate).template cast<double>());
        terms.push_back(product(m_weights.U(gate), m_cell.h));
        if (hasRecurrentBias())
            terms.push_back(m_weights.d(gate).template cast<double>());
        return terms;
    }

    std::vector<Vector<double>> candidateTerms(std::vector<Vector<double>> &inner, Vector<double> &innerResult) const
    {
        std::vector<Vector<double>> terms{product(m_weights.W(Gate::Candidate), m_cell.x)};
        if (m_bias)
            terms.push_back(m_weights.b(Gate::Candidate).template cast<double>());
        if (m_wholeReset) {
            terms.push_back(product(m_weights.U(Gate::Candidate), m_cell.h));
            if (hasRecurrentBias())
                terms.push_back(m_weights.d(Gate::Candidate).template cast<double>());
        } else if (m_weights.formulation() == Formulation::ResetAfter) {
            inner.push_back(product(m_weights.U(Gate::Candidate), m_cell.h));
            innerResult = inner.front();
            if (hasRecurrentBias()) {
                inner.push_back(m_weights.d(Gate::Candidate).template cast<double>());
                innerResult += inner.back();
            }
            terms.push_back(m_r.cwiseProduct(innerResult));
        } else {
            innerResult = m_r.cwiseProduct(m_cell.h);
            inner.push_back(innerResult);
            terms.push_back(product(m_weights.U(Gate::Candidate), innerResult));
        }
        return terms;
    }

    std::vector<Vector<double>> newStateTerms() const
    {
        if (m_wholeUpdate)
            return {m_n};
        const Vector<double> other = 1.0 - m_z.array();
        if (m_weights.formulation() == Formulation::ResetAfter)
            return {other.cwiseProduct(m_n), m_z.cwiseProduct(m_cell.h)};
        return {other.cwiseProduct(m_cell.h), m_z.cwiseProduct(m_n)};
    }

    /// The trace keeps u = U_n h + d_n, or U_n s: the last term of the candidate without r.
    void includeResidualOfU(OpenStage &stage) const
    {
        const bool after = m_weights.formulation() == Formulation::ResetAfter;
        Vector<double> recomputed = after && !m_wholeReset ? stage.innerResult : stage.terms.back().values;
        if (after && m_wholeReset && hasRecurrentBias())
            recomputed += (stage.terms.end() - 2)->values;
        Index unit = 0;
        const double residual = (recomputed - stored(m_trace.u)).cwiseAbs().maxCoeff(&unit);
        if (residual > stage.residual) {
            stage.residual = residual;
            stage.residualUnit = unit;
        }
    }

    bool hasRecurrentBias() const { return m_bias && m_weights.formulation() == Formulation::ResetAfter; }

    static Vector<double> product(const typename LayerWeights<Scalar>::View &weights, const Vector<double> &values)
    {
        return weights.template cast<double>() * values;
    }

    static std::vector<CellTerm> named(const std::vector<std::string> &symbols, std::vector<Vector<double>> values)
    {
        std::vector<CellTerm> terms;
        for (std::size_t i = 0; i < symbols.size(); ++i)
            terms.push_back({symbols[i], std::move(values[i])});
        return terms;
    }

    OpenCell m_cell;
    const LayerTrace<Scalar> &m_trace;
    LayerWeights<Scalar> m_weights;
    bool m_bias;
    bool m_wholeReset = false, m_wholeUpdate = false; ///< held in training, and left at that
    Vector<double> m_r, m_z, m_n;
};

} // namespace

double OpenCell::residual() const
{
    double largest = 0.0;
    for (const OpenStage &each : stages)
        largest = std::max(largest, each.residual);
    return largest;
}

template <typename Scalar>
OpenCell openCell(const Trace<Scalar> &trace, std::type_identity_t<std::span<const Scalar>> parameters, Index layer,
                  Index step)
{
    if (layer < 0 || layer >= static_cast<Index>(trace.layers.size()))
        throw ShapeError("layer " + std::to_string(layer) + " was asked for, the trace has "
                         + std::to_string(trace.layers.size()) + " layers");
    if (step < 0 || step >= trace.steps())
        throw ShapeError("step " + std::to_string(step) + " was asked for, the trace has "
                         + std::to_string(trace.steps()) + " steps");
    return CellOpener<Scalar>(trace, parameters, layer, step).open();
}

std::string equationWithNumbers(const OpenStage &stage, Index unit, int decimals)
{
    std::string sum;
    for (const CellTerm &term : stage.terms) {
        const double value = term.values(unit);
        const std::string sign = signedNumber(value, decimals);
        if (sum.empty()) {
            sum = sign;
        } else { // "+0.1" becomes " + 0.1"; both signs are followed by the magnitude
            const std::string digits = fixedNumber(std::abs(value), decimals);
            sum += (sign.front() == '+' ? " + " : " − ") + digits;
        }
    }
    const std::string result = fixedNumber(stage.result(unit), decimals);
    if (stage.form.function.empty())
        return stage.form.letter + " = " + sum + " = " + result;
    return stage.form.letter + " = " + stage.form.function + "(" + sum + ") = " + stage.form.function + "("
           + signedNumber(stage.sum(unit), decimals) + ") = " + result;
}

template OpenCell openCell(const Trace<float> &, std::span<const float>, Index, Index);
template OpenCell openCell(const Trace<double> &, std::span<const double>, Index, Index);

} // namespace gatescope
