// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/gru_reference.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace gatescope {

namespace {

template <typename Scalar>
Scalar sigmoid(Scalar a)
{
    return Scalar(1) / (Scalar(1) + std::exp(-a));
}

/// Row `row` of a matrix times a vector.
template <typename Scalar, typename Weights>
Scalar dot(const Weights &weights, Index row, const Vector<Scalar> &x)
{
    Scalar sum = 0;
    for (Index j = 0; j < x.size(); ++j)
        sum += weights(row, j) * x(j);
    return sum;
}

/// Column `column` of rows first … first+a.size()−1 of a matrix times a vector: an element of Wᵀ a.
template <typename Scalar, typename Weights>
Scalar transposedDot(const Weights &weights, Index first, Index column, const Vector<Scalar> &a)
{
    Scalar sum = 0;
    for (Index i = 0; i < a.size(); ++i)
        sum += weights(first + i, column) * a(i);
    return sum;
}

/// A layer's parameters (of a const Scalar) or its gradient, by the letters of GRU.md; gates in the order r, z, n.
template <typename Scalar>
struct Tensors {
    using Plain = std::remove_const_t<Scalar>;
    template <typename Type>
    using View = Eigen::Map<std::conditional_t<std::is_const_v<Scalar>, const Type, Type>>;
    using Weights = View<RowMajorMatrix<Plain>>;
    using Biases = View<Vector<Plain>>;
    Weights W; ///< (3H × in)
    Weights U; ///< (3H × H)
    Biases b;  ///< (3H), empty without biases
    Biases d;  ///< (3H), empty without biases and in reset-before
};

template <typename Scalar>
Tensors<Scalar> tensorsOf(const ParameterLayout &layout, Index layer, Scalar *flat)
{
    const auto weights = [flat](const TensorSlot &slot) {
        return typename Tensors<Scalar>::Weights(flat + slot.offset, slot.rows, slot.columns);
    };
    const auto biases = [flat](const TensorSlot *slot) {
        return slot != nullptr ? typename Tensors<Scalar>::Biases(flat + slot->offset, slot->rows)
                               : typename Tensors<Scalar>::Biases(nullptr, 0);
    };
    return {weights(layout.inputWeight(layer)), weights(layout.recurrentWeight(layer)), biases(layout.inputBias(layer)),
            biases(layout.recurrentBias(layer))};
}

/// Adds aᵢ to row first + i of a bias's gradient, where there is a bias.
template <typename Scalar>
void addToBias(Eigen::Map<Vector<Scalar>> &bias, Index first, const Vector<Scalar> &a)
{
    for (Index i = 0; bias.size() > 0 && i < a.size(); ++i)
        bias(first + i) += a(i);
}

/// Adds the outer product a xᵀ to rows first … of a matrix's gradient.
template <typename Scalar>
void addOuter(Eigen::Map<RowMajorMatrix<Scalar>> &weights, Index first, const Vector<Scalar> &a,
              const Vector<Scalar> &x)
{
    for (Index i = 0; i < a.size(); ++i) {
        for (Index j = 0; j < x.size(); ++j)
            weights(first + i, j) += a(i) * x(j);
    }
}

/// First row of each gate in a stacked matrix; a held gate has none.
struct GateRows {
    explicit GateRows(const NetworkOptions &options)
        : hasReset(!holdsReset(options.held)), hasUpdate(!holdsUpdate(options.held)), Z(hasReset ? options.hidden : 0),
          N((options.gates() - 1) * options.hidden)
    {
    }

    bool hasReset, hasUpdate;
    Index R = 0, Z, N;
};

/// What forward() had at one step: input, state before, gates, candidate, U_n part.
template <typename Scalar>
struct StepValues {
    Vector<Scalar> x, h, r, z, n, u;
};

/// What backward() finds at one step.
template <typename Scalar>
struct StepGradient {
    explicit StepGradient(Index H) : a_r(H), a_z(H), a_n(H), toU(H), s(H), carry(H), candidate(H), reset(H), update(H)
    {
    }

