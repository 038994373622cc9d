// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/views/loss/rate_marks.h"

#include "core/session/history.h"
#include "ui/look/theme.h"
#include "ui/widgets/plot/log_ticker.h"
#include "ui/widgets/plot/plot.h"

#include <qcustomplot.h>

#include <cmath>

namespace gatescope {

std::vector<RateChange> rateChanges(const History &history)
{
    constexpr double kLeast = 1.2; // a schedule that glides makes no mark at every batch
    std::vector<RateChange> changes;
    double before = 0.0;
    for (const ThinnedSeries::Point &point : history.learningRate().points()) {
        if (!(point.y > 0.0))
            continue;
        if (before > 0.0 && std::max(point.y / before, before / point.y) >= kLeast)
            changes.push_back({point.x, before, point.y});
        before = point.y;
    }
    return changes;
}

RateMarks::RateMarks(Plot &plot) : m_plot(plot), m_marks(plot.addCurve(QObject::tr("learning rate changed")))
{
    m_marks->removeFromLegend();
    m_marks->setLineStyle(QCPGraph::lsNone);
    m_marks->setLayer(QStringLiteral("grid"));
}

void RateMarks::show(const History &history, double perStep)
{
    m_perStep = perStep;
    m_changes = rateChanges(history);
    place();
}

void RateMarks::place()
{
    QVector<double> x, y;
    for (const RateChange &change : m_changes) {
        x.append(change.step * m_perStep);
        y.append(m_plot.canvas().yAxis->range().lower);
    }
    m_marks->setData(x, y, true);
    m_marks->setVisible(!x.isEmpty());
}

void RateMarks::colour()
{
    const QColor color = themeColors(m_plot.palette()).text;
    m_marks->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssTriangle, QPen(color, 1), QBrush(color), atTextSize(11)));
}

QString RateMarks::wordsAt(double x) const
{
    const double reach = m_plot.canvas().xAxis->range().size() / 50.0;
    const RateChange *nearest = nullptr;
    for (const RateChange &change : m_changes) {
        const double away = std::abs(change.step * m_perStep - x);
        if (away <= reach && (!nearest || away < std::abs(nearest->step * m_perStep - x)))
            nearest = &change;
    }
    return nearest ? QObject::tr("learning rate %1 → %2").arg(shortNumber(nearest->before), shortNumber(nearest->after))
                   : QString();
}

} // namespace gatescope
