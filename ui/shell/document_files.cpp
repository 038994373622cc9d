// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The document's half that opens and saves files.
#include "core/io/import/import_weights.h"
#include "core/io/training_state.h"
#include "ui/shell/document.h"
#include "ui/shell/document_commands.h"
#include "ui/shell/file_loader.h"

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
}

void Document::finishOpening()
{
    FileLoader::Result result = m_loader->takeResult();
    m_loader.reset();
    if (result.model)
        openModel(*result.model, result.path);
    else if (result.source && m_rereading && m_rereading == m_open.source)
        takeReread(*result.source);
    else if (result.source)
        openTable(result.source, result.options);
    else if (!result.error.isEmpty())
        showMessage(Severity::Error, result.error);
    m_rereading.reset();
    Q_EMIT openingEnded();
}

void Document::openTable(const std::shared_ptr<const DataSource> &source, const DataOptions &options)
{
    open(source, options);
    if (m_open.source != source || !m_open.prepared)
        return;
    if (m_open.source->tensors) {
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
        CsvResult csv = readCsv(dataset.file, dataset.csv);
        open(std::make_shared<const DataSource>(DataSource{QString::fromStdString(dataset.title), {}, std::move(csv.table),
                                                           std::nullopt, dataset.csv, std::move(csv.recognition),
                                                           QString::fromStdString(dataset.file.string())}),
             dataset.options);
    } catch (const std::exception &error) {
        showMessage(Severity::Error, text(error));
    }
}

void Document::openGenerated(const GeneratedData &generated, const QString &title)
{
    open(std::make_shared<const DataSource>(DataSource{title, {}, generated.table, std::nullopt, {}, {}, {}}), generated.options);
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
}

void Document::openModel(const ModelFile &model, const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    try {
        OpenData next = m_open;
        if (!m_open.source) {
            showMessage(Severity::Error, tr("%1 needs data to run on.").arg(name),
                        tr("Open the CSV it was trained on first."));
            return;
        }
        if (model.preparation && !m_open.source->tensors) {
            next.options = model.preparation->options;
            next.prepared = std::make_shared<const PreparedData<float>>(
                applyPreparation<float>(m_open.source->table, *model.preparation));
            next.problem.clear();
        }
        if (!next.prepared || next.prepared->train.size() == 0)
            throw DataError(name.toStdString()
                            + " finds no training windows in the open data; open the CSV it was trained on first");
        if (next.prepared->train.inputs() != model.settings.network.inputs
            || next.prepared->outputs() != model.settings.network.outputs)
            throw DataError(name.toStdString() + " reads " + std::to_string(model.settings.network.inputs)
                            + " inputs and gives " + std::to_string(model.settings.network.outputs)
                            + " outputs, the open data has " + std::to_string(next.prepared->train.inputs()) + " and "
                            + std::to_string(next.prepared->outputs()) + "; choose other columns in Data");
        commit(std::make_unique<ModelCommand>(*this, std::move(next), model, tr("open %1").arg(name)));
        setModelPath(path);
        const QString notes = model.notes.empty() ? QString() : QString::fromStdString(model.notes.front());
        showMessage(Severity::Info,
                    tr("%1 is open, trained for %2.").arg(name, counted(model.epoch, tr("epoch"), tr("epochs"))),
                    notes);
    } catch (const std::exception &error) {
        showMessage(Severity::Error, text(error));
    }
}

bool Document::saveModel(const QString &path)
{
    if (!m_session || !m_open.prepared) {
        showMessage(Severity::Warning, tr("There is no model to save yet."), tr("Open data first."));
        return false;
    }
    try {
        const TrainerState<float> state = m_session->trainerState();
        ModelFile model;
        model.settings = m_snapshot->settings;
        model.parameters.assign(state.parameters.begin(), state.parameters.end());
        model.preparation = static_cast<const Preparation &>(*m_open.prepared);
        model.csv = m_open.source->csvOptions;
        model.dataSource = (m_open.source->path.isEmpty() ? m_open.source->title : m_open.source->path).toStdString();
        model.step = state.step;
        model.epoch = state.epoch;
        model.history = m_history.epochs();
        storeTrainingState(model, state);
        gatescope::saveModel(path.toStdString(), model);
        m_savedStep = state.step;
        setModelPath(path);
        showMessage(Severity::Info,
                    tr("%1 is saved: the weights after %2, and all it takes to go on training.")
                        .arg(QFileInfo(path).fileName(), counted(state.epoch, tr("epoch"), tr("epochs"))));
        return true;
    } catch (const std::exception &error) {
        showMessage(Severity::Error, text(error), tr("Save it under another name with File › Save model as."));
        return false;
    }
}

void Document::setModelPath(const QString &path)
{
    m_modelPath = path;
    Q_EMIT modelPathChanged();
}

} // namespace gatescope
