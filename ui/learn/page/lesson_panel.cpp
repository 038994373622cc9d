// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/page/lesson_panel.h"

#include "ui/document/shared/preferences.h"
#include "ui/learn/page/ask_box.h"
#include "ui/learn/page/check_box.h"
#include "ui/learn/page/lesson_text.h"
#include "ui/look/plain_text.h"
#include "ui/widgets/form/quiet_label.h"
#include "ui/widgets/form/scroll_pane.h"

#include <QBoxLayout>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>

namespace gatescope {

LessonPanel::~LessonPanel() = default;

void LessonPanel::openLesson(const ReadLesson &lesson, int number)
{
    m_lesson = std::make_unique<ReadLesson>(lesson);
    m_progress = std::make_unique<LessonProgress>(m_preferences.store(), lesson.lesson.id);
    m_number = number;
    m_runner->setLesson(m_lesson->lesson);
    show();
    showPage(m_progress->page());
    if (m_lesson->sound())
        m_runner->follow({});
}

void LessonPanel::closeLesson()
{
    if (!m_lesson)
        return;
    m_runner->cancel();
    hide();
    m_look.stop();
    Q_EMIT closed();
}

void LessonPanel::showPage(int page)
{
    if (!m_lesson)
        return;
    const int pages = static_cast<int>(lesson().pages.size());
    m_page = std::clamp(page, 0, std::max(0, pages - 1));
    m_progress->setPage(m_page);
    fillPage();
    const int minutes = lesson().minutes;
    m_place->setText(tr("Lesson %1 · %2 min · page %3 of %4").arg(m_number).arg(minutes).arg(m_page + 1).arg(pages));
    m_title->setText(pages > 0 ? fromText(lesson().pages[static_cast<std::size_t>(m_page)].title)
                               : fromText(lesson().title));
    setAccessibleName(tr("Lesson: %1").arg(fromText(lesson().title)));
    m_back->setEnabled(m_page > 0);
    m_next->setText(m_page + 1 < pages ? tr("Next ›") : tr("Close"));
    m_scroll->verticalScrollBar()->setValue(0);
    m_looked = {};
    look();
    update();
    settle(); // a last page that asks nothing is done when it is reached
}

void LessonPanel::fillPage()
{
    auto *content = new QWidget;
    m_blocks = new QVBoxLayout(content);
    m_blocks->setContentsMargins(2, 2, 8, 8);
    m_blocks->setSpacing(12);
    m_parts.clear();
    m_asks.clear();
    m_checks.clear();
    m_notes.clear();
    addProblems();
    if (!lesson().pages.empty()) {
        for (const LessonBlock &block : lesson().pages[static_cast<std::size_t>(m_page)].blocks)
            std::visit([this](const auto &each) { add(each); }, block.content);
    }
    m_folded = new BlockFrame(BlockTone::Folded, content);
    auto *words = new QuietLabel(tr("What you will see, and why, unfolds after the answer."), m_folded);
    words->setAlignment(Qt::AlignCenter);
    m_folded->rows().addWidget(words);
    m_blocks->addWidget(m_folded);
    m_blocks->addStretch(1);
    if (QWidget *old = m_scroll->takeWidget())
        old->deleteLater(); // this may be called from one of its buttons
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false);
    content->show();
    orderTabs();
    fold();
}

void LessonPanel::addProblems()
{
    if (m_lesson->sound())
        return;
    auto *frame = new BlockFrame(BlockTone::Problem);
    QStringList lines{tr("This lesson's file has faults: its links do nothing until they are mended.")};
    constexpr std::size_t kMost = 5;
    for (std::size_t i = 0; i < std::min(m_lesson->problems.size(), kMost); ++i)
        lines << plainText(m_lesson->problems[i].text(), 300);
    if (m_lesson->problems.size() > kMost)
        lines << tr("… and %1 more.").arg(m_lesson->problems.size() - kMost);
    frame->rows().addWidget(new QuietLabel(lines.join(QLatin1Char('\n')), frame, LabelTone::Error));
    m_blocks->addWidget(frame);
}

void LessonPanel::add(const LessonText &text)
{
    auto *view = new LessonTextView(fromText(text.markdown), lesson().folder, m_lesson->sound());
    connect(view, &LessonTextView::followed, this, &LessonPanel::follow);
    connect(view, &LessonTextView::hinted, this, [this](const QString &words) {
        m_hint = words;
        showStatus();
    });
    m_blocks->addWidget(view);
    m_parts.push_back(view);
}

