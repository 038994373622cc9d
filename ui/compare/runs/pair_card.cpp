// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/runs/pair_card.h"

#include "ui/compare/runs/pair_cells.h"
#include "ui/compare/runs/pair_film.h"
#include "ui/look/plain_text.h"
#include "ui/look/theme.h"
#include "ui/widgets/heatmap/heatmap.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QStackedLayout>
#include <qcustomplot.h>

#include <algorithm>
#include <array>

namespace gatescope {

namespace {

struct PairQuantity {
    Quantity quantity;
    Matrix<float> LayerTrace<float>::*values;
};

constexpr std::array<PairQuantity, 4> kQuantities{{{Quantity::UpdateGate, &LayerTrace<float>::z},
                                                   {Quantity::ResetGate, &LayerTrace<float>::r},
                                                   {Quantity::HiddenState, &LayerTrace<float>::h},
                                                   {Quantity::Candidate, &LayerTrace<float>::n}}};

/// What the update gate's 1 means, by the formulation.
QString endWords(Quantity quantity, Formulation formulation)
{
    if (quantity != Quantity::UpdateGate)
        return {};
    return formulation == Formulation::ResetAfter ? PairCard::tr(" (1 keeps)") : PairCard::tr(" (1 takes the new)");
}

} // namespace

PairCard::PairCard(ComparedRuns &compared, LiveTraining &training, Selection &selection, QWidget *parent)
    : Card(tr("Two on one sequence"), parent), m_compared(compared), m_training(training), m_selection(selection),
      m_first(new QComboBox), m_second(new QComboBox), m_quantity(new QComboBox), m_pages(new QStackedLayout),
      m_heatmap(new Heatmap), m_cells(new PairCells), m_film(new PairFilm)
{
    header().setShortTitle(tr("Two runs"));
    m_first->setAccessibleName(tr("First run"));
    m_second->setAccessibleName(tr("Second run"));
    m_quantity->setAccessibleName(tr("What is shown of both"));
    for (const PairQuantity &entry : kQuantities)
        m_quantity->addItem(
            QStringLiteral("%1 %2").arg(quantityInfo(entry.quantity).letter, quantityInfo(entry.quantity).name()));
    m_quantity->addItem(tr("opened cell"));
    m_quantity->setToolTip(tr("A gate or state of both runs over the sequence, or the cell at the cursor opened."));
    for (QComboBox *choice : {m_first, m_second, m_quantity}) {
        choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        header().addTool(choice);
        connect(choice, &QComboBox::activated, this, &PairCard::touch);
    }
    for (const QComboBox *choice : {m_first, m_second}) {
        connect(choice, &QComboBox::activated, this, [this] { m_chosen = true; });
    }
    header().addExport(*this);
    m_heatmap->setColumns(1);
    m_heatmap->setAccessibleName(tr("Two runs on one sequence"));
    m_heatmap->setEmptyText(tr("Choose two runs on the shelf."));
    connect(m_heatmap, &Heatmap::pointed, this, [this](std::int64_t layer, std::int64_t step, std::int64_t unit) {
        m_selection.setCursor({m_selection.sequence(), layer, step, unit});
    });
    connect(&selection, &Selection::changed, this, [this, before = selection.cursor()](const Cursor &cursor) mutable {
        const bool other = cursor.sequence != before.sequence || cursor.layer != before.layer;
        before = cursor;
        other ? touch() : showMark();
    });
    connect(&compared, &ComparedRuns::changed, this, &PairCard::fillChoices);
    connect(&training, &LiveTraining::sessionReset, this, &PairCard::touch);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(8, 2, 8, 8);
    m_pages->addWidget(m_heatmap);
    m_pages->addWidget(m_cells);
    column->addLayout(m_pages, 1);
    column->addWidget(m_film);
    connect(m_film, &PairFilm::moved, this, &PairCard::touch);
    setContent(content);
    fillChoices();
}

void PairCard::fillChoices()
{
    const std::vector<ComparedRun> runs = m_compared.runs();
    for (QComboBox *choice : {m_first, m_second}) {
        const QVariant before = choice->currentData();
        choice->clear();
        for (const ComparedRun &run : runs) {
            choice->addItem(run.letter(), QVariant::fromValue(static_cast<qulonglong>(run.kept->id)));
            choice->setItemData(choice->count() - 1, run.label(), Qt::ToolTipRole);
        }
        choice->setCurrentIndex(std::max(before.isValid() ? choice->findData(before) : 0, runs.empty() ? -1 : 0));
        choice->setVisible(!runs.empty());
    }
    m_quantity->setVisible(!runs.empty());
    if (!m_chosen && runs.size() > 1) { // a run beside itself shows nothing
        m_first->setCurrentIndex(0);
        m_second->setCurrentIndex(1);
    }
    touch();
}

void PairCard::touch()
{
    if (isVisible()) {
        refresh();
        return;
    }
    m_walks.clear(); // of runs that may be gone
    m_stale = true;
}

void PairCard::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    if (m_stale)
        refresh();
}

bool PairCard::showsCells() const
{
    return m_quantity->currentIndex() == static_cast<int>(kQuantities.size());
}

std::vector<PairWalk> PairCard::walks() const
{
    std::vector<PairWalk> walks;
    for (const QComboBox *choice : {m_first, m_second}) {
        if (const auto run = m_compared.find(choice->currentData().toULongLong()))
            walks.push_back(walkOf(*run, m_training.data(), m_selection.sequence(),
                                   m_compared.shelf().films().find(run->kept->id), m_film->batch()));
    }
    return walks;
}

