// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/learn_workspace.h"

#include "core/lesson/class/class_setup.h"
#include "ui/document/document.h"
#include "ui/document/shared/actions.h"
#include "ui/document/shared/preferences.h"
#include "ui/document/shared/selection.h"
#include "ui/learn/course/lesson_card.h"
#include "ui/learn/page/lesson_panel.h"
#include "ui/learn/page/teacher_screen.h"
#include "ui/learn/record/record_panel.h"
#include "ui/look/language.h"
#include "ui/look/plain_text.h"
#include "ui/widgets/form/quiet_label.h"
#include "ui/widgets/form/scroll_pane.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QGuiApplication>
#include <QPushButton>

#include <algorithm>

namespace gatescope {

LearnWorkspace::LearnWorkspace(Document &document, Selection &selection, Preferences &preferences, QWidget *parent)
    : Workspace({QStringLiteral("learn"), tr("Learn"), QStringLiteral("learn"),
                 tr("Lessons that ask first, and show it on the living network.")},
                parent),
      m_document(document), m_selection(selection), m_preferences(preferences),
      m_title(new QLabel(tr("Lessons"), this)), m_list(new QVBoxLayout),
      m_recordButton(new QPushButton(tr("Record a lesson"), this))
{
    auto *content = new QWidget;
    auto *middle = new QHBoxLayout(content);
    middle->setContentsMargins(16, 14, 16, 16);
    auto *column = new QWidget(content);
    column->setMaximumWidth(860);
    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 0, 0);
    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_recordButton, 0, Qt::AlignBottom);
    rows->addLayout(top);
    m_recordButton->setObjectName(QStringLiteral("record-lesson"));
    m_recordButton->setProperty("help", QStringLiteral("record-lesson"));
    m_recordButton->setToolTip(tr("Takes down what you do in the program, and writes a lesson of it."));
    rows->addWidget(new QuietLabel(tr("Each is one idea: you predict, you do it, and the network answers. Your answers "
                                      "stay on this machine."),
                                   column));
    rows->addSpacing(6);
    m_list->setSpacing(8);
    rows->addLayout(m_list);
    rows->addStretch(1);
    middle->addStretch(1);
    middle->addWidget(column, 20);
    middle->addStretch(1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(new ScrollPane(content, this));
    m_title->setFont(themeFont(TextRole::Figure));
    readLessons();
}

QList<QWidget *> LearnWorkspace::sidePages()
{
    return {m_page, m_record};
}

void LearnWorkspace::readLessons()
{
    // The system's language; numbers stay as they are everywhere.
    const std::string language = Language::inForce().toStdString();
    const std::filesystem::path own =
        m_preferences.store().fileName().isEmpty() ? std::filesystem::path() : ownLessonsFolder();
    m_lessons = findLessons(m_document.resources(), own, language);
    qDeleteAll(m_cards);
    m_cards.clear();
    for (std::size_t i = 0; i < m_lessons.size(); ++i) {
        auto *card = new LessonCard(m_lessons[i], static_cast<int>(i) + 1, this);
        connect(card, &LessonCard::clicked, this, [this, i] { openLessonAt(i); });
        m_list->addWidget(card);
        m_cards.push_back(card);
    }
    showStandings();
}

void LearnWorkspace::showStandings()
{
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        const std::string &id = m_lessons[i].read.lesson.id;
        const LessonProgress progress(m_preferences.store(), id);
        const bool open = m_page && m_page->hasLesson() && !m_page->isHidden() && m_page->lesson().id == id;
        m_cards[i]->setStanding(open                 ? LessonStanding::Open
                                : progress.isDone()  ? LessonStanding::Done
                                : progress.isBegun() ? LessonStanding::Begun
                                                     : LessonStanding::New,
                                progress.page());
    }
}

void LearnWorkspace::bindActions(Actions &actions)
{
    m_actions = &actions;
    m_page = new LessonPanel(m_document, m_selection, actions, m_preferences, window());
    m_teacher = new TeacherScreen(*m_page);
    m_record = new RecordPanel(m_document, actions, window());
    connect(m_record, &RecordPanel::written, this, &LearnWorkspace::openWritten);
    auto *record = new QAction(tr("Record a lesson"), this);
    connect(record, &QAction::triggered, this, &LearnWorkspace::beginRecording);
    actions.add(QStringLiteral("lesson.record"), record);
    connect(m_recordButton, &QPushButton::clicked, record, &QAction::trigger);
    connect(m_page, &LessonPanel::closed, this, &LearnWorkspace::showStandings);
    // A projector may be plugged in or fall out while it is spoken: the notes never come onto the screen that is shown.
    for (auto signal : {&QGuiApplication::screenAdded, &QGuiApplication::screenRemoved})
        connect(qGuiApp, signal, this, &LearnWorkspace::showTeacherScreen, Qt::QueuedConnection);
    addActions(actions);
}

