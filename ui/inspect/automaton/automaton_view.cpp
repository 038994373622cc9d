// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/automaton/automaton_view.h"

#include "core/inspect/units/phase_portrait.h"
#include "ui/inspect/units/nearest_place.h"
#include "ui/look/theme.h"
#include "ui/widgets/drawn/arrow.h"
#include "ui/widgets/heatmap/color_map.h"

#include <QFontMetricsF>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace gatescope {

/// Where the states stand.
struct AutomatonView::Ring {
    QPointF middle;
    double wide = 0.0, high = 0.0; ///< half axes of the ring, an ellipse
    double node = 14.0;            ///< radius of a state's disc
    int count = 1;

    /// As large as a room allows, with discs that do not touch.
    Ring(const QRectF &room, int states, double line) : middle(room.center()), count(states)
    {
        const double half = (room.width() + room.height()) / 4 - line;
        node = std::clamp(2 * std::numbers::pi * half / (2.3 * states + 6 * std::numbers::pi), 4.0, 14.0);
        wide = std::max(20.0, room.width() / 2 - 3 * node - 1.5 * line);
        high = std::max(20.0, room.height() / 2 - 3 * node - line);
    }

    QPointF place(int state) const
    {
        if (count == 1)
            return middle;
        const double angle = 2.0 * std::numbers::pi * state / count - std::numbers::pi; // the start stands at the left
        return middle + QPointF(wide * std::cos(angle), high * std::sin(angle));
    }
    QPointF outward(int state) const
    {
        const QPointF way = place(state) - middle;
        const double length = std::hypot(way.x(), way.y());
        return length < 1.0 ? QPointF(0, -1) : way / length;
    }
};

AutomatonView::AutomatonView(Inspection &inspection, QWidget *parent)
    : InspectView(inspection, tr("Automaton"), QStringLiteral("automaton"), parent)
{
    setAccessibleDescription(tr("The automaton that does nearly what the network does, and the states it is made of."));
}

void AutomatonView::show(std::shared_ptr<const ExtractedAutomaton> found, const QString &words)
{
    m_found = std::move(found);
    m_words = words;
    setEmptyText(words);
    update();
}

/// Whether the automaton is of the network that is shown.
bool AutomatonView::fits() const
{
    const NetworkOptions &network = inspection().settings().network;
    return m_found && !m_found->automaton.states.empty()
           && m_found->automaton.centres.rows() == network.layers * network.hidden;
}

QColor AutomatonView::stateColor(int state) const
{
    static const ColorMap map(ColorMapKind::Viridis);
    return QColor(map.color((state + 0.5) / std::max(1, m_found->automaton.size())));
}

QString AutomatonView::answerName(int answer) const
{
    return answer < 0 ? tr("–") : shown(m_found->symbols.answers[static_cast<std::size_t>(answer)]);
}

void AutomatonView::draw(QPainter &painter, const QSizeF &size, Spots &spots) const
{
    if (!fits())
        return;
    const bool beside = size.width() > size.height();
    const QRectF all(8, 4, size.width() - 16, size.height() - 8);
    const QRectF states = beside ? QRectF(all.left(), all.top(), all.width() * 0.4, all.height())
                                 : QRectF(all.left(), all.top(), all.width(), all.height() * 0.4);
    const QRectF ring = beside ? all.adjusted(states.width() + 8, 0, 0, 0) : all.adjusted(0, states.height() + 8, 0, 0);
    drawStates(painter, states, spots);
    drawRing(painter, ring, spots);
}

