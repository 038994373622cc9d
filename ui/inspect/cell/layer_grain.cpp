// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/cell/layer_grain.h"

#include "ui/inspect/drawn/stage_painting.h"
#include "ui/look/core_words.h"

namespace gatescope {

LayerGrain::LayerGrain(Inspection &inspection, QWidget *parent)
    : StripView(inspection, tr("Inside the cell: the layer"), QStringLiteral("cell-layer"), parent)
{
    setAccessibleDescription(tr("The four stages of the cell, every term as a vector over the units."));
}

std::vector<StripView::Panel> LayerGrain::panels() const
{
    std::vector<Panel> panels;
    int number = 0;
    for (const OpenStage &stage : inspection().cell().stages) {
        const QuantityInfo &info = quantityInfo(stageQuantity(stage.stage));
        Panel panel{QStringLiteral("%1 %2").arg(++number).arg(coreSentence(stage.form.title)),
                    shown(stage.form.equation()),
                    coreSentence(stage.form.meaning),
                    residualText(stage),
                    tr("Every equation computed again in double precision, minus what the network stored: the equation "
                       "on screen is the one that runs."),
                    info.quantity,
                    {},
                    shown(stage.form.letter)};
        // One range for all terms of a stage, so that their colours can be compared.
        double range = halfRange({&stage.sum, &stage.innerResult});
        for (const auto *terms : {&stage.terms, &stage.inner}) {
            for (const CellTerm &term : *terms)
                range = std::max(range, halfRange({&term.values}));
        }
        const OpenStage *ghost = inspection().ghostCell() ? &inspection().ghostCell()->stage(stage.stage) : nullptr;
        const auto add = [&](const QString &symbol, const Vector<double> &values, const Vector<double> *was,
                             const QString &id = {}) {
            panel.lines.push_back(
                {symbol, values, MapKind::Diverging, -range, range, was ? *was : Vector<double>(), id});
        };
        for (std::size_t i = 0; i < stage.inner.size(); ++i)
            add(shown(stage.inner[i].symbol), stage.inner[i].values, ghost ? &ghost->inner[i].values : nullptr);
        if (stage.inner.size() > 1)
            add(shown(stage.form.innerLetter), stage.innerResult, ghost ? &ghost->innerResult : nullptr);
        for (std::size_t i = 0; i < stage.terms.size(); ++i)
            add(shown(stage.terms[i].symbol), stage.terms[i].values, ghost ? &ghost->terms[i].values : nullptr);
        if (!stage.form.function.empty())
            add(tr("sum"), stage.sum, ghost ? &ghost->sum : nullptr, QStringLiteral("sum"));
        panel.lines.push_back({shown(stage.form.letter), stage.stored, info.map, info.minimum, info.maximum,
                               ghost ? ghost->stored : Vector<double>()});
        if (ghost)
            panel.caption += tr(" · lower third of a strip: untouched");
        panels.push_back(std::move(panel));
    }
    return panels;
}

} // namespace gatescope
