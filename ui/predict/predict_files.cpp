// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The workspace's half that others ask: reads other files, writes predictions, goes where links lead.
#include "ui/document/document.h"
#include "ui/document/opening/file_loader.h"
#include "ui/predict/forecast/prediction_csv.h"
#include "ui/predict/predict_controls.h"
#include "ui/predict/predict_workspace.h"
#include "ui/widgets/common/file_choice.h"

#include <QFileInfo>

namespace gatescope {

void PredictWorkspace::bindActions(Actions &actions)
{
    m_controls->bindPlaces(actions);
}

void PredictWorkspace::chooseOther()
{
    const QString path =
        fileToOpen(this, tr("Predict the rows of another file"), tr("Data (*.csv *.tsv *.txt);;All files (*)"));
    if (!path.isEmpty())
        applyTo(path);
}

void PredictWorkspace::applyTo(const QString &path)
{
    if (!m_document.data() || !m_document.source())
        return;
    m_loader = std::make_unique<FileLoader>(path, m_document.source()->csvOptions);
    m_otherName = QFileInfo(path).fileName();
    m_controls->setBusy(true);
    m_loaderLook.start();
}

void PredictWorkspace::finishOther()
{
    if (!m_loader || !m_loader->done())
        return;
    m_loaderLook.stop();
    const FileLoader::Result result = m_loader->takeResult();
    m_loader.reset();
    m_controls->setBusy(false);
    try {
        if (!result.error.isEmpty())
            throw DataError(result.error.toStdString());
        if (!result.source || result.source->tensors || !m_document.data())
            throw DataError(m_otherName.toStdString() + " is no table with the columns of the open data; choose a CSV");
        m_other = std::make_shared<const PreparedData<float>>(
            applyPreparation<float>(result.source->table, *m_document.data()));
    } catch (const Error &error) {
        m_document.showMessage(Severity::Error, QString::fromStdString(error.what()),
                               tr("The forecasts shown are still those of the open data."));
        return;
    }
    for (const std::string &warning : m_other->warnings)
        m_document.showMessage(Severity::Warning, QString::fromStdString(warning));
    m_controls->setOtherFile(m_otherName);
    proposeFreeRun();
    m_used.reset();
    requestNow();
}

void PredictWorkspace::showOpenData()
{
    m_other.reset();
    m_used.reset();
    m_controls->setOtherFile({});
    proposeFreeRun();
    requestNow();
}

void PredictWorkspace::chooseSave()
{
    QString path = fileToSave(this, tr("Save the predictions"), QStringLiteral("predictions.csv"), tr("Table (*.csv)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".csv");
    savePredictionsTo(path);
}

bool PredictWorkspace::savePredictionsTo(const QString &path)
{
    if (!m_view.hasForecasts()) {
        m_document.showMessage(Severity::Warning, tr("There are no predictions to save yet."), tr("Open data first."));
        return false;
    }
    try {
        const ForecastAnswer &answer = m_view.answer;
        const bool future = m_controls->futureWanted() && answer.future && answer.future->problem.empty();
        savePredictions(*answer.result, answer.interval.get(), future ? &answer.future->forecast : nullptr,
                        path.toStdString());
    } catch (const Error &error) {
        m_document.showMessage(Severity::Error, QString::fromStdString(error.what()),
                               tr("Choose another folder or name."));
        return false;
    }
    m_document.showMessage(
        Severity::Info, tr("The predictions are saved in %1: %2.").arg(QFileInfo(path).fileName(), m_view.caption()));
    return true;
}

} // namespace gatescope