    Vector<Scalar> a_r, a_z, a_n; ///< ∂loss by what goes into σ, σ and tanh
    Vector<Scalar> toU;           ///< ∂loss by U_n's product: du in reset-after, a_n in reset-before
    Vector<Scalar> s;             ///< what U_n multiplies: h in reset-after, r ⊙ h in reset-before
    Vector<Scalar> carry, candidate, reset, update; ///< the four terms of ∂loss/∂h
};

template <typename Scalar>
void backwardResetAfter(const Tensors<const Scalar> &p, Index N, const StepValues<Scalar> &v,
                        const Vector<Scalar> &delta, StepGradient<Scalar> &g)
{
    const Index H = delta.size();
    for (Index i = 0; i < H; ++i) {
        const Scalar dz = delta(i) * (v.h(i) - v.n(i));
        const Scalar dn = delta(i) * (1 - v.z(i));
        g.a_n(i) = dn * (1 - v.n(i) * v.n(i));
        const Scalar dr = g.a_n(i) * v.u(i);
        g.toU(i) = g.a_n(i) * v.r(i);
        g.a_r(i) = dr * v.r(i) * (1 - v.r(i));
        g.a_z(i) = dz * v.z(i) * (1 - v.z(i));
        g.carry(i) = delta(i) * v.z(i);
        g.s(i) = v.h(i);
    }
    for (Index j = 0; j < H; ++j)
        g.candidate(j) = transposedDot(p.U, N, j, g.toU);
}

template <typename Scalar>
void backwardResetBefore(const Tensors<const Scalar> &p, Index N, const StepValues<Scalar> &v,
                         const Vector<Scalar> &delta, StepGradient<Scalar> &g)
{
    const Index H = delta.size();
    for (Index i = 0; i < H; ++i) {
        const Scalar dz = delta(i) * (v.n(i) - v.h(i));
        const Scalar dn = delta(i) * v.z(i);
        g.a_n(i) = dn * (1 - v.n(i) * v.n(i));
        g.toU(i) = g.a_n(i);
        g.a_z(i) = dz * v.z(i) * (1 - v.z(i));
        g.carry(i) = delta(i) * (1 - v.z(i));
        g.s(i) = v.r(i) * v.h(i);
    }
    for (Index j = 0; j < H; ++j) {
        const Scalar ds = transposedDot(p.U, N, j, g.toU);
        const Scalar dr = ds * v.h(j);
        g.a_r(j) = dr * v.r(j) * (1 - v.r(j));
        g.candidate(j) = ds * v.r(j);
    }
}

/// Adds one step's share to the gradient of a layer's parameters.
template <typename Scalar>
void addStep(Tensors<Scalar> &gradient, const GateRows &rows, const StepValues<Scalar> &v,
             const StepGradient<Scalar> &g)
{
    const auto add = [&](Index first, const Vector<Scalar> &a) {
        addOuter(gradient.W, first, a, v.x);
        addOuter(gradient.U, first, a, v.h);
        addToBias(gradient.b, first, a);
        addToBias(gradient.d, first, a);
    };
    if (rows.hasReset)
        add(rows.R, g.a_r);
    if (rows.hasUpdate)
        add(rows.Z, g.a_z);
    addOuter(gradient.W, rows.N, g.a_n, v.x);
    addOuter(gradient.U, rows.N, g.toU, g.s);
    addToBias(gradient.b, rows.N, g.a_n);
    addToBias(gradient.d, rows.N, g.toU);
}

} // namespace

template <typename Scalar>
GruReference<Scalar>::GruReference(const NetworkOptions &options, std::span<const Scalar> parameters)
    : m_options(options), m_layout(options), m_parameters(parameters)
{
    if (auto problems = options.validate(); !problems.empty())
        throw OptionError(std::move(problems));
    if (std::ssize(parameters) != m_layout.size())
        throw ShapeError("the network has " + std::to_string(m_layout.size()) + " parameters; found "
                         + std::to_string(parameters.size()));
    clearGradient();
}

