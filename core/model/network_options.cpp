// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/network_options.h"

#include "core/model/network_ranges.h"
#include "core/model/parameters.h"

namespace gatescope {

namespace {

void checkRange(std::vector<Problem> &problems, const char *field, Index value, Index low, Index high, const char *hint)
{
    if (value < low || value > high)
        problems.push_back({field, std::to_string(value),
                            "must be between " + std::to_string(low) + " and " + std::to_string(high), hint});
}

} // namespace

std::string_view formulationName(Formulation formulation)
{
    return formulation == Formulation::ResetAfter ? "reset-after" : "reset-before";
}

Formulation formulationFromName(std::string_view name)
{
    if (name == "reset-after")
        return Formulation::ResetAfter;
    if (name == "reset-before")
        return Formulation::ResetBefore;
    throw OptionError({{"formulation", quoted(std::string(name)), "must be reset-after or reset-before",
                        "reset-after is PyTorch's"}});
}

std::string_view heldGatesName(HeldGates held)
{
    constexpr std::string_view kNames[] = {"none", "reset", "update", "reset,update"};
    return kNames[static_cast<std::size_t>(held)];
}

HeldGates heldGatesFromName(std::string_view name)
{
    for (const HeldGates held : {HeldGates::None, HeldGates::Reset, HeldGates::Update, HeldGates::Both}) {
        if (heldGatesName(held) == name)
            return held;
    }
    if (name == "update,reset") // a list: its order says nothing
        return HeldGates::Both;
    throw OptionError(
        {{"hold", quoted(std::string(name)), "must be none, reset, update or reset,update", "none is the full GRU"}});
}

std::vector<Problem> NetworkOptions::validate() const
{
    std::vector<Problem> problems;
    checkRange(problems, "input features", inputs, 1, 65536, "choose at least one feature column");
    checkRange(problems, "hidden units", hidden, 1, kMostHidden, "64 is a good start");
    checkRange(problems, "layers", layers, 1, kMostLayers, "2 is a good start");
    checkRange(problems, "outputs", outputs, 1, 65536, "choose at least one target column");
    if (!(dropout >= 0.0 && dropout <= kMostDropout))
        problems.push_back({"dropout", std::to_string(dropout), "must be between 0 and 0.99", "0 turns it off"});
    return problems;
}

std::int64_t NetworkOptions::parameterCount() const
{
    return ParameterLayout(*this).size();
}

} // namespace gatescope
