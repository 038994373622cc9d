// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/convention/convention.h"

#include "core/inspect/run/layer_weights.h"

#include <array>

namespace gatescope {

namespace {

using Rows = RowMajorMatrix<double>;

constexpr const char *kKeepsOld = "z = 1 keeps the old state";
constexpr const char *kTakesNew = "z = 1 takes the new candidate";

/// Builds one convention's view of one layer.
template <typename Scalar>
class ConventionWriter {
public:
    ConventionWriter(const NetworkOptions &options, std::span<const Scalar> parameters, Index layer)
        : m_weights(options, parameters, layer), m_bias(m_weights.hasInputBias()), m_held(options.held),
          m_after(options.formulation == Formulation::ResetAfter), m_layer(layer), m_in(layer == 0 ? "I" : "H")
    {
    }

    ConventionView pyTorch()
    {
        m_view.title = "PyTorch nn.GRU";
        m_view.gateOrder = "r, z, n";
        m_view.updateGate = kKeepsOld;
        m_view.biasLayout = "two vectors of 3H, beside W x and beside U h";
        m_view.equations = {"r = σ(W_ir x + b_ir + W_hr h + b_hr)", "z = σ(W_iz x + b_iz + W_hz h + b_hz)",
                            "n = tanh(W_in x + b_in + r ⊙ (W_hn h + b_hn))", "h' = (1 − z) ⊙ n + z ⊙ h"};
        // Where r is 1 it does not matter on which side of the product it stands.
        if (!m_after && !holdsReset(m_held))
            return refuse("PyTorch applies the reset gate after the product, r ⊙ (U_n h); this model applies it "
                          "before, U_n (r ⊙ h), which is another function");
        if (m_after)
            accept("the same equations under other letters");
        else
            acceptWithSign();
        const std::string suffix = std::string("_l").append(std::to_string(m_layer));
        constexpr std::array kOrder{Gate::Reset, Gate::Update, Gate::Candidate};
        addMatrix("gru.weight_ih" + suffix, "3H × " + m_in, "rows: r, z, n", stackedW(kOrder, updateSign()));
        addMatrix("gru.weight_hh" + suffix, "3H × H", "rows: r, z, n", stackedU(kOrder, updateSign()));
        if (m_bias) {
            addVector("gru.bias_ih" + suffix, "3H", "r, z, n", stackedB(kOrder, updateSign()));
            addVector("gru.bias_hh" + suffix, "3H", "r, z, n", stackedD(kOrder, updateSign()));
        }
        return take(Convention::PyTorch);
    }

    ConventionView keras()
    {
        m_view.title = m_after ? "Keras GRU, reset_after=True" : "Keras GRU, reset_after=False";
        m_view.gateOrder = "z, r, h";
        m_view.updateGate = kKeepsOld;
        m_view.biasLayout = m_after ? "one tensor of two rows, 2 × 3H: input, recurrent" : "one vector of 3H";
        m_view.equations = {"z = σ(x W_z + b_z + h U_z)", "r = σ(x W_r + b_r + h U_r)",
                            m_after ? "hh = tanh(x W_h + b_h + r ⊙ (h U_h + d_h))"
                                    : "hh = tanh(x W_h + b_h + (r ⊙ h) U_h)",
                            "h' = z ⊙ h + (1 − z) ⊙ hh"};
        if (m_after) {
            m_view.equations[0] = "z = σ(x W_z + b_z + h U_z + d_z)";
            m_view.equations[1] = "r = σ(x W_r + b_r + h U_r + d_r)";
        }
        acceptWithSign();
        addMatrix("kernel", m_in + " × 3H", "columns: z, r, h", stackedW(kZrh, updateSign()).transpose());
        addMatrix("recurrent_kernel", "H × 3H", "columns: z, r, h", stackedU(kZrh, updateSign()).transpose());
        if (m_bias && m_after)
            addMatrix("bias", "2 × 3H", "rows: input, recurrent; columns: z, r, h", bothBiasesAsRows());
        else if (m_bias)
            addVector("bias", "3H", "z, r, h", stackedB(kZrh, updateSign()));
        return take(Convention::Keras);
    }

