// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/cell/product_grain.h"

#include "ui/inspect/drawn/stage_painting.h"
#include "ui/look/core_words.h"
#include "ui/widgets/plot/log_ticker.h"

namespace gatescope {

namespace {

constexpr CellStage kSums[] = {CellStage::Reset, CellStage::Update, CellStage::Candidate};

} // namespace

ProductGrain::ProductGrain(Inspection &inspection, QWidget *parent)
    : ProductView(inspection, tr("Inside the cell: single products"), QStringLiteral("cell-products"), parent)
{
    setAccessibleDescription(tr("The products of weight and value inside each sum of one unit, the largest first."));
}

std::vector<ProductView::List> ProductGrain::lists() const
{
    const Index unit = inspection().cursor().unit;
    std::vector<List> all;
    for (const CellStage which : kSums) {
        const OpenStage &stage = inspection().cell().stage(which);
        List list;
        list.id = shown(stage.form.letter);
        list.title = coreSentence(stage.form.title);
        list.meaning = coreSentence(stage.form.meaning);
        list.quantity = stageQuantity(which);
        list.products = cellProducts<float>(inspection().cell(), inspection().parameters(), which, unit,
                                            inspection().data().featureNames);
        double sum = 0.0;
        for (const CellProduct &product : list.products)
            sum += product.product;
        list.feet.push_back(
            {tr("sum of %1").arg(list.id),
             tr("sum %1, %2 = %3(sum) = %4")
                 .arg(signedText(sum), list.id, shown(stage.form.function), signedText(stage.result(unit))),
             tr("All products added up, and what the function makes of the sum.")});
        const QString held = heldText(inspection(), stage);
        list.feet.push_back(
            {tr("residual of %1").arg(list.id),
             held.isEmpty() ? tr("recomputed − stored = %1").arg(shortNumber(stage.result(unit) - stage.stored(unit)))
                            : held,
             tr("This unit's sum computed again in double precision, minus what the network stored.")});
        if (const OpenCell *ghost = inspection().ghostCell())
            list.feet.push_back(untouchedFoot(list.id, signedText(ghost->stage(which).stored(unit))));
        all.push_back(std::move(list));
    }
    return all;
}

} // namespace gatescope
