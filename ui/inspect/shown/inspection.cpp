// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/shown/inspection.h"

#include "core/train/optimisation/loss.h"

#include <QPointer>
#include <QUndoCommand>

#include <algorithm>

namespace gatescope {

/// One change of the what-if questions.
class EditsCommand : public QUndoCommand {
public:
    EditsCommand(Inspection &inspection, WhatIf edits, const QString &text)
        : QUndoCommand(text), m_inspection(&inspection), m_before(inspection.edits()), m_after(std::move(edits))
    {
    }

    void redo() override
    {
        if (m_inspection)
            m_inspection->applyEdits(m_after);
    }
    /// Turns of the same knob are one change.
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *later = dynamic_cast<const EditsCommand *>(other);
        if (!later || later->text() != text())
            return false;
        m_after = later->m_after;
        return true;
    }
    void undo() override
    {
        if (m_inspection)
            m_inspection->applyEdits(m_before);
    }

private:
    QPointer<Inspection> m_inspection; ///< the stack outlives the workspace when the program ends
    WhatIf m_before, m_after;
};

Inspection::Inspection(Document &document, ShownMoment &moment, Selection &selection, QObject *parent)
    : QObject(parent), m_moment(moment), m_document(document), m_selection(selection)
{
    connect(&moment.training(), &LiveTraining::snapshotChanged, this, &Inspection::followTraining);
    connect(&moment, &ShownMoment::changed, this, &Inspection::refresh);
    connect(&m_document, &Document::dataChanged, this, &Inspection::refresh);
    connect(&moment.training(), &LiveTraining::sessionReset, this, &Inspection::dropUnfitEdits);
    connect(&m_document, &Document::tableChanged, this, &Inspection::dropForeignEdits);
    connect(&selection, &Selection::changed, this, &Inspection::moveCursor);
}

Inspection::~Inspection() = default;

void Inspection::setActive(bool active)
{
    m_active = active;
    if (active && m_stale)
        refresh();
}

void Inspection::forget(const QString &why)
{
    m_why = why;
    m_run.reset();
    m_answer.reset();
    Q_EMIT runChanged();
}

void Inspection::followTraining()
{
    // An earlier moment stands still while the training goes on.
    if (!m_moment.earlier() || !hasRun())
        refresh();
}

void Inspection::refresh()
{
    m_stale = !m_active;
    if (m_stale)
        return;
    closeCells();
    m_attribution.reset();
    m_ghostAttribution.reset();
    m_snapshot = m_moment.snapshot();
    m_data = m_document.data();
    if (!m_data || !m_snapshot) {
        forget(m_document.dataProblem().isEmpty()
                   ? tr("Open a CSV or choose a data set in Data: then every number of the network can be seen here.")
                   : m_document.dataProblem());
        return;
    }
    try {
        compute();
    } catch (const Error &error) {
        forget(shown(error.what()));
        return;
    }
    m_why.clear();
    Q_EMIT runChanged();
}

void Inspection::compute()
{
    const NetworkOptions &options = m_snapshot->settings.network;
    m_sequence = m_selection.sequence();
    m_place = placeOf(*m_data, m_sequence);
    m_answer.reset();
    const SequenceSet<float> &set = m_data->part(m_place.part);
    const Matrix<float> targets = set.targets(m_place.index, lossStepsOf(m_snapshot->settings.training, set));
    const bool traced = m_snapshot->trace && m_snapshot->probe == m_sequence && m_place.part != DataPart::Test;
    if (!m_edits.empty() && m_edits.validate(options, set.steps()).empty()) {
        m_answer = runWhatIf<float>(options, parameters(), m_snapshot->settings.training, set.input(m_place.index),
                                    targets, m_edits);
        m_run = std::shared_ptr<const Trace<float>>(std::shared_ptr<void>(), &m_answer->edited);
    } else if (traced) {
        m_run = m_snapshot->trace;
    } else {
        if (!m_network || !(m_network->options() == options))
            m_network.emplace(options);
        std::ranges::copy(parameters(), m_network->parameters().begin());
        m_run = std::make_shared<const Trace<float>>(
            traceSequence<float>(*m_network, set.input(m_place.index), targets, m_snapshot->settings.training));
    }
}

Cursor Inspection::cursor() const
{
    const auto within = [](std::int64_t value, Index count) { return std::clamp<std::int64_t>(value, 0, count - 1); };
    return {m_selection.sequence(), within(m_selection.layer(), run().network.layers),
            within(m_selection.step(), run().steps()), within(m_selection.unit(), run().network.hidden)};
}

