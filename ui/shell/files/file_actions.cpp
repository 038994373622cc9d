// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/files/file_actions.h"

#include "core/io/html/report.h"
#include "ui/document/document.h"
#include "ui/document/shared/preferences.h"
#include "ui/shell/bars/question_bar.h"
#include "ui/shell/dialogs/export_dialog.h"
#include "ui/widgets/common/file_choice.h"

#include <QFileInfo>

namespace gatescope {

namespace {

const QString kEnding = QStringLiteral(".safetensors");

/// "weather-session.safetensors" for weather.csv.
QString sessionNameFor(const QString &title)
{
    QString stem = QFileInfo(QString(title).replace(QLatin1Char('/'), QLatin1Char('-'))).completeBaseName();
    if (stem.isEmpty())
        stem = title;
    return stem + QStringLiteral("-session") + kEnding;
}

} // namespace

FileActions::FileActions(Document &document, Preferences &preferences, QuestionBar &questions, QWidget &window)
    : QObject(&window), m_document(document), m_preferences(preferences), m_questions(questions), m_window(window),
      m_unsaved([&window](const QString &what) { return askAboutUnsaved(what, &window); }), m_reporting(document)
{
    // Queued: the dialog asks while no reading is under way.
    connect(&document.opening(), &Opening::modelNeedsData, this, &FileActions::askForData, Qt::QueuedConnection);
    connect(&document.opening(), &Opening::modelDataChanged, this, &FileActions::askAboutChangedData);
    connect(&document.file(), &DocumentFile::pathChanged, this, &FileActions::rememberFile);
    connect(&document, &Document::tableChanged, this, [this] {
        if (m_document.source() && !m_document.source()->path.isEmpty())
            m_preferences.addRecentFile(m_document.source()->path);
    });
}

void FileActions::open(const QString &path)
{
    rememberFolderOf(path);
    m_document.opening().openFile(path);
}

void FileActions::chooseAndOpen()
{
    const QString path =
        fileToOpen(&m_window, tr("Open data, a session or a model"),
                   tr("Data, sessions and models (*.csv *.tsv *.txt *.npz *.safetensors *.onnx);;All files (*)"));
    if (!path.isEmpty())
        open(path);
}

bool FileActions::save()
{
    return m_document.file().path().isEmpty() ? saveAs() : m_document.file().save(m_document.file().path());
}

bool FileActions::saveAs()
{
    const QString before = m_document.file().suggestedPath();
    const QString name = before.isEmpty() ? sessionNameFor(m_document.title()) : before;
    QString path = fileToSave(&m_window, tr("Save the session"), name, tr("Session (*.safetensors)"));
    if (path.isEmpty())
        return false;
    if (!path.endsWith(kEnding))
        path += kEnding;
    return m_document.file().save(path);
}

void FileActions::exportWeights()
{
    ExportDialog dialog(m_document, &m_window);
    dialog.exec();
}

void FileActions::report()
{
    const QString path = fileToSave(&m_window, tr("Save a report on the run"), QStringLiteral("report.html"),
                                    tr("Page (*.html);;Document (*.pdf)"));
    if (!path.isEmpty())
        reportTo(QFileInfo(path).suffix().isEmpty() ? path + QStringLiteral(".html") : path);
}

void FileActions::reportTo(const QString &path)
{
    try {
        if (m_document.data() && m_document.data()->text)
            throw DataError(
                "a report speaks of forecasts and classes, not of a text; Predict shows its scores, and saves "
                "them");
        auto model = std::make_shared<ModelFile>(m_document.modelFile(ModelWeights::Current));
        const QString file = m_document.source() ? m_document.source()->file : QString();
        const QString called = file.isEmpty() ? m_document.title() : QFileInfo(file).fileName();
        m_reporting.write(path, [model, data = m_document.data(), name = called.toStdString()] {
            return runReport(*model, *data, name);
        });
    } catch (const Error &error) {
        m_document.showMessage(Severity::Error, QString::fromStdString(error.what()));
    }
}

bool FileActions::mayClose()
{
    const bool wasRunning = m_document.training().isTraining();
    m_document.training().pauseAndWait();
    m_document.keepRun(); // whatever the answer is, it stays on the shelf
    if (!m_document.file().isDirty())
        return true;
    const std::int64_t epochs = m_document.training().snapshot()->epoch;
    const UnsavedAnswer answer =
        m_unsaved(tr("%1, %n epoch(s)", nullptr, static_cast<int>(epochs)).arg(m_document.title()));
    const bool closes = answer == UnsavedAnswer::Discard || (answer == UnsavedAnswer::Save && save());
    if (!closes && wasRunning)
        m_document.training().start();
    return closes;
}

void FileActions::askForData(const QString &model, const QString &dataName)
{
    m_document.opening().openModelData(
        fileToOpen(&m_window, tr("Where is the data of %1? It was trained on %2.").arg(model, dataName),
                   tr("Data (*.csv *.tsv *.txt *.npz *.safetensors);;All files (*)")));
}

void FileActions::askAboutChangedData(const QString &question)
{
    m_questions.ask(question,
                    {{tr("Open all the same"), tr("Uses the data as it is now, with the weights of the file."),
                      [this] { m_document.opening().openOnChangedData(true); }},
                     {tr("Leave it"), tr("Opens nothing; what is open stays."),
                      [this] { m_document.opening().openOnChangedData(false); }}},
                    [this] { m_document.opening().openOnChangedData(false); });
}

void FileActions::rememberFile()
{
    if (!m_document.file().path().isEmpty())
        m_preferences.addRecentFile(QFileInfo(m_document.file().path()).absoluteFilePath());
}

} // namespace gatescope
