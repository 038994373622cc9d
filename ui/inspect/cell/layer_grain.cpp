// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/cell/layer_grain.h"

#include "ui/inspect/cell/stage_painting.h"

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
        Panel panel{QStringLiteral("%1 %2").arg(++number).arg(shown(stage.form.title)),
                    shown(stage.form.equation()),
                    shown(stage.form.meaning),
                    residualText(stage),
                    tr("Every equation computed again in double precision, minus what the network stored: the equation "
                       "on screen is the one that runs."),
                    info.quantity,
                    {}};
        // One range for all terms of a stage, so that their colours can be compared.
        double range = halfRange({&stage.sum, &stage.innerResult});
        for (const auto *terms : {&stage.terms, &stage.inner}) {
            for (const CellTerm &term : *terms)
                range = std::max(range, halfRange({&term.values}));
        }
        const auto add = [&](const std::string &symbol, const Vector<double> &values) {
            panel.lines.push_back({shown(symbol), values, MapKind::Diverging, -range, range});
        };
        for (const CellTerm &term : stage.inner)
            add(term.symbol, term.values);
        if (stage.inner.size() > 1)
            add(stage.form.innerLetter, stage.innerResult);
        for (const CellTerm &term : stage.terms)
            add(term.symbol, term.values);
        if (!stage.form.function.empty())
            panel.lines.push_back({tr("sum"), stage.sum, MapKind::Diverging, -range, range});
        panel.lines.push_back({shown(stage.form.letter), stage.stored, info.map, info.minimum, info.maximum});
        panels.push_back(std::move(panel));
    }
    return panels;
}

} // namespace gatescope
