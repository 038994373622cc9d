// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/network.h"

#include <array>
#include <optional>
#include <string_view>

namespace gatescope {

/// What a cell computes at a step, under the letters of GRU.md: the one place where they are declared. Sentences,
/// labels, files, lessons and exports ask by these.
enum class CellValue {
    Reset,     ///< r, the reset gate
    Update,    ///< z, the update gate
    Candidate, ///< n, the candidate
    Recurrent, ///< u, what the candidate reads of the old state
    State,     ///< h, the hidden state after the step
};
inline constexpr std::array kCellValues = {CellValue::Reset, CellValue::Update, CellValue::Candidate,
                                           CellValue::Recurrent, CellValue::State};

/// "r", "z", "n", "u" or "h".
constexpr const char *letterOf(CellValue value)
{
    constexpr std::array kLetters = {"r", "z", "n", "u", "h"};
    return kLetters[static_cast<std::size_t>(value)];
}

/// The reverse; nothing for another text.
constexpr std::optional<CellValue> cellValueOf(std::string_view letter)
{
    for (const CellValue value : kCellValues) {
        if (letter == letterOf(value))
            return value;
    }
    return std::nullopt;
}

/// What a layer computed of it: (H × columns) of LayerGates, or of what is derived from it.
template <typename Scalar>
const Matrix<Scalar> &valuesOf(const LayerGates<Scalar> &layer, CellValue value)
{
    const Matrix<Scalar> *const all[] = {&layer.r, &layer.z, &layer.n, &layer.u, &layer.h};
    return *all[static_cast<std::size_t>(value)];
}

/// The gates that have weights, in the order of PyTorch's stacked matrices: the first of the values above.
enum class Gate { Reset, Update, Candidate };
inline constexpr std::array kAllGates = {Gate::Reset, Gate::Update, Gate::Candidate};

constexpr CellValue cellValueOf(Gate gate)
{
    return static_cast<CellValue>(gate);
}

/// "r", "z" or "n".
constexpr const char *letterOf(Gate gate)
{
    return letterOf(cellValueOf(gate));
}

/// The reverse; nothing for another text.
constexpr std::optional<Gate> gateOfLetter(std::string_view letter)
{
    const std::optional<CellValue> value = cellValueOf(letter);
    return value && *value <= CellValue::Candidate ? std::optional(static_cast<Gate>(*value)) : std::nullopt;
}

} // namespace gatescope
