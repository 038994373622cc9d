// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/cell/backward_products.h"

#include "core/inspect/cell/backward_opener.h"
#include "core/inspect/labels.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// Collects the products of one unit of one cell's backward pass.
template <typename Scalar>
class BackwardProductList {
public:
    BackwardProductList(const BackwardOpener<Scalar> &opener, Index layer, Index unit)
        : m_opener(opener), m_layer(layer), m_unit(unit),
          m_after(opener.trace().network.formulation == Formulation::ResetAfter)
    {
    }

    /// Through the head, at a step of the last layer where the loss is asked.
    void addLoss(const TrainingOptions &training, Index step)
    {
        const Trace<Scalar> &trace = m_opener.trace();
        const ParameterLayout layout(trace.network);
        const auto head = tensorView(m_opener.parameters(), layout.headWeight());
        const Vector<double> slope = m_opener.lossSlope(training, step);
        for (Index o = 0; o < head.rows(); ++o)
            add("output " + std::to_string(o), "Vᵀ ∂loss/∂y", head(o, m_unit), slope(o));
    }

    /// Through the layer above, which reads this layer's states.
    void addAbove(Index step)
    {
        const auto above = m_opener.terms(m_layer + 1, step);
        const auto weights = m_opener.weights(m_layer + 1);
        const std::string where = " of " + layerLabel(m_layer + 1);
        if (!holdsReset(held()))
            addColumn(weights.W(Gate::Reset), above.aR, 1.0, inputGradientTerm(Gate::Reset), where);
        if (!holdsUpdate(held()))
            addColumn(weights.W(Gate::Update), above.aZ, 1.0, inputGradientTerm(Gate::Update), where);
        addColumn(weights.W(Gate::Candidate), above.aN, 1.0, inputGradientTerm(Gate::Candidate), where);
    }

    /// The four paths from a step of this layer to the step before it.
    void addPaths(Index step)
    {
        const auto terms = m_opener.terms(m_layer, step);
        const auto weights = m_opener.weights(m_layer);
        const double z = gate(&LayerTrace<Scalar>::z, step), r = gate(&LayerTrace<Scalar>::r, step);
        const double kept = m_after ? z : 1.0 - z;
        const double through = kept != 0.0 ? terms.carry(m_unit, 0) / kept : 0.0; // δ', or 0 at a held state
        if (!holdsUpdate(held()) || kept != 0.0)
            add("itself", symbol(GradientPath::Carry), kept, through);
        addColumn(weights.U(Gate::Candidate), terms.du, m_after ? 1.0 : r, symbol(GradientPath::Candidate), {});
        if (!holdsReset(held()))
            addColumn(weights.U(Gate::Reset), terms.aR, 1.0, symbol(GradientPath::Reset), {});
        if (!holdsUpdate(held()))
            addColumn(weights.U(Gate::Update), terms.aZ, 1.0, symbol(GradientPath::Update), {});
    }

    /// What the sums under σ and tanh receive.
    void addInside(Index step)
    {
        const auto terms = m_opener.terms(m_layer, step);
        const double r = gate(&LayerTrace<Scalar>::r, step), z = gate(&LayerTrace<Scalar>::z, step);
        const double n = gate(&LayerTrace<Scalar>::n, step), u = gate(&LayerTrace<Scalar>::u, step);
        const double h = step > 0 ? gate(&LayerTrace<Scalar>::h, step - 1) : 0.0;
        const double delta = m_opener.delta(m_layer, step)(m_unit);
        const double taken = m_after ? 1.0 - z : z;
        const double aN = terms.aN(m_unit, 0);
        addResult(GradientSum::Candidate, m_after ? "(1 − z)(1 − n²) × δ" : "z (1 − n²) × δ", taken * (1.0 - n * n),
                  delta, aN);
        if (!holdsUpdate(held()))
            addResult(GradientSum::Update, m_after ? "(h − n) z (1 − z) × δ" : "(n − h) z (1 − z) × δ",
                      (m_after ? h - n : n - h) * z * (1.0 - z), delta, terms.aZ(m_unit, 0));
        const double slope = r * (1.0 - r);
        const double below = m_after ? aN : (r != 0.0 ? terms.candidate(m_unit, 0) / r : 0.0);
        if (!holdsReset(held()))
            addResult(GradientSum::Reset, m_after ? "u r (1 − r) × a_n" : "h r (1 − r) × ds", (m_after ? u : h) * slope,
                      below, terms.aR(m_unit, 0));
        addResult(GradientSum::Recurrent, m_after ? "r × a_n" : "1 × a_n", m_after ? r : 1.0, aN, terms.du(m_unit, 0));
    }

