// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/predict/cards/verdict_card.h"

#include "core/data/text/number_text.h"
#include "ui/widgets/form/note_list.h"
#include "ui/widgets/form/scroll_pane.h"

#include <cmath>

namespace gatescope {

namespace {

std::string withStop(std::string sentence)
{
    if (!sentence.empty() && sentence.back() != '.')
        sentence += '.';
    return sentence;
}

std::string percentText(double share)
{
    return formatNumber(std::round(share * 1000.0) / 10.0, 3) + " %";
}

/// "The 90 % interval holds 91 % of the test part's targets."
void addInterval(const PredictView &view, std::vector<std::string> &notes)
{
    const auto &interval = view.answer.interval;
    if (!interval)
        return;
    const std::string name = "The " + percentText(interval->level) + " interval";
    if (!interval->halfWidths) {
        notes.push_back(name + " is missing: " + interval->why + ".");
        return;
    }
    std::string coverage;
    for (const DataPart part : {DataPart::Test, DataPart::All}) {
        const auto &share = view.answer.judgement ? view.answer.judgement->on(part).coverage : std::nullopt;
        if (share)
            coverage = " It holds " + percentText(*share)
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
    if (!future->forecast.whyNoFreeRun.empty())
        notes.push_back(withStop("The future ends with the network's own horizons: " + future->forecast.whyNoFreeRun));
    else if (!future->forecast.assumed.empty())
        notes.push_back(withStop(future->forecast.assumed));
}

} // namespace

VerdictCard::VerdictCard(QWidget *parent) : Card(tr("Verdict"), parent), m_notes(new NoteList)
{
    m_notes->setEmptyText(tr("What the scores are worth is said here when the naive forecasts are measured."));
    m_notes->setNotes({}, {});
    setContent(new ScrollPane(m_notes));
}

void VerdictCard::showView(const PredictView &view)
{
    std::vector<std::string> warnings, notes;
    if (view.hasForecasts()) {
        if (view.answer.judgement) {
            for (const Verdict &verdict : view.answer.judgement->verdicts)
                (verdict.id == "ahead-of-baselines" ? notes : warnings).push_back(verdict.text);
        }
        addInterval(view, notes);
        addFuture(view, notes);
    }
    header().setCaption(view.hasForecasts() ? view.caption() : QString());
    m_notes->setNotes(warnings, notes);
}

QStringList VerdictCard::sentences() const
{
    return m_notes->sentences();
}

} // namespace gatescope
