// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/page/teacher_screen.h"

#include "core/lesson/file/metric_table.h"
#include "ui/learn/page/block_frame.h"
#include "ui/learn/page/lesson_panel.h"
#include "ui/learn/page/lesson_text.h"
#include "ui/look/plain_text.h"
#include "ui/look/theme.h"
#include "ui/widgets/form/quiet_label.h"
#include "ui/widgets/form/scroll_pane.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>

namespace gatescope {

namespace {

constexpr int kCharactersOfScreen = 96; ///< of a line

QLabel *plainWords(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

/// What is right, as far as the file says it: a number that is measured is known when it is revealed.
QString rightAnswer(const LessonAsk &ask)
{
    if (ask.kind == AskKind::Choice)
        return fromText(ask.options.at(ask.right));
    if (ask.kind == AskKind::Where) {
        QStringList places;
        for (const LinkStep &step : ask.place) {
            if (step.id.starts_with("inspect."))
                places << fromText(step.id.substr(8)) + QLatin1Char(' ') + fromText(step.value);
        }
        return places.join(QStringLiteral(", "));
    }
    if (const double *value = std::get_if<double>(&ask.answer))
        return QString::number(*value);
    const LessonMetric *metric = findLessonMetric(std::get<MetricCall>(ask.answer).id);
    return TeacherScreen::tr("measured when it is revealed (%1)").arg(metric ? fromText(metric->summary) : QString());
}

BlockFrame *answerFrame(const LessonAsk &ask, QWidget *parent)
{
    auto *frame = new BlockFrame(BlockTone::Ask, parent);
    frame->rows().addWidget(new QuietLabel(fromText(ask.question), frame));
    QLabel *right = plainWords(TeacherScreen::tr("Answer: %1").arg(rightAnswer(ask)), frame);
    QFont strong;
    strong.setWeight(QFont::DemiBold);
    right->setFont(strong);
    frame->rows().addWidget(right);
    if (!ask.because.empty())
        frame->rows().addWidget(plainWords(fromText(ask.because), frame));
    return frame;
}

} // namespace

TeacherScreen::TeacherScreen(LessonPanel &lesson)
    : QWidget(&lesson, Qt::Window), m_lesson(lesson), m_title(plainWords({}, this)), m_clock(new QLabel(this)),
      m_after(new QuietLabel({}, this)), m_scroll(new ScrollPane(new QWidget, this)),
      m_back(new QPushButton(tr("‹ Back"), this)), m_next(new QPushButton(tr("Next ›"), this))
{
    setObjectName(QStringLiteral("teacher-screen"));
    setWindowTitle(tr("For the teacher — GateScope"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(24, 20, 24, 20);
    rows->setSpacing(12);
    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_clock);
    rows->addLayout(top);
    rows->addWidget(m_scroll, 1);
    rows->addWidget(m_after);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_back);
    bottom->addStretch(1);
    bottom->addWidget(m_next);
    rows->addLayout(bottom);
    m_back->setObjectName(QStringLiteral("lesson-back"));
    m_next->setObjectName(QStringLiteral("lesson-next"));
    m_back->setToolTip(tr("Turns to the page before."));
    m_next->setToolTip(tr("Turns to the next page."));
    connect(m_back, &QPushButton::clicked, this, [this] { m_lesson.showPage(m_lesson.page() - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { m_lesson.showPage(m_lesson.page() + 1); });
    connect(&m_lesson, &LessonPanel::progressed, this, &TeacherScreen::fill);
    connect(&m_lesson, &LessonPanel::closed, this, &TeacherScreen::end);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &TeacherScreen::tick);
}

QScreen *TeacherScreen::besides(const QList<QScreen *> &screens, const QScreen *shown)
{
    for (QScreen *screen : screens) {
        if (screen != shown && (!shown || !screen->geometry().intersects(shown->geometry())))
            return screen;
    }
    return nullptr;
}

void TeacherScreen::begin(const QScreen &screen)
{
    if (isHidden() || m_timed != m_lesson.lesson().id)
        m_since.start();
    m_timed = m_lesson.lesson().id;
    m_tick.start();
    setGeometry(screen.availableGeometry());
    fill();
    tick();
    show();
}

void TeacherScreen::end()
{
    m_tick.stop();
    hide();
}

void TeacherScreen::tick()
{
    const auto seconds = static_cast<int>(m_since.elapsed() / 1000);
    const QString gone = QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    m_clock->setText(m_lesson.hasLesson() ? tr("%1 of %2 min").arg(gone).arg(m_lesson.lesson().minutes) : gone);
}

void TeacherScreen::fill()
{
    if (!m_lesson.hasLesson())
        return;
    const Lesson &lesson = m_lesson.lesson();
    const auto page = static_cast<std::size_t>(m_lesson.page());
    m_title->setFont(themeFont(TextRole::Figure));
    m_clock->setFont(themeFont(TextRole::Figure));
    auto *content = new QWidget;
    auto *middle = new QHBoxLayout(content); // as wide as prose wants, on a large screen too
    middle->setContentsMargins(2, 2, 8, 8);
    auto *prose = new QWidget(content);
    prose->setMaximumWidth(fontMetrics().averageCharWidth() * kCharactersOfScreen);
    middle->addWidget(prose, 100);
    middle->addStretch(1);
    auto *rows = new QVBoxLayout(prose);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(12);
    bool noted = false;
    if (page < lesson.pages.size()) {
        m_title->setText(tr("%1 · page %2 of %3: %4")
                             .arg(fromText(lesson.title))
                             .arg(page + 1)
                             .arg(lesson.pages.size())
                             .arg(fromText(lesson.pages[page].title)));
        for (const LessonBlock &block : lesson.pages[page].blocks) {
            if (const auto *ask = std::get_if<LessonAsk>(&block.content)) {
                rows->addWidget(answerFrame(*ask, content));
            } else if (const auto *note = std::get_if<LessonNote>(&block.content)) {
                rows->insertWidget(0, new LessonTextView(fromText(note->markdown), lesson.folder, false, content));
                noted = true;
            }
        }
    }
    if (!noted)
        rows->insertWidget(0, new QuietLabel(tr("This page has no notes."), content));
    rows->addStretch(1);
    if (QWidget *old = m_scroll->takeWidget())
        old->deleteLater();
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false);
    content->show();
    const bool last = page + 1 >= lesson.pages.size();
    m_after->setText(last ? tr("This is the last page.") : tr("Next: %1").arg(fromText(lesson.pages[page + 1].title)));
    m_back->setEnabled(page > 0);
    m_next->setEnabled(!last);
}

} // namespace gatescope