Matrix<double> Inspection::lastTarget() const
{
    if (m_data->options.predict != TargetForm::Change)
        return {};
    const SequenceSet<float> &set = m_data->part(m_place.part);
    return m_data->targetValues.col(set.start(m_place.index) + set.steps() - 1);
}

QString Inspection::caption() const
{
    return tr("%1 sequence %2 · %3").arg(partName(m_place.part)).arg(m_place.index).arg(m_moment.placeInTraining());
}

const OpenCell &Inspection::cell() const
{
    if (!m_cell)
        m_cell = openCell(run(), parameters(), cursor().layer, cursor().step);
    return *m_cell;
}

const OpenCell *Inspection::ghostCell() const
{
    if (!m_ghostCell && m_answer)
        m_ghostCell = openCell(m_answer->untouched, parameters(), cursor().layer, cursor().step);
    return m_ghostCell ? &*m_ghostCell : nullptr;
}

const HeldValues<float> &Inspection::held() const
{
    static const HeldValues<float> nothing;
    return m_answer ? m_answer->held : nothing;
}

const OpenCellBackward *Inspection::ghostBackward() const
{
    if (!m_ghostBackward && m_answer && m_answer->untouched.loss)
        m_ghostBackward =
            openCellBackward(m_answer->untouched, parameters(), settings().training, cursor().layer, cursor().step);
    return m_ghostBackward ? &*m_ghostBackward : nullptr;
}

void Inspection::closeCells()
{
    m_cell.reset();
    m_ghostCell.reset();
    m_backward.reset();
    m_ghostBackward.reset();
}

const OpenCellBackward *Inspection::backward() const
{
    if (!m_backward && run().loss)
        m_backward = openCellBackward(run(), parameters(), settings().training, cursor().layer, cursor().step, held());
    return m_backward ? &*m_backward : nullptr;
}

const Attribution<float> &Inspection::attribution() const
{
    if (!m_attribution)
        m_attribution = attribute<float>(run().network, parameters(), run().input, held());
    return *m_attribution;
}

const Attribution<float> *Inspection::ghostAttribution() const
{
    if (!m_ghostAttribution && m_answer)
        m_ghostAttribution = attribute<float>(run().network, parameters(), m_answer->untouched.input);
    return m_ghostAttribution ? &*m_ghostAttribution : nullptr;
}

void Inspection::setEdits(const WhatIf &edits, const QString &what)
{
    if (!(edits == m_edits))
        m_document.undoStack().push(new EditsCommand(*this, edits, what));
}

void Inspection::applyEdits(const WhatIf &edits)
{
    m_edits = edits;
    refresh();
    Q_EMIT editsChanged();
}

void Inspection::showEdits(const WhatIf &edits)
{
    if (edits == m_edits)
        return;
    applyEdits(edits);
    dropUnfitEdits();
}

void Inspection::dropUnfitEdits()
{
    const auto data = m_document.data();
    const auto snapshot = m_document.training().snapshot();
    if (m_edits.empty() || !data || !snapshot
        || m_edits.validate(snapshot->settings.network, data->train.steps()).empty())
        return;
    applyEdits({});
    m_document.showMessage(Severity::Info, tr("The what-ifs do not fit this network; they were cleared."));
}

/// What was held on other data would change what is forecast here, and nothing would say so at the forecast.
void Inspection::dropForeignEdits()
{
    if (m_edits.empty())
        return;
    applyEdits({});
    m_document.showMessage(Severity::Info, tr("The what-ifs were of the data before; they were cleared."));
}

void Inspection::moveCursor()
{
    if (!hasRun() || m_selection.sequence() != m_sequence) {
        refresh();
        return;
    }
    closeCells();
    Q_EMIT cursorMoved();
}

void Inspection::moveTo(std::int64_t layer, std::int64_t step, std::int64_t unit)
{
    m_selection.setCursor({m_selection.sequence(), layer, step, unit});
}

void Inspection::moveBy(std::int64_t layers, std::int64_t steps, std::int64_t units)
{
    if (!hasRun())
        return;
    const Cursor now = cursor();
    moveTo(now.layer + layers, now.step + steps, now.unit + units);
}

void Inspection::showSequence(const SequencePlace &place)
{
    if (m_data)
        m_selection.setSequence(sequenceAt(*m_data, place));
}

} // namespace gatescope
