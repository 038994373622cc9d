// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepared_data.h"
#include "core/io/tensors/tensor_file.h"

#include <filesystem>
#include <string>

namespace gatescope {

/// Whether the name ends in .npz or .safetensors (in any case of letters): a tensor file, else a CSV.
bool namesTensorFile(const std::filesystem::path &path);

/// Reads a tensor file of sequences; what it declares is compared with sequenceTensors() before its numbers are read.
/// @throws as readTensorFile() and sequenceTensors()
TensorFile readSequenceFile(const std::string &source);

/// x (N × T × I) and y (N × O, or N) of a tensor file, both F32 or F64; outputs is 0 where there is no y.
/// @param source  what the messages call the file
/// @throws DataError naming tensor, what was found and what was expected
template <typename Scalar>
SequenceTensors<Scalar> sequenceTensors(const TensorFile &file, const std::string &source);

extern template SequenceTensors<float> sequenceTensors(const TensorFile &, const std::string &);
extern template SequenceTensors<double> sequenceTensors(const TensorFile &, const std::string &);

} // namespace gatescope
