// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/views/loss/opponent_lines.h"

#include "ui/document/opponents/live_opponents.h"
#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"
#include "ui/look/quantity.h"
#include "ui/look/theme.h"
#include "ui/train/views/loss/label_place.h"
#include "ui/widgets/plot/log_ticker.h"
#include "ui/widgets/plot/plot.h"

#include <qcustomplot.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace gatescope {

OpponentLines::OpponentLines(Plot &plot) : m_plot(plot) {}

OpponentLines::Line &OpponentLines::lineAt(std::size_t index)
{
    while (m_lines.size() <= index) {
        Line line{m_plot.addCurve({}), new QCPItemText(&m_plot.canvas()), {}};
        line.graph->removeFromLegend();
        line.graph->setLayer(QStringLiteral("grid")); // the network's own curves run over them
        line.label->setClipToAxisRect(false);
        line.label->setLayer(QStringLiteral("grid"));
        line.label->position->setType(QCPItemPosition::ptAbsolute);
        line.label->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
        line.label->setVisible(false);
        m_lines.push_back(line);
    }
    return m_lines[index];
}

void OpponentLines::set(std::size_t index, const QString &id, const QString &words, double loss, Rank rank)
{
    Line &line = lineAt(index);
    line.id = id;
    line.loss = loss;
    line.rank = rank;
    line.isShown = true;
    line.graph->setData({0.0, 1e9}, {loss, loss}, true);
    line.label->setText(QStringLiteral("%1 %2").arg(words, shortNumber(loss)));
    colour(line);
}

void OpponentLines::show(const LiveOpponents &opponents, bool anything)
{
    for (Line &line : m_lines) {
        line.isShown = false;
        line.label->setVisible(false);
        line.graph->setData(QVector<double>(), QVector<double>());
    }
    m_mustBeSeen.clear();
    m_floorWords.clear();
    if (!anything)
        return;
    std::vector<OpponentLoss> losses = opponents.losses();
    std::ranges::stable_sort(losses, {}, &OpponentLoss::loss);
    std::size_t next = 0;
    for (const OpponentLoss &opponent : losses) {
        const bool best = next == 0;
        const QString name = coreWords(opponent.info->name);
        set(next++, fromText(opponent.info->id), best ? QObject::tr("to beat: %1").arg(name) : name, opponent.loss,
            best ? Rank::Best : Rank::Other);
        if (opponent.loss > 0.0 && (best || opponent.info->id == "last-value"))
            m_mustBeSeen.push_back(opponent.loss);
    }
    const std::optional<double> floor = opponents.knownFloorLoss();
    if (floor && *floor > 0.0) {
        set(next, QStringLiteral("floor"), QObject::tr("lowest possible:"), *floor, Rank::Floor);
        m_mustBeSeen.push_back(*floor);
    } else if (floor) {
        m_floorWords = QObject::tr("lowest possible: 0");
    }
}

void OpponentLines::colour()
{
    for (const Line &line : m_lines)
        colour(line);
}

void OpponentLines::colour(const Line &line) const
{
    const QPalette palette = m_plot.palette();
    const ThemeColors &theme = themeColors(palette);
    QColor naive = quantityColor(Quantity::NaiveForecast, palette);
    if (line.rank == Rank::Other)
        naive.setAlphaF(0.55F);
    Plot::setCurvePen(*line.graph, naive, line.rank == Rank::Best ? 1.5 : 1,
                      line.rank == Rank::Floor ? Qt::DotLine : Qt::DashLine);
    line.label->setFont(themeFont(TextRole::Caption));
    line.label->setColor(line.rank == Rank::Best ? theme.text : theme.muted);
}

/// Over its line or under it, at the right or further in, where no other words and no curve are.
bool OpponentLines::placeLabel(Line &line, std::vector<QRectF> &taken, const std::vector<QPolygonF> &curves) const
{
    const QRectF inside = m_plot.canvas().axisRect()->rect();
    const QFontMetricsF metrics(line.label->font());
    const QSizeF words(metrics.horizontalAdvance(line.label->text()) + 2, metrics.height());
    const double y = m_plot.canvas().yAxis->coordToPixel(line.loss);
    if (!inside.contains(QPointF(inside.center().x(), y)))
        return false;
    constexpr double kGap = 4.0;
    for (double left = inside.right() - words.width() - kGap; left > inside.left(); left -= words.width() / 3) {
        for (const double top : {y - words.height() - 1.0, y + 1.0}) {
            const QRectF place(QPointF(left, top), words);
            if (!inside.contains(place)
                || std::ranges::any_of(taken, [&](const QRectF &other) { return other.intersects(place); })
                || std::ranges::any_of(curves, [&](const QPolygonF &curve) { return runsThrough(curve, place); }))
                continue;
            line.label->position->setCoords(place.topLeft());
            taken.push_back(place);
            return true;
        }
    }
    return false;
}

void OpponentLines::place(const std::vector<QPolygonF> &curves)
{
    std::vector<QRectF> taken;
    for (const Rank rank : {Rank::Best, Rank::Floor, Rank::Other}) {
        for (Line &line : m_lines) {
            if (!line.isShown || line.rank != rank)
                continue;
            const bool free = placeLabel(line, taken, curves);
            line.label->setVisible(free || (rank == Rank::Best && placeLabel(line, taken, {})));
            // Where a curve cannot be avoided, the words lie over it, on a ground of their own.
            line.label->setLayer(free ? QStringLiteral("grid") : QStringLiteral("legend"));
            line.label->setBrush(free ? QBrush(Qt::NoBrush) : QBrush(themeColors(m_plot.palette()).card));
        }
    }
}

std::vector<QRectF> OpponentLines::taken() const
{
    std::vector<QRectF> places;
    for (const Line &line : m_lines) {
        if (line.label->visible())
            places.emplace_back(line.label->topLeft->pixelPosition(), line.label->bottomRight->pixelPosition());
    }
    return places;
}

std::vector<std::pair<QString, double>> OpponentLines::lines() const
{
    std::vector<std::pair<QString, double>> all;
    for (const Line &line : m_lines) {
        if (line.isShown)
            all.emplace_back(line.id, line.loss);
    }
    return all;
}

} // namespace gatescope
