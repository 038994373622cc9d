// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/aside/aside_card.h"

#include "core/inspect/cell/backward_sentences.h"
#include "core/inspect/gradient/lag_profile.h"
#include "ui/inspect/aside/memory_page.h"
#include "ui/inspect/automaton/automaton_panel.h"
#include "ui/inspect/automaton/automaton_view.h"
#include "ui/inspect/backward/lag_view.h"
#include "ui/inspect/backward/twin_runner.h"
#include "ui/inspect/drawn/view_pane.h"
#include "ui/inspect/lens/lens_view.h"
#include "ui/inspect/question/what_if_panel.h"
#include "ui/inspect/search/pattern_panel.h"
#include "ui/inspect/text/letters_view.h"
#include "ui/inspect/units/fixed_points_bar.h"
#include "ui/inspect/units/health_view.h"
#include "ui/inspect/units/portrait_view.h"
#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"
#include "ui/widgets/controls/choice_bar.h"
#include "ui/widgets/form/quiet_label.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>

namespace gatescope {

namespace {

constexpr int kPortraitHeight = 170;

} // namespace

AsideCard::AsideCard(Inspection &inspection, QWidget *parent)
    : Card(tr("What if"), parent), m_inspection(inspection), m_choice(new ChoiceBar(tr("Question"), this)),
      m_stack(new QStackedWidget(this)), m_whatIf(new WhatIfPanel(inspection)),
      m_patterns(new PatternPanel(inspection)), m_lens(new LensView(inspection)),
      m_export([this]() -> ViewExport & { return *m_pages[static_cast<std::size_t>(m_stack->currentIndex())].view; })
{
    header().addExport(m_export);
    auto *body = new QWidget(this);
    auto *rows = new QVBoxLayout(body);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    auto *choice = new QHBoxLayout;
    choice->setContentsMargins(10, 0, 10, 0);
    choice->addWidget(m_choice, 1);
    rows->addLayout(choice);
    rows->addWidget(m_stack, 1);
    addPage(tr("What if"), tr("Holds a gate, silences a unit or sets a value: output and loss answer at once."),
            scrolling(m_whatIf), m_whatIf, tr("What if"));
    auto *lag = new LagView(inspection);
    addPage(tr("Lag"), tr("How much of the gradient is left so many steps back."), lagPage(lag), lag,
            tr("Gradient by lag"));
    auto *portrait = new PortraitView(inspection);
    addPage(tr("Portrait"), tr("The hidden states along their two principal components."), portraitPage(portrait),
            portrait, tr("Phase portrait"));
    auto *memory = new MemoryPage(inspection);
    addPage(tr("Memory"), tr("How long each unit carries what it holds, and what can really be read from the states."),
            scrolling(memory), &memory->view(), memory->view().exportTitle());
    const std::size_t memoryIndex = m_pages.size() - 1;
    connect(memory, &MemoryPage::viewChanged, this, [this, memory, memoryIndex] {
        m_pages[memoryIndex] = {memory->view().exportTitle(), &memory->view()};
        showPage();
    });
    auto *health = new HealthView(inspection);
    addPage(tr("Gates"), tr("Saturated gates, dead units and twins."), health, health, tr("Gate health"));
    addPage(tr("Search"), tr("Finds where in the data the same units are on."), scrolling(m_patterns), m_patterns,
            tr("Pattern search"));
    addPage(tr("Lens"), tr("The same weights as PyTorch, Keras, ONNX and the textbook write them."), lensPage(), m_lens,
            tr("Convention lens"));
    auto *automaton = new AutomatonPanel(inspection);
    addPage(tr("Automaton"), tr("The few states that the network moves between, where its inputs are few symbols."),
            scrolling(automaton), &automaton->view(), tr("Automaton"));
    auto *letters = new LettersView(inspection);
    m_lettersChoice = addPage(tr("Letters"), tr("The text coloured by a unit, and what the network thinks comes next."),
                              lettersPage(letters), letters, tr("Letters"));
    setContent(body);
    connect(&inspection, &Inspection::runChanged, this, &AsideCard::showLettersChoice);
    showLettersChoice();
    connect(m_choice, &ChoiceBar::chosen, this, &AsideCard::showPage);
    connect(&inspection, &Inspection::runChanged, this, &AsideCard::updateCaption);
    connect(&inspection, &Inspection::cursorMoved, this, &AsideCard::updateCaption);
    showPage();
}

AsideCard::~AsideCard() = default;

QToolButton *AsideCard::addPage(const QString &name, const QString &tip, QWidget *page, ViewExport *view,
                                const QString &title)
{
    QToolButton *choice = m_choice->addChoice(name, tip);
    m_stack->addWidget(page);
    m_pages.push_back({title, view});
    return choice;
}

QWidget *AsideCard::scrolling(QWidget *page)
{
    auto *pane = new ViewPane(page, this);
    pane->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return pane;
}

QWidget *AsideCard::lagPage(LagView *view)
{
    auto *page = new QWidget(this);
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 0, 0, 4);
    auto *twin = new TwinRunner(m_inspection, page);
    auto *compare = new QCheckBox(tr("beside a plain tanh network"), page);
    compare->setToolTip(tr("Trains a plain tanh network of the same size on the same batches beside it, on a thread of "
                           "its own, and draws its gradient too."));
    compare->setObjectName(QStringLiteral("compareWithTwin"));
    auto *status = new QLabel(page);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 0);
    row->addWidget(compare);
    row->addWidget(status, 1);
    auto *words = new QuietLabel({}, page);
    words->setObjectName(QStringLiteral("lag-words"));
    words->setContentsMargins(12, 0, 12, 0);
    rows->addWidget(view, 1);
    rows->addWidget(words);
    rows->addLayout(row);
    connect(&m_inspection, &Inspection::runChanged, words, [this, words] {
        const bool told = m_inspection.hasRun() && m_inspection.run().loss;
        words->setText(told ? withWholePercents(coreSentence(
                           lagSentence(lagProfile(m_inspection.run().layers.back().gradientNorm).relative)))
                            : QString());
    });
    connect(compare, &QCheckBox::toggled, twin, &TwinRunner::setRunning);
    connect(twin, &TwinRunner::changed, view, [view, twin, status] {
        view->setTwin(twin->isRunning() ? twin : nullptr);
        status->setWordWrap(!twin->problem().isEmpty());
        status->setText(!twin->isRunning()           ? QString()
                        : !twin->problem().isEmpty() ? twin->problem()
                                                     : tr("twin: batches learnt: %1").arg(twin->stepsTrained()));
    });
    return page;
}

