// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/inspect_workspace.h"

#include "ui/document/moment/moment_bar.h"
#include "ui/document/shared/actions.h"
#include "ui/inspect/aside/aside_card.h"
#include "ui/inspect/backward/path_chart.h"
#include "ui/inspect/cell/cell_card.h"
#include "ui/inspect/cell/pin_bar.h"
#include "ui/inspect/shown/held_places.h"
#include "ui/inspect/shown/inspect_view.h"
#include "ui/inspect/stack/stack_view.h"
#include "ui/inspect/timeline/timeline_card.h"
#include "ui/inspect/timeline/timeline_view.h"
#include "ui/look/theme.h"
#include "ui/widgets/controls/choice_bar.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QScrollArea>
#include <QSettings>
#include <QSplitter>

namespace gatescope {

namespace {

constexpr int kWideFrom = 150; ///< characters: as wide as stack and cell need beside each other

} // namespace

InspectWorkspace::InspectWorkspace(Document &document, ShownMoment &moment, Selection &selection, QWidget *parent)
    : Workspace({QStringLiteral("inspect"), tr("Inspect"), QStringLiteral("inspect"),
                 tr("Step through a sequence and see every number.")},
                parent),
      m_inspection(new Inspection(document, moment, selection, this)),
      m_timeline(new TimelineCard(*m_inspection, this)), m_stack(new StackView(*m_inspection)),
      m_stackCard(new Card(tr("The stack, unrolled"), this)), m_cell(new CellCard(*m_inspection, this)),
      m_aside(new AsideCard(*m_inspection, this)), m_zones(new ChoiceBar(tr("Shown"), this)),
      m_rows(new QSplitter(Qt::Vertical, this)), m_columns(new QSplitter(Qt::Horizontal, this)),
      m_left(new QSplitter(Qt::Vertical, this))
{
    m_stackCard->setContent(m_stack);
    m_stackCard->header().setCaption(tr("arrows carry their shapes"));
    m_stackCard->header().addExport(*m_stack);
    m_zones->addChoice(tr("Cell"), tr("Shows the opened cell."));
    m_zones->addChoice(tr("Stack"), tr("Shows the unrolled stack (S)."));
    m_zones->addChoice(
        tr("Questions"),
        tr("Shows what-ifs, portrait, memory, gate health, pattern search and conventions (Q goes from one to "
           "the next)."));
    m_left->addWidget(m_stackCard);
    m_left->addWidget(m_aside);
    m_left->setChildrenCollapsible(false);
    m_columns->addWidget(m_left);
    m_columns->addWidget(m_cell);
    m_columns->setChildrenCollapsible(false);
    auto *lower = new QWidget(this);
    auto *column = new QVBoxLayout(lower);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_zones, 0, Qt::AlignLeft);
    column->addWidget(m_columns, 1);
    m_rows->addWidget(m_timeline);
    m_rows->addWidget(lower);
    m_rows->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 10);
    layout->addWidget(m_rows);
    for (QSplitter *splitter : {m_rows, m_columns, m_left})
        splitter->setHandleWidth(10);
    resetLayout();
    connect(m_stack, &StackView::pointed, this,
            [this](qint64 layer, qint64 step) { m_inspection->moveTo(layer, step, m_inspection->cursor().unit); });
    m_timeline->moments().bindKeys(*this);
    connect(m_zones, &ChoiceBar::chosen, this, &InspectWorkspace::arrange);
    // A scroll area would take the keys that move the cursor.
    for (QScrollArea *area : findChildren<QScrollArea *>())
        area->installEventFilter(this);
}

InspectWorkspace::~InspectWorkspace() = default;

std::vector<ViewExport *> InspectWorkspace::exports()
{
    std::vector<ViewExport *> views{&m_timeline->view(), m_stack, &m_cell->view()};
    if (m_cell->paths().isVisible())
        views.push_back(&m_cell->paths());
    for (ViewExport *view : m_aside->exports())
        views.push_back(view);
    return views;
}

