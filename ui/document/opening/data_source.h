// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv/csv_reader.h"
#include "core/data/data_reference.h"
#include "core/data/prepared_data.h"

#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace gatescope {

/// A table and where it came from. Immutable and shared: undo keeps earlier ones.
struct DataSource {
    QString title; ///< "hourly temperature": window title and captions
    QString path;  ///< empty for bundled and generated data that no file of the user's stands for
    Table table;   ///< empty for a tensor file and a text
    std::optional<SequenceTensors<float>> tensors; ///< x and y of a tensor file, instead of the table
    CsvOptions csvOptions;                         ///< what the user overruled
    CsvRecognition recognition;                    ///< what was recognised
    /// Bytes held by its cells or sequences.
    std::size_t byteSize() const;
    QString file; ///< what the table was read from, bundled files too: it can be read again; empty for what was made
    DataReference reference{}; ///< how a session finds it again
    /// Of an example: settings with which it is worth looking at, id of each and text.
    std::map<std::string, std::string> training{};
    /// The characters of a text, instead of the table; null for other data.
    std::shared_ptr<const std::vector<std::string>> characters{};
};

/// The data that is open: a source, how it is used, and the windows made of it.
struct OpenData {
    std::shared_ptr<const DataSource> source;
    DataOptions options;
    /// How a model that was opened prepares its data; null when the options alone decide.
    std::shared_ptr<const Preparation> given;
    std::shared_ptr<const PreparedData<float>> prepared; ///< null while the options cannot be used: see problem
    QString problem{}; ///< why there are no windows, and the way out; empty when there are

    /// Empty without a source.
    const Table &table() const;
    QString title() const { return source ? source->title : QString(); }
};

} // namespace gatescope