QWidget *AsideCard::portraitPage(PortraitView *view)
{
    auto *page = new QWidget(this);
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 0, 0, 4);
    rows->addWidget(view, 1);
    auto *coloring = new ChoiceBar(tr("Coloured by"), page);
    coloring->addChoice(tr("by time"), tr("Colours the points by their step."));
    coloring->addChoice(tr("by target"), tr("Colours the points by the target's value at their step, or its class."));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 0);
    row->addWidget(new QLabel(tr("coloured"), page));
    row->addWidget(coloring, 1);
    auto *hold = new QCheckBox(tr("hold the plane"), page);
    hold->setObjectName(QStringLiteral("portrait-hold"));
    hold->setToolTip(tr("Keeps this plane and its scale, so that states are seen to move while the film runs or the "
                        "training goes on."));
    row->addWidget(hold);
    connect(hold, &QCheckBox::toggled, view, &PortraitView::hold);
    rows->addLayout(row);
    rows->addWidget(new FixedPointsBar(m_inspection, *view, page));
    connect(coloring, &ChoiceBar::chosen, view,
            [view](int index) { view->setColoring(static_cast<PortraitColoring>(index)); });
    view->setMinimumHeight(kPortraitHeight);
    view->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // as low as that where it has to be
    return scrolling(page); // with the list of points it is higher than a small screen
}

QWidget *AsideCard::lensPage()
{
    auto *page = new QWidget(this);
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 0, 0, 0);
    auto *conventions = new ChoiceBar(tr("Convention"), page);
    conventions->addChoice(tr("PyTorch"), tr("As torch.nn.GRU holds them."));
    conventions->addChoice(tr("Keras"), tr("As keras.layers.GRU holds them."));
    conventions->addChoice(tr("ONNX"), tr("As the ONNX operator GRU holds them."));
    conventions->addChoice(tr("Textbook"), tr("As Chung et al. (2014) write them: there z takes the new."));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(10, 2, 10, 2);
    row->addWidget(conventions, 1);
    rows->addLayout(row);
    rows->addWidget(scrolling(m_lens), 1);
    connect(conventions, &ChoiceBar::chosen, m_lens,
            [this](int index) { m_lens->setConvention(static_cast<Convention>(index)); });
    return page;
}

QWidget *AsideCard::lettersPage(LettersView *view)
{
    static constexpr Quantity kColorings[] = {Quantity::HiddenState, Quantity::ResetGate, Quantity::UpdateGate,
                                              Quantity::Candidate, Quantity::TrainingLoss};
    auto *page = new QWidget(this);
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 0, 0, 4);
    auto *coloring = new ChoiceBar(tr("Coloured by"), page);
    coloring->setObjectName(QStringLiteral("letters-coloring"));
    for (const Quantity quantity : kColorings) {
        const QuantityInfo &info = quantityInfo(quantity);
        coloring->addChoice(quantity == Quantity::TrainingLoss ? tr("loss") : info.letter,
                            tr("Colours the letters by the %1.").arg(info.name()));
    }
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 0);
    row->addWidget(new QLabel(tr("coloured by"), page));
    row->addWidget(coloring, 1);
    rows->addLayout(row);
    rows->addWidget(view, 1);
    connect(coloring, &ChoiceBar::chosen, view, [view](int index) { view->setColoring(kColorings[index]); });
    return page;
}

void AsideCard::showLettersChoice()
{
    const bool text = m_inspection.hasRun() && m_inspection.data().text;
    m_lettersChoice->setVisible(text);
    if (!text && m_stack->currentIndex() == m_stack->count() - 1 && m_inspection.hasRun()) {
        m_choice->setCurrent(0);
        showPage();
    }
}

void AsideCard::showPage()
{
    const int index = m_choice->current();
    m_stack->setCurrentIndex(index);
    const Page &page = m_pages[static_cast<std::size_t>(index)];
    header().setTitle(page.title);
    setAccessibleName(page.title);
    updateCaption();
}

void AsideCard::updateCaption()
{
    if (!m_inspection.hasRun()) {
        header().setCaption({});
        return;
    }
    const bool sentence = m_choice->current() == 0 || m_choice->current() == 1;
    header().setCaption(sentence ? m_inspection.caption()
                                 : tr("layer %1 · %2").arg(m_inspection.cursor().layer + 1).arg(m_inspection.caption()),
                        m_inspection.moment().mark());
}

std::vector<ViewExport *> AsideCard::exports() const
{
    return {m_pages[static_cast<std::size_t>(m_stack->currentIndex())].view};
}

} // namespace gatescope
