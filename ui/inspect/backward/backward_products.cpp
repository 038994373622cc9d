// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/backward/backward_products.h"

#include "core/inspect/cell/backward_products.h"
#include "ui/inspect/drawn/gradient_text.h"
#include "ui/inspect/drawn/stage_painting.h"
#include "ui/look/core_words.h"
#include "ui/widgets/plot/log_ticker.h"

namespace gatescope {

BackwardProducts::BackwardProducts(Inspection &inspection, QWidget *parent)
    : ProductView(inspection, tr("Inside the cell, backward: single products"),
                  QStringLiteral("cell-backward-products"), parent)
{
    setAccessibleDescription(tr("Every product of weight and gradient that one unit's gradient is added up from."));
}

QString BackwardProducts::missing() const
{
    return missingGradient(inspection());
}

std::vector<ProductView::List> BackwardProducts::lists() const
{
    const OpenCellBackward &cell = *inspection().backward();
    const Cursor at = inspection().cursor();
    const OpenCellBackward *ghost = inspection().ghostBackward();
    const auto list = [&](const QString &id, const QString &title, const QString &meaning, Quantity quantity,
                          BackwardSum which) {
        List made;
        made.id = id;
        made.title = title;
        made.meaning = meaning;
        made.quantity = quantity;
        made.decimals = 0;
        made.namesTerms = which != BackwardSum::Inside; // a unit is read through each gate
        made.summed = which != BackwardSum::Inside;
        made.products =
            backwardProducts(inspection().run(), inspection().parameters(), inspection().settings().training, at.layer,
                             at.step, at.unit, which, inspection().held());
        return made;
    };
    const auto total = [](const List &of) {
        double sum = 0.0;
        for (const CellProduct &product : of.products)
            sum += product.product;
        return sum;
    };
    const auto addFeet = [&](List &to, const QString &name, std::optional<double> stored, const QString &where,
                             std::optional<double> untouched) {
        const double sum = total(to);
        to.feet.push_back({tr("sum of %1").arg(coreWords(to.id.toStdString())),
                           tr("sum %1 = %2").arg(gradientText(sum), name), tr("All products of this list added up.")});
        const QString text =
            stored ? tr("sum − stored = %1").arg(shortNumber(sum - *stored)) : tr("the first step: no more");
        to.feet.push_back({tr("residual of %1").arg(coreWords(to.id.toStdString())), text, where});
        if (untouched)
            to.feet.push_back(untouchedFoot(name, gradientText(*untouched)));
    };
    List arrives = list(QStringLiteral("δ"), tr("δ arrives"), tr("from loss, above and right"), Quantity::Gradient,
                        BackwardSum::Arrives);
    addFeet(arrives, QStringLiteral("δ"), cell.delta(at.unit),
            tr("The products added up in double precision, minus the δ that the network stored."),
            ghost ? std::optional(ghost->delta(at.unit)) : std::nullopt);
    List inside = list(QStringLiteral("inside"), tr("Into the gates"), tr("what the sums under σ and tanh receive"),
                       Quantity::Gradient, BackwardSum::Inside);
    double worst = 0.0;
    for (const CellProduct &product : inside.products)
        worst = std::max(worst, std::abs(product.weight * product.value - product.product));
    inside.feet.push_back(
        {tr("residual of %1").arg(coreWords(inside.id.toStdString())),
         tr("factors − gradient = %1").arg(shortNumber(worst)),
         tr("The factors multiplied, minus the gradient of the sum; a held gate lets none through.")});
    List leaves = list(QStringLiteral("left"), tr("Leaves to the left"), tr("on the four paths, to the step before"),
                       Quantity::HiddenState, BackwardSum::Leaves);
    addFeet(leaves, QStringLiteral("∂loss/∂h"),
            cell.storedBefore.size() > 0 ? std::optional(cell.storedBefore(at.unit)) : std::nullopt,
            tr("The products added up, minus the δ stored at the step before without what reaches it from above."),
            ghost ? std::optional(ghost->toBefore(at.unit)) : std::nullopt);
    return {std::move(arrives), std::move(inside), std::move(leaves)};
}

} // namespace gatescope