template <typename Scalar>
void GruReference<Scalar>::clearGradient()
{
    m_gradient.assign(static_cast<std::size_t>(m_layout.size()), Scalar(0));
}

template <typename Scalar>
Vector<Scalar> GruReference<Scalar>::forward(const Matrix<Scalar> &input)
{
    if (input.rows() != m_options.inputs || input.cols() < 1)
        throw ShapeError("the input is " + std::to_string(input.rows()) + " × " + std::to_string(input.cols())
                         + "; expected " + std::to_string(m_options.inputs) + " features × at least one step");
    m_input = input;
    m_layers.assign(static_cast<std::size_t>(m_options.layers), {});
    for (Index k = 0; k < m_options.layers; ++k)
        forwardLayer(k, k == 0 ? m_input : layer(k - 1).h);

    const auto V = tensorView(m_parameters, m_layout.headWeight());
    const auto c = tensorView(m_parameters, m_layout.headBias());
    const Vector<Scalar> last = m_layers.back().h.rightCols(1);
    Vector<Scalar> y(m_options.outputs);
    for (Index o = 0; o < y.size(); ++o)
        y(o) = dot(V, o, last) + c(o, 0);
    return y;
}

template <typename Scalar>
void GruReference<Scalar>::forwardLayer(Index index, const Matrix<Scalar> &input)
{
    const Index H = m_options.hidden, T = input.cols();
    const GateRows rows(m_options);
    const Index R = rows.R, Z = rows.Z, N = rows.N;
    const auto [W, U, b, d] = tensorsOf(m_layout, index, m_parameters.data());
    const auto bias = [](const auto &values, Index row) { return values.size() > 0 ? values(row) : Scalar(0); };

    ReferenceLayer<Scalar> &out = m_layers[static_cast<std::size_t>(index)];
    for (Matrix<Scalar> *values : {&out.r, &out.z, &out.n, &out.u, &out.h})
        values->resize(H, T);

    Vector<Scalar> h = Vector<Scalar>::Zero(H);
    for (Index t = 0; t < T; ++t) {
        const Vector<Scalar> x = input.col(t);
        Vector<Scalar> r(H), z(H), u(H), n(H), s(H), next(H);
        for (Index i = 0; i < H; ++i) {
            r(i) = 1; // where it is held
            z(i) = static_cast<Scalar>(m_options.heldUpdate());
            if (rows.hasReset)
                r(i) = sigmoid(dot(W, R + i, x) + bias(b, R + i) + dot(U, R + i, h) + bias(d, R + i));
            if (rows.hasUpdate)
                z(i) = sigmoid(dot(W, Z + i, x) + bias(b, Z + i) + dot(U, Z + i, h) + bias(d, Z + i));
        }
        if (m_options.formulation == Formulation::ResetAfter) {
            for (Index i = 0; i < H; ++i) {
                u(i) = dot(U, N + i, h) + bias(d, N + i);
                n(i) = std::tanh(dot(W, N + i, x) + bias(b, N + i) + r(i) * u(i));
                next(i) = (1 - z(i)) * n(i) + z(i) * h(i);
            }
        } else {
            for (Index i = 0; i < H; ++i)
                s(i) = r(i) * h(i);
            for (Index i = 0; i < H; ++i) {
                u(i) = dot(U, N + i, s);
                n(i) = std::tanh(dot(W, N + i, x) + bias(b, N + i) + u(i));
                next(i) = (1 - z(i)) * h(i) + z(i) * n(i);
            }
        }
        out.r.col(t) = r;
        out.z.col(t) = z;
        out.n.col(t) = n;
        out.u.col(t) = u;
        out.h.col(t) = h = next;
    }
}

