// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/cell/unit_grain.h"

#include "core/inspect/cell/sentences.h"
#include "ui/inspect/drawn/stage_painting.h"
#include "ui/inspect/drawn/term_row.h"
#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"
#include "ui/look/theme.h"
#include "ui/widgets/common/view_export.h"
#include "ui/widgets/drawn/axis_ticks.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr double kGap = 6.0;
constexpr int kDecimals = 4;

double stageHeight(bool inner)
{
    return 3 + StagePanel::titleHeight() + termRowHeight() + (inner ? 2 : 1) * StagePanel::captionHeight() + 6;
}

double stagesHeight()
{
    return 3 * stageHeight(false) + stageHeight(true) + 3 * kGap;
}

} // namespace

UnitGrain::UnitGrain(Inspection &inspection, QWidget *parent)
    : InspectView(inspection, tr("Inside the cell: one unit"), QStringLiteral("cell-unit"), parent)
{
    setAccessibleDescription(
        tr("The four stages of the cell for one unit, each as an equation with this step's numbers. N goes to the next "
           "number, K pins it."));
}

QSize UnitGrain::minimumSizeHint() const
{
    const QFontMetricsF number(themeFont(TextRole::Formula));
    const double width =
        6 * (number.horizontalAdvance(QStringLiteral("+0.0000")) + 10) + 6 * number.averageCharWidth() * 2.2 + 30;
    return QSizeF(width, stagesHeight() + 5 * (StagePanel::captionHeight() + 2) + 12).toSize();
}

void UnitGrain::draw(QPainter &painter, const QSizeF &size, Spots &spots) const
{
    const double spare = std::max(0.0, size.height() - minimumSizeHint().height());
    const double gap = kGap + std::min(spare / 6, 10.0);
    double top = 2;
    for (int index = 0; index < static_cast<int>(kCellStages); ++index) {
        const bool inner = !inspection().cell().stages[static_cast<std::size_t>(index)].form.innerLetter.empty();
        const QRectF area(10, top, size.width() - 20, stageHeight(inner) + std::min(spare / 8, 8.0));
        const std::size_t before = spots.size();
        drawStage(painter, area, index, spots);
        for (std::size_t i = before; i < spots.size(); ++i)
            spots[i].group = index;
        top = area.bottom() + gap;
    }
    painter.setFont(themeFont(TextRole::Body));
    painter.setPen(themeColors(palette()).text);
    const QRectF words(12, top, size.width() - 24, size.height() - top);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                     withWholePercents(sentences().join(QLatin1Char(' '))));
    spots.push_back({words, tr("in words"), sentences().join(QLatin1Char(' ')), {}});
}

void UnitGrain::drawStage(QPainter &painter, const QRectF &area, int index, Spots &spots) const
{
    const OpenStage &stage = inspection().cell().stages[static_cast<std::size_t>(index)];
    StagePanel panel(painter, area, palette(), stageQuantity(stage.stage));
    const QRectF content = panel.drawTitle(QStringLiteral("%1 %2").arg(index + 1).arg(coreSentence(stage.form.title)),
                                           shown(stage.form.equation()), coreSentence(stage.form.meaning), spots);
    drawTerms(painter, QRectF(content.left(), content.top(), content.width(), termRowHeight()), stage, spots);
    QRectF line(content.left(), content.top() + termRowHeight() + 3, content.width(), StagePanel::captionHeight());
    if (!stage.form.innerLetter.empty()) {
        panel.drawCaption(line, innerText(stage));
        spots.push_back(
            {line, shown(stage.form.innerLetter), innerText(stage), symbolTip(shown(stage.form.innerLetter))});
        line.translate(0, StagePanel::captionHeight());
    }
    const QString held = heldText(inspection(), stage);
    QString residual = held.isEmpty() ? residualText(stage) : held;
    if (const OpenCell *ghost = inspection().ghostCell())
        residual += untouchedText(shown(stage.form.letter),
                                  resultText(stage, ghost->stage(stage.stage).stored(inspection().cursor().unit)));
    panel.drawCaption(line, residual);
    spots.push_back({line, tr("residual of %1").arg(shown(stage.form.letter)), compactNumber(stage.residual),
                     tr("This equation computed again in double precision, minus what the network stored: the equation "
                        "on screen is the one that runs.")});
}

