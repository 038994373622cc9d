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

StageForm gateForm(const std::string &letter, Formulation formulation, bool bias)
{
    StageForm form;
    form.letter = letter;
    form.function = "σ";
    form.terms.push_back(symbol("W", letter, " x"));
    if (bias)
        form.terms.push_back(symbol("b", letter));
    form.terms.push_back(symbol("U", letter, " h"));
    if (bias && formulation == Formulation::ResetAfter)
        form.terms.push_back(symbol("d", letter));
    return form;
}

StageForm candidateForm(Formulation formulation, bool bias)
{
    StageForm form;
    form.title = "Candidate";
    form.letter = "n";
    form.function = "tanh";
    form.meaning = "the new content proposed";
    form.terms.push_back("W_n x");
    if (bias)
        form.terms.push_back("b_n");
    if (formulation == Formulation::ResetAfter) {
        form.terms.push_back("r ⊙ u");
        form.innerLetter = "u";
        form.innerTerms.push_back("U_n h");
        if (bias)
            form.innerTerms.push_back("d_n");
    } else {
        form.terms.push_back("U_n s");
        form.innerLetter = "s";
        form.innerTerms.push_back("r ⊙ h");
    }
    return form;
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

StageForm stageForm(CellStage stage, Formulation formulation, bool bias)
{
    const bool after = formulation == Formulation::ResetAfter;
    StageForm form;
    switch (stage) {
    case CellStage::Reset:
        form = gateForm("r", formulation, bias);
        form.title = "Reset gate";
        form.meaning = "how much of the old state the candidate may see";
        break;
    case CellStage::Update:
        form = gateForm("z", formulation, bias);
        form.title = "Update gate";
        form.meaning = after ? "how much of the old state is kept" : "how much of the new candidate is taken";
        break;
    case CellStage::Candidate:
        form = candidateForm(formulation, bias);
        break;
    case CellStage::NewState:
        form.title = "New state";
        form.letter = "h'";
        form.meaning = "what is passed on";
        form.terms = after ? std::vector<std::string>{"(1 − z) ⊙ n", "z ⊙ h"}
                           : std::vector<std::string>{"(1 − z) ⊙ h", "z ⊙ n"};
        break;
    }
    return form;
}

} // namespace gatescope
