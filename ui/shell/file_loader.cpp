// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/file_loader.h"

#include <QFileInfo>

#include <algorithm>

namespace gatescope {

FileLoader::FileLoader(const QString &path, const CsvOptions &options)
    : m_thread([this, path, options](const std::stop_token &stop) {
          load(path, options, stop);
          m_done = true;
      })
{
}

void FileLoader::load(const QString &path, const CsvOptions &options, const std::stop_token &stop)
{
    try {
        CsvResult csv = readCsv(path.toStdString(), options, [this, &stop](double fraction) {
            m_fraction = fraction;
            return !stop.stop_requested();
        });
        if (csv.cancelled)
            return;
        m_result.options = firstDataOptions(csv.table);
        m_result.source = std::make_shared<const DataSource>(DataSource{
            QFileInfo(path).fileName(), path, std::move(csv.table), std::nullopt, options, std::move(csv.recognition)});
    } catch (const std::exception &error) {
        m_result.error = QString::fromStdString(error.what());
    }
}

DataOptions firstDataOptions(const Table &table)
{
    DataOptions options;
    for (const Column &column : table.columns()) {
        if (column.kind() == ColumnKind::Number)
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

} // namespace gatescope
