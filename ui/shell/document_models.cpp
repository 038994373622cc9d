// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The document's half that opens and saves models.
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

/// How a source is named in a model file: its path, or the title of what comes with the program.
std::string nameOf(const DataSource &source)
{
    return (source.path.isEmpty() ? source.title : source.path).toStdString();
}

/// @throws DataError when the windows do not fit the network
void checkFit(const ModelFile &model, const PreparedData<float> *data, const std::string &name)
{
    if (!data || data->train.size() == 0)
        throw DataError(name + " finds no training windows in the data; open the CSV it was trained on");
    const NetworkOptions &network = model.settings.network;
    if (data->train.inputs() != network.inputs || data->outputs() != network.outputs)
        throw DataError(name + " reads " + std::to_string(network.inputs) + " inputs and gives "
                        + std::to_string(network.outputs) + " outputs, the data has "
                        + std::to_string(data->train.inputs()) + " and " + std::to_string(data->outputs())
                        + "; choose other columns in Data");
}

} // namespace

void Document::openModel(std::shared_ptr<const ModelFile> model, const QString &path)
{
    if (std::shared_ptr<const DataSource> source = dataOf(*model)) {
        showModel(*model, path, std::move(source));
        return;
    }
    const QString wanted = QString::fromStdString(model->dataSource);
    const bool isFile = QFileInfo(wanted).isFile();
    if (isFile)
        openFile(wanted, model->csv);
    m_waitingModel = std::move(model);
    m_waitingModelPath = path;
    if (!isFile)
        Q_EMIT modelNeedsData(QFileInfo(path).fileName(), wanted);
}

std::shared_ptr<const DataSource> Document::dataOf(const ModelFile &model) const
{
    // Bare weights know nothing of data; sequences of a tensor file are prepared already.
    if (m_open.source && (!model.preparation || m_open.source->tensors || nameOf(*m_open.source) == model.dataSource))
        return m_open.source;
    try {
        for (const BundledDataset &dataset : bundledDatasets(m_resources)) {
            if (dataset.title != model.dataSource)
                continue;
            CsvResult csv = readCsv(dataset.file, dataset.csv);
            return std::make_shared<const DataSource>(DataSource{QString::fromStdString(dataset.title),
                                                                 {},
                                                                 std::move(csv.table),
                                                                 std::nullopt,
                                                                 dataset.csv,
                                                                 std::move(csv.recognition),
                                                                 QString::fromStdString(dataset.file.string())});
        }
    } catch (const Error &) {
        // The data is then asked for, as if it were not there.
    }
    return nullptr;
}

void Document::openModelData(const QString &path)
{
    if (!m_waitingModel)
        return;
    const std::shared_ptr<const ModelFile> model = m_waitingModel;
    if (!path.isEmpty()) {
        openFile(path, model->csv);
        m_waitingModel = model;
        return;
    }
    m_waitingModel.reset();
    if (m_open.source)
        showModel(*model, m_waitingModelPath, m_open.source);
    else
        showMessage(Severity::Error, tr("%1 needs data to run on.").arg(QFileInfo(m_waitingModelPath).fileName()),
                    tr("Open the CSV it was trained on first."));
}

void Document::showModel(const ModelFile &model, const QString &path, std::shared_ptr<const DataSource> source)
{
    const QString name = QFileInfo(path).fileName();
    try {
        OpenData next =
            source == m_open.source ? m_open : OpenData{source, firstDataOptions(source->table), nullptr, {}};
        if (model.preparation && !source->tensors) {
            next.options = model.preparation->options;
            next.prepared =
                std::make_shared<const PreparedData<float>>(applyPreparation<float>(source->table, *model.preparation));
            next.problem.clear();
        }
        checkFit(model, next.prepared.get(), name.toStdString());
        commit(std::make_unique<ModelCommand>(*this, std::move(next), model, tr("open %1").arg(name)));
    } catch (const std::exception &error) {
        showMessage(Severity::Error, text(error));
        return;
    }
    setModelPath(path);
    const bool other = model.preparation && nameOf(*source) != model.dataSource;
    const QString trained = other ? tr("It was trained on %1 and runs on %2 now.")
                                        .arg(QString::fromStdString(model.dataSource), source->title)
                                  : QString();
    const QString note = model.notes.empty() ? trained : QString::fromStdString(model.notes.front());
    showMessage(other ? Severity::Warning : Severity::Info,
                model.epoch == 1 ? tr("%1 is open, trained for 1 epoch.").arg(name)
                                 : tr("%1 is open, trained for %2 epochs.").arg(name).arg(model.epoch),
                note);
}

ModelFile Document::modelFile(ModelWeights weights) const
{
    if (!m_session || !m_open.prepared)
        throw DataError("There is no model yet; open data first");
    return modelOf(m_session->trainerState(), weights);
}

ModelFile Document::modelOf(const TrainerState<float> &state, ModelWeights weights) const
{
    if (weights == ModelWeights::Best && state.bestParameters.empty())
        throw DataError("There are no best weights yet; train for an epoch first");
    const std::vector<float> &parameters = weights == ModelWeights::Best ? state.bestParameters : state.parameters;
    ModelFile model;
    model.settings = m_snapshot->settings;
    model.parameters.assign(parameters.begin(), parameters.end());
    model.preparation = static_cast<const Preparation &>(*m_open.prepared);
    model.csv = m_open.source->csvOptions;
    model.dataSource = nameOf(*m_open.source);
    model.step = state.step;
    model.epoch = weights == ModelWeights::Best ? state.bestEpoch : state.epoch;
    model.history = m_history.epochs();
    return model;
}

bool Document::saveModel(const QString &path)
{
    if (!m_session || !m_open.prepared) {
        showMessage(Severity::Warning, tr("There is no model to save yet."), tr("Open data first."));
        return false;
    }
    try {
        const TrainerState<float> state = m_session->trainerState();
        ModelFile model = modelOf(state, ModelWeights::Current);
        storeTrainingState(model, state);
        gatescope::saveModel(path.toStdString(), model);
        m_savedStep = state.step;
        setModelPath(path);
        const QString name = QFileInfo(path).fileName();
        showMessage(Severity::Info,
                    state.epoch == 1
                        ? tr("%1 is saved: the weights after 1 epoch and all it takes to go on training.").arg(name)
                        : tr("%1 is saved: the weights after %2 epochs and all it takes to go on training.")
                              .arg(name)
                              .arg(state.epoch));
        return true;
    } catch (const std::exception &error) {
        showMessage(Severity::Error, text(error), tr("Save it under another name with File › Save model as."));
        return false;
    }
}

} // namespace gatescope
