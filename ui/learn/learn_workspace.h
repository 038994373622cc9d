// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/shared/workspace.h"
#include "ui/learn/course/lesson_library.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace gatescope {

class LessonCard;
class LessonPanel;
class RecordPanel;
class TeacherScreen;

/// The lessons there are, with what each takes and what is done; one that is opened stands beside the other workspaces,
/// which stay alive.
class LearnWorkspace final : public Workspace {
    Q_OBJECT

public:
    LearnWorkspace(Document &document, Selection &selection, Preferences &preferences, QWidget *parent = nullptr);

    QList<QWidget *> sidePages() override;
    void bindActions(Actions &actions) override;
    void setPresenting(bool presenting) override;
    void applyClass(const ClassSetup &setup) override;

    const std::vector<FoundLesson> &lessons() const { return m_lessons; }
    const std::vector<LessonCard *> &cards() const { return m_cards; }
    LessonPanel &page() { return *m_page; }
    RecordPanel &recording() { return *m_record; }
    /// For a second screen, while it is presented.
    TeacherScreen &teacherScreen() { return *m_teacher; }
    /// By its id. @return false when there is none of this name
    bool openLesson(const QString &id);
    /// Reads the lessons' folders anew.
    void readLessons();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void openLessonAt(std::size_t index);
    void showStandings();
    void showTeacherScreen();
    void beginRecording();
    void openWritten(const std::filesystem::path &folder);
    void addActions(Actions &actions);

    Document &m_document;
    Selection &m_selection;
    Preferences &m_preferences;
    Actions *m_actions = nullptr;
    std::vector<FoundLesson> m_lessons;
    std::vector<LessonCard *> m_cards;
    LessonPanel *m_page = nullptr;
    RecordPanel *m_record = nullptr;
    TeacherScreen *m_teacher = nullptr;
    bool m_presenting = false;
    QLabel *m_title;
    QVBoxLayout *m_list;
    QPushButton *m_recordButton;
};

} // namespace gatescope