/// A gate lies between 0 and 1 and has no sign; the others have one.
QString UnitGrain::resultText(const OpenStage &stage, double value)
{
    const bool gate = stage.stage == CellStage::Reset || stage.stage == CellStage::Update;
    return gate ? fixedText(value, kDecimals) : signedText(value, kDecimals);
}

QString UnitGrain::innerText(const OpenStage &stage) const
{
    const Index unit = inspection().cursor().unit;
    QString text = shown(stage.form.innerEquation()) + QStringLiteral(" = ");
    for (const CellTerm &term : stage.inner)
        text += signedText(term.values(unit), kDecimals) + QLatin1Char(' ');
    return stage.inner.size() > 1 ? text + QStringLiteral("= ") + signedText(stage.innerResult(unit), kDecimals)
                                  : text.trimmed();
}

void UnitGrain::drawTerms(QPainter &painter, const QRectF &row, const OpenStage &stage, Spots &spots) const
{
    const Index unit = inspection().cursor().unit;
    std::vector<TermBox> boxes;
    const auto add = [&](const QString &before, const QString &symbol, double value, bool result) {
        boxes.push_back({before, symbol, result ? resultText(stage, value) : signedText(value, kDecimals),
                         symbolTip(symbol), result});
    };
    for (const CellTerm &term : stage.terms)
        add(boxes.empty() ? QString() : QStringLiteral("+"), shown(term.symbol), term.values(unit), false);
    const QString function = shown(stage.form.function);
    if (!function.isEmpty())
        add(QStringLiteral("="), tr("sum"), stage.sum(unit), false);
    add(function.isEmpty() ? QStringLiteral("=") : function + QStringLiteral(" →"), shown(stage.form.letter),
        stage.stored(unit), true);
    drawTermRow(painter, row, boxes, quantityColor(stageQuantity(stage.stage), palette()), palette(), spots);
}

void UnitGrain::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    if (event->button() != Qt::LeftButton || !inspection().hasRun())
        return;
    for (const Spot &spot : spots()) {
        if (spot.area.contains(event->position()) && pin(spot))
            return;
    }
}

void UnitGrain::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_K && event->modifiers() == Qt::NoModifier && inspection().hasRun() && markedSpot())
        pin(*markedSpot());
    else
        InspectView::keyPressEvent(event);
}

bool UnitGrain::pin(const Spot &spot)
{
    const Cursor cursor = inspection().cursor();
    const OpenStage &stage = inspection().cell().stages[static_cast<std::size_t>(spot.group)];
    if (std::isnan(stageValue(stage, spot.name, cursor.unit)))
        return false;
    Q_EMIT pressed({cursor.layer, cursor.unit, stage.stage, spot.name});
    return true;
}

QStringList UnitGrain::sentences() const
{
    QStringList sentences;
    for (const std::string &sentence :
         cellSentences<float>(inspection().cell(), inspection().parameters(), inspection().cursor().unit,
                              inspection().data().featureNames))
        sentences << coreSentence(sentence);
    return sentences;
}

QString UnitGrain::csv() const
{
    QString text = QStringLiteral("layer,step,unit,stage,symbol,value\n");
    if (!inspection().hasRun())
        return text;
    const Cursor cursor = inspection().cursor();
    const auto line = [&](const OpenStage &stage, const QString &symbol, double value) {
        text += QStringLiteral("%1,%2,%3,%4,%5,%6\n")
                    .arg(cursor.layer + 1)
                    .arg(cursor.step)
                    .arg(cursor.unit)
                    .arg(shown(stage.form.letter), csvText(symbol), csvNumber(value));
    };
    for (const OpenStage &stage : inspection().cell().stages) {
        for (const CellTerm &term : stage.terms)
            line(stage, shown(term.symbol), term.values(cursor.unit));
        for (const CellTerm &term : stage.inner)
            line(stage, shown(term.symbol), term.values(cursor.unit));
        line(stage, QStringLiteral("sum"), stage.sum(cursor.unit));
        line(stage, QStringLiteral("recomputed"), stage.result(cursor.unit));
        line(stage, QStringLiteral("stored"), stage.stored(cursor.unit));
        line(stage, QStringLiteral("largest residual"), stage.residual);
    }
    return text;
}

} // namespace gatescope
