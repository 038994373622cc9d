// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/runs/pair_card.h"

#include "ui/look/plain_text.h"
#include "ui/widgets/heatmap/heatmap.h"

#include <QBoxLayout>
#include <QComboBox>
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
      m_first(new QComboBox), m_second(new QComboBox), m_quantity(new QComboBox), m_heatmap(new Heatmap)
{
    header().setShortTitle(tr("Two runs"));
    m_first->setAccessibleName(tr("First run"));
    m_second->setAccessibleName(tr("Second run"));
    m_quantity->setAccessibleName(tr("What is shown of both"));
    for (const PairQuantity &entry : kQuantities)
        m_quantity->addItem(
            QStringLiteral("%1 %2").arg(quantityInfo(entry.quantity).letter, quantityInfo(entry.quantity).name));
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
    column->addWidget(m_heatmap);
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
    }
    if (!m_chosen && runs.size() > 1) { // a run beside itself shows nothing
        m_first->setCurrentIndex(0);
        m_second->setCurrentIndex(1);
    }
    touch();
}

void PairCard::touch()
{
    if (isVisible())
        refresh();
    else
        m_stale = true;
}

void PairCard::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    if (m_stale)
        refresh();
}

std::shared_ptr<const Trace<float>> PairCard::trace(const KeptRun &kept, QString &why) const
{
    const auto &open = m_training.data();
    const NetworkOptions &options = kept.run.settings.network;
    if (!open || !kept.run.state) {
        why = tr("no data is open");
        return nullptr;
    }
    if (open->train.inputs() != options.inputs || open->featureNames != kept.preparation->featureNames) {
        why = tr("%1 reads other columns than the open data has").arg(plainText(kept.label(), 40));
        return nullptr;
    }
    const auto sequence = static_cast<Index>(m_selection.sequence());
    const Index train = open->train.size(), validation = open->validation.size();
    const SequenceSet<float> &set = sequence < train                ? open->train
                                    : sequence < train + validation ? open->validation
                                                                    : open->test;
    const Index at = sequence < train                ? sequence
                     : sequence < train + validation ? sequence - train
                                                     : sequence - train - validation;
    if (at >= set.size()) {
        why = tr("there is no such sequence");
        return nullptr;
    }
    Network<float> network(options, 1);
    std::ranges::copy(kept.run.state->parameters, network.parameters().begin());
    return std::make_shared<const Trace<float>>(
        traceSequence(network, set.input(at), Vector<float>(), kept.run.settings.training));
}

void PairCard::refresh()
{
    m_stale = false;
    const PairQuantity &entry = kQuantities[static_cast<std::size_t>(std::max(m_quantity->currentIndex(), 0))];
    const QuantityInfo &info = quantityInfo(entry.quantity);
    std::vector<HeatmapPanel> panels;
    QStringList notes;
    std::vector<std::shared_ptr<const Matrix<float>>> values;
    for (const QComboBox *choice : {m_first, m_second}) {
        const auto run = m_compared.find(choice->currentData().toULongLong());
        QString why;
        const auto walk = run ? trace(*run->kept, why) : nullptr;
        if (!why.isEmpty())
            notes << why;
        if (!walk)
            continue;
        const auto layers = static_cast<std::int64_t>(walk->layers.size());
        const std::int64_t layer = std::min(m_selection.layer(), layers - 1);
        HeatmapPanel panel;
        panel.quantity = entry.quantity;
        panel.layer = m_selection.layer();
        panel.title = tr("%1 %2 · %3 · layer %4%5")
                          .arg(info.letter, info.name, run->label())
                          .arg(layer + 1)
                          .arg(endWords(entry.quantity, run->kept->run.settings.network.formulation));
        panel.values = {walk, &(walk->layers[static_cast<std::size_t>(layer)].*entry.values)};
        panel.minimum = info.minimum;
        panel.maximum = info.maximum;
        values.push_back(panel.values);
        panels.push_back(std::move(panel));
    }
    if (values.size() == 2 && m_first->currentIndex() != m_second->currentIndex()) {
        if (values[0]->rows() == values[1]->rows() && values[0]->cols() == values[1]->cols()) {
            HeatmapPanel difference;
            difference.quantity = Quantity::Gradient; // a signed map, neutral at 0
            difference.layer = m_selection.layer();
            difference.values = std::make_shared<const Matrix<float>>(*values[1] - *values[0]);
            const auto size = static_cast<double>(difference.values->cwiseAbs().maxCoeff());
            difference.title = tr("%1 of %2 − %3").arg(info.letter, m_second->currentText(), m_first->currentText());
            difference.caption = tr("at most %1").arg(QString::number(size, 'f', 3));
            difference.maximum = std::max(size, 1e-6);
            difference.minimum = -difference.maximum;
            panels.push_back(std::move(difference));
        } else {
            notes << tr("the two have %1 and %2 units: no difference unit by unit")
                         .arg(values[0]->rows())
                         .arg(values[1]->rows());
        }
    }
    m_heatmap->setStepAxis(panels.empty() ? QString() : tr("step in the window"));
    m_heatmap->setUnitAxis(panels.empty() ? QString() : tr("unit"));
    m_heatmap->setEmptyText(notes.isEmpty() ? tr("Choose two runs on the shelf.") : notes.join(QLatin1Char('\n')));
    m_heatmap->setPanels(std::move(panels));
    notes << tr("sequence %1").arg(m_selection.sequence());
    header().setCaption(notes.join(QStringLiteral(" · ")));
    showMark();
}

void PairCard::showMark()
{
    m_heatmap->setMark(m_selection.layer(), m_selection.step(), m_selection.unit());
}

const QWidget &PairCard::exportWidget() const
{
    return *m_heatmap;
}

void PairCard::paintContent(QCPPainter &painter, const QSize &size)
{
    m_heatmap->paint(painter, QRect({0, 0}, size));
}

QString PairCard::csv() const
{
    return m_heatmap->csv();
}

} // namespace gatescope
