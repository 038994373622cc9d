// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// What a what-if changed: "The output moves from +0.42 to +0.13 (−0.29); the loss rises from 0.0100 to 0.0812."
/// @param outputNames names of the outputs; without them "output" or "output 1"
template <typename Scalar>
std::string whatIfSentence(const WhatIfResult<Scalar> &result, std::span<const std::string> outputNames = {});

} // namespace gatescope
