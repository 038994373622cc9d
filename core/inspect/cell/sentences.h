// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepared_data.h"
#include "core/inspect/cell/cell.h"
#include "core/inspect/question/what_if.h"

#include <span>
#include <string>
#include <vector>

namespace gatescope {

/// What one unit does at this step, in words made of its numbers; one sentence each:
///
///   Unit 5 keeps 93 % of its old state (z = 0.93) and takes 7 % of the candidate (n = −0.18).
///   Its state goes from +0.40 to +0.36; with this gate half of what it carries along would be left after
///   9.6 steps.
///   Its candidate sees 12 % of the old state (r = 0.12).
///   The input pushes the candidate's sum by +0.21, most of all through x2 (+0.18).
///   The old states pull it by −0.05, most of all through unit 3 (−0.02).
///
/// @param parameters   those of the cell
/// @param featureNames names of the input features; missing ones are written x0, x1, …
template <typename Scalar>
std::vector<std::string> cellSentences(const OpenCell &cell, std::span<const Scalar> parameters, Index unit,
                                       std::span<const std::string> featureNames = {});

/// An output before and after a what-if, as a person reads it.
struct SaidOutput {
    std::string name;
    double before = 0.0, after = 0.0; ///< in the data's own unit; of a class its chance, 0 to 1
    bool isChance = false;
};

/// The output that a what-if moved most: a forecast back in the unit of the data, or the chance of a class.
/// @param last  (O₁) the targets at the window's last row, original units; only read where changes are predicted
template <typename Scalar>
SaidOutput mostMovedOutput(const WhatIfResult<Scalar> &result, const PreparedData<Scalar> &data,
                           const Matrix<double> &last = {});

/// What a what-if changed: "Rain [mm] +1 moves from 12.1 to 14.0 (+1.9); the loss rises from 0.0100 to 0.0812.", "The
/// chance of shake falls from 82 % to 40 %; …".
template <typename Scalar>
std::string whatIfSentence(const WhatIfResult<Scalar> &result, const SaidOutput &said);

} // namespace gatescope