template <typename Scalar>
void GruReference<Scalar>::backward(const Vector<Scalar> &outputGradient)
{
    if (m_layers.empty() || outputGradient.size() != m_options.outputs)
        throw ShapeError("backward() needs a forward() before it and a gradient of " + std::to_string(m_options.outputs)
                         + " outputs; found " + std::to_string(outputGradient.size()));
    const auto V = tensorView(m_parameters, m_layout.headWeight());
    auto gradientV = tensorView(std::span(m_gradient), m_layout.headWeight());
    auto gradientC = tensorView(std::span(m_gradient), m_layout.headBias());
    const Index H = m_options.hidden, last = m_input.cols() - 1;

    Matrix<Scalar> fromAbove = Matrix<Scalar>::Zero(H, m_input.cols());
    for (Index j = 0; j < H; ++j)
        fromAbove(j, last) = transposedDot(V, 0, j, outputGradient);
    for (Index o = 0; o < outputGradient.size(); ++o) {
        gradientC(o, 0) += outputGradient(o);
        for (Index j = 0; j < H; ++j)
            gradientV(o, j) += outputGradient(o) * m_layers.back().h(j, last);
    }
    for (Index k = m_options.layers - 1; k >= 0; --k) {
        backwardLayer(k, k == 0 ? m_input : layer(k - 1).h, fromAbove);
        fromAbove = layer(k).inputGradient;
    }
}

template <typename Scalar>
void GruReference<Scalar>::backwardLayer(Index index, const Matrix<Scalar> &input, const Matrix<Scalar> &fromAbove)
{
    const Index H = m_options.hidden, T = input.cols();
    const GateRows rows(m_options);
    const Tensors<const Scalar> p = tensorsOf(m_layout, index, m_parameters.data());
    Tensors<Scalar> gradient = tensorsOf(m_layout, index, m_gradient.data());

    ReferenceLayer<Scalar> &layer = m_layers[static_cast<std::size_t>(index)];
    for (Matrix<Scalar> *values : {&layer.delta, &layer.carry, &layer.candidate, &layer.reset, &layer.update})
        values->resize(H, T);
    layer.inputGradient.resize(input.rows(), T);

    const Vector<Scalar> zero = Vector<Scalar>::Zero(H);
    Vector<Scalar> fromNextStep = zero;
    for (Index t = T - 1; t >= 0; --t) {
        const StepValues<Scalar> v{input.col(t),   t > 0 ? Vector<Scalar>(layer.h.col(t - 1)) : zero,
                                   layer.r.col(t), layer.z.col(t),
                                   layer.n.col(t), layer.u.col(t)};
        const Vector<Scalar> delta = fromAbove.col(t) + fromNextStep; // ∂loss/∂h', the total derivative
        StepGradient<Scalar> g(H);
        if (m_options.formulation == Formulation::ResetAfter)
            backwardResetAfter(p, rows.N, v, delta, g);
        else
            backwardResetBefore(p, rows.N, v, delta, g);
        for (Index j = 0; j < H; ++j) {
            g.reset(j) = rows.hasReset ? transposedDot(p.U, rows.R, j, g.a_r) : Scalar(0);
            g.update(j) = rows.hasUpdate ? transposedDot(p.U, rows.Z, j, g.a_z) : Scalar(0);
        }
        for (Index j = 0; j < v.x.size(); ++j) {
            layer.inputGradient(j, t) = transposedDot(p.W, rows.N, j, g.a_n);
            if (rows.hasReset)
                layer.inputGradient(j, t) += transposedDot(p.W, rows.R, j, g.a_r);
            if (rows.hasUpdate)
                layer.inputGradient(j, t) += transposedDot(p.W, rows.Z, j, g.a_z);
        }
        addStep(gradient, rows, v, g);

        layer.delta.col(t) = delta;
        layer.carry.col(t) = g.carry;
        layer.candidate.col(t) = g.candidate;
        layer.reset.col(t) = g.reset;
        layer.update.col(t) = g.update;
        fromNextStep = g.carry + g.candidate + g.reset + g.update;
    }
}

template class GruReference<float>;
template class GruReference<double>;

} // namespace gatescope
