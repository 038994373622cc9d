// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/learn/record/lesson_recorder.h"
#include "ui/learn/record/write_recording.h"

#include "ui/document/shared/background_job.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace gatescope {

/// Stands beside the program while a lesson is recorded: what was taken down, page by page, and the way to an end.
class RecordPanel : public QWidget {
    Q_OBJECT

public:
    RecordPanel(Document &document, Actions &actions, QWidget *parent = nullptr);

    /// Begins a recording and shows itself. @return false, with a message, when there is nothing to begin with
    bool begin();
    /// Forgets what was taken down, and hides itself.
    void cancel();
    /// Writes the lesson in the background; written() follows.
    void write();
    /// Says where the lesson that was written last lies; once.
    void tellWhere();
    /// Where lessons are written; the user's own folder unless it is set.
    void setFolder(const std::filesystem::path &folder) { m_folder = folder; }
    bool isWriting() const { return m_job.isRunning(); }

    LessonRecorder &recorder() { return m_recorder; }

Q_SIGNALS:
    void written(const std::filesystem::path &folder);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildFrame();
    void fit();
    void fill();
    void newPage();
    void finish(const WrittenLesson &lesson);

    Document &m_document;
    LessonRecorder m_recorder;
    std::filesystem::path m_folder;
    BackgroundJob m_job;
    QLabel *m_heading, *m_words;
    QLineEdit *m_title, *m_pageTitle;
    QListWidget *m_list;
    QPushButton *m_newPage, *m_leaveOut, *m_write, *m_cancel;
    WrittenLesson m_written; ///< not told yet
};

} // namespace gatescope
