// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/predict/cards/verdict_card.h"

#include "core/evaluation/verdict_words.h"
#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"
#include "ui/widgets/form/note_list.h"
#include "ui/widgets/form/scroll_pane.h"

#include <algorithm>
#include <iterator>

namespace gatescope {

namespace {

std::string withStop(std::string sentence)
{
    if (!sentence.empty() && sentence.back() != '.')
        sentence += '.';
    return sentence;
}

/// "The 90 % interval holds 91 % of the test part's targets."
void addInterval(const PredictView &view, std::vector<std::string> &notes)
{
    const auto &interval = view.answer.interval;
    if (!interval)
        return;
    const std::string name = "The " + verdict_words::percentToTenth(interval->level) + " interval";
    if (!interval->halfWidths) {
        notes.push_back(name + " is missing: " + interval->why + ".");
        return;
    }
    std::string coverage;
    for (const DataPart part : {DataPart::Test, DataPart::All}) {
        const auto &share = view.answer.judgement ? view.answer.judgement->on(part).coverage : std::nullopt;
        if (share)
            coverage = " It holds " + verdict_words::percentToTenth(*share)
                       + (part == DataPart::Test ? " of the test part's targets." : " of the targets.");
    }
    notes.push_back(name + " is as wide as the errors on the validation part were." + coverage);
}

/// What the free run and the future take for granted, or why they cannot be had.
void addFuture(const PredictView &view, std::vector<std::string> &notes)
{
    if (const auto &run = view.answer.freeRun; run && !run->problem.empty())
        notes.push_back(withStop(run->problem));
    else if (const std::string names = run ? unpredictedFeatures(*view.answer.result->data) : std::string();
             !names.empty())
        notes.push_back("The free run takes the observed values of " + names
                        + ", which in the unknown it would not have; only the target is fed back.");
    const auto &future = view.answer.future;
    if (!future)
        return;
    if (!future->problem.empty())
        notes.push_back(withStop("No future: " + future->problem));
    if (view.classifies())
        return; // of classes nobody expects a run
    if (!future->forecast.whyNoFreeRun.empty())
        notes.push_back(withStop("The future ends with the network's own horizons: " + future->forecast.whyNoFreeRun));
    else if (!future->forecast.assumed.empty())
        notes.push_back(withStop(future->forecast.assumed));
}

/// A button for a change that a verdict proposes.
NoteAction actionFor(const OptionChange &change)
{
    const QString control = coreControl(controlWords(change));
    const bool data = isDataOption(change.id);
    return {fromText(change.id) + QLatin1Char('=') + fromText(change.value), VerdictCard::tr("Set “%1”").arg(control),
            data
                ? VerdictCard::tr("Sets it in Data and cuts new windows; the run so far stays on the shelf. Undo takes "
                                  "it back.")
                : VerdictCard::tr("Sets it in Train. Undo takes it back.")};
}

/// Warnings first; a change that two of them propose is offered below the first.
std::vector<Note> verdictNotes(const std::vector<Verdict> &verdicts)
{
    std::vector<Note> warnings, good;
    std::vector<OptionChange> offered;
    for (const Verdict &verdict : verdicts) {
        Note note{verdict.text, verdict.id != "ahead-of-baselines"};
        for (const OptionChange &change : verdict.ways) {
            if (std::ranges::find(offered, change) != offered.end())
                continue;
            offered.push_back(change);
            note.actions.push_back(actionFor(change));
        }
        (note.isWarning ? warnings : good).push_back(std::move(note));
    }
    std::ranges::move(good, std::back_inserter(warnings));
    return warnings;
}

} // namespace

VerdictCard::VerdictCard(QWidget *parent) : Card(tr("Verdict"), parent), m_notes(new NoteList)
{
    m_notes->setEmptyText(tr("What the scores are worth is said here when the naive forecasts are measured."));
    m_notes->setNotes({}, {});
    setContent(new ScrollPane(m_notes));
    connect(m_notes, &NoteList::pressed, this, [this](const QString &action) {
        const QStringList parts = action.split(QLatin1Char('='));
        Q_EMIT changeWanted({parts.front().toStdString(), parts.back().toStdString()});
    });
}

void VerdictCard::showView(const PredictView &view)
{
    std::vector<Note> all;
    if (view.hasForecasts()) {
        std::vector<std::string> notes;
        if (view.answer.judgement)
            all = verdictNotes(view.answer.judgement->verdicts);
        addInterval(view, notes);
        addFuture(view, notes);
        for (std::string &note : notes)
            all.push_back({std::move(note)});
    }
    header().setCaption(view.hasForecasts() ? view.caption() : QString());
    m_notes->setNotes(std::move(all));
}

QStringList VerdictCard::sentences() const
{
    return m_notes->sentences();
}

} // namespace gatescope