    std::vector<CellProduct> take() { return std::move(m_products); }
    std::vector<CellProduct> sorted()
    {
        std::ranges::stable_sort(m_products, [](const CellProduct &left, const CellProduct &right) {
            return std::abs(left.product) > std::abs(right.product);
        });
        return take();
    }

private:
    std::string symbol(GradientPath path) const
    {
        return gradientPathEquation(path, m_opener.trace().network.formulation);
    }

    HeldGates held() const { return m_opener.trace().network.held; }

    double gate(Matrix<Scalar> LayerTrace<Scalar>::*which, Index step) const
    {
        return static_cast<double>((m_opener.trace().layers[static_cast<std::size_t>(m_layer)].*which)(m_unit, step));
    }

    void add(std::string name, std::string symbol, double weight, double value)
    {
        m_products.push_back({std::move(name), std::move(symbol), weight, value, weight * value});
    }

    /// A result that a held value may have stopped: then it is 0 whatever its factors are.
    void addResult(GradientSum sum, const char *factors, double weight, double value, double result)
    {
        m_products.push_back({gradientSumSymbol(sum), factors, weight, value, result});
    }

    /// The unit's column of a matrix times a vector: what the transposed product adds up.
    void addColumn(const LayerWeights<double>::View &weights, const Matrix<double> &values, double factor,
                   const std::string &symbol, const std::string &where)
    {
        for (Index j = 0; j < weights.rows(); ++j)
            add(unitLabel(j) + where, symbol, factor * weights(j, m_unit), values(j, 0));
    }

    const BackwardOpener<Scalar> &m_opener;
    Index m_layer, m_unit;
    bool m_after;
    std::vector<CellProduct> m_products;
};

} // namespace

template <typename Scalar>
std::vector<CellProduct> backwardProducts(const Trace<Scalar> &trace,
                                          std::type_identity_t<std::span<const Scalar>> parameters,
                                          const TrainingOptions &training, Index layer, Index step, Index unit,
                                          BackwardSum sum, const std::type_identity_t<HeldValues<Scalar>> &held)
{
    const BackwardOpener<Scalar> opener(trace, parameters, held);
    opener.check(layer, step);
    if (unit < 0 || unit >= trace.network.hidden)
        throw ShapeError("unit " + std::to_string(unit) + " was asked for, the layer has "
                         + std::to_string(trace.network.hidden));
    BackwardProductList<Scalar> list(opener, layer, unit);
    const bool lastLayer = layer + 1 == trace.network.layers, lastStep = step + 1 == trace.steps();
    const bool asked = lastLayer && step >= trace.firstLossStep();
    switch (sum) {
    case BackwardSum::Arrives:
        if (asked)
            list.addLoss(training, step);
        if (!lastLayer)
            list.addAbove(step);
        if (!lastStep)
            list.addPaths(step + 1);
        return list.sorted();
    case BackwardSum::Inside:
        list.addInside(step);
        return list.take();
    case BackwardSum::Leaves:
        break;
    }
    list.addPaths(step);
    return list.sorted();
}

#define GATESCOPE_INSTANTIATE(Scalar)                                                                                  \
    template std::vector<CellProduct> backwardProducts(const Trace<Scalar> &, std::span<const Scalar>,                 \
                                                       const TrainingOptions &, Index, Index, Index, BackwardSum,      \
                                                       const HeldValues<Scalar> &);

GATESCOPE_INSTANTIATE(float)
GATESCOPE_INSTANTIATE(double)
#undef GATESCOPE_INSTANTIATE

} // namespace gatescope
