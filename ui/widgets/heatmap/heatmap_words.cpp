// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/heatmap/heatmap.h"

#include "ui/widgets/heatmap/heatmap_painting.h"

namespace gatescope {

namespace {

QString words(double value)
{
    return QString::number(value, 'f', 2).replace(QLatin1Char('-'), QChar(0x2212));
}

/// "z update · layer 1: mean 0.83; lowest 0.25 at step 3, unit 6; highest 0.99 at step 0, unit 1."
QString summaryOf(const HeatmapPanel &panel)
{
    const Matrix<float> &values = *panel.values;
    Index lowUnit = 0, lowStep = 0, highUnit = 0, highStep = 0;
    const float low = values.minCoeff(&lowUnit, &lowStep);
    const float high = values.maxCoeff(&highUnit, &highStep);
    return Heatmap::tr("%1: mean %2; lowest %3 at step %4, unit %5; highest %6 at step %7, unit %8.")
        .arg(panel.title, words(static_cast<double>(values.mean())), words(static_cast<double>(low)))
        .arg(lowStep)
        .arg(lowUnit)
        .arg(words(static_cast<double>(high)))
        .arg(highStep)
        .arg(highUnit);
}

bool isRead(const HeatmapPanel &panel)
{
    return panel.values && panel.values->size() > 0 && !panel.isSlim;
}

} // namespace

QString Heatmap::spokenValue() const
{
    QStringList parts;
    for (const HeatmapPanel &panel : m_panels) {
        if (isRead(panel) && (m_layer < 0 || panel.layer == m_layer) && m_unit < panel.values->rows()
            && m_step < panel.values->cols() && m_unit >= 0 && m_step >= 0)
            parts << QStringLiteral("%1 %2").arg(panel.title,
                                                 words(static_cast<double>((*panel.values)(m_unit, m_step))));
    }
    return parts.isEmpty() ? QString()
                           : tr("step %1, unit %2: %3").arg(m_step).arg(m_unit).arg(parts.join(QStringLiteral("; ")));
}

QString Heatmap::spokenSummary() const
{
    QStringList parts;
    for (const HeatmapPanel &panel : m_panels) {
        if (isRead(panel))
            parts << summaryOf(panel);
    }
    return parts.isEmpty() ? m_emptyText : parts.join(QLatin1Char('\n'));
}

} // namespace gatescope
