// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/model/model_file.h"

#include <map>
#include <string>

namespace gatescope {

using Metadata = std::map<std::string, std::string>;

/// The version of the model file that this program writes, and the newest it reads.
inline constexpr int kModelFormatVersion = 1;

/// Everything of a model but its tensors and checksum, as safetensors carries it: text by key.
Metadata metadataFromModel(const ModelFile &model);

/// The reverse; parameters and training tensors are left empty.
/// @param name  of the file, for messages
/// @throws DataError naming the entry that is missing or not what it should be
ModelFile modelFromMetadata(const Metadata &metadata, const std::string &name);

/// Columns, windows and scalers, when the metadata of a file (a model's, or an export's) says all of them.
std::optional<Preparation> preparationFromMetadata(const Metadata &metadata, const std::string &name);

/// The written format version. @throws DataError if it is newer than kModelFormatVersion, naming both
void checkFormatVersion(const Metadata &metadata, const std::string &name);

} // namespace gatescope
