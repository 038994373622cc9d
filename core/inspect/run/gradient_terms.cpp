// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/run/gradient_terms.h"

namespace gatescope {

namespace {

/// (H × count) the states before the steps first …: h_{first−1} …, zero before the first step of all.
template <typename Scalar>
Matrix<Scalar> previousStates(const Matrix<Scalar> &h, Index first, Index count)
{
    Matrix<Scalar> previous(h.rows(), count);
    const Index missing = first == 0 ? 1 : 0;
    previous.leftCols(missing).setZero();
    previous.rightCols(count - missing) = h.middleCols(first + missing - 1, count - missing);
    return previous;
}

} // namespace

const char *gradientPathName(GradientPath path)
{
    switch (path) {
    case GradientPath::Carry:
        return "carry";
    case GradientPath::Candidate:
        return "candidate";
    case GradientPath::Reset:
        return "reset";
    case GradientPath::Update:
        break;
    }
    return "update";
}

const char *gradientPathEquation(GradientPath path, Formulation formulation)
{
    const bool after = formulation == Formulation::ResetAfter;
    switch (path) {
    case GradientPath::Carry:
        return after ? "δ' ⊙ z" : "δ' ⊙ (1 − z)";
    case GradientPath::Candidate:
        return after ? "U_nᵀ du" : "ds ⊙ r";
    case GradientPath::Reset:
        return "U_rᵀ a_r";
    case GradientPath::Update:
        break;
    }
    return "U_zᵀ a_z";
}

const char *gradientSumEquation(GradientSum sum, Formulation formulation)
{
    const bool after = formulation == Formulation::ResetAfter;
    switch (sum) {
    case GradientSum::Candidate:
        return after ? "a_n = δ ⊙ (1 − z) ⊙ (1 − n²)" : "a_n = δ ⊙ z ⊙ (1 − n²)";
    case GradientSum::Update:
        return after ? "a_z = δ ⊙ (h − n) ⊙ z ⊙ (1 − z)" : "a_z = δ ⊙ (n − h) ⊙ z ⊙ (1 − z)";
    case GradientSum::Reset:
        return after ? "a_r = a_n ⊙ u ⊙ r ⊙ (1 − r)" : "a_r = (U_nᵀ a_n) ⊙ h ⊙ r ⊙ (1 − r)";
    case GradientSum::Recurrent:
        break;
    }
    return after ? "du = a_n ⊙ r" : "du = a_n";
}

std::string gradientSumSymbol(GradientSum sum)
{
    const std::string equation = gradientSumEquation(sum, Formulation::ResetAfter);
    return equation.substr(0, equation.find(' '));
}

std::string inputGradientTerm(Gate gate)
{
    const std::string letter = letterOf(gate);
    return "W_" + letter + "ᵀ a_" + letter;
}

std::string inputGradientEquation(HeldGates held)
{
    std::string sum;
    for (const Gate gate : {Gate::Reset, Gate::Update, Gate::Candidate}) {
        if ((gate == Gate::Reset && holdsReset(held)) || (gate == Gate::Update && holdsUpdate(held)))
            continue;
        sum += (sum.empty() ? "" : " + ") + inputGradientTerm(gate);
    }
    return "∂loss/∂x = " + sum;
}

template <typename Scalar>
const Matrix<Scalar> &GradientTerms<Scalar>::path(GradientPath which) const
{
    const Matrix<Scalar> *const paths[] = {&carry, &candidate, &reset, &update};
    return *paths[static_cast<std::size_t>(which)];
}

template <typename Scalar>
GradientTerms<Scalar> gradientTerms(const LayerWeights<Scalar> &weights, const LayerTrace<Scalar> &layer, Index first,
                                    const MatrixRef<Scalar> &delta, const HeldLayer<Scalar> *held)
{
    const Index count = delta.cols();
    const bool after = weights.formulation() == Formulation::ResetAfter;
    const auto r = layer.r.middleCols(first, count).array();
    const auto z = layer.z.middleCols(first, count).array();
    const auto n = layer.n.middleCols(first, count).array();
    const Matrix<Scalar> h = previousStates(layer.h, first, count);
    Matrix<Scalar> through = delta; // δ' without the states that were imposed
    if (held)
        stopGradient(held->h, first, through);

    GradientTerms<Scalar> terms;
    const auto kept = [&] { return after ? z.matrix().eval() : (Scalar(1) - z).matrix().eval(); }();
    terms.carry = through.array() * kept.array();
    const Scalar sign = after ? Scalar(1) : Scalar(-1); // z keeps the old state, or takes the new candidate
    terms.aZ = sign * through.array() * (h.array() - n) * z * (Scalar(1) - z);
    terms.aN = through.array() * (Scalar(1) - kept.array()) * (Scalar(1) - n.square());
    if (after) {
        terms.du = terms.aN.array() * r;
        terms.candidate = weights.U(Gate::Candidate).transpose() * terms.du;
        terms.aR = terms.aN.array() * layer.u.middleCols(first, count).array() * r * (Scalar(1) - r);
    } else {
        terms.du = terms.aN;
        const Matrix<Scalar> ds = weights.U(Gate::Candidate).transpose() * terms.aN;
        terms.candidate = ds.array() * r;
        terms.aR = ds.array() * h.array() * r * (Scalar(1) - r);
    }
    if (held) {
        stopGradient(held->r, first, terms.aR);
        stopGradient(held->z, first, terms.aZ);
    }
    terms.reset = weights.U(Gate::Reset).transpose() * terms.aR;
    terms.update = weights.U(Gate::Update).transpose() * terms.aZ;
    return terms;
}

template <typename Scalar>
Matrix<Scalar> inputGradientOf(const LayerWeights<Scalar> &weights, const GradientTerms<Scalar> &terms)
{
    Matrix<Scalar> gradient = weights.W(Gate::Reset).transpose() * terms.aR;
    gradient.noalias() += weights.W(Gate::Update).transpose() * terms.aZ;
    gradient.noalias() += weights.W(Gate::Candidate).transpose() * terms.aN;
    return gradient;
}

template <typename Scalar>
Matrix<Scalar> pathNorms(const GradientTerms<Scalar> &terms)
{
    Matrix<Scalar> norms(terms.carry.cols(), kGradientPaths);
    for (Index path = 0; path < kGradientPaths; ++path)
        norms.col(path) = terms.path(static_cast<GradientPath>(path)).colwise().norm().transpose();
    return norms;
}

#define GATESCOPE_INSTANTIATE(Scalar)                                                                                  \
    template struct GradientTerms<Scalar>;                                                                             \
    template GradientTerms<Scalar> gradientTerms(const LayerWeights<Scalar> &, const LayerTrace<Scalar> &, Index,      \
                                                 const MatrixRef<Scalar> &, const HeldLayer<Scalar> *);                \
    template Matrix<Scalar> inputGradientOf(const LayerWeights<Scalar> &, const GradientTerms<Scalar> &);              \
    template Matrix<Scalar> pathNorms(const GradientTerms<Scalar> &);

GATESCOPE_INSTANTIATE(float)
GATESCOPE_INSTANTIATE(double)
#undef GATESCOPE_INSTANTIATE

} // namespace gatescope