    ConventionView onnx()
    {
        m_view.title = m_after ? "ONNX GRU, linear_before_reset=1" : "ONNX GRU, linear_before_reset=0";
        m_view.gateOrder = "z, r, h";
        m_view.updateGate = kKeepsOld;
        m_view.biasLayout = "one tensor of 6H: Wb z, r, h, then Rb z, r, h";
        m_view.equations = {"z = σ(X W_zᵀ + H R_zᵀ + Wb_z + Rb_z)", "r = σ(X W_rᵀ + H R_rᵀ + Wb_r + Rb_r)",
                            m_after ? "h = tanh(X W_hᵀ + r ⊙ (H R_hᵀ + Rb_h) + Wb_h)"
                                    : "h = tanh(X W_hᵀ + (r ⊙ H) R_hᵀ + Rb_h + Wb_h)",
                            "H' = (1 − z) ⊙ h + z ⊙ H"};
        acceptWithSign();
        addMatrix("W", "1 × 3H × " + m_in, "rows: z, r, h", stackedW(kZrh, updateSign()), true);
        addMatrix("R", "1 × 3H × H", "rows: z, r, h", stackedU(kZrh, updateSign()), true);
        if (m_bias) {
            Rows both(1, 6 * hidden());
            both << stackedB(kZrh, updateSign()).transpose(), stackedD(kZrh, updateSign()).transpose();
            addMatrix("B", "1 × 6H", "Wb z, r, h, Rb z, r, h", both);
        }
        return take(Convention::Onnx);
    }

    ConventionView textbook()
    {
        m_view.title = "Textbook (Chung et al., 2014)";
        m_view.gateOrder = "one matrix a gate, both parts side by side: [h, x]";
        m_view.updateGate = kTakesNew;
        m_view.biasLayout = m_bias ? "the textbook writes none; this model's b is written behind" : "none";
        const auto sum = [&](const char *gate, const char *operand) {
            return std::string(gate).append(operand).append(m_bias ? std::string(" + b").append(gate + 1) : "");
        };
        m_view.equations = {"z = σ(" + sum("W_z", "·[h, x]") + ")", "r = σ(" + sum("W_r", "·[h, x]") + ")",
                            "h~ = tanh(" + sum("W_h", "·[r ⊙ h, x]") + ")", "h' = (1 − z) ⊙ h + z ⊙ h~"};
        if (m_after && !holdsReset(m_held))
            return refuse("the textbook applies the reset gate before the product, U_n (r ⊙ h); this model applies it "
                          "after, r ⊙ (U_n h), which is another function");
        m_view.flipsUpdateGate = m_after;
        accept(std::string(
                   m_after ? "r is 1, so it may stand before the product or after it; z means the opposite, so W_z, "
                             "U_z and b_z are negated and z becomes 1 − z; both biases are added; "
                           : "")
               + std::string("the same equations, W·[h, x] = U h + W x; Cho et al. (2014) exchange z and 1 − z")
               + (m_bias ? "; the biases are an addition to the textbook's" : ""));
        addTextbookGate("W_z", "b_z", Gate::Update);
        addTextbookGate("W_r", "b_r", Gate::Reset);
        addTextbookGate("W_h", "b_h", Gate::Candidate);
        return take(Convention::Textbook);
    }

private:
    using Order = std::array<Gate, 3>;
    static constexpr Order kZrh{Gate::Update, Gate::Reset, Gate::Candidate};

    Index hidden() const { return m_weights.hidden(); }
    /// What the update gate's weights are multiplied with where z keeps the old state.
    double updateSign() const { return m_after ? 1.0 : -1.0; }
    static double signOf(Gate gate, double updateSign) { return gate == Gate::Update ? updateSign : 1.0; }

    Rows stackedW(const Order &order, double updateSign) const
    {
        Rows stacked(3 * hidden(), m_weights.inputs());
        for (Index i = 0; i < 3; ++i)
            stacked.middleRows(i * hidden(), hidden()) =
                signOf(order[i], updateSign) * m_weights.W(order[i]).template cast<double>();
        return stacked;
    }

    Rows stackedU(const Order &order, double updateSign) const
    {
        Rows stacked(3 * hidden(), hidden());
        for (Index i = 0; i < 3; ++i)
            stacked.middleRows(i * hidden(), hidden()) =
                signOf(order[i], updateSign) * m_weights.U(order[i]).template cast<double>();
        return stacked;
    }