void LearnWorkspace::addActions(Actions &actions)
{
    const auto add = [this, &actions](const char *id, const QString &text, const QKeySequence &key, auto work) {
        auto *action = new QAction(text, m_page);
        action->setShortcut(key);
        connect(action, &QAction::triggered, m_page, [this, work] {
            if (m_page->hasLesson())
                work(*m_page);
        });
        m_page->addAction(actions.add(QString::fromLatin1(id), action));
    };
    add("lesson.next", tr("Next page"), QKeySequence(Qt::ALT | Qt::Key_Right),
        [](LessonPanel &page) { page.showPage(page.page() + 1); });
    add("lesson.back", tr("Page before"), QKeySequence(Qt::ALT | Qt::Key_Left),
        [](LessonPanel &page) { page.showPage(page.page() - 1); });
    add("lesson.note", tr("Notes for the teacher"), QKeySequence(Qt::ALT | Qt::Key_N),
        [](LessonPanel &page) { page.setNotesShown(!page.areNotesShown()); });
    add("lesson.close", tr("Close the lesson"), QKeySequence(Qt::CTRL | Qt::Key_W),
        [](LessonPanel &page) { page.closeLesson(); });
}

void LearnWorkspace::setPresenting(bool presenting)
{
    m_presenting = presenting;
    m_page->setPresenting(presenting);
    showTeacherScreen();
}

/// A second screen is the teacher's, while a lesson is presented on the first.
void LearnWorkspace::showTeacherScreen()
{
    const QScreen *other = TeacherScreen::besides(QGuiApplication::screens(), screen());
    if (!m_presenting || !other || !m_page->hasLesson() || m_page->isHidden())
        m_teacher->end();
    else
        m_teacher->begin(*other);
}

void LearnWorkspace::applyClass(const ClassSetup &setup)
{
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        const std::string &id = m_lessons[i].read.lesson.id;
        m_cards[i]->setVisible(setup.lessons.empty() || std::ranges::find(setup.lessons, id) != setup.lessons.end());
    }
    if (!setup.lesson.empty() && !openLesson(fromText(setup.lesson)))
        m_document.showMessage(Severity::Warning,
                               tr("The lesson %1 of the class set-up is not here.").arg(plainText(setup.lesson)),
                               tr("Put its folder into %1.").arg(fromText(ownLessonsFolder().string())));
}

bool LearnWorkspace::openLesson(const QString &id)
{
    for (std::size_t i = 0; i < m_lessons.size(); ++i) {
        if (fromText(m_lessons[i].read.lesson.id) == id) {
            openLessonAt(i);
            return true;
        }
    }
    return false;
}

void LearnWorkspace::beginRecording()
{
    m_page->closeLesson(); // one page beside the program at a time
    if (m_record->begin())
        m_actions->set(QStringLiteral("workspace"), QStringLiteral("train"));
}

void LearnWorkspace::openWritten(const std::filesystem::path &folder)
{
    readLessons();
    for (std::size_t i = 0; i < m_lessons.size(); ++i) {
        if (m_lessons[i].read.lesson.folder == folder)
            openLessonAt(i);
    }
    // What was said before goes with the data of before: it is told once the lesson's start is on screen.
    auto *opened = new QObject(this);
    const auto tell = [this, opened] {
        if (m_page->runner().isBusy())
            return;
        opened->deleteLater();
        m_record->tellWhere();
    };
    connect(&m_page->runner(), &LinkRunner::changed, opened, tell);
    tell();
}

void LearnWorkspace::openLessonAt(std::size_t index)
{
    const ReadLesson &read = m_lessons[index].read;
    m_record->cancel();
    const bool same =
        m_page->hasLesson() && m_page->lesson().id == read.lesson.id && m_page->lesson().folder == read.lesson.folder;
    if (same)
        m_page->show(); // as it was left
    else
        m_page->openLesson(read, static_cast<int>(index) + 1);
    if (read.sound())
        m_actions->set(QStringLiteral("workspace"), QStringLiteral("train"));
    showStandings();
    showTeacherScreen();
}

void LearnWorkspace::showEvent(QShowEvent *event)
{
    Workspace::showEvent(event);
    showStandings();
}

void LearnWorkspace::changeEvent(QEvent *event)
{
    Workspace::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_title->setFont(themeFont(TextRole::Figure));
}

} // namespace gatescope
