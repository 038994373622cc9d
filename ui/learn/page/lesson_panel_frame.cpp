// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The frame of a lesson's page: title, buttons, keys, width.
#include "core/sentence.h"
#include "ui/document/shared/preferences.h"
#include "ui/learn/page/ask_box.h"
#include "ui/learn/page/check_box.h"
#include "ui/learn/page/lesson_panel.h"
#include "ui/learn/page/lesson_text.h"
#include "ui/learn/page/option_button.h"
#include "ui/look/icons.h"
#include "ui/look/plain_text.h"
#include "ui/widgets/common/file_choice.h"
#include "ui/widgets/form/quiet_label.h"
#include "ui/widgets/form/scroll_pane.h"

#include <QApplication>
#include <QBoxLayout>
#include <QFile>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace gatescope {

namespace {

constexpr int kCharacters = 52; ///< of a line: what reads well
constexpr int kLookMilliseconds = 400;

} // namespace

LessonPanel::LessonPanel(Document &document, Selection &selection, Actions &actions, Preferences &preferences,
                         QWidget *parent)
    : QWidget(parent), m_document(document), m_preferences(preferences),
      m_runner(new LinkRunner(document, actions, this)), m_meter(new LessonMeter(document, selection, actions, this)),
      m_place(new QuietLabel({}, this)), m_title(new QLabel(this)), m_status(new QuietLabel({}, this)),
      m_menu(new QToolButton(this)), m_close(new QToolButton(this)), m_scroll(new ScrollPane(new QWidget, this)),
      m_back(new QPushButton(tr("‹ Back"), this)), m_next(new QPushButton(tr("Next ›"), this)),
      m_hurry(new QPushButton(tr("Full speed"), this))
{
    setObjectName(QStringLiteral("lesson-page"));
    setFocusPolicy(Qt::ClickFocus);
    buildFrame();
    connectRunner();
    applyFonts();
    hide();
}

void LessonPanel::buildFrame()
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 12, 8, 12);
    rows->setSpacing(4);
    auto *top = new QHBoxLayout;
    top->addWidget(m_place, 1);
    top->addWidget(m_menu);
    top->addWidget(m_close);
    rows->addLayout(top);
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    rows->addWidget(m_title);
    rows->addSpacing(22);
    rows->addWidget(m_scroll, 1);
    m_status->setMinimumHeight(2 * m_status->fontMetrics().height() + 2); // nothing moves when it speaks
    m_status->setAlignment(Qt::AlignLeft | Qt::AlignBottom);
    rows->addWidget(m_status);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_back);
    bottom->addStretch(1);
    bottom->addWidget(m_hurry);
    bottom->addWidget(m_next);
    rows->addLayout(bottom);
    m_next->setProperty("accent", true);
    m_next->setObjectName(QStringLiteral("lesson-next"));
    m_back->setObjectName(QStringLiteral("lesson-back"));
    m_hurry->setObjectName(QStringLiteral("lesson-hurry"));
    m_hurry->setToolTip(tr("Trains on without waiting to be watched."));
    m_back->setToolTip(tr("Turns to the page before."));
    m_next->setToolTip(tr("Turns to the next page; after the last one it closes the lesson."));
    m_hurry->hide();
    m_close->setIcon(themedIcon(QStringLiteral("close")));
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close the lesson"));
    m_close->setToolTip(tr("Closes the lesson; it opens again at this page."));
    m_menu->setIcon(themedIcon(QStringLiteral("more")));
    m_menu->setAutoRaise(true);
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setAccessibleName(tr("More of this lesson"));
    m_menu->setToolTip(tr("Begin again, hand in answers, notes for the teacher."));
    auto *menu = new QMenu(m_menu);
    buildMenu(*menu);
    m_menu->setMenu(menu);
    connect(m_close, &QToolButton::clicked, this, &LessonPanel::closeLesson);
    connect(m_back, &QPushButton::clicked, this, [this] { turnTo(m_page - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { turnTo(m_page + 1); });
}

/// As a button of the page does: who reads by keys begins at the page's top, and closes the lesson after the last.
void LessonPanel::turnTo(int page)
{
    if (page >= static_cast<int>(lesson().pages.size())) {
        closeLesson();
        return;
    }
    showPage(page);
    for (QWidget *control : controls()) {
        if (control->isVisible() && control->isEnabled()) {
            control->setFocus(Qt::TabFocusReason);
            break;
        }
    }
}

/// What keys reach on the page, from its top to its end.
QList<QWidget *> LessonPanel::controls() const
{
    QList<QWidget *> found;
    for (QWidget *part : m_parts) {
        if (const auto *ask = qobject_cast<const AskBox *>(part)) {
            for (OptionButton *option : ask->options())
                found << option;
            if (ask->numberField())
                found << ask->numberField();
            found << ask->answerButton() << ask->revealButton();
        } else if (const auto *check = qobject_cast<const CheckBlock *>(part)) {
            found << check->hintButton();
        } else if (const auto *text = qobject_cast<const LessonTextView *>(part); text && text->hasLinks()) {
            found << part;
        }
    }
    return found;
}

void LessonPanel::orderTabs()
{
    QWidget *before = m_close;
    for (QWidget *control : controls() + QList<QWidget *>{m_back, m_hurry, m_next}) {
        setTabOrder(before, control);
        before = control;
    }
}

void LessonPanel::buildMenu(QMenu &menu)
{
    menu.addAction(tr("Open the lesson's example again"), this, [this] { follow({}); });
    menu.addAction(tr("Begin the lesson again"), this, [this] {
        m_progress->clear();
        showPage(0);
        follow({});
    });
    menu.addAction(tr("Save my answers…"), this, &LessonPanel::saveAnswers);
    QAction *notes = menu.addAction(tr("Notes for the teacher"));
    notes->setCheckable(true);
    connect(&menu, &QMenu::aboutToShow, notes, [this, notes] { notes->setChecked(m_notesShown); });
    connect(notes, &QAction::triggered, this, &LessonPanel::setNotesShown);
}

void LessonPanel::connectRunner()
{
    connect(m_runner, &LinkRunner::changed, this, &LessonPanel::showStatus);
    connect(m_runner, &LinkRunner::failed, this, &LessonPanel::tell);
    connect(m_hurry, &QPushButton::clicked, m_runner, &LinkRunner::hurry);
    m_look.setInterval(kLookMilliseconds);
    connect(&m_look, &QTimer::timeout, this, &LessonPanel::look);
}

void LessonPanel::saveAnswers()
{
    if (m_progress->answers().empty()) {
        m_document.showMessage(Severity::Info, tr("No question of this lesson is answered yet."));
        return;
    }
    const QString path =
        fileToSave(this, tr("Save my answers"), fromText(lesson().id + "-answers.csv"), tr("Answers (*.csv)"));
    if (path.isEmpty())
        return;
    try {
        writeLessonResults(path.toStdString(), m_progress->answers());
    } catch (const std::exception &error) {
        tell(fromText(sentenceOf(error)));
    }
}

void LessonPanel::applyFonts()
{
    m_title->setFont(themeFont(TextRole::Figure));
    fitWidth();
}

void LessonPanel::fitWidth()
{
    const int wanted = QFontMetrics(themeFont(TextRole::Body)).averageCharWidth() * kCharacters;
    const int most = window() == this ? wanted : window()->width() * 38 / 100;
    setFixedWidth(std::clamp(wanted, 240, std::max(240, most)));
}

void LessonPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        applyFonts();
}

void LessonPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    window()->removeEventFilter(this);
    window()->installEventFilter(this);
    fitWidth();
    m_look.start();
}

void LessonPanel::setPresenting(bool presenting)
{
    if (std::exchange(m_presenting, presenting) == presenting)
        return;
    if (presenting)
        qApp->installEventFilter(this);
    else
        qApp->removeEventFilter(this);
}

/// What a number key counts; null where no question waits for hands.
std::function<void()> LessonPanel::handCount(int key, bool back)
{
    if (key < Qt::Key_1 || key > Qt::Key_9)
        return {};
    const auto option = static_cast<std::size_t>(key - Qt::Key_1);
    for (AskBox *ask : m_asks) {
        if (!ask->isHidden() && !ask->isAnswered() && option < ask->options().size())
            return [ask, option, back] { ask->countHand(option, back ? -1 : 1); };
    }
    return {};
}

/// What a key does to the lesson; null for keys that are not its.
std::function<void()> LessonPanel::workOf(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (!m_lesson || isHidden() || (modifiers != Qt::NoModifier && modifiers != Qt::ShiftModifier))
        return {};
    // Shift changes what a number key types; the key itself is the same.
    static const QList<int> shifted{Qt::Key_Exclam,    Qt::Key_At,       Qt::Key_NumberSign,
                                    Qt::Key_Dollar,    Qt::Key_Percent,  Qt::Key_AsciiCircum,
                                    Qt::Key_Ampersand, Qt::Key_Asterisk, Qt::Key_ParenLeft};
    const auto place = static_cast<int>(shifted.indexOf(event.key()));
    if (auto count = handCount(place >= 0 ? Qt::Key_1 + place : event.key(), modifiers == Qt::ShiftModifier))
        return count;
    if (modifiers != Qt::NoModifier)
        return {};
    if (event.key() == Qt::Key_PageDown)
        return [this] { showPage(m_page + 1); };
    if (event.key() == Qt::Key_PageUp)
        return [this] { showPage(m_page - 1); };
    if (event.key() == Qt::Key_N)
        return [this] { setNotesShown(!m_notesShown); };
    return {};
}

void LessonPanel::keyPressEvent(QKeyEvent *event)
{
    if (const auto work = workOf(*event))
        work();
    else
        QWidget::keyPressEvent(event);
}

/// Whether it is the focus of the window, or of one that belongs to the lesson.
bool LessonPanel::isShownTo(const QObject *watched) const
{
    const auto *widget = qobject_cast<const QWidget *>(watched);
    return widget && widget == QApplication::focusWidget()
           && (widget->window() == window() || widget->window()->parentWidget() == this);
}

bool LessonPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == window() && event->type() == QEvent::Resize)
        fitWidth();
    // While it is presented the keys of a clicker are the lesson's, wherever the focus is: before shortcuts and views.
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (m_presenting && key && isShownTo(watched) && !qobject_cast<QLineEdit *>(watched)) {
        if (const auto work = workOf(*static_cast<QKeyEvent *>(event))) {
            if (event->type() == QEvent::KeyPress)
                work();
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gatescope
