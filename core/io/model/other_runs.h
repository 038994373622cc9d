// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/model/model_file.h"
#include "core/io/tensors/tensor_file.h"

#include <string>
#include <vector>

namespace gatescope {

// One file holds several runs: the one in force has the plain names, so that nn.GRU loads it as it is; the tensors and
// the metadata of the n-th other lie under "runs.<n>.", n from 1.

/// Adds the other runs to a file.
void addOtherRuns(const std::vector<ModelFile> &others, TensorFile &file);

/// Takes what is not of the run in force out of a file. @return a file for each other run, in order
/// @throws DataError for a number that is none, or a gap between them
std::vector<TensorFile> takeOtherRuns(TensorFile &file, const std::string &name);

} // namespace gatescope
