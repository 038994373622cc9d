// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/backward/backward_layer.h"

#include "core/inspect/labels.h"
#include "ui/inspect/backward/path_colors.h"
#include "ui/inspect/drawn/gradient_text.h"
#include "ui/look/core_words.h"
#include "ui/widgets/plot/log_ticker.h"

namespace gatescope {

namespace {

struct NamedVector {
    QString symbol;
    Vector<double> values, ghost;
    QString id; ///< in exported columns, where the symbol is a word
};

/// A panel of strips that share a range about 0.
template <typename Panel>
Panel panel(const char *id, const QString &title, const QString &equation, const QString &meaning, Quantity quantity,
            std::vector<NamedVector> vectors)
{
    double range = 1e-12;
    for (const NamedVector &each : vectors)
        range = std::max(range, halfRange({&each.values, &each.ghost}));
    Panel made{title, equation, meaning, {}, {}, quantity, {}, QString::fromLatin1(id)};
    for (NamedVector &each : vectors)
        made.lines.push_back(
            {each.symbol, std::move(each.values), MapKind::Diverging, -range, range, std::move(each.ghost), each.id});
    return made;
}

} // namespace

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
    const OpenCellBackward *ghost = inspection().ghostBackward();
    const auto named = [&](const QString &symbol, const auto &of, const char *id = "") {
        return NamedVector{symbol, of(cell), ghost ? Vector<double>(of(*ghost)) : Vector<double>(),
                           QString::fromLatin1(id)};
    };
    Panel arrives = panel<Panel>("arrives", tr("δ arrives"), tr("δ = loss + above + right"),
                                 tr("from where the loss depends on this state"), Quantity::Gradient,
                                 {named(
                                      tr("loss"), [](const auto &of) { return of.fromLoss; }, "loss"),
                                  named(
                                      tr("above"), [](const auto &of) { return of.fromAbove; }, "above"),
                                  named(
                                      tr("right"), [](const auto &of) { return of.fromRight; }, "right"),
                                  named(QStringLiteral("δ"), [](const auto &of) { return of.delta; })});
    arrives.caption =
        tr("sum − stored = %1 (largest over %2 units)").arg(shortNumber(cell.residual)).arg(cell.delta.size());
    arrives.captionTip = tr("The three sources added up, minus the gradient that the network itself computed.");
    const HeldGates held = cell.network.held;
    std::vector<NamedVector> sums;
    const auto symbol = [](GradientSum sum) { return shown(gradientSumSymbol(sum)); };
    if (!holdsReset(held))
        sums.push_back(named(symbol(GradientSum::Reset), [](const auto &of) { return of.terms.aR; }));
    if (!holdsUpdate(held))
        sums.push_back(named(symbol(GradientSum::Update), [](const auto &of) { return of.terms.aZ; }));
    sums.push_back(named(symbol(GradientSum::Candidate), [](const auto &of) { return of.terms.aN; }));
    sums.push_back(named(symbol(GradientSum::Recurrent), [](const auto &of) { return of.terms.du; }));
    Panel inside = panel<Panel>("inside", tr("Into the gates"), {}, tr("what each sum under σ and tanh receives"),
                                Quantity::Gradient, std::move(sums));
    std::vector<NamedVector> paths;
    QStringList shares;
    const std::vector<GradientPath> present = pathsOf(cell);
    for (const GradientPath path : present) {
        const QString name = coreWords(gradientPathName(path));
        paths.push_back(named(
            name, [path](const auto &of) { return of.terms.path(path); }, gradientPathName(path)));
        shares << QStringLiteral("%1 %2").arg(name, shown(percent(cell.pathShare(static_cast<Index>(path)))));
    }
    paths.push_back(named(
        tr("to the left"), [](const auto &of) { return of.toBefore; }, "to_left"));
    Panel leaves = panel<Panel>("leaves", pathsTitle(present.size()), pathsEquation(present), tr("to the step before"),
                                Quantity::HiddenState, std::move(paths));
    leaves.caption = tr("share of the layer's gradient: %1").arg(shares.join(QStringLiteral(" · ")));
    if (cell.storedBefore.size() > 0)
        leaves.caption = tr("sum − stored = %1 · %2").arg(shortNumber(cell.residualBefore), leaves.caption);
    leaves.captionTip = tr("The four paths minus the δ stored at the step before (without what reaches it from above); "
                           "and the length of each path's vector as a share of the four lengths.");
    Panel below =
        panel<Panel>("below", tr("Downwards"), shown(inputGradientEquation(held)), tr("to what this layer reads"),
                     Quantity::Input, {named(QStringLiteral("∂loss/∂x"), [](const auto &of) { return of.toBelow; })});
    below.caption = tr("recomputed − stored = %1").arg(shortNumber(cell.residualBelow));
    below.captionTip = tr("This equation computed again in double precision, minus what the network stored below.");
    if (ghost)
        arrives.caption += tr(" · lower third of a strip: untouched");
    return {arrives, inside, leaves, below};
}

} // namespace gatescope
