// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv_options.h"
#include "core/data/prepared_data.h"
#include "core/evaluation/conformal.h"
#include "core/io/files/file_operations.h"
#include "core/io/model/session_record.h"
#include "core/io/tensors/tensor_file.h"
#include "core/train/options/training_options.h"
#include "core/train/trainer.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace gatescope {

/// The kind of number weights are stored as.
enum class Precision { Float32, Float64 };

/// A trained (or imported) network with everything that is needed to use it, inspect it and train it further.
struct ModelFile {
    Settings settings; ///< the network's shape and how it was trained, seed included
    /// What was chosen since and waits for new weights to be in force; none when nothing waits.
    std::optional<Settings> waiting;
    Precision precision = Precision::Float32;
    /// In ParameterLayout(settings.network). Numbers of a float32 file are exact in double.
    std::vector<double> parameters;
    /// Gates that are held although the parameters have all three: fullModel() of an export made it so.
    HeldGates heldInFull = HeldGates::None;
    /// Columns, windows, split and scalers; none when the weights came from elsewhere.
    std::optional<Preparation> preparation;
    CsvOptions csv; ///< how the CSV was told to be read: what a person asked for
    /// How it was read, everything recognised spelt out (csvOptionsOf()): for exported projects.
    CsvOptions csvRecognised;
    std::vector<std::string> csvColumns; ///< names of all columns of that CSV in order; empty when not known
    /// The file it was trained on: absolute, or seen from the folder of the model's own file.
    std::string dataSource;
    std::int64_t step = 0;  ///< batches trained
    std::int64_t epoch = 0; ///< epochs completed
    /// One record an epoch, without gradient norms. More than 1,000 are thinned on saving; first, last, best are kept.
    std::vector<EpochRecord> history;
    /// What makes the file a session, which opens as it was left; without a screen its view is empty.
    std::optional<SessionRecord> session;
    /// Tensors under training.*, their names without it; see storeTrainingState() and trainingState().
    std::vector<NamedTensor> training;
    /// How far these weights were off on the validation part, for intervals; empty when that is not known.
    ConformalResiduals residuals;
    /// Other runs that the same file holds, each whole; they hold no others themselves. See other_runs.h.
    std::vector<ModelFile> others;
    /// Sentences to tell on reading: what was converted, assumed or left aside. Never written.
    std::vector<std::string> notes;

    /// The parameters as T; exact for float when precision is Float32.
    template <typename T>
    std::vector<T> parametersAs() const
    {
        return {parameters.begin(), parameters.end()};
    }
};

/// Saves as safetensors with PyTorch's names, order and layout, so that nn.GRU loads it as it is (a held gate with zero
/// weights and a bias that holds it: fullParameters()); everything else lies
/// in __metadata__, with a checksum over it and all tensors. Atomic; the same model gives the same bytes.
/// @throws ShapeError if parameters do not fit the network; DataError naming the tensor that holds NaN or infinity;
///         IoError as AtomicFile, the earlier file unchanged
void saveModel(const std::filesystem::path &path, const ModelFile &model,
               const FileOperations &operations = systemFileOperations());

/// Reads what saveModel() wrote.
/// @throws DataError if it is damaged (the checksum tells), of a newer version, not a model of GateScope's (a bare
///         weights file: importWeights() takes it), or if weights are not finite; IoError if it cannot be read
ModelFile loadModel(const std::filesystem::path &path);

/// Whether a tensor file carries GateScope's metadata, so that loadModel() is the way to read it.
bool isModelFile(const TensorFile &file);
/// As loadModel(), of a file already read. @param name for messages
ModelFile modelFromTensors(const TensorFile &file, const std::string &name);
/// What saveModel() writes.
TensorFile tensorsFromModel(const ModelFile &model);

/// @throws DataError naming the first tensor that holds NaN or infinity, and where
void checkFinite(const ParameterLayout &layout, std::span<const double> parameters, const std::string &where);

} // namespace gatescope
