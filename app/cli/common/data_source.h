// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/common/arguments.h"
#include "app/cli/common/context.h"
#include "core/data/csv/csv_reader.h"
#include "core/data/data_reference.h"
#include "core/data/prepared_data.h"
#include "core/io/model/model_file.h"

namespace gatescope::cli {

/// Data for training, and what tells later where it came from.
template <typename Scalar>
struct LoadedData {
    PreparedData<Scalar> data;
    CsvRecognition recognition; ///< how the CSV was read
    DataReference reference;    ///< where the data come from: FILE with its fingerprint, or a generated task
};

/// Whether FILE is a text, whose characters are predicted: a .txt beside which no --target stands, or what a text model
/// is trained further on.
bool readsText(const Arguments &arguments, const ModelFile *init);

/// FILE of a training, read once: windows can be made of it with several options.
template <typename Scalar>
class TrainingSource {
public:
    /// Warnings of the reader go to the context.
    /// @param init  a model that is trained further: its data options hold where the command line says nothing; or null
    /// @throws OptionError for options that only suit a table, or where no target is named, listing what there is
    TrainingSource(const Arguments &arguments, const ModelFile *init, Context &context);

    /// Of the command line.
    const DataOptions &options() const { return m_options; }
    const CsvRecognition &recognition() const { return m_csv.recognition; }
    /// Reads the whole file for its fingerprint.
    DataReference reference() const;
    /// @throws as prepareData() or fromTensors()
    PreparedData<Scalar> prepare(const DataOptions &options) const;

private:
    std::string m_source;
    DataOptions m_options;
    CsvResult m_csv;
    std::optional<SequenceTensors<Scalar>> m_tensors;     ///< of a tensor file
    std::optional<std::vector<std::string>> m_characters; ///< of a text
};

/// Reads FILE for training: windows, split and scaling of the options; a tensor file as it stands unless asked.
/// What the reader and the preparation have to say goes out as warnings.
/// @param init  a model that is trained further: its data options hold where the command line says nothing; or nullptr
template <typename Scalar>
LoadedData<Scalar> loadForTraining(const Arguments &arguments, const ModelFile *init, Context &context);

/// Of verbs that a model of characters has nothing to say in. @throws DataError naming those that read it
void refuseText(const ModelFile &model, const std::string &file);

/// Reads FILE for a model that exists: its columns, its classes, its scaler. A tensor file is taken as it stands,
/// unless the model was trained on tensors that it scaled.
/// @throws DataError for a CSV where the model is bare weights, which know no columns
template <typename Scalar>
PreparedData<Scalar> loadForModel(const Arguments &arguments, const ModelFile &model, Context &context);

/// The CSV with the options given, or the table of a generated task, for which they do not count; warnings go to the
/// context. @throws OptionError for options that only suit a table
CsvResult loadTable(const Arguments &arguments, CsvOptions base, Context &context);

/// The target of the window at this place of inputsOnly; empty when FILE does not hold it.
template <typename Scalar>
Matrix<Scalar> targetsOf(const PreparedData<Scalar> &data, Index sequence, Index steps)
{
    if (!data.all.hasTargets())
        return {};
    const std::int64_t start = data.inputsOnly.start(sequence);
    for (Index i = 0; i < data.all.size(); ++i) {
        if (data.all.start(i) == start)
            return data.all.targets(i, steps);
    }
    return {};
}

} // namespace gatescope::cli
