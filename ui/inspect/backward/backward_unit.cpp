// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/backward/backward_unit.h"

#include "core/inspect/labels.h"
#include "ui/inspect/backward/path_colors.h"
#include "ui/inspect/drawn/gradient_text.h"
#include "ui/inspect/drawn/stage_painting.h"
#include "ui/inspect/drawn/term_row.h"
#include "ui/look/core_words.h"
#include "ui/look/theme.h"
#include "ui/widgets/common/view_export.h"
#include "ui/widgets/plot/log_ticker.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

/// One line of back-propagation: an equation whose terms have this step's numbers in them.
struct BackwardUnit::Stage {
    QString id; ///< in exported columns
    QString title, equation, meaning, caption, captionTip;
    Quantity quantity = Quantity::Gradient;
    struct Term {
        QString symbol, tip;
        double value;
        QString before;
        bool result = false;
        QString id = {}; ///< in exported columns, where the symbol is a word; else the symbol itself
    };
    std::vector<Term> terms;
};

namespace {

double stageHeight()
{
    return 3 + StagePanel::titleHeight() + termRowHeight() + StagePanel::captionHeight() + 8;
}

} // namespace

BackwardUnit::BackwardUnit(Inspection &inspection, QWidget *parent)
    : InspectView(inspection, tr("Inside the cell, backward: one unit"), QStringLiteral("cell-backward-unit"), parent)
{
    setAccessibleDescription(tr("The gradient of one unit: where it comes from and on which four paths it goes on."));
}

QString BackwardUnit::missing() const
{
    return missingGradient(inspection());
}

QSize BackwardUnit::minimumSizeHint() const
{
    const QFontMetricsF number(themeFont(TextRole::Formula));
    return QSizeF(5 * (number.horizontalAdvance(QStringLiteral("+0.0000")) + 10) + 6 * number.averageCharWidth() * 2.2
                      + 30,
                  3 * stageHeight() + 4 * 6)
        .toSize();
}

std::vector<BackwardUnit::Stage> BackwardUnit::stages() const
{
    return {arrives(), inside(), leaves()};
}

BackwardUnit::Stage BackwardUnit::arrives() const
{
    const OpenCellBackward &cell = *inspection().backward();
    const Index unit = inspection().cursor().unit;
    Stage arrives{
        QStringLiteral("arrives"),
        tr("δ arrives"),
        BackwardUnit::tr("δ = loss + above + right"),
        tr("from where the loss depends on this state"),
        tr("sum − stored = %1 (largest over %2 units)").arg(shortNumber(cell.residual)).arg(cell.delta.size()),
        tr("The three sources added up, minus the gradient that the network itself computed."),
        Quantity::Gradient,
        {}};
    arrives.terms = {{tr("from the loss"),
                      tr("Through the head: only the last layer has it, at the steps where the loss is asked."),
                      cell.fromLoss(unit),
                      {},
                      false,
                      QStringLiteral("loss")},
                     {tr("from above"), tr("Through the layer above at the same step."), cell.fromAbove(unit),
                      QStringLiteral("+"), false, QStringLiteral("above")},
                     {tr("from the right"), tr("Through the next step: its four paths together."), cell.fromRight(unit),
                      QStringLiteral("+"), false, QStringLiteral("right")},
                     {QStringLiteral("δ"), tr("δ: ∂loss/∂h of this unit at this step."), cell.delta(unit),
                      QStringLiteral("="), true}};
    const OpenCellBackward *ghost = inspection().ghostBackward();
    if (ghost)
        arrives.caption += untouchedText(QStringLiteral("δ"), gradientText(ghost->delta(unit)));
    return arrives;
}

BackwardUnit::Stage BackwardUnit::inside() const
{
    const OpenCellBackward &cell = *inspection().backward();
    const Index unit = inspection().cursor().unit;
    const Formulation formulation = inspection().run().network.formulation;
    const auto equation = [formulation](GradientSum sum) {
        return QString::fromUtf8(gradientSumEquation(sum, formulation));
    };
    Stage inside{
        QStringLiteral("inside"),
        tr("Into the gates"),
        equation(GradientSum::Candidate),
        tr("what each sum under σ and tanh receives"),
        QStringList{equation(GradientSum::Update), equation(GradientSum::Reset), equation(GradientSum::Recurrent)}.join(
            QStringLiteral(" · ")),
        tr("How the gradient of each sum follows from δ: gates near 0 or 1 let little through."),
        Quantity::Gradient,
        {}};
    const HeldGates held = cell.network.held;
    if (held != HeldGates::None)
        inside.caption = holdsReset(held) && holdsUpdate(held)
                             ? tr("r and z are held in training: they have no sums, so nothing reaches them")
                         : holdsReset(held) ? tr("r is held in training: it has no sum, so nothing reaches it")
                                            : tr("z is held in training: it has no sum, so nothing reaches it");
    const auto symbol = [](GradientSum sum) { return shown(gradientSumSymbol(sum)); };
    if (!holdsReset(held))
        inside.terms.push_back({symbol(GradientSum::Reset),
                                tr("a_r: ∂loss/∂ the sum under the reset gate's σ."),
                                cell.terms.aR(unit, 0),
                                {}});
    if (!holdsUpdate(held))
        inside.terms.push_back({symbol(GradientSum::Update), tr("a_z: ∂loss/∂ the sum under the update gate's σ."),
                                cell.terms.aZ(unit, 0), QStringLiteral(" ")});
    const std::vector<Stage::Term> rest = {
        {symbol(GradientSum::Candidate), tr("a_n: ∂loss/∂ the sum under the candidate's tanh."), cell.terms.aN(unit, 0),
         QStringLiteral(" ")},
        {symbol(GradientSum::Recurrent), tr("du: ∂loss/∂u, the recurrent part of the candidate."),
         cell.terms.du(unit, 0), QStringLiteral(" ")}};
    inside.terms.insert(inside.terms.end(), rest.begin(), rest.end());
    return inside;
}

