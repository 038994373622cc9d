// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/backward/backward_layer.h"

#include "core/inspect/labels.h"
#include "ui/inspect/backward/backward_unit.h"
#include "ui/inspect/backward/path_colors.h"
#include "ui/widgets/log_ticker.h"

namespace gatescope {

BackwardLayer::BackwardLayer(Inspection &inspection, QWidget *parent)
    : StripView(inspection, tr("Inside the cell, backward: the layer"), QStringLiteral("cell-backward-layer"), parent)
{
    setAccessibleDescription(
        tr("The gradient of every unit: sources, sums and the four paths, as vectors over the units."));
}

QString BackwardLayer::missing() const
{
    return missingGradient(inspection());
}

std::vector<StripView::Panel> BackwardLayer::panels() const
{
    const OpenCellBackward &cell = *inspection().backward();
    const auto panel = [&](const QString &title, const QString &equation, const QString &meaning, Quantity quantity,
                           std::vector<std::pair<QString, Vector<double>>> vectors) {
        double range = 1e-12;
        for (const auto &[symbol, values] : vectors)
            range = std::max(range, halfRange({&values}));
        Panel made{title, equation, meaning, {}, {}, quantity, {}};
        for (auto &[symbol, values] : vectors)
            made.lines.push_back({symbol, std::move(values), MapKind::Diverging, -range, range});
        return made;
    };
    Panel arrives = panel(tr("δ arrives"), QStringLiteral("δ = loss + above + right"),
                          tr("from where the loss depends on this state"), Quantity::Gradient,
                          {{tr("loss"), cell.fromLoss},
                           {tr("above"), cell.fromAbove},
                           {tr("right"), cell.fromRight},
                           {QStringLiteral("δ"), cell.delta}});
    arrives.caption =
        tr("sum − stored = %1 (largest over %2 units)").arg(shortNumber(cell.residual)).arg(cell.delta.size());
    arrives.captionTip = tr("The three sources added up, minus the gradient that the network itself computed.");
    Panel inside = panel(tr("Into the gates"), {}, tr("what each sum under σ and tanh receives"), Quantity::Gradient,
                         {{QStringLiteral("a_r"), cell.terms.aR.col(0)},
                          {QStringLiteral("a_z"), cell.terms.aZ.col(0)},
                          {QStringLiteral("a_n"), cell.terms.aN.col(0)},
                          {QStringLiteral("du"), cell.terms.du.col(0)}});
    std::vector<std::pair<QString, Vector<double>>> paths;
    QStringList shares;
    for (Index index = 0; index < kGradientPaths; ++index) {
        const auto path = static_cast<GradientPath>(index);
        const QString name = QString::fromUtf8(gradientPathName(path));
        paths.emplace_back(name, cell.terms.path(path).col(0));
        shares << QStringLiteral("%1 %2").arg(name, shown(percent(cell.pathShare(index))));
    }
    paths.emplace_back(tr("to the left"), cell.toBefore);
    Panel leaves = panel(tr("Four paths leave"), QStringLiteral("∂loss/∂h = carry + candidate + reset + update"),
                         tr("to the step before"), Quantity::HiddenState, std::move(paths));
    leaves.caption = tr("share of the layer's gradient: %1").arg(shares.join(QStringLiteral(" · ")));
    leaves.captionTip = tr("The length of each path's vector as a share of the four lengths.");
    Panel below = panel(tr("Downwards"), QStringLiteral("∂loss/∂x = W_rᵀ a_r + W_zᵀ a_z + W_nᵀ a_n"),
                        tr("to what this layer reads"), Quantity::Input, {{QStringLiteral("∂loss/∂x"), cell.toBelow}});
    return {arrives, inside, leaves, below};
}

} // namespace gatescope