void LessonPanel::add(const LessonAsk &ask)
{
    auto *box = new AskBox(lesson(), ask, *m_meter);
    const std::string id = questionId(ask, m_asks.size());
    box->restore(m_progress->find(id, ask.time), m_progress->find(id, AskTime::Before));
    connect(box, &AskBox::answered, this, [this, id](LessonAnswer answer) {
        answer.question = id;
        tell(m_progress->add(std::move(answer)));
        Q_EMIT progressed();
    });
    connect(box, &AskBox::settled, this, &LessonPanel::settle);
    connect(box, &AskBox::failed, this, &LessonPanel::tell);
    box->setProperty("folds", ask.time == AskTime::Page);
    m_blocks->addWidget(box);
    m_parts.push_back(box);
    m_asks.push_back(box);
}

void LessonPanel::add(const LessonCheck &check)
{
    auto *block = new CheckBlock(check);
    m_blocks->addWidget(block);
    m_parts.push_back(block);
    m_checks.push_back(block);
}

void LessonPanel::add(const LessonNote &note)
{
    auto *frame = new BlockFrame(BlockTone::Note);
    frame->rows().addWidget(new QuietLabel(tr("For the teacher"), frame));
    frame->rows().addWidget(new LessonTextView(fromText(note.markdown), lesson().folder, false, frame));
    m_blocks->addWidget(frame);
    m_notes.push_back(frame);
    frame->setVisible(m_notesShown);
}

std::string LessonPanel::questionId(const LessonAsk &ask, std::size_t index) const
{
    return ask.pair.empty() ? "page " + std::to_string(m_page + 1) + ", question " + std::to_string(index + 1)
                            : ask.pair;
}

/// What comes after a question that is not answered yet stays folded.
void LessonPanel::fold()
{
    bool open = true;
    for (QWidget *part : m_parts) {
        part->setVisible(open);
        const auto *ask = qobject_cast<const AskBox *>(part);
        if (ask && !ask->isAnswered() && ask->property("folds").toBool())
            open = false;
    }
    m_folded->setVisible(!open && m_parts.back()->isHidden());
}

void LessonPanel::settle()
{
    fold();
    const bool last = m_page + 1 == static_cast<int>(lesson().pages.size());
    const bool all = std::ranges::all_of(m_asks, [](const AskBox *ask) { return ask->isAnswered(); });
    if (last && all)
        m_progress->setDone(true);
    Q_EMIT progressed();
}

void LessonPanel::follow(const DoLink &link)
{
    if (m_lesson->sound())
        m_runner->follow(link);
}

void LessonPanel::setNotesShown(bool shown)
{
    m_notesShown = shown;
    for (QWidget *note : m_notes)
        note->setVisible(shown);
}

void LessonPanel::look()
{
    if (!m_lesson || !isVisible())
        return;
    const LessonMeter::Moment now = m_meter->moment();
    if (now == m_looked || m_runner->isBusy())
        return;
    for (CheckBlock *block : m_checks) {
        if (block->isDone() || block->isHidden())
            continue;
        m_looked = now;
        const QPointer<CheckBlock> asked(block);
        m_meter->ask(block->check(), [this, asked](bool holds, const QString &found) {
            if (!asked)
                return;
            asked->setFound(found);
            if (holds) {
                asked->setDone();
                m_looked = {};
            }
        });
        return;
    }
}

void LessonPanel::tell(const QString &problem)
{
    if (!problem.isEmpty())
        m_document.showMessage(Severity::Error, problem);
}

void LessonPanel::showStatus()
{
    m_status->setText(m_runner->isBusy() ? m_runner->status() : m_hint);
    m_hurry->setVisible(m_runner->isBusy());
}

void LessonPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeColors &colors = themeColors(palette());
    painter.fillRect(rect(), colors.card);
    painter.setPen(colors.border);
    painter.drawLine(width() - 1, 0, width() - 1, height());
    if (!m_lesson)
        return;
    // How far it is, as dots under the title's line.
    constexpr int kDot = 8, kApart = 14;
    const auto pages = static_cast<int>(lesson().pages.size());
    const QPoint from(m_place->x(), m_title->geometry().bottom() + 6);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < pages; ++i) {
        painter.setBrush(i <= m_page ? colors.accent : colors.border);
        painter.drawEllipse(QRect(from + QPoint(i * kApart, 0), QSize(kDot, kDot)));
    }
}

} // namespace gatescope
