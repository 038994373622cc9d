// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The document's half that opens data.
#include "ui/document/data_sources.h"
#include "ui/document/document.h"
#include "ui/document/document_commands.h"
#include "ui/document/file_loader.h"

#include <QFileInfo>

namespace gatescope {

namespace {

QString text(const std::exception &error)
{
    return QString::fromStdString(error.what());
}

QString counted(std::int64_t count, const QString &one, const QString &many)
{
    return QStringLiteral("%1 %2").arg(count).arg(count == 1 ? one : many);
}

} // namespace

void Document::openFile(const QString &path, const CsvOptions &options)
{
    m_rereading.reset();
    m_waiting.reset();
    m_loader = std::make_unique<FileLoader>(path, options);
    Q_EMIT openingProgress(0.0);
}

void Document::reread(const CsvOptions &options)
{
    if (!m_open.source || m_open.source->file.isEmpty())
        return;
    openFile(m_open.source->file, options);
    m_rereading = m_open.source;
}

void Document::takeReread(const DataSource &read)
{
    DataSource source = read;
    source.title = m_rereading->title;
    source.path = m_rereading->path;
    const DataOptions options = keptDataOptions(m_open.options, source.table);
    open(std::make_shared<const DataSource>(std::move(source)), options);
}

void Document::cancelOpening()
{
    if (m_loader)
        m_loader->cancel();
    m_preparation.requestStop();
}

void Document::finishOpening()
{
    FileLoader::Result result = m_loader->takeResult();
    m_loader.reset();
    if (result.model && m_waiting)
        refuseModelAsData(result.path);
    else if (result.model)
        openModel({std::make_shared<const ModelFile>(std::move(*result.model)), result.path, result.isOwn});
    else if (result.source && m_waiting)
        openModelOn(*std::exchange(m_waiting, std::nullopt), result.source);
    else if (result.source && m_rereading && m_rereading == m_open.source)
        takeReread(*result.source);
    else if (result.source)
        openTable(result.source, result.options);
    else if (!result.error.isEmpty())
        showMessage(Severity::Error, result.error);
    if (!m_loader)
        m_rereading.reset();
    if (!result.model && !result.source)
        m_waiting.reset();
    if (!isOpening())
        Q_EMIT openingEnded();
}

/// A session whose data is a model, perhaps itself, would lead from one file to the next for ever.
void Document::refuseModelAsData(const QString &path)
{
    const ReadModel read = *std::exchange(m_waiting, std::nullopt);
    showMessage(Severity::Error,
                tr("%1 names %2 as its data, which is a model and holds none.")
                    .arg(shownName(read), QFileInfo(path).fileName()),
                tr("Open the CSV it was trained on, and then the model again."));
}

void Document::openTable(const std::shared_ptr<const DataSource> &source, const DataOptions &options)
{
    open(source, options, [this] { tellWhatIsOpen(); });
}

void Document::tellWhatIsOpen()
{
    const DataSource *source = m_open.source.get();
    if (source->tensors) {
        showMessage(Severity::Info,
                    tr("%1 is open: %2 sequences.").arg(source->title).arg(m_open.prepared->all.size()));
        return;
    }
    showMessage(
        Severity::Info,
        tr("%1 is open; %2 is predicted from %3.")
            .arg(source->title, QString::fromStdString(m_open.options.targets.front()),
                 counted(static_cast<std::int64_t>(m_open.prepared->featureNames.size()), tr("column"), tr("columns"))),
        tr("Other columns are chosen in Data."));
}

void Document::openBundled(const BundledDataset &dataset)
{
    try {
        open(bundledSource(dataset), dataset.options);
    } catch (const std::exception &error) {
        showMessage(Severity::Error, text(error));
    }
}

void Document::openGenerated(const GeneratedData &generated, const QString &title)
{
    open(generatedSource(generated, title), generated.options);
}

void Document::openDefault()
{
    try {
        const std::vector<BundledDataset> datasets = bundledDatasets(m_resources);
        if (!datasets.empty())
            openBundled(datasets.front());
    } catch (const std::exception &error) {
        showMessage(Severity::Error, text(error), tr("Open a CSV of your own with File › Open."));
    }
    m_undoStack.clear();
    m_keptWindows = {};
}

void Document::setFile(const OwnFile &file)
{
    m_file.savedStep = file.savedStep;
    m_file.formerly = file.formerly;
    if (std::exchange(m_file.path, file.path) != file.path)
        Q_EMIT modelPathChanged();
}

} // namespace gatescope
