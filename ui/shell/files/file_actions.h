// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/files/unsaved_question.h"

#include "ui/document/page_job.h"

#include <QObject>

#include <functional>

class QWidget;

namespace gatescope {

class Document;
class Preferences;
class QuestionBar;

/// What the window does with files: the dialogs of opening and saving, and the questions that come with them.
class FileActions : public QObject {
    Q_OBJECT

public:
    using UnsavedQuestion = std::function<UnsavedAnswer(const QString &what)>;

    /// @param window  the parent of all dialogs
    FileActions(Document &document, Preferences &preferences, QuestionBar &questions, QWidget &window);

    void open(const QString &path);
    void chooseAndOpen();
    /// To its own file; asks for a name when there is none yet. @return whether it was saved
    bool save();
    bool saveAs();
    void exportWeights();
    /// Asks for a name (.html or .pdf) and writes a page on the run in force.
    void report();
    /// Made in the background; a message says when it is there.
    void reportTo(const QString &path);
    bool isReporting() const { return m_reporting.isRunning(); }
    /// Pauses a training, and asks about one that is not saved. @return whether the window may close
    bool mayClose();
    /// Who is asked instead of the person: for programs without one.
    void setUnsavedQuestion(UnsavedQuestion question) { m_unsaved = std::move(question); }

private:
    void askForData(const QString &model, const QString &dataName);
    void askAboutChangedData(const QString &question);
    void rememberFile();

    Document &m_document;
    Preferences &m_preferences;
    QuestionBar &m_questions;
    QWidget &m_window;
    UnsavedQuestion m_unsaved;
    PageJob m_reporting;
};

} // namespace gatescope
