// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/cell/cell.h"
#include "core/inspect/labels.h"
#include "core/inspect/run/layer_weights.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// Collects the products of one unit of one cell.
template <typename Scalar>
class ProductList {
public:
    ProductList(const OpenCell &cell, std::span<const Scalar> parameters, Index unit,
                std::span<const std::string> featureNames)
        : m_cell(cell), m_weights(cell.network, parameters, cell.layer), m_unit(unit), m_names(featureNames)
    {
    }

    void addGate(CellStage stage, Gate gate)
    {
        const std::string letter = letterOf(gate);
        const bool held = gate == Gate::Reset ? holdsReset(m_cell.network.held) : holdsUpdate(m_cell.network.held);
        if (held) {
            const OpenStage &opened = m_cell.stage(stage);
            add("held in training", opened.terms.front().symbol, 1.0, opened.terms.front().values(m_unit));
            return;
        }
        addInput(gate);
        addRow(m_weights.U(gate), m_cell.h, 1.0, "U_" + letter + " h");
        if (hasRecurrentBias())
            add("bias d_" + letter, "d_" + letter, double(m_weights.d(gate)(m_unit)), 1.0);
    }

    void addCandidate()
    {
        addInput(Gate::Candidate);
        const Vector<double> &r = m_cell.stage(CellStage::Reset).stored;
        if (m_cell.stage(CellStage::Candidate).form.innerLetter.empty()) { // r is held at 1
            addRow(m_weights.U(Gate::Candidate), m_cell.h, 1.0, "U_n h");
            if (hasRecurrentBias())
                add("bias d_n", "d_n", double(m_weights.d(Gate::Candidate)(m_unit)), 1.0);
        } else if (m_weights.formulation() == Formulation::ResetAfter) {
            addRow(m_weights.U(Gate::Candidate), m_cell.h, r(m_unit), "r ⊙ u");
            if (hasRecurrentBias())
                add("bias d_n", "r ⊙ d_n", r(m_unit) * double(m_weights.d(Gate::Candidate)(m_unit)), 1.0);
        } else {
            addRow(m_weights.U(Gate::Candidate), r.cwiseProduct(m_cell.h), 1.0, "U_n s");
        }
    }

    void addNewState()
    {
        const double z = m_cell.stage(CellStage::Update).stored(m_unit);
        const double n = m_cell.stage(CellStage::Candidate).stored(m_unit);
        const bool after = m_weights.formulation() == Formulation::ResetAfter;
        if (m_cell.stage(CellStage::NewState).terms.size() == 1) { // z is held: h' = n
            add("candidate", "n", 1.0, n);
            return;
        }
        add("candidate", after ? "(1 − z) ⊙ n" : "z ⊙ n", after ? 1.0 - z : z, n);
        add("old state", after ? "z ⊙ h" : "(1 − z) ⊙ h", after ? z : 1.0 - z, m_cell.h(m_unit));
    }

    std::vector<CellProduct> sorted()
    {
        std::ranges::stable_sort(m_products, [](const CellProduct &left, const CellProduct &right) {
            return std::abs(left.product) > std::abs(right.product);
        });
        return std::move(m_products);
    }

private:
    bool hasRecurrentBias() const { return m_cell.network.bias && m_weights.formulation() == Formulation::ResetAfter; }

    void add(std::string name, std::string symbol, double weight, double value)
    {
        m_products.push_back({std::move(name), std::move(symbol), weight, value, weight * value});
    }

    void addInput(Gate gate)
    {
        const std::string letter = letterOf(gate);
        for (Index i = 0; i < m_weights.inputs(); ++i) {
            const std::string name =
                m_cell.layer == 0 ? featureLabel(m_names, i) : unitLabel(i) + " of " + layerLabel(m_cell.layer - 1);
            add(name, "W_" + letter + " x", double(m_weights.W(gate)(m_unit, i)), m_cell.x(i));
        }
        if (m_cell.network.bias)
            add("bias b_" + letter, "b_" + letter, double(m_weights.b(gate)(m_unit)), 1.0);
    }

    void addRow(const typename LayerWeights<Scalar>::View &weights, const Vector<double> &state, double factor,
                const std::string &symbol)
    {
        for (Index i = 0; i < m_weights.hidden(); ++i)
            add(unitLabel(i), symbol, factor * double(weights(m_unit, i)), state(i));
    }

    const OpenCell &m_cell;
    LayerWeights<Scalar> m_weights;
    Index m_unit;
    std::span<const std::string> m_names;
    std::vector<CellProduct> m_products;
};

} // namespace

template <typename Scalar>
std::vector<CellProduct> cellProducts(const OpenCell &cell, std::span<const Scalar> parameters, CellStage stage,
                                      Index unit, std::span<const std::string> featureNames)
{
    if (unit < 0 || unit >= cell.network.hidden)
        throw ShapeError("unit " + std::to_string(unit) + " was asked for, the layer has "
                         + std::to_string(cell.network.hidden));
    ProductList<Scalar> products(cell, parameters, unit, featureNames);
    switch (stage) {
    case CellStage::Reset:
        products.addGate(stage, Gate::Reset);
        break;
    case CellStage::Update:
        products.addGate(stage, Gate::Update);
        break;
    case CellStage::Candidate:
        products.addCandidate();
        break;
    case CellStage::NewState:
        products.addNewState();
        break;
    }
    return products.sorted();
}

template std::vector<CellProduct> cellProducts(const OpenCell &, std::span<const float>, CellStage, Index,
                                               std::span<const std::string>);
template std::vector<CellProduct> cellProducts(const OpenCell &, std::span<const double>, CellStage, Index,
                                               std::span<const std::string>);

} // namespace gatescope
