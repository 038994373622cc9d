// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/file/read_lesson.h"
#include "ui/learn/course/lesson_progress.h"
#include "ui/learn/play/lesson_meter.h"
#include "ui/learn/play/link_runner.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>

class QLabel;
class QMenu;
class QPushButton;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace gatescope {

class AskBox;
class BlockFrame;
class CheckBlock;
class Preferences;

/// A page of a lesson, standing beside the living program it speaks of: prose with links that act, questions that come
/// before what answers them, tasks that are ticked by the program itself.
class LessonPanel : public QWidget {
    Q_OBJECT

public:
    LessonPanel(Document &document, Selection &selection, Actions &actions, Preferences &preferences,
                QWidget *parent = nullptr);
    ~LessonPanel() override;

    /// Opens a lesson where it was left, its first start on screen. @param number  in the course, from 1
    void openLesson(const ReadLesson &lesson, int number);
    bool hasLesson() const { return m_lesson != nullptr; }
    const Lesson &lesson() const { return m_lesson->lesson; }
    int page() const { return m_page; }
    void showPage(int page);
    void closeLesson();
    void setNotesShown(bool shown);
    bool areNotesShown() const { return m_notesShown; }
    /// Number keys count hands, page keys turn pages, wherever the focus is.
    void setPresenting(bool presenting);

    LinkRunner &runner() { return *m_runner; }
    LessonProgress &progress() { return *m_progress; }
    const std::vector<AskBox *> &asks() const { return m_asks; }
    const std::vector<CheckBlock *> &checks() const { return m_checks; }
    /// Looks at the living program now, as its timer does.
    void look();

Q_SIGNALS:
    void closed();
    /// Where the lesson stands changed: the list of lessons says so.
    void progressed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildFrame();
    void buildMenu(QMenu &menu);
    void connectRunner();
    void fitWidth();
    void applyFonts();
    void fillPage();
    void turnTo(int page);
    QList<QWidget *> controls() const;
    void orderTabs();
    void add(const LessonText &text);
    void add(const LessonAsk &ask);
    void add(const LessonCheck &check);
    void add(const LessonNote &note);
    void add(const LessonPromise &) {}
    void addProblems();
    void fold();
    void follow(const DoLink &link);
    void settle();
    void showStatus();
    void tell(const QString &problem);
    std::string questionId(const LessonAsk &ask, std::size_t index) const;
    std::function<void()> handCount(int key, bool back);
    std::function<void()> workOf(const QKeyEvent &event);
    bool isShownTo(const QObject *watched) const;
    void saveAnswers();

    Document &m_document;
    Preferences &m_preferences;
    LinkRunner *m_runner;
    LessonMeter *m_meter;
    std::unique_ptr<ReadLesson> m_lesson;
    std::unique_ptr<LessonProgress> m_progress;
    int m_number = 0;
    int m_page = 0;
    bool m_notesShown = false;
    bool m_presenting = false;
    QString m_hint;

    QLabel *m_place, *m_title, *m_status;
    QToolButton *m_menu, *m_close;
    QScrollArea *m_scroll;
    QVBoxLayout *m_blocks = nullptr;
    QPushButton *m_back, *m_next, *m_hurry;
    BlockFrame *m_folded = nullptr;
    std::vector<QWidget *> m_parts; ///< of the page, in order
    std::vector<AskBox *> m_asks;
    std::vector<CheckBlock *> m_checks;
    std::vector<QWidget *> m_notes;
    QTimer m_look;
    LessonMeter::Moment m_looked;
};

} // namespace gatescope
