// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/model/model_file.h"

#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace gatescope {

/// Where an exported network expects its inputs in their original units.
enum class ScalerPlace {
    Metadata, ///< the caller scales; offsets and divisors are written beside the weights
    Graph,    ///< the exported network scales its inputs and gives outputs in original units (ONNX)
};

struct ExportOptions {
    ScalerPlace scaler = ScalerPlace::Metadata;
};

/// One way to take a model's weights elsewhere. The screen, the command line's help and the tests walk exportFormats().
struct ExportFormat {
    std::string_view id;        ///< the command line's name: "onnx"
    std::string_view title;     ///< "ONNX"
    std::string_view summary;   ///< one plain sentence
    std::string_view extension; ///< ".onnx"; empty for a folder
    /// Writes it and returns every path written, the one asked for first.
    std::vector<std::filesystem::path> (*write)(const ModelFile &model, const std::filesystem::path &path,
                                                const ExportOptions &options);
    /// Reads it back as a network; the model it should be decides what a file cannot say of itself.
    ModelFile (*read)(const std::filesystem::path &path, const ModelFile &model);
    /// Whether it takes a model with held gates as it is; the others get all three gates (fullModel()).
    bool knowsHeldGates = false;
};

/// The model with the weights of all three gates: a held one has zero weights and a bias that holds it, so that every
/// reader of a GRU computes the same. It still says what is held (ModelFile::heldInFull).
ModelFile fullModel(const ModelFile &model);

/// All of them, in the order of the menus.
std::span<const ExportFormat> exportFormats();

/// @throws OptionError naming the choices
const ExportFormat &exportFormat(std::string_view id);

/// Writes `model` as `formatId` to `path`, whole or not at all.
/// @throws OptionError for an unknown format or an option it has not; IoError if it cannot be written
std::vector<std::filesystem::path> exportModel(const ModelFile &model, std::string_view formatId,
                                               const std::filesystem::path &path, const ExportOptions &options = {});

} // namespace gatescope
