// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/context.h"
#include "core/data/csv_reader.h"
#include "core/data/prepared_data.h"
#include "core/io/npz.h"
#include "core/io/tensor_file.h"

#include <filesystem>

namespace gatescope::cli {

/// Whether the name ends in .npz or .safetensors (in any case of letters): a tensor file, else a CSV.
bool namesTensorFile(const std::filesystem::path &path);

/// x (N × T × I) and y (N × O, or N) of a tensor file. @throws DataError naming tensor, shape found and expected
template <typename Scalar>
SequenceTensors<Scalar> sequenceTensors(const TensorFile &file, const std::string &source);

/// Reads FILE for training: windows, split and scaling of the options; a tensor file as it stands unless asked.
/// What the reader and the preparation have to say goes out as warnings.
/// @param base  data options kept where the command line says nothing (those of a model that is trained further)
template <typename Scalar>
PreparedData<Scalar> loadForTraining(const Arguments &arguments, const DataOptions &base, Context &context);

/// Reads FILE for a model that exists: its columns, its classes, its scaler.
/// @param classes  outputs of a classifier that was trained on tensors, else 0
template <typename Scalar>
PreparedData<Scalar> loadForModel(const Arguments &arguments, const Preparation &preparation, Context &context);

/// The CSV with the options given; warnings go to the context. @throws OptionError for options that only suit a table
CsvResult loadTable(const Arguments &arguments, CsvOptions base, Context &context);

} // namespace gatescope::cli
