// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/stack/stack_view.h"

#include "ui/inspect/stack/stack_frame.h"
#include "ui/look/quantity.h"
#include "ui/look/theme.h"
#include "ui/widgets/common/view_export.h"
#include "ui/widgets/drawn/arrow.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <cmath>

namespace gatescope {

namespace {

/// What a cell's bars show, from the top.
constexpr Quantity kBars[] = {Quantity::ResetGate, Quantity::UpdateGate, Quantity::Candidate, Quantity::HiddenState};

double valueOf(const Trace<float> &run, Quantity quantity, Index layer, Index step, Index unit)
{
    const CellValue value = cellValueOf(quantityInfo(quantity).id).value();
    return static_cast<double>(valuesOf(run.layers[static_cast<std::size_t>(layer)], value)(unit, step));
}

} // namespace

StackView::StackView(Inspection &inspection, QWidget *parent)
    : InspectView(inspection, tr("The stack, unrolled"), QStringLiteral("stack"), parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleDescription(tr("Every layer at the steps around the cursor. Left and right move the step, page up and "
                                "page down the layer, up and down the unit."));
}

QSize StackView::minimumSizeHint() const
{
    const QFontMetricsF metrics(themeFont(TextRole::Caption));
    return QSizeF(12 * metrics.height(), 10 * metrics.height() + 60).toSize();
}

StackView::Frame StackView::frame(const QSizeF &size) const
{
    return {size, QFontMetricsF(themeFont(TextRole::Caption)), inspection().run(), inspection().cursor()};
}

std::optional<QRectF> StackView::cellPlace(Index layer, Index step) const
{
    if (!inspection().hasRun())
        return std::nullopt;
    const Frame place = frame(size());
    return place.shows(layer, step) ? std::optional(place.cell(layer, step)) : std::nullopt;
}

void StackView::draw(QPainter &painter, const QSizeF &size, Spots &spots) const
{
    const Frame place = frame(size);
    painter.setFont(themeFont(TextRole::Caption));
    drawOutput(painter, place, spots);
    drawInputs(painter, place);
    for (Index layer = place.firstLayer; layer < place.firstLayer + place.layers; ++layer) {
        for (Index step = place.firstStep; step < place.firstStep + place.steps; ++step) {
            drawArrows(painter, place, layer, step, spots);
            drawCell(painter, place, layer, step, spots);
        }
        painter.setPen(themeColors(palette()).muted);
        const QRectF first = place.cell(layer, place.firstStep);
        painter.drawText(QRectF(8, first.top() - place.line - 3, first.width(), place.line), Qt::AlignLeft,
                         tr("layer %1").arg(layer + 1));
    }
}

void StackView::drawCell(QPainter &painter, const Frame &frame, Index layer, Index step, Spots &spots) const
{
    const ThemeColors &colors = themeColors(palette());
    const Cursor cursor = inspection().cursor();
    const QRectF box = frame.cell(layer, step);
    const bool current = cursor.layer == layer && cursor.step == step;
    painter.setPen(QPen(current ? colors.cursor : colors.strongBorder, current ? 2 : 1));
    painter.setBrush(current ? colors.accentSoft : colors.field);
    painter.drawRoundedRect(box, 6, 6);
    drawBars(painter, box, layer, step, cursor.step == step);
    QStringList lines{tr("layer %1 · step %2 · unit %3").arg(layer + 1).arg(step).arg(cursor.unit)};
    for (const Quantity quantity : kBars)
        lines << QStringLiteral("%1 = %2 (%3)")
                     .arg(quantityInfo(quantity).letter,
                          signedText(valueOf(inspection().run(), quantity, layer, step, cursor.unit)),
                          quantityInfo(quantity).name());
    spots.push_back(
        {box, tr("cell of layer %1 at step %2").arg(layer + 1).arg(step), {}, lines.join(QLatin1Char('\n'))});
}

void StackView::drawBars(QPainter &painter, const QRectF &box, Index layer, Index step, bool strong) const
{
    const ThemeColors &colors = themeColors(palette());
    const QFontMetricsF metrics(painter.font());
    const double line = metrics.height() + 1;
    const Index unit = inspection().cursor().unit;
    for (int row = 0; row < 4; ++row) {
        const QuantityInfo &info = quantityInfo(kBars[row]);
        const QColor color = quantityColor(kBars[row], palette());
        const QRectF area(box.left() + 8, box.top() + 4 + row * line, box.width() - 16, line);
        painter.setPen(color);
        painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, info.letter);
        const QRectF track(area.left() + metrics.horizontalAdvance(QLatin1Char('m')) + 2, area.center().y() - 4,
                           area.right() - area.left() - metrics.horizontalAdvance(QLatin1Char('m')) - 2, 8);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.grid);
        painter.drawRect(track);
        const auto place = [&](double value) {
            const double share = (value - info.minimum) / (info.maximum - info.minimum);
            return track.left() + std::clamp(share, 0.0, 1.0) * track.width();
        };
        const double zero = place(0.0), value = place(valueOf(inspection().run(), kBars[row], layer, step, unit));
        QColor fill = color;
        fill.setAlphaF(strong ? 1.0F : 0.55F);
        painter.setBrush(fill);
        painter.drawRect(
            QRectF(std::min(zero, value), track.top(), std::max(std::abs(value - zero), 1.0), track.height()));
        if (const Trace<float> *ghost = inspection().ghost()) {
            const double was = place(valueOf(*ghost, kBars[row], layer, step, unit));
            painter.setPen(QPen(colors.text, 1));
            painter.drawLine(QPointF(was, track.top() - 2), QPointF(was, track.bottom() + 2));
        }
    }
}

