// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/cell/cell_stage.h"

namespace gatescope {

namespace {

/// A gate's tensor by its letter: "W_r", "b_z".
std::string symbol(const char *tensor, const std::string &gate, const char *operand = "")
{
    return std::string(tensor).append("_").append(gate).append(operand);
}

std::string joined(const std::vector<std::string> &terms)
{
    std::string sum;
    for (const std::string &term : terms)
        sum.append(sum.empty() ? "" : " + ").append(term);
    return sum;
}

/// Reset-after has a second bias, d, inside each product with U; reset-before has none.
bool hasRecurrentBias(Formulation formulation, bool bias)
{
    return bias && formulation == Formulation::ResetAfter;
}

StageForm gateForm(const char *title, const std::string &letter, const char *meaning, Formulation formulation,
                   bool bias)
{
    std::vector<std::string> terms{symbol("W", letter, " x")};
    if (bias)
        terms.push_back(symbol("b", letter));
    terms.push_back(symbol("U", letter, " h"));
    if (hasRecurrentBias(formulation, bias))
        terms.push_back(symbol("d", letter));
    return {title, letter, "σ", meaning, std::move(terms), {}, {}};
}

/// A stage that is one term, without a function: what is left of one where a gate is held.
StageForm bareForm(const char *title, const char *letter, const char *term, const char *meaning)
{
    StageForm form;
    form.title = title;
    form.letter = letter;
    form.meaning = meaning;
    form.terms.emplace_back(term);
    return form;
}

/// The candidate where r is held at 1: it reads the old state as a gate does.
StageForm wholeCandidateForm(Formulation formulation, bool bias)
{
    StageForm form =
        gateForm("Candidate", "n", "the new content proposed, from the whole old state", formulation, bias);
    form.function = "tanh";
    return form;
}

StageForm candidateForm(Formulation formulation, bool bias)
{
    const bool after = formulation == Formulation::ResetAfter;
    std::vector<std::string> terms{"W_n x"}, inner{after ? "U_n h" : "r ⊙ h"};
    if (bias)
        terms.emplace_back("b_n");
    terms.emplace_back(after ? "r ⊙ u" : "U_n s");
    if (hasRecurrentBias(formulation, bias))
        inner.emplace_back("d_n");
    return {"Candidate",     "n", "tanh", "the new content proposed", std::move(terms), after ? "u" : "s",
            std::move(inner)};
}

StageForm newStateForm(Formulation formulation, HeldGates held)
{
    if (holdsUpdate(held))
        return bareForm("New state", "h'", "n", "what is passed on: the candidate alone");
    std::vector<std::string> terms{"(1 − z) ⊙ n", "z ⊙ h"};
    if (formulation == Formulation::ResetBefore)
        terms = {"(1 − z) ⊙ h", "z ⊙ n"};
    return {"New state", "h'", "", "what is passed on", std::move(terms), {}, {}};
}

} // namespace

std::string StageForm::equation() const
{
    const bool bare = function.empty();
    std::string text = letter + " = " + function;
    return text.append(bare ? "" : "(").append(joined(terms)).append(bare ? "" : ")");
}

std::string StageForm::innerEquation() const
{
    return innerLetter.empty() ? std::string() : innerLetter + " = " + joined(innerTerms);
}

StageForm stageForm(CellStage stage, Formulation formulation, bool bias, HeldGates held)
{
    switch (stage) {
    case CellStage::Reset:
        if (holdsReset(held))
            return bareForm("Reset gate", "r", "1", "held at 1: the candidate sees the whole old state");
        return gateForm("Reset gate", "r", "how much of the old state the candidate may see", formulation, bias);
    case CellStage::Update:
        if (holdsUpdate(held))
            return formulation == Formulation::ResetAfter
                       ? bareForm("Update gate", "z", "0", "held at 0: nothing of the old state is kept")
                       : bareForm("Update gate", "z", "1", "held at 1: the new candidate is taken whole");
        return gateForm("Update gate", "z",
                        formulation == Formulation::ResetAfter ? "how much of the old state is kept"
                                                               : "how much of the new candidate is taken",
                        formulation, bias);
    case CellStage::Candidate:
        return holdsReset(held) ? wholeCandidateForm(formulation, bias) : candidateForm(formulation, bias);
    case CellStage::NewState:
        break;
    }
    return newStateForm(formulation, held);
}

} // namespace gatescope
