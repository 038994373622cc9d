// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The document's half that opens and saves models.
#include "core/io/model/model_file.h"
#include "ui/document/data_sources.h"
#include "ui/document/document.h"
#include "ui/document/document_commands.h"
#include "ui/document/file_loader.h"
#include "ui/document/session_capture.h"
#include "ui/look/theme.h"

#include <QFileInfo>

namespace gatescope {

namespace {

QString text(const std::exception &error)
{
    return QString::fromStdString(error.what());
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

/// What became of a file that is not what it was.
QString changeText(const DataReference &before, const DataReference &now)
{
    if (!before.fingerprint || !now.fingerprint)
        return QObject::tr("it could not be read again");
    if (before.fingerprint->bytes == now.fingerprint->bytes)
        return QObject::tr("it is as long as it was, but holds something else");
    return QObject::tr("it had %1 bytes then and has %2 now")
        .arg(groupedNumber(static_cast<qint64>(before.fingerprint->bytes)),
             groupedNumber(static_cast<qint64>(now.fingerprint->bytes)));
}

} // namespace

QString Document::shownName(const ReadModel &read)
{
    const auto &session = read.model->session;
    return session && session->isAutosave ? tr("The recovered training") : QFileInfo(read.path).fileName();
}

void Document::openModel(ReadModel read)
{
    const ModelFile &model = *read.model;
    // Bare weights know nothing of data; sequences of a tensor file are prepared already.
    if (m_open.source
        && (!model.preparation || (m_open.source->tensors && !model.session) || isDataOf(model, *m_open.source))) {
        openModelOn(std::move(read), m_open.source);
        return;
    }
    if (std::shared_ptr<const DataSource> source = builtInSource(model, m_resources)) {
        openModelOn(std::move(read), std::move(source));
        return;
    }
    const QString file = dataFileOf(model, read.path);
    if (!file.isEmpty())
        openFile(file, model.csv);
    m_waiting = std::move(read);
    if (file.isEmpty())
        Q_EMIT modelNeedsData(shownName(*m_waiting), QString::fromStdString(model.dataSource));
}

void Document::openModelData(const QString &path)
{
    if (!m_waiting)
        return;
    ReadModel read = *std::exchange(m_waiting, std::nullopt);
    if (!path.isEmpty()) {
        openFile(path, read.model->csv);
        m_waiting = std::move(read);
    } else if (m_open.source) {
        showModel(read, m_open.source);
    } else {
        showMessage(Severity::Error, tr("%1 needs data to run on.").arg(shownName(read)),
                    tr("Open the CSV it was trained on first."));
    }
}

void Document::openModelOn(ReadModel read, std::shared_ptr<const DataSource> source)
{
    if (!hasChangedSince(*read.model, *source)) {
        showModel(read, source);
        return;
    }
    const QString question =
        tr("%1 has changed since %2 was saved: %3.")
            .arg(source->title, shownName(read), changeText(read.model->session->data, source->reference));
    m_waiting = std::move(read);
    m_waiting->changed = std::move(source);
    Q_EMIT modelDataChanged(question);
}

void Document::openOnChangedData(bool goOn)
{
    if (!m_waiting || !m_waiting->changed)
        return;
    const ReadModel read = *std::exchange(m_waiting, std::nullopt);
    if (goOn)
        showModel(read, read.changed);
}

/// What windows a model runs on: with `prepared` set where they are the ones that are open.
OpenData Document::wantedBy(const ModelFile &model, const std::shared_ptr<const DataSource> &source) const
{
    if (model.preparation && !(source->tensors && source == m_open.source && !model.session))
        return {source, model.preparation->options, std::make_shared<const Preparation>(*model.preparation), nullptr};
    return source == m_open.source ? m_open : OpenData{source, firstDataOptions(source->table), nullptr, nullptr};
}

void Document::showModel(const ReadModel &read, const std::shared_ptr<const DataSource> &source)
{
    const OpenData wanted = wantedBy(*read.model, source);
    if (wanted.prepared || !wanted.problem.isEmpty())
        takeModel(read, wanted);
    else
        prepareFor(wanted, [this, read](OpenData next) { takeModel(read, std::move(next)); });
}

void Document::takeModel(const ReadModel &read, OpenData next)
{
    const ModelFile &model = *read.model;
    const std::shared_ptr<const DataSource> source = next.source;
    const QString name = shownName(read);
    try {
        if (next.given && !next.prepared)
            throw DataError(next.problem.toStdString());
        checkFit(model, next.prepared.get(), name.toStdString());
        OwnFile file;
        if (model.session && model.session->isAutosave)
            file = {{}, -1, QString::fromStdString(model.session->savedAs)};
        else if (read.isOwn)
            file = {read.path, model.training.empty() ? 0 : model.step, {}};
        commit(std::make_unique<ModelCommand>(*this, std::move(next), model, file, tr("open %1").arg(name)));
    } catch (const std::exception &error) {
        showMessage(Severity::Error, text(error));
        return;
    }
    if (model.session && !model.session->view.workspace.empty()) // else it was trained without a screen
        m_view = model.session->view;
    const SessionView view = m_view; // showing it changes what is remembered
    Q_EMIT modelOpened(read.path, view);
    tellOpened(model, name, runsOnOtherData(model, *source));
}

void Document::tellOpened(const ModelFile &model, const QString &name, bool onOtherData)
{
    QStringList notes;
    if (onOtherData)
        notes << tr("It was trained on other data (%1) and runs on %2 now.")
                     .arg(QString::fromStdString(model.dataSource), title());
    if (!model.training.empty() && m_snapshot && m_snapshot->step != model.step)
        notes << tr("The data has another number of windows: training begins anew, from these weights.");
    if (!model.notes.empty())
        notes << QString::fromStdString(model.notes.front());
    showMessage(onOtherData ? Severity::Warning : Severity::Info,
                model.epoch == 1 ? tr("%1 is open, trained for 1 epoch.").arg(name)
                                 : tr("%1 is open, trained for %2 epochs.").arg(name).arg(model.epoch),
                notes.join(QLatin1Char(' ')));
}

ModelFile Document::modelFile(ModelWeights weights) const
{
    if (!m_session || !m_open.prepared)
        throw DataError("There is no model yet; open data first");
    return modelOf(*this, m_session->trainerState(), weights);
}

void Document::refuseOverData(const QString &path) const
{
    std::error_code ignored;
    if (m_open.source && !m_open.source->file.isEmpty()
        && std::filesystem::equivalent(path.toStdString(), m_open.source->file.toStdString(), ignored))
        throw IoError(quoted(QFileInfo(path).fileName().toStdString())
                      + " is the data that is open; give another name, so that nothing is lost");
}

bool Document::saveModel(const QString &path)
{
    if (!m_session || !m_open.prepared) {
        showMessage(Severity::Warning, tr("There is no model to save yet."), tr("Open data first."));
        return false;
    }
    try {
        refuseOverData(path);
        SessionCapture capture(*this);
        ModelFile model = capture.take();
        model.session->savedAs.clear();
        gatescope::saveModel(path.toStdString(), model);
        setFile({path, model.step, {}});
        Q_EMIT modelSaved(path);
        const QString name = QFileInfo(path).fileName();
        showMessage(Severity::Info,
                    model.epoch == 1
                        ? tr("%1 is saved: the weights after 1 epoch and all it takes to go on training.").arg(name)
                        : tr("%1 is saved: the weights after %2 epochs and all it takes to go on training.")
                              .arg(name)
                              .arg(model.epoch));
        return true;
    } catch (const std::exception &error) {
        showMessage(Severity::Error, text(error), tr("Save it under another name with File › Save as."));
        return false;
    }
}

} // namespace gatescope
