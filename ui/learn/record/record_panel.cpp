// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/record/record_panel.h"

#include "core/error.h"
#include "ui/learn/course/lesson_library.h"
#include "ui/learn/page/link_hint.h"
#include "ui/look/plain_text.h"
#include "ui/look/theme.h"
#include "ui/widgets/form/quiet_label.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>

namespace gatescope {

RecordPanel::RecordPanel(Document &document, Actions &actions, QWidget *parent)
    : QWidget(parent), m_document(document), m_recorder(document, actions), m_folder(ownLessonsFolder()),
      m_heading(new QLabel(tr("Recording a lesson"), this)), m_words(new QuietLabel({}, this)),
      m_title(new QLineEdit(this)), m_pageTitle(new QLineEdit(this)), m_list(new QListWidget(this)),
      m_newPage(new QPushButton(tr("New page"), this)), m_leaveOut(new QPushButton(tr("Leave out the last"), this)),
      m_write(new QPushButton(tr("Write the lesson"), this)), m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(QStringLiteral("record-panel"));
    setProperty("help", QStringLiteral("record-lesson"));
    setAccessibleName(tr("Recording a lesson"));
    m_heading->setWordWrap(true);
    buildFrame();
    connect(&m_recorder, &LessonRecorder::changed, this, &RecordPanel::fill);
    connect(m_newPage, &QPushButton::clicked, this, &RecordPanel::newPage);
    connect(m_leaveOut, &QPushButton::clicked, &m_recorder, &LessonRecorder::leaveOutLast);
    connect(m_write, &QPushButton::clicked, this, &RecordPanel::write);
    connect(m_cancel, &QPushButton::clicked, this, &RecordPanel::cancel);
    connect(m_title, &QLineEdit::textChanged, this, &RecordPanel::fill);
    connect(m_pageTitle, &QLineEdit::returnPressed, this, &RecordPanel::newPage);
    fit();
    hide();
}

void RecordPanel::buildFrame()
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 12, 16, 12);
    rows->setSpacing(8);
    rows->addWidget(m_heading);
    rows->addWidget(m_words);
    rows->addWidget(m_title);
    rows->addWidget(m_list, 1);
    rows->addWidget(m_leaveOut, 0, Qt::AlignLeft);
    auto *page = new QHBoxLayout;
    page->addWidget(m_pageTitle, 1);
    page->addWidget(m_newPage);
    rows->addLayout(page);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_cancel);
    bottom->addStretch(1);
    bottom->addWidget(m_write);
    rows->addLayout(bottom);
    m_title->setPlaceholderText(tr("title of the lesson"));
    m_title->setAccessibleName(tr("Title of the lesson"));
    m_pageTitle->setPlaceholderText(tr("title of the next page"));
    m_pageTitle->setAccessibleName(tr("Title of the next page"));
    m_list->setAccessibleName(tr("What was taken down"));
    m_list->setWordWrap(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setSpacing(2);
    m_heading->setTextFormat(Qt::RichText);
    m_write->setProperty("accent", true);
    m_write->setObjectName(QStringLiteral("record-write"));
    m_cancel->setObjectName(QStringLiteral("record-cancel"));
    m_newPage->setObjectName(QStringLiteral("record-page"));
    m_leaveOut->setObjectName(QStringLiteral("record-leave-out"));
    m_title->setObjectName(QStringLiteral("record-title"));
    m_pageTitle->setObjectName(QStringLiteral("record-page-title"));
    m_title->setToolTip(tr("What the lesson is called; its folder is named after it."));
    m_pageTitle->setToolTip(tr("What the next page is called."));
    m_newPage->setToolTip(tr("What you do next stands on a page of its own."));
    m_leaveOut->setToolTip(tr("Leaves out of the lesson what was taken down last; the program stays as it is."));
    m_write->setToolTip(tr("Writes the lesson, with a question, a task and a promised number, and checks it."));
    m_cancel->setToolTip(tr("Ends the recording; nothing is written."));
}

bool RecordPanel::begin()
{
    try {
        m_recorder.begin();
    } catch (const std::exception &error) {
        m_document.showMessage(Severity::Warning, fromText(error.what()));
        return false;
    }
    m_title->clear();
    m_pageTitle->clear();
    fit();
    fill();
    show();
    return true;
}