    Vector<double> stackedB(const Order &order, double updateSign) const
    {
        Vector<double> stacked(3 * hidden());
        for (Index i = 0; i < 3; ++i)
            stacked.segment(i * hidden(), hidden()) =
                signOf(order[i], updateSign) * m_weights.b(order[i]).template cast<double>();
        return stacked;
    }

    Vector<double> stackedD(const Order &order, double updateSign) const
    {
        Vector<double> stacked(3 * hidden());
        for (Index i = 0; i < 3; ++i)
            stacked.segment(i * hidden(), hidden()) =
                signOf(order[i], updateSign) * m_weights.d(order[i]).template cast<double>();
        return stacked;
    }

    Rows bothBiasesAsRows() const
    {
        Rows both(2, 3 * hidden());
        both.row(0) = stackedB(kZrh, 1.0).transpose();
        both.row(1) = stackedD(kZrh, 1.0).transpose();
        return both;
    }

    void addTextbookGate(const char *weight, const char *bias, Gate gate)
    {
        Rows side(hidden(), hidden() + m_weights.inputs());
        const double sign = signOf(gate, m_after ? -1.0 : 1.0);
        side << sign * m_weights.U(gate).template cast<double>(), sign * m_weights.W(gate).template cast<double>();
        addMatrix(weight, "H × (H + " + m_in + ")", "columns: h, x", side);
        if (m_bias)
            addVector(bias, "H", "", sign * (m_weights.b(gate) + m_weights.d(gate)).template cast<double>());
    }

    void addMatrix(std::string name, std::string shapeText, std::string layout, const Rows &values,
                   bool leadingOne = false)
    {
        std::vector<Index> shape{values.rows(), values.cols()};
        if (leadingOne)
            shape.insert(shape.begin(), 1);
        m_view.tensors.push_back({std::move(name), std::move(shape), std::move(shapeText), std::move(layout), values});
    }

    void addVector(std::string name, std::string shapeText, std::string layout, const Vector<double> &values)
    {
        m_view.tensors.push_back(
            {std::move(name), {values.size()}, std::move(shapeText), std::move(layout), values.transpose()});
    }

    void accept(const std::string &because)
    {
        m_view.exact = true;
        m_view.verdict = "exact: " + because + heldText();
    }

    /// How a gate that has no weights is written where every gate needs some.
    std::string heldText() const
    {
        if (m_held == HeldGates::None)
            return {};
        const char *const which = m_held == HeldGates::Both    ? "both gates are"
                                  : m_held == HeldGates::Reset ? "the reset gate is"
                                                               : "the update gate is";
        return std::string("; ").append(which).append(
            " held in training and has no weights: written as zeros and a bias of ±200, at which σ is exactly 1 or 0");
    }

    void acceptWithSign()
    {
        m_view.flipsUpdateGate = !m_after;
        accept(m_after
                   ? "the same equations, gates in another order"
                   : "z means the opposite there, so W_z, U_z and b_z are negated and z becomes 1 − z; h is the same");
    }

    ConventionView refuse(const std::string &because)
    {
        m_view.verdict = "no exact conversion, because " + because;
        m_view.flipsUpdateGate = true; // and what z = 1 means is the opposite as well
        return take(m_after ? Convention::Textbook : Convention::PyTorch);
    }

    ConventionView take(Convention convention)
    {
        m_view.convention = convention;
        return std::move(m_view);
    }

    LayerWeights<Scalar> m_weights;
    bool m_bias;
    HeldGates m_held;
    bool m_after;
    Index m_layer;
    std::string m_in; ///< letter of the number of inputs
    ConventionView m_view;
};

} // namespace

template <typename Scalar>
ConventionView writtenAs(Convention convention, const NetworkOptions &options, std::span<const Scalar> parameters,
                         Index layer)
{
    ConventionWriter<Scalar> writer(options, parameters, layer);
    switch (convention) {
    case Convention::PyTorch:
        return writer.pyTorch();
    case Convention::Keras:
        return writer.keras();
    case Convention::Onnx:
        return writer.onnx();
    case Convention::Textbook:
        break;
    }
    return writer.textbook();
}

template ConventionView writtenAs(Convention, const NetworkOptions &, std::span<const float>, Index);
template ConventionView writtenAs(Convention, const NetworkOptions &, std::span<const double>, Index);

} // namespace gatescope