void StackView::drawArrows(QPainter &painter, const Frame &frame, Index layer, Index step, Spots &spots) const
{
    const ThemeColors &colors = themeColors(palette());
    const Trace<float> &run = inspection().run();
    const QRectF box = frame.cell(layer, step);
    const QColor state = quantityColor(Quantity::HiddenState, palette());
    const double middle = box.center().y();
    const double gap = frame.steps > 1 ? frame.columnPitch - frame.box.width() : 24;
    painter.setPen(QPen(state, 1.5, step == 0 ? Qt::DotLine : Qt::SolidLine));
    const QPointF from(std::max(2.0, box.left() - gap + 1), middle);
    drawArrow(painter, from, QPointF(box.left() - 1, middle));
    const QRectF shape(from.x() - 4, middle - frame.line - 1, box.left() - from.x() + 4, frame.line);
    painter.setPen(colors.muted);
    const QString width = QString::number(run.network.hidden);
    painter.drawText(shape, Qt::AlignCenter, step == 0 ? QStringLiteral("0") : width);
    spots.push_back({shape.adjusted(0, 0, 0, 8), step == 0 ? tr("initial state") : tr("state passed on"), width,
                     step == 0 ? tr("Before the first step every unit's state is 0.")
                               : tr("h, %1 × 1: the states of %1 units go on to the next step.").arg(width)});
    if (step == frame.firstStep + frame.steps - 1) {
        painter.setPen(QPen(state, 1.5, frame.showsEnd() ? Qt::DotLine : Qt::SolidLine));
        drawArrow(painter, QPointF(box.right() + 1, middle),
                  QPointF(std::min(frame.size.width() - 3, box.right() + gap - 2), middle));
    }
    const bool lowest = layer == 0;
    painter.setPen(QPen(lowest ? quantityColor(Quantity::Input, palette()) : state, 1.5));
    const double below =
        layer == frame.firstLayer ? box.bottom() + frame.line + 8 : frame.cell(layer - 1, step).top() - 1;
    const double start = layer == frame.firstLayer ? below : frame.cell(layer - 1, step).top();
    drawArrow(painter, QPointF(box.center().x(), start), QPointF(box.center().x(), box.bottom() + 1));
    const QRectF label(box.center().x() + 4, (start + box.bottom()) / 2 - frame.line / 2, 60, frame.line);
    painter.setPen(colors.muted);
    const QString rows = QString::number(lowest ? run.network.inputs : run.network.hidden);
    painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter, rows);
    spots.push_back({label.adjusted(-8, 0, 0, 0), tr("arrow into layer %1").arg(layer + 1), rows,
                     lowest ? tr("x, %1 × 1: the features of this step.").arg(rows)
                            : tr("h of layer %1, %2 × 1: what this layer reads.").arg(layer).arg(rows)});
    if (!lowest)
        drawDropout(painter, QPointF(box.center().x(), start), QPointF(box.center().x(), box.bottom() + 1), label,
                    spots);
}

/// Where training drops states out: a cross on the arrow, and beside it the share.
void StackView::drawDropout(QPainter &painter, const QPointF &from, const QPointF &to, const QRectF &label,
                            Spots &spots) const
{
    const double share = inspection().settings().network.dropout;
    if (!(share > 0.0))
        return;
    const ThemeColors &colors = themeColors(palette());
    const QPointF middle = (from + to) / 2;
    const double arm = atTextSize(4);
    painter.setPen(QPen(colors.warning, atTextSize(2)));
    painter.drawLine(middle - QPointF(arm, arm), middle + QPointF(arm, arm));
    painter.drawLine(middle - QPointF(arm, -arm), middle + QPointF(arm, -arm));
    const QString words = tr("%1 %").arg(100.0 * share, 0, 'g', 3);
    const QFontMetricsF metrics(painter.font());
    const QRectF place(label.left() - 12 - metrics.horizontalAdvance(words), label.top(),
                       metrics.horizontalAdvance(words) + 2, label.height());
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, words);
    spots.push_back(
        {place.adjusted(0, 0, 14, 0), tr("dropout"), words,
         tr("Dropout: while training, each of these states is zeroed with a chance of %1, and what is left is "
            "made larger to match. What is shown here is without: nothing is dropped.")
             .arg(words)});
}