void InspectWorkspace::bindActions(Actions &actions)
{
    m_places = &actions;
    const auto choice = [&actions](const char *id, ChoiceBar &bar, const QStringList &words, auto show) {
        actions.bind(QString::fromLatin1(id), {[&bar, words, show](const QString &word) {
                                                   bar.setCurrent(std::max(0, static_cast<int>(words.indexOf(word))));
                                                   show();
                                               },
                                               [&bar, words] { return words.value(bar.current()); }});
    };
    const auto zone = [this](int index) { return [this, index] { m_zones->setCurrent(index); }; };
    // In the order of the aside's pages, the cell's directions and its grains.
    choice("inspect.aside", m_aside->pages(),
           {QStringLiteral("what-if"), QStringLiteral("lag"), QStringLiteral("portrait"), QStringLiteral("memory"),
            QStringLiteral("health"), QStringLiteral("search"), QStringLiteral("lens"), QStringLiteral("automaton"),
            QStringLiteral("letters")},
           zone(2));
    if (auto *memory = m_aside->findChild<ChoiceBar *>(QStringLiteral("memory-by")))
        choice("inspect.memory", *memory, {QStringLiteral("unit"), QStringLiteral("lag")}, zone(2));
    choice("inspect.cell", m_cell->direction(), {QStringLiteral("forward"), QStringLiteral("backward")}, zone(0));
    choice("inspect.grain", m_cell->grain(),
           {QStringLiteral("layer"), QStringLiteral("unit"), QStringLiteral("products")}, zone(0));
    if (auto *coloring = m_aside->findChild<ChoiceBar *>(QStringLiteral("letters-coloring")))
        choice("inspect.letters", *coloring,
               {QStringLiteral("h"), QStringLiteral("r"), QStringLiteral("z"), QStringLiteral("n"),
                QStringLiteral("loss")},
               zone(2));
    if (auto *points = m_aside->findChild<QComboBox *>(QStringLiteral("fixed-points"))) {
        const QStringList inputs{QStringLiteral("off"), QStringLiteral("zero"), QStringLiteral("mean"),
                                 QStringLiteral("cursor")};
        actions.bind(QStringLiteral("inspect.fixed-points"),
                     {[points, inputs](const QString &word) {
                          points->setCurrentIndex(std::max(0, static_cast<int>(inputs.indexOf(word))));
                      },
                      [points, inputs] { return inputs.value(points->currentIndex()); }});
    }
    bindHeldGates(actions, *m_inspection);
}

void InspectWorkspace::arrange()
{
    const int line = QFontMetrics(themeFont(TextRole::Body)).averageCharWidth();
    const bool narrow = width() < line * kWideFrom;
    m_zones->setVisible(narrow);
    m_cell->setVisible(!narrow || m_zones->current() == 0);
    m_stackCard->setVisible(!narrow || m_zones->current() == 1);
    m_aside->setVisible(!narrow || m_zones->current() == 2);
    m_left->setVisible(!narrow || m_zones->current() != 0);
}

bool InspectWorkspace::moveByKey(int key)
{
    const Cursor cursor = m_inspection->cursor();
    switch (key) {
    case Qt::Key_Left:
        m_inspection->moveBy(0, -1, 0);
        return true;
    case Qt::Key_Right:
        m_inspection->moveBy(0, 1, 0);
        return true;
    case Qt::Key_Up:
        m_inspection->moveBy(0, 0, -1);
        return true;
    case Qt::Key_Down:
        m_inspection->moveBy(0, 0, 1);
        return true;
    case Qt::Key_PageUp:
        m_inspection->moveBy(1, 0, 0);
        return true;
    case Qt::Key_PageDown:
        m_inspection->moveBy(-1, 0, 0);
        return true;
    case Qt::Key_Home:
        m_inspection->moveTo(cursor.layer, 0, cursor.unit);
        return true;
    case Qt::Key_End:
        m_inspection->moveTo(cursor.layer, m_inspection->run().steps() - 1, cursor.unit);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_timeline->setPlaying(!m_timeline->isPlaying());
        return true;
    default:
        return false;
    }
}

