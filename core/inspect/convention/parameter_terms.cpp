// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/convention/parameter_terms.h"

#include "core/inspect/labels.h"

namespace gatescope {

namespace {

/// A factor of a product: its letter (or number) and its value.
struct Factor {
    std::string letter;
    std::int64_t value;
};

ParameterTerm term(std::string name, std::string meaning, const std::vector<Factor> &factors)
{
    ParameterTerm result{std::move(name), std::move(meaning), {}, {}, 1};
    for (const Factor &factor : factors) {
        const char *const between = result.formula.empty() ? "" : " · ";
        result.formula.append(between).append(factor.letter);
        result.numbers.append(between).append(std::to_string(factor.value));
        result.count *= factor.value;
    }
    return result;
}

/// "W_r, W_z, W_n", without those of held gates.
std::string ofGates(const std::string &letter, const NetworkOptions &options)
{
    return (holdsReset(options.held) ? "" : letter + "_r, ") + (holdsUpdate(options.held) ? "" : letter + "_z, ")
           + letter + "_n";
}

} // namespace

std::vector<ParameterTerm> parameterTerms(const NetworkOptions &options)
{
    const Factor gates{std::to_string(options.gates()), options.gates()}, hidden{"H", options.hidden},
        inputs{"I", options.inputs}, outputs{"O", options.outputs};
    std::vector<ParameterTerm> terms;
    for (Index layer = 0; layer < options.layers; ++layer) {
        const std::string name = layerLabel(layer) + ": ";
        terms.push_back(
            term(name + ofGates("W", options),
                 layer == 0 ? "from the input to the gates" : "from " + layerLabel(layer - 1) + " to the gates",
                 {gates, hidden, layer == 0 ? inputs : hidden}));
        terms.push_back(term(name + ofGates("U", options), "from the old state to the gates", {gates, hidden, hidden}));
        if (options.bias)
            terms.push_back(term(name + ofGates("b", options), "biases", {gates, hidden}));
        if (options.bias && options.formulation == Formulation::ResetAfter)
            terms.push_back(term(name + ofGates("d", options), "biases beside U h", {gates, hidden}));
    }
    terms.push_back(term("head: V", "from the last state to the outputs", {outputs, hidden}));
    terms.push_back(term("head: c", "the outputs' biases", {outputs}));
    return terms;
}

} // namespace gatescope
