// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/windows/leakage_tally.h"

#include "core/session/shelf.h"
#include "ui/document/shelf/run_shelf.h"
#include "ui/widgets/plot/log_ticker.h"

#include <algorithm>

namespace gatescope {

namespace {

const DataOptions &dataOptionsOf(const KeptRun &kept)
{
    return kept.preparation->options;
}

bool leaks(const KeptRun &kept)
{
    return dataOptionsOf(kept).shuffleBeforeSplit || dataOptionsOf(kept).scaleOnAllRows;
}

/// All facts but those of the leakage itself and of the run's name.
std::vector<RunFact> factsWithoutLeakage(const KeptRun &kept)
{
    std::vector<RunFact> facts = runFacts(kept);
    std::erase_if(facts, [](const RunFact &fact) {
        return fact.id == "shuffle-before-split" || fact.id == "scale-on-all-rows"
               || fact.title == "Seed of the shuffle";
    });
    return facts;
}

bool isMeasured(const KeptRun &kept)
{
    return kept.run.history.bestEpoch() > 0 && !kept.run.history.validationLoss().empty();
}

} // namespace

std::optional<LeakageGain> leakageGain(const Shelf &shelf)
{
    const std::vector<KeptRun> &runs = shelf.runs();
    for (auto leaked = runs.rbegin(); leaked != runs.rend(); ++leaked) {
        if (!leaks(*leaked) || !isMeasured(*leaked))
            continue;
        const std::vector<RunFact> facts = factsWithoutLeakage(*leaked);
        const auto honest = std::find_if(runs.rbegin(), runs.rend(), [&](const KeptRun &run) {
            return !leaks(run) && isMeasured(run) && run.run.data.reference == leaked->run.data.reference
                   && factsWithoutLeakage(run) == facts;
        });
        if (honest != runs.rend())
            return LeakageGain{dataOptionsOf(*leaked).shuffleBeforeSplit, dataOptionsOf(*leaked).scaleOnAllRows,
                               honest->run.history.bestLoss(), leaked->run.history.bestLoss()};
    }
    return std::nullopt;
}

LeakageTally::LeakageTally(const RunShelf &shelf, QWidget *parent) : QuietLabel(QString(), parent, LabelTone::Muted)
{
    setObjectName(QStringLiteral("leakage-tally"));
    connect(&shelf, &RunShelf::changed, this, [this, &shelf] { show(shelf.shelf()); });
    show(shelf.shelf());
}

void LeakageTally::show(const Shelf &shelf)
{
    const std::optional<LeakageGain> gain = leakageGain(shelf);
    if (!gain || !(gain->leaked > 0.0)) {
        setText(tr("Train once with and once without, all else the same: what it gained then stands here."));
        return;
    }
    const QString what = gain->shuffled && gain->scaled ? tr("shuffled windows and scaling on all rows")
                         : gain->shuffled               ? tr("shuffled windows")
                                                        : tr("scaling on all rows");
    const double times = gain->honest / gain->leaked;
    const QString verdict = times >= 1.05   ? tr("%1 times smaller, by leakage alone").arg(times, 0, 'g', 2)
                            : times <= 0.95 ? tr("no gain here")
                                            : tr("about the same here");
    setText(tr("Lowest validation loss: %1 with %2, %3 honestly: %4.")
                .arg(shortNumber(gain->leaked), what, shortNumber(gain->honest), verdict));
}

} // namespace gatescope