/// Both films go by batches; a run that is over before the other stands at its end.
void PairCard::showFilm()
{
    std::int64_t batches = 0;
    QStringList without;
    for (const QComboBox *choice : {m_first, m_second}) {
        const auto run = m_compared.find(choice->currentData().toULongLong());
        if (!run || !run->kept->run.state)
            continue;
        if (m_compared.shelf().films().find(run->kept->id).size() > 1)
            batches = std::max(batches, run->kept->run.state->progress.step);
        else if (!without.contains(run->letter()))
            without << run->letter();
    }
    m_film->setBatches(without.isEmpty() ? batches : 0,
                       without.isEmpty() ? QString()
                                         : tr("There is no film of %1: films are of runs that were trained here since "
                                              "the program began, while there is room.")
                                               .arg(without.join(tr(" and "))));
}

HeatmapPanel PairCard::panelOf(const PairWalk &walk) const
{
    const PairQuantity &entry = kQuantities[static_cast<std::size_t>(std::max(m_quantity->currentIndex(), 0))];
    const QuantityInfo &info = quantityInfo(entry.quantity);
    const auto layers = static_cast<std::int64_t>(walk.trace->layers.size());
    const std::int64_t layer = std::min(m_selection.layer(), layers - 1);
    HeatmapPanel panel;
    panel.quantity = entry.quantity;
    panel.layer = m_selection.layer();
    panel.title = tr("%1 %2 · %3 · layer %4%5")
                      .arg(info.letter, info.name(), walk.run.label())
                      .arg(layer + 1)
                      .arg(endWords(entry.quantity, walk.run.kept->run.settings.network.formulation));
    panel.shortTitle = QStringLiteral("%1 · %2").arg(info.letter, walk.run.letter());
    if (m_film->batch())
        panel.shortCaption = panel.caption = tr("batch %1").arg(groupedNumber(walk.step));
    panel.values = {walk.trace, &(walk.trace->layers[static_cast<std::size_t>(layer)].*entry.values)};
    panel.minimum = info.minimum;
    panel.maximum = info.maximum;
    return panel;
}

std::optional<HeatmapPanel> PairCard::difference(const HeatmapPanel &first, const HeatmapPanel &second,
                                                 QStringList &notes) const
{
    if (first.values->rows() != second.values->rows() || first.values->cols() != second.values->cols()) {
        notes << tr("the two have %1 and %2 units: no difference unit by unit")
                     .arg(first.values->rows())
                     .arg(second.values->rows());
        return std::nullopt;
    }
    HeatmapPanel difference;
    difference.quantity = Quantity::Gradient; // a signed map, neutral at 0
    difference.layer = m_selection.layer();
    difference.values = std::make_shared<const Matrix<float>>(*second.values - *first.values);
    const auto size = static_cast<double>(difference.values->cwiseAbs().maxCoeff());
    difference.title =
        tr("%1 of %2 − %3").arg(quantityInfo(first.quantity).letter, m_second->currentText(), m_first->currentText());
    difference.caption = tr("at most %1").arg(QString::number(size, 'f', 3));
    difference.maximum = std::max(size, 1e-6);
    difference.minimum = -difference.maximum;
    return difference;
}

void PairCard::showMaps(QStringList &notes)
{
    std::vector<HeatmapPanel> panels;
    for (const PairWalk &walk : m_walks) {
        if (walk.trace)
            panels.push_back(panelOf(walk));
    }
    if (panels.size() == 2 && m_first->currentIndex() != m_second->currentIndex()) {
        if (auto more = difference(panels[0], panels[1], notes))
            panels.push_back(std::move(*more));
    }
    m_heatmap->setStepAxis(panels.empty() ? QString() : tr("step in the window"));
    m_heatmap->setUnitAxis(panels.empty() ? QString() : tr("unit"));
    m_heatmap->setEmptyText(notes.isEmpty() ? tr("Choose two runs on the shelf.") : notes.join(QLatin1Char('\n')));
    m_heatmap->setPanels(std::move(panels));
}

void PairCard::refresh()
{
    m_stale = false;
    showFilm();
    m_walks = walks();
    QStringList notes;
    bool any = false;
    for (const PairWalk &walk : m_walks) {
        any = any || walk.trace;
        if (!walk.why.isEmpty() && !notes.contains(walk.why))
            notes << walk.why;
    }
    m_pages->setCurrentIndex(showsCells() ? 1 : 0);
    if (showsCells()) {
        m_cells->setEmptyText(any               ? QString()
                              : notes.isEmpty() ? tr("Choose two runs on the shelf.")
                                                : notes.join(QLatin1Char('\n')));
        m_cells->show(m_walks, m_selection.cursor());
    } else {
        showMaps(notes);
    }
    notes << tr("sequence %1").arg(m_selection.sequence());
    header().setCaption(notes.join(QStringLiteral(" · ")));
    showMark();
}

void PairCard::showMark()
{
    m_heatmap->setMark(m_selection.layer(), m_selection.step(), m_selection.unit());
    if (showsCells())
        m_cells->show(m_walks, m_selection.cursor());
}

const QWidget &PairCard::exportWidget() const
{
    return showsCells() ? static_cast<const QWidget &>(*m_cells) : *m_heatmap;
}

void PairCard::paintContent(QCPPainter &painter, const QSize &size)
{
    if (showsCells())
        m_cells->paintContent(painter, size);
    else
        m_heatmap->paint(painter, QRect({0, 0}, size));
}

QString PairCard::csv() const
{
    return showsCells() ? m_cells->csv() : m_heatmap->csv();
}

} // namespace gatescope
