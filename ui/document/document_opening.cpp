// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The document's half that takes over data and models that were opened.
#include "core/io/model/model_file.h"
#include "core/sentence.h"
#include "ui/document/document.h"
#include "ui/document/document_commands.h"
#include "ui/document/opening/data_sources.h"
#include "ui/look/theme.h"

#include <QFileInfo>

namespace gatescope {

namespace {

QString text(const std::exception &error)
{
    return QString::fromStdString(sentenceOf(error));
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

void Document::takeData(const OpenData &next, Opening::Tell tell)
{
    try {
        m_undoHistory.commit(std::make_unique<DataCommand>(*this, next, tr("open %1").arg(next.source->title)));
    } catch (const Error &error) {
        showMessage(Severity::Error, text(error));
        return;
    }
    if (!m_open.problem.isEmpty()) {
        Q_EMIT dataAsks();
        showMessage(Severity::Warning, m_open.problem, tr("Choose what to do in Data."));
    } else if (tell == Opening::Tell::WhatIsOpen)
        tellWhatIsOpen();
}

void Document::tellWhatIsOpen()
{
    const DataSource *source = m_open.source.get();
    if (source->tensors) {
        showMessage(Severity::Info,
                    tr("%1 is open: %2 sequences.").arg(source->title).arg(m_open.prepared->all.size()));
        return;
    }
    if (source->characters) {
        showMessage(Severity::Info,
                    tr("%1 is open as a text: %2 characters of %3 kinds; the network learns to tell the next one.")
                        .arg(source->title, groupedNumber(std::ssize(*source->characters)))
                        .arg(m_open.prepared->classNames.size() - 1),
                    tr("Train shows what it writes after every epoch."));
        return;
    }
    showMessage(Severity::Info,
                tr("%1 is open; %2 is predicted from %3.")
                    .arg(source->title, QString::fromStdString(m_open.options.targets.front()),
                         tr("%n column(s)", nullptr, static_cast<int>(m_open.prepared->featureNames.size()))),
                tr("Other columns are chosen in Data."));
}

void Document::openDefault()
{
    try {
        const std::vector<BundledDataset> datasets = bundledDatasets(m_resources);
        if (!datasets.empty())
            m_opening.openBundled(datasets.front());
    } catch (const std::exception &error) {
        showMessage(Severity::Error, text(error), tr("Open a CSV of your own with File › Open."));
    }
    undoStack().clear();
    m_keptWindows = {};
}

void Document::takeModel(const ReadModel &read, const OpenData &next)
{
    const ModelFile &model = *read.model;
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
        file.kept = m_shelf.idOf(read.path);
        m_undoHistory.commit(std::make_unique<ModelCommand>(*this, next, model, file, tr("open %1").arg(name)));
    } catch (const std::exception &error) {
        showMessage(Severity::Error, text(error));
        return;
    }
    m_shelf.takeModels(model.others);
    if (model.session && !model.session->view.workspace.empty()) { // else it was trained without a screen
        m_file.setView(model.session->view);
        Q_EMIT modelOpened(read.path, model.session->view);
    } else {
        SessionView stays = m_file.view();
        stays.moment.reset();
        stays.states.clear();
        Q_EMIT modelOpened(read.path, stays);
    }
    tellOpened(model, name, runsOnOtherData(model, *next.source));
}

void Document::tellOpened(const ModelFile &model, const QString &name, bool onOtherData)
{
    QStringList notes;
    if (onOtherData)
        notes << tr("It was trained on other data (%1) and runs on %2 now.")
                     .arg(QString::fromStdString(model.dataSource), title());
    if (!model.training.empty() && m_training.snapshot() && m_training.snapshot()->step != model.step)
        notes << tr("The data has another number of windows: training begins anew, from these weights.");
    if (!model.notes.empty())
        notes << QString::fromStdString(model.notes.front());
    showMessage(onOtherData ? Severity::Warning : Severity::Info,
                tr("%1 is open, trained for %n epoch(s).", nullptr, static_cast<int>(model.epoch)).arg(name),
                notes.join(QLatin1Char(' ')));
}

} // namespace gatescope
