// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/automaton/automaton_panel.h"

#include "ui/inspect/automaton/automaton_view.h"
#include "ui/look/core_words.h"
#include "ui/widgets/form/quiet_label.h"
#include "ui/widgets/form/table_style.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QTreeWidget>

namespace gatescope {

AutomatonPanel::AutomatonPanel(Inspection &inspection, QWidget *parent)
    : QWidget(parent), m_inspection(inspection), m_view(new AutomatonView(inspection, this)),
      m_sentence(new QuietLabel({}, this)), m_list(new QTreeWidget(this))
{
    setProperty("help", QStringLiteral("automaton"));
    m_sentence->setObjectName(QStringLiteral("automaton-sentence"));
    m_sentence->setContentsMargins(12, 0, 12, 0);
    m_view->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_view->setMinimumHeight(190); // the page scrolls where it has no room
    m_list->setObjectName(QStringLiteral("automaton-disagreements"));
    m_list->setAccessibleName(tr("Sequences in which automaton and network part"));
    m_list->setToolTip(tr("Choose a line to go to the step at which the automaton first answers another thing."));
    m_list->setHeaderLabels({tr("sequence"), tr("step"), tr("automaton"), tr("network")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->setMaximumHeight(4 * (m_list->fontMetrics().height() + 4));
    styleTree(*m_list);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 4);
    rows->setSpacing(4);
    rows->addWidget(m_view, 1);
    rows->addWidget(m_sentence);
    auto *indented = new QHBoxLayout;
    indented->setContentsMargins(12, 0, 12, 0);
    indented->addWidget(m_list);
    rows->addLayout(indented);
    connect(&inspection, &Inspection::runChanged, this, &AutomatonPanel::follow);
    connect(&m_job, &AutomatonJob::ended, this, &AutomatonPanel::take);
    connect(&m_job, &AutomatonJob::progress, this, [this](double fraction) {
        if (!m_shown)
            m_view->show(nullptr, tr("Reading an automaton: %1 %.").arg(qRound(100.0 * fraction)));
    });
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        if (item)
            goTo(m_list->indexOfTopLevelItem(item));
    });
    clear({});
}

void AutomatonPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    follow();
}

void AutomatonPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_job.stop();
    m_key = {};
}

void AutomatonPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        styleTree(*m_list);
    QWidget::changeEvent(event);
}

void AutomatonPanel::clear(const QString &words)
{
    m_shown.reset();
    m_view->show(nullptr, words);
    m_sentence->hide();
    m_list->hide();
}

void AutomatonPanel::follow()
{
    if (!isVisible())
        return;
    if (!m_inspection.hasRun()) {
        m_job.stop();
        m_key = {};
        clear(m_inspection.why());
        return;
    }
    const std::span<const float> parameters = m_inspection.parameters();
    const double which[] = {static_cast<double>(m_inspection.generation())};
    const ResultKey key = ResultKey().with(parameters).with(std::span<const double>(which));
    if (const auto *known = m_kept.find(key)) {
        m_job.stop();
        m_ofMoment = m_inspection.moment().placeInTraining();
        if (m_shown != *known)
            show(*known);
        m_sentence->setText(coreSentence((*known)->sentence()));
        return;
    }
    // A training that runs has the processor: what was read stays, and says of when it is, until it rests.
    const bool runs = m_inspection.document().training().isTraining() && !m_inspection.moment().earlier();
    if (runs && (m_job.isRunning() || m_shown)) {
        if (m_shown)
            m_sentence->setText(tr("%1: %2").arg(m_ofMoment, coreSentence(m_shown->sentence())));
        return;
    }
    if (key == m_key && (m_job.isRunning() || !m_view->emptyText().isEmpty()))
        return; // it is on its way, or it is known why there is none
    m_key = key;
    m_ofMoment = m_inspection.moment().placeInTraining();
    clear(tr("Reading an automaton …"));
    m_job.start(m_inspection.settings().network, {parameters.begin(), parameters.end()}, m_inspection.sharedData(),
                m_inspection.settings().training.lossAt == LossAt::Every);
}

void AutomatonPanel::take(const ExtractedAutomaton &found, const QString &problem)
{
    if (!problem.isEmpty()) {
        clear(problem);
        return;
    }
    const auto kept = std::make_shared<const ExtractedAutomaton>(found);
    m_kept.keep(m_key, kept);
    show(kept);
    follow(); // the weights may have gone on
}

void AutomatonPanel::show(std::shared_ptr<const ExtractedAutomaton> found)
{
    m_shown = std::move(found);
    m_view->show(m_shown, m_shown->automaton.states.empty() ? coreSentence(m_shown->sentence()) : QString());
    m_sentence->setText(coreSentence(m_shown->sentence()));
    m_sentence->setVisible(!m_shown->automaton.states.empty());
    m_list->clear();
    const auto answer = [&](int place) {
        return place < 0 ? tr("no move known") : shown(m_shown->symbols.answers[static_cast<std::size_t>(place)]);
    };
    for (const Disagreement &each : m_shown->agreement.disagreements)
        new QTreeWidgetItem(m_list, {QString::number(each.sequence), QString::number(each.step), answer(each.said),
                                     answer(each.network)});
    m_list->setVisible(!m_shown->agreement.disagreements.empty());
}

void AutomatonPanel::goTo(int row)
{
    if (!m_shown || row < 0 || row >= std::ssize(m_shown->agreement.disagreements) || !m_inspection.hasRun())
        return;
    const Disagreement &each = m_shown->agreement.disagreements[static_cast<std::size_t>(row)];
    const Cursor cursor = m_inspection.cursor();
    m_inspection.selection().setCursor(
        {sequenceAt(m_inspection.data(), {DataPart::Validation, each.sequence}), cursor.layer, each.step, cursor.unit});
}

} // namespace gatescope
