// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/model/model_file.h"
#include "ui/document/opening/data_source.h"
#include "ui/document/shared/background_job.h"

#include <atomic>

namespace gatescope {

/// Reads a data or model file in the background; a timer asks how far it is.
class FileLoader {
public:
    struct Result {
        QString path;
        std::shared_ptr<const DataSource> source; ///< a table, tensors or a text
        DataOptions options;                      ///< a first choice of columns
        std::optional<ModelFile> model;           ///< weights, instead of data
        bool isOwn = false; ///< the model was written by this program: it can be saved there again
        QString error;      ///< empty when it was cancelled or went well
    };

    /// What a file is taken for. As recognised: by its content; a .txt is a table where its rows have a column of
    /// numbers, and else a text.
    enum class As { Recognised, Text };

    FileLoader(const QString &path, const CsvOptions &options, As as = As::Recognised);

    double fraction() const { return m_fraction; }
    bool done() const { return !m_job.isRunning(); }
    void cancel() { m_job.requestStop(); }
    /// @pre done()
    Result takeResult() { return std::move(m_result); }

private:
    void load(const CsvOptions &options, As as, const std::stop_token &stop);
    bool isTable(const CsvOptions &options, const std::stop_token &stop);
    void loadTable(const CsvOptions &options, const std::stop_token &stop);
    void loadText();
    void loadTensors(const TensorFile &file);

    std::atomic<double> m_fraction = 0.0;
    Result m_result;
    BackgroundJob m_job; ///< last: it uses all of the above
};

/// A first choice for a table nobody has said anything about: every numeric column that is not empty is a
/// feature, the last is the target.
DataOptions firstDataOptions(const Table &table);

/// The same use of a table that was read in another way: columns that are gone, or are no numbers any more, leave.
DataOptions keptDataOptions(const DataOptions &options, const Table &table);

} // namespace gatescope