void AutomatonView::drawStates(QPainter &painter, const QRectF &room, Spots &spots) const
{
    const Trace<float> &run = inspection().run();
    const Index hidden = run.network.hidden, steps = run.steps();
    const PhasePortrait plane = phasePortrait(run.layers[static_cast<std::size_t>(inspection().cursor().layer)].h, 2);
    Matrix<double> states(run.network.layers * hidden, steps);
    for (Index layer = 0; layer < run.network.layers; ++layer)
        states.middleRows(layer * hidden, hidden) = run.layers[static_cast<std::size_t>(layer)].h.cast<double>();
    const double line = QFontMetricsF(themeFont(TextRole::Caption)).height();
    const QRectF field = room.adjusted(8, line + 8, -8, -8);
    painter.setFont(themeFont(TextRole::Caption));
    painter.setPen(themeColors(palette()).muted);
    const QRectF head(room.left(), room.top(), room.width(), line);
    painter.drawText(head, Qt::AlignCenter, tr("states, first two components"));
    spots.push_back(
        {head,
         tr("states"),
         {},
         tr("The hidden states of this sequence as in the phase portrait, coloured by the automaton's state "
            "that each belongs to. Click one to go to its step.")});
    const auto axis = [&](Index row, double from, double length, Index step) {
        if (row >= plane.points.rows())
            return from + length / 2;
        const double low = plane.points.row(row).minCoeff(), high = plane.points.row(row).maxCoeff();
        return high > low ? from + length * (plane.points(row, step) - low) / (high - low) : from + length / 2;
    };
    m_places.clear();
    for (Index step = 0; step < steps; ++step)
        m_places.emplace_back(axis(0, field.left(), field.width(), step),
                              axis(1, field.bottom(), -field.height(), step));
    painter.setPen(QPen(themeColors(palette()).grid, 1));
    painter.drawPolyline(m_places.data(), static_cast<int>(m_places.size()));
    for (Index step = 0; step < steps; ++step) {
        const int state = m_found->automaton.stateAt(states.col(step));
        painter.setPen(QPen(themeColors(palette()).strongBorder, 0.6));
        painter.setBrush(state < 0 ? QColor(themeColors(palette()).notANumber) : stateColor(state));
        painter.drawEllipse(m_places[static_cast<std::size_t>(step)], 4, 4);
    }
    painter.setPen(QPen(themeColors(palette()).accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(m_places[static_cast<std::size_t>(inspection().cursor().step)], 7, 7);
}

/// An arrow from one state's disc to another's, bent so that the way back has its own; a state's own in a loop outside.
void AutomatonView::drawMove(QPainter &painter, const Ring &ring, int from, int to, const QString &symbols) const
{
    const ThemeColors &colors = themeColors(palette());
    const QPointF start = ring.place(from), end = ring.place(to);
    painter.setPen(QPen(colors.muted, 1.2));
    painter.setBrush(Qt::NoBrush);
    const QFontMetricsF metrics(painter.font());
    const QString text = metrics.elidedText(symbols, Qt::ElideRight, 90);
    QPointF label;
    QPainterPath path;
    if (from == to) {
        const QPointF out = ring.outward(from), side(-out.y(), out.x());
        const QPointF first = start + out * ring.node * 0.8 + side * ring.node * 0.6,
                      last = start + out * ring.node * 0.8 - side * ring.node * 0.6;
        path.moveTo(first);
        path.cubicTo(first + out * 1.6 * ring.node, last + out * 1.6 * ring.node, last);
        painter.drawPath(path);
        drawArrow(painter, path.pointAtPercent(0.9), last);
        label = start + out * (ring.node * 2.0 + metrics.height() * 0.7);
    } else {
        const QPointF way = end - start;
        const double length = std::hypot(way.x(), way.y());
        const QPointF along = way / length, side(-along.y(), along.x());
        const double bend = 0.16 * length;
        const QPointF first = start + along * ring.node + side * 3, last = end - along * ring.node + side * 3;
        const QPointF control = (first + last) / 2 + side * bend;
        path.moveTo(first);
        path.quadTo(control, last);
        painter.drawPath(path);
        drawArrow(painter, path.pointAtPercent(0.92), last);
        label = path.pointAtPercent(0.5) + side * metrics.height() * 0.6;
    }
    const double wide = metrics.horizontalAdvance(text) + 4;
    const QRectF area(label.x() - wide / 2, label.y() - metrics.height() / 2, wide, metrics.height());
    QColor ground = colors.card;
    ground.setAlpha(200);
    painter.fillRect(area, ground);
    painter.setPen(colors.text);
    painter.drawText(area, Qt::AlignCenter, text);
}

void AutomatonView::drawRing(QPainter &painter, const QRectF &room, Spots &spots) const
{
    const ThemeColors &colors = themeColors(palette());
    const Automaton &automaton = m_found->automaton;
    painter.setFont(themeFont(TextRole::Caption));
    const double line = QFontMetricsF(painter.font()).height();
    const Ring ring(room, automaton.size(), line);
    for (int from = 0; from < automaton.size(); ++from) {
        std::map<int, QStringList> symbols;
        const std::vector<int> &moves = automaton.states[static_cast<std::size_t>(from)].moves;
        for (std::size_t symbol = 0; symbol < moves.size(); ++symbol) {
            if (moves[symbol] >= 0)
                symbols[moves[symbol]] << shown(m_found->symbols.inputs[symbol]);
        }
        for (const auto &[to, names] : symbols)
            drawMove(painter, ring, from, to, names.join(QStringLiteral(", ")));
    }
    static const ColorMap map(ColorMapKind::Viridis);
    for (int state = 0; state < automaton.size(); ++state) {
        const QPointF place = ring.place(state);
        const Automaton::State &each = automaton.states[static_cast<std::size_t>(state)];
        painter.setPen(
            QPen(state == automaton.start ? colors.accent : colors.strongBorder, state == automaton.start ? 3 : 1));
        painter.setBrush(stateColor(state));
        painter.drawEllipse(place, ring.node, ring.node);
        painter.setPen(map.textColor((state + 0.5) / automaton.size()));
        const QRectF disc(place.x() - ring.node, place.y() - ring.node, 2 * ring.node, 2 * ring.node);
        painter.drawText(
            disc, Qt::AlignCenter,
            QFontMetricsF(painter.font()).elidedText(answerName(each.answer), Qt::ElideRight, 2 * ring.node - 2));
        spots.push_back({disc, tr("state %1").arg(state + 1), answerName(each.answer),
                         tr("State %1%2: answers “%3”; the network's training sequences are in it at %4 steps.")
                             .arg(state + 1)
                             .arg(state == automaton.start ? tr(", where it starts") : QString())
                             .arg(answerName(each.answer))
                             .arg(each.visits)});
    }
}

void AutomatonView::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    if (event->button() != Qt::LeftButton || !inspection().hasRun() || !fits())
        return;
    NearestPlace nearest(event->position(), 12.0);
    for (std::size_t step = 0; step < m_places.size(); ++step)
        nearest.offer(static_cast<Index>(step), m_places[step]);
    if (nearest.found())
        inspection().moveTo(inspection().cursor().layer, *nearest.found(), inspection().cursor().unit);
}

QString AutomatonView::csv() const
{
    QString text = QStringLiteral("state,answer,symbol,next_state\n");
    if (!m_found)
        return text;
    for (int state = 0; state < m_found->automaton.size(); ++state) {
        const Automaton::State &each = m_found->automaton.states[static_cast<std::size_t>(state)];
        for (std::size_t symbol = 0; symbol < each.moves.size(); ++symbol)
            text += QStringLiteral("%1,%2,%3,%4\n")
                        .arg(state + 1)
                        .arg(answerName(each.answer), shown(m_found->symbols.inputs[symbol]),
                             each.moves[symbol] < 0 ? QString() : QString::number(each.moves[symbol] + 1));
    }
    return text;
}

} // namespace gatescope
