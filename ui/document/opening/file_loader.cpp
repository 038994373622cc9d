// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/opening/file_loader.h"

#include "core/data/csv/csv_reader.h"
#include "core/data/sources/text_corpus.h"
#include "core/io/import/import_weights.h"
#include "core/io/import/onnx/onnx_data.h"
#include "core/io/tensors/named_format.h"
#include "core/io/tensors/npz.h"
#include "core/io/tensors/safetensors.h"
#include "core/io/tensors/sequence_tensors.h"
#include "ui/document/opening/data_sources.h"

#include <QFileInfo>

#include <algorithm>

namespace gatescope {

FileLoader::FileLoader(const QString &path, const CsvOptions &options, As as)
    : m_result{path, nullptr, {}, std::nullopt, false, {}}
{
    m_job.start([this, options, as](const std::stop_token &stop) { load(options, as, stop); },
                [this](const QString &error) { m_result.error = error; });
}

void FileLoader::load(const CsvOptions &options, As as, const std::stop_token &stop)
{
    const std::filesystem::path path = m_result.path.toStdString();
    if (as == As::Text || (namesTextFile(path) && !isTable(options, stop) && !stop.stop_requested()))
        loadText();
    else if (stop.stop_requested())
        return;
    else if (looksLikeSafetensors(path) || looksLikeNpz(path))
        loadTensors(readTensorFile(path));
    else if (looksLikeOnnx(path))
        m_result.model = importWeights(path);
    else {
        refuseFalseName(path);
        loadTable(options, stop);
    }
}

/// Whether a .txt is read as a table: every row of prose is no number.
bool FileLoader::isTable(const CsvOptions &options, const std::stop_token &stop)
{
    const std::filesystem::path path = m_result.path.toStdString();
    if (options != CsvOptions{} || looksLikeSafetensors(path) || looksLikeNpz(path) || looksLikeOnnx(path))
        return true; // how it is read was said, or it is no text at all
    try {
        const CsvResult csv = readCsv(path, options, untilStopped(stop));
        return std::ranges::any_of(csv.table.columns(), [](const Column &column) {
            return column.kind() == ColumnKind::Number && column.size() > 1 && column.missing().count == 0;
        });
    } catch (const DataError &) {
        return false;
    }
}

void FileLoader::loadText()
{
    const QFileInfo file(m_result.path);
    DataSource source =
        textSource(file.fileName(), file.absoluteFilePath(), readCharacters(m_result.path.toStdString()));
    source.file = m_result.path;
    m_result.options = firstTextOptions(source.characters->size());
    m_result.source = std::make_shared<const DataSource>(std::move(source));
}

void FileLoader::loadTable(const CsvOptions &options, const std::stop_token &stop)
{
    CsvResult csv = readCsv(m_result.path.toStdString(), options, [this, &stop](double fraction) {
        m_fraction = fraction;
        return !stop.stop_requested();
    });
    if (csv.cancelled)
        return;
    m_result.options = firstDataOptions(csv.table);
    const QFileInfo file(m_result.path);
    m_result.source = std::make_shared<const DataSource>(
        DataSource{file.fileName(), file.absoluteFilePath(), std::move(csv.table), std::nullopt, options,
                   std::move(csv.recognition), m_result.path, fileReference(m_result.path)});
}

void FileLoader::loadTensors(const TensorFile &file)
{
    const std::string name = QFileInfo(m_result.path).fileName().toStdString();
    if (isModelFile(file)) {
        m_result.model = modelFromTensors(file, name);
        m_result.isOwn = true;
    } else if (file.find("x")) {
        m_result.source = std::make_shared<const DataSource>(DataSource{QString::fromStdString(name),
                                                                        QFileInfo(m_result.path).absoluteFilePath(),
                                                                        {},
                                                                        sequenceTensors<float>(file, name),
                                                                        {},
                                                                        {},
                                                                        {},
                                                                        fileReference(m_result.path)});
        m_result.options.scale = ScaleKind::None;
    } else {
        m_result.model = importTensors(file, name);
    }
}

DataOptions firstDataOptions(const Table &table)
{
    DataOptions options;
    for (const Column &column : table.columns()) {
        const bool isEmpty = column.missing().count == table.rows();
        if (column.kind() == ColumnKind::Number && !isEmpty)
            options.features.push_back(column.name());
        else if (column.kind() == ColumnKind::Time && options.time.empty())
            options.time = column.name();
    }
    if (!options.features.empty())
        options.targets = {options.features.back()};
    // A short series still gives some dozens of windows in every part.
    options.window = std::clamp<Index>(table.rows() / 40, 4, 32);
    return options;
}

DataOptions keptDataOptions(const DataOptions &options, const Table &table)
{
    const auto isThere = [&table](const std::string &name, bool asNumber) {
        const Index index = table.find(name);
        return index >= 0 && (!asNumber || table.column(index).kind() == ColumnKind::Number);
    };
    DataOptions first = firstDataOptions(table);
    DataOptions kept = options;
    const bool numbers = options.task == TaskKind::Regression;
    std::erase_if(kept.targets, [&](const std::string &name) { return !isThere(name, numbers); });
    std::erase_if(kept.features, [&](const std::string &name) { return !isThere(name, true); });
    if (kept.targets.empty())
        return first;
    if (kept.features.empty())
        kept.features = first.features;
    if (!isThere(kept.sequenceId, false))
        kept.sequenceId.clear();
    if (!isThere(kept.time, false) || table.column(kept.time).kind() == ColumnKind::Text)
        kept.time = first.time;
    return kept;
}

} // namespace gatescope