bool InspectWorkspace::chooseByKey(int key, Qt::KeyboardModifiers modifiers)
{
    const bool shift = modifiers & Qt::ShiftModifier;
    switch (key) {
    case Qt::Key_1:
    case Qt::Key_2:
    case Qt::Key_3:
        m_zones->setCurrent(0);
        m_cell->grain().setCurrent(key - Qt::Key_1);
        return true;
    case Qt::Key_D:
        m_zones->setCurrent(0);
        m_cell->direction().setCurrent(1 - m_cell->direction().current());
        return true;
    case Qt::Key_S:
        m_zones->setCurrent(1);
        m_stack->setFocus(Qt::ShortcutFocusReason);
        return true;
    case Qt::Key_Q:
        m_zones->setCurrent(2);
        m_aside->pages().step(shift ? -1 : 1);
        return true;
    case Qt::Key_K:
        if (shift)
            m_cell->pins().clear();
        return shift;
    default:
        return false;
    }
}

void InspectWorkspace::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool plain = modifiers == Qt::NoModifier;
    if (m_inspection->hasRun()
        && ((plain && moveByKey(event->key()))
            || ((plain || modifiers == Qt::ShiftModifier) && chooseByKey(event->key(), modifiers))))
        event->accept();
    else
        Workspace::keyPressEvent(event);
}

bool InspectWorkspace::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return Workspace::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    keyPressEvent(key);
    return key->isAccepted();
}

void InspectWorkspace::showEvent(QShowEvent *event)
{
    arrange();
    m_inspection->setActive(true);
    Workspace::showEvent(event);
    if (!focusWidget())
        m_timeline->view().setFocus();
}

void InspectWorkspace::hideEvent(QHideEvent *event)
{
    m_inspection->setActive(false);
    Workspace::hideEvent(event);
}

void InspectWorkspace::resizeEvent(QResizeEvent *event)
{
    Workspace::resizeEvent(event);
    arrange();
}

void InspectWorkspace::saveLayout(QSettings &settings) const
{
    settings.setValue(QStringLiteral("inspect/rows"), m_rows->saveState());
    settings.setValue(QStringLiteral("inspect/columns"), m_columns->saveState());
    settings.setValue(QStringLiteral("inspect/left"), m_left->saveState());
    settings.setValue(QStringLiteral("inspect/question"), m_aside->pages().current());
    settings.setValue(QStringLiteral("inspect/grain"), m_cell->grain().current());
}

void InspectWorkspace::restoreLayout(const QSettings &settings)
{
    m_rows->restoreState(settings.value(QStringLiteral("inspect/rows")).toByteArray());
    m_columns->restoreState(settings.value(QStringLiteral("inspect/columns")).toByteArray());
    m_left->restoreState(settings.value(QStringLiteral("inspect/left")).toByteArray());
    m_aside->pages().setCurrent(settings.value(QStringLiteral("inspect/question"), 0).toInt());
    m_cell->grain().setCurrent(settings.value(QStringLiteral("inspect/grain"), 1).toInt());
}

void InspectWorkspace::resetLayout()
{
    m_rows->setStretchFactor(0, 1);
    m_rows->setStretchFactor(1, 4);
    m_rows->setSizes({160, 560});
    m_columns->setStretchFactor(0, 2);
    m_columns->setStretchFactor(1, 3);
    m_columns->setSizes({420, 640});
    m_left->setStretchFactor(0, 1);
    m_left->setStretchFactor(1, 1);
    m_left->setSizes({300, 300});
    m_cell->grain().setCurrent(1);
}

} // namespace gatescope