void StackView::drawInputs(QPainter &painter, const Frame &frame) const
{
    const Index current = inspection().cursor().step;
    for (Index step = frame.firstStep; step < frame.firstStep + frame.steps; ++step) {
        const QRectF box = frame.cell(frame.firstLayer, step);
        painter.setPen(step == current ? themeColors(palette()).cursor : themeColors(palette()).muted);
        const QString text = frame.firstLayer == 0 ? tr("x, t = %1").arg(step) : tr("t = %1").arg(step);
        painter.drawText(QRectF(box.center().x() - 60, box.bottom() + frame.line + 9, 120, frame.line), Qt::AlignCenter,
                         text);
    }
}

void StackView::drawOutput(QPainter &painter, const Frame &frame, Spots &spots) const
{
    const Trace<float> &run = inspection().run();
    const QColor state = quantityColor(Quantity::HiddenState, palette());
    QColor soft = state;
    soft.setAlpha(28);
    if (frame.showsEnd()) { // h_n: the last column, all layers
        QRectF column = frame.cell(frame.firstLayer + frame.layers - 1, frame.allSteps - 1)
                            .united(frame.cell(frame.firstLayer, frame.allSteps - 1))
                            .adjusted(-5, -5, 5, 5);
        painter.setPen(QPen(state, 1, Qt::DashLine));
        painter.setBrush(soft);
        painter.drawRoundedRect(column, 8, 8);
    }
    const QRectF band = frame.band();
    painter.setPen(Qt::NoPen);
    painter.setBrush(soft);
    if (frame.showsTop())
        painter.drawRoundedRect(band, 4, 4);
    const QString output =
        frame.showsTop() ? tr("output: the top row, every step") : tr("↑ output: layer %1").arg(frame.allLayers);
    const QString last = frame.showsEnd() ? tr("h_n: the last column ↓") : tr("h_n: step %1 →").arg(frame.allSteps - 1);
    painter.setPen(state);
    const QFontMetricsF metrics(painter.font());
    const bool both = metrics.horizontalAdvance(output + last) + 30 < band.width();
    painter.drawText(band.adjusted(6, 0, -6, 0), Qt::AlignLeft | Qt::AlignVCenter, both ? output : tr("output"));
    painter.drawText(band.adjusted(6, 0, -6, 0), Qt::AlignRight | Qt::AlignVCenter,
                     both ? last : QStringLiteral("h_n"));
    spots.push_back({band,
                     tr("output and h_n"),
                     {},
                     tr("PyTorch's output is the top layer's state at every step; h_n is every layer's state at the "
                        "last step. They meet in one cell, and the head reads that: ŷ = V h + c, %1 × %2.")
                         .arg(run.network.outputs)
                         .arg(run.network.hidden)});
    if (!frame.showsTop())
        return;
    for (Index step = frame.firstStep; step < frame.firstStep + frame.steps; ++step) {
        const QRectF box = frame.cell(frame.allLayers - 1, step);
        painter.setPen(QPen(state, 1.5));
        drawArrow(painter, QPointF(box.center().x(), box.top()), QPointF(box.center().x(), band.bottom() + 1));
    }
}

void StackView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !inspection().hasRun())
        return;
    setFocus(Qt::MouseFocusReason);
    const Frame place = frame(size());
    for (Index layer = place.firstLayer; layer < place.firstLayer + place.layers; ++layer) {
        for (Index step = place.firstStep; step < place.firstStep + place.steps; ++step) {
            if (place.cell(layer, step).contains(event->position()))
                Q_EMIT pointed(layer, step);
        }
    }
}

void StackView::wheelEvent(QWheelEvent *event)
{
    if (!inspection().hasRun())
        return;
    const int turn = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    inspection().moveBy(0, turn > 0 ? -1 : turn < 0 ? 1 : 0, 0);
    event->accept();
}

QString StackView::csv() const
{
    QString text = QStringLiteral("layer,step,unit,r,z,n,h\n");
    if (!inspection().hasRun())
        return text;
    const Trace<float> &run = inspection().run();
    const Index unit = inspection().cursor().unit;
    for (Index layer = 0; layer < run.network.layers; ++layer) {
        for (Index step = 0; step < run.steps(); ++step) {
            text += QStringLiteral("%1,%2,%3").arg(layer + 1).arg(step).arg(unit);
            for (const Quantity quantity : kBars)
                text += QLatin1Char(',') + csvNumber(valueOf(run, quantity, layer, step, unit));
            text += QLatin1Char('\n');
        }
    }
    return text;
}

} // namespace gatescope