void RecordPanel::cancel()
{
    m_job.abandon();
    m_recorder.end();
    hide();
}

void RecordPanel::newPage()
{
    const QString title = m_pageTitle->text().trimmed();
    m_recorder.addPage(title.isEmpty() ? tr("Page %1").arg(m_recorder.pages().size() + 1) : title);
    m_pageTitle->clear();
}

void RecordPanel::write()
{
    m_recorder.look();
    m_recorder.end();
    const auto made = std::make_shared<WrittenLesson>();
    const FinishedRecording recording{m_title->text().trimmed().toStdString(), m_recorder.pages(), m_recorder.starts()};
    m_job.start([made, recording, folder = m_folder, resources = m_document.resources()](
                    const std::stop_token &) { *made = writeRecording(recording, folder, resources); },
                [this, made](const QString &error) {
                    if (error.isEmpty()) {
                        finish(*made);
                        return;
                    }
                    m_document.showMessage(Severity::Error, error);
                    m_recorder.goOn();
                    fill();
                });
    fill();
}

void RecordPanel::finish(const WrittenLesson &lesson)
{
    hide();
    m_written = lesson;
    Q_EMIT written(lesson.folder);
}

void RecordPanel::tellWhere()
{
    const WrittenLesson lesson = std::exchange(m_written, {});
    const QString file = fromText((lesson.folder / "lesson.md").string());
    if (lesson.folder.empty())
        return;
    if (lesson.report.problems.empty())
        m_document.showMessage(Severity::Info, tr("The lesson is in %1.").arg(file),
                               tr("Write its text in any text editor, where it says \"To fill in\"."));
    else
        m_document.showMessage(Severity::Warning,
                               tr("The lesson is in %1, but not all in it holds: %2")
                                   .arg(file, plainText(lesson.report.problems.front().text(), 300)));
}

void RecordPanel::fill()
{
    m_list->clear();
    for (const RecordedPage &page : m_recorder.pages()) {
        auto *title = new QListWidgetItem(plainText(page.title), m_list);
        QFont bold = m_list->font();
        bold.setWeight(QFont::DemiBold);
        title->setFont(bold);
        for (const RecordedAct &act : page.acts)
            new QListWidgetItem(tr("›  %1").arg(linkHint(act.done)), m_list);
    }
    m_list->scrollToBottom();
    const bool any = !m_recorder.isEmpty(), writing = m_job.isRunning();
    m_words->setText(writing ? tr("Writing the lesson, and checking every number of it …")
                     : any && m_title->text().trimmed().isEmpty()
                         ? tr("Each thing you do becomes a link of the lesson. Give the lesson a title to write it.")
                     : any ? tr("Each thing you do becomes a link of the lesson.")
                           : tr("Train, go to a step, hold a gate everywhere: it is taken down here."));
    m_write->setEnabled(any && !writing && !m_title->text().trimmed().isEmpty());
    m_write->setToolTip(!any ? tr("Nothing was taken down yet.")
                        : m_title->text().trimmed().isEmpty()
                            ? tr("The lesson needs a title.")
                            : tr("Writes the lesson, with a question, a task and a promised number, and checks it."));
    m_leaveOut->setEnabled(!writing && (any || m_recorder.pages().size() > 1));
    m_newPage->setEnabled(!writing);
}

void RecordPanel::fit()
{
    m_heading->setFont(themeFont(TextRole::Figure));
    m_heading->setText(QStringLiteral("<span style=\"color: %1\">●</span> %2")
                           .arg(themeColors(palette()).error.name(), tr("Recording a lesson")));
    constexpr int kCharacters = 44;
    const int wanted = QFontMetrics(themeFont(TextRole::Body)).averageCharWidth() * kCharacters;
    setFixedWidth(std::clamp(wanted, 240, std::max(240, parentWidget() ? parentWidget()->width() * 38 / 100 : wanted)));
}

void RecordPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        fit();
}

void RecordPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeColors &colors = themeColors(palette());
    painter.fillRect(rect(), colors.card);
    painter.setPen(colors.border);
    painter.drawLine(width() - 1, 0, width() - 1, height());
    for (const int y : {m_title->geometry().bottom() + 5, m_leaveOut->geometry().top() - 5})
        painter.drawLine(16, y, width() - 16, y); // the list lies between
}

} // namespace gatescope