BackwardUnit::Stage BackwardUnit::leaves() const
{
    const OpenCellBackward &cell = *inspection().backward();
    const Index unit = inspection().cursor().unit;
    const Formulation formulation = inspection().run().network.formulation;
    const std::vector<GradientPath> paths = pathsOf(cell);
    Stage leaves{
        QStringLiteral("leaves"),
        pathsTitle(paths.size()),
        pathsEquation(paths),
        tr("to the step before"),
        QString(),
        tr("The four paths minus the δ stored at the step before (without what reaches it from above), largest over "
           "the units; and the length of each path's vector as a share of the four lengths, over the layer."),
        Quantity::HiddenState,
        {}};
    QStringList shares;
    for (const GradientPath path : paths) {
        const QString name = coreWords(gradientPathName(path));
        leaves.terms.push_back({name, pathTip(path, formulation), cell.terms.path(path)(unit, 0),
                                path == paths.front() ? QString() : QStringLiteral("+"), false,
                                QString::fromUtf8(gradientPathName(path))});
        shares << QStringLiteral("%1 %2").arg(name, shown(percent(cell.pathShare(static_cast<Index>(path)))));
    }
    leaves.terms.push_back({tr("to the left"),
                            tr("∂loss/∂h of the step before that comes through this cell: the four paths added up."),
                            cell.toBefore(unit), QStringLiteral("="), true, QStringLiteral("to_left")});
    leaves.caption = tr("share of the layer's gradient: %1").arg(shares.join(QStringLiteral(" · ")));
    if (cell.storedBefore.size() > 0)
        leaves.caption = tr("sum − stored = %1 · %2").arg(shortNumber(cell.residualBefore), leaves.caption);
    if (const OpenCellBackward *ghost = inspection().ghostBackward())
        leaves.caption += untouchedText(tr("to the left"), gradientText(ghost->toBefore(unit)));
    return leaves;
}

void BackwardUnit::draw(QPainter &painter, const QSizeF &size, Spots &spots) const
{
    double top = 2;
    for (const Stage &stage : stages()) {
        drawStage(painter, QRectF(10, top, size.width() - 20, stageHeight()), stage, spots);
        top += stageHeight() + 6;
    }
}

void BackwardUnit::drawStage(QPainter &painter, const QRectF &area, const Stage &stage, Spots &spots) const
{
    StagePanel panel(painter, area, palette(), stage.quantity);
    const QRectF content = panel.drawTitle(stage.title, stage.equation, stage.meaning, spots);
    std::vector<TermBox> boxes;
    for (const Stage::Term &term : stage.terms)
        boxes.push_back({term.before, term.symbol, gradientText(term.value), term.tip, term.result});
    drawTermRow(painter, QRectF(content.left(), content.top(), content.width(), termRowHeight()), boxes,
                quantityColor(stage.quantity, palette()), palette(), spots);
    const QRectF line(content.left(), content.top() + termRowHeight() + 3, content.width(),
                      StagePanel::captionHeight());
    panel.drawCaption(line, stage.caption);
    spots.push_back({line, tr("caption of %1").arg(stage.title), stage.caption, stage.captionTip});
}

QString BackwardUnit::csv() const
{
    QString text = QStringLiteral("layer,step,unit,stage,symbol,value\n");
    if (!inspection().hasRun() || !inspection().backward())
        return text;
    const Cursor cursor = inspection().cursor();
    for (const Stage &stage : stages()) {
        for (const Stage::Term &term : stage.terms)
            text +=
                QStringLiteral("%1,%2,%3,%4,%5,%6\n")
                    .arg(cursor.layer + 1)
                    .arg(cursor.step)
                    .arg(cursor.unit)
                    .arg(csvText(stage.id), csvText(term.id.isEmpty() ? term.symbol : term.id), csvNumber(term.value));
    }
    return text;
}

} // namespace gatescope
