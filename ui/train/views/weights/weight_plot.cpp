// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/views/weights/weight_plot.h"

#include "ui/look/short_number.h"
#include "ui/widgets/plot/log_ticker.h"

#include <qcustomplot.h>

#include <cmath>
#include <limits>

namespace gatescope {

namespace {

constexpr std::array kGateDashes = {Qt::SolidLine, Qt::DashLine, Qt::DotLine};

} // namespace

WeightPlot::WeightPlot(QWidget *parent) : Plot(parent)
{
    for (std::size_t i = 0; i < m_gates.size(); ++i) {
        const QuantityInfo &info = quantityInfo(kQuantities[i]);
        m_gates[i] = addCurve(QStringLiteral("%1 %2").arg(info.letter, info.name()));
    }
    showLegend();
    setHoverText([this](double x) { return hoverAt(x); });
    connect(this, &Plot::themed, this, &WeightPlot::colour);
    colour();
}

void WeightPlot::colour()
{
    for (std::size_t i = 0; i < m_gates.size(); ++i)
        setCurvePen(*m_gates[i], quantityColor(kQuantities[i], palette()), 2, kGateDashes[i]);
    replotSoon();
}

WeightPlot::Histogram WeightPlot::histogram(const std::array<Matrix<float>, 3> &weights)
{
    Histogram made;
    double largest = 0.0;
    for (const Matrix<float> &gate : weights) {
        if (gate.size() > 0)
            largest = std::max(largest, static_cast<double>(gate.cwiseAbs().maxCoeff()));
    }
    made.reach = largest > 0.0 ? largest : 1.0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        for (const float value : weights[i].reshaped()) {
            if (!std::isfinite(value))
                continue;
            const double place = (static_cast<double>(value) / made.reach + 1.0) / 2.0 * kBins;
            ++made.counts[i][static_cast<std::size_t>(std::clamp(static_cast<int>(place), 0, kBins - 1))];
        }
    }
    return made;
}

void WeightPlot::showHistogram(const std::array<Matrix<float>, 3> &weights)
{
    m_shown = WeightCurve::Histogram;
    const Histogram made = histogram(weights);
    m_binWidth = 2.0 * made.reach / kBins;
    int most = 1;
    for (std::size_t i = 0; i < m_gates.size(); ++i) {
        QVector<double> x, y;
        for (int bin = 0; bin < kBins && weights[i].size() > 0; ++bin) {
            x.append(-made.reach + (bin + 0.5) * m_binWidth);
            y.append(made.counts[i][static_cast<std::size_t>(bin)]);
            most = std::max(most, made.counts[i][static_cast<std::size_t>(bin)]);
        }
        m_gates[i]->setLineStyle(QCPGraph::lsStepCenter);
        m_gates[i]->setData(x, y, true);
    }
    setLogarithmic(false);
    setHorizontalAxis(tr("weight"), tr("The values of the layer's weights and biases."));
    setVerticalAxis(tr("weights in a bin of %1").arg(shortNumber(m_binWidth)),
                    tr("How many of a gate's weights have about this value."));
    showRange(-made.reach, made.reach, 0.0, most);
    replotSoon();
}

double WeightPlot::valueOf(const TrainingMoment &moment, WeightCurve curve, Index gate, Index layer)
{
    const Matrix<float> *values = curve == WeightCurve::Gradient ? moment.gateGradients.get()
                                  : moment.updateRatios          ? &moment.updateRatios->gates
                                                                 : nullptr;
    if (!values || gate >= values->rows() || layer >= values->cols())
        return std::numeric_limits<double>::quiet_NaN();
    const auto value = static_cast<double>((*values)(gate, layer));
    return std::isfinite(value) && value > 0.0 ? value : std::numeric_limits<double>::quiet_NaN();
}

void WeightPlot::showTraining(const std::vector<TrainingMoment> &moments, WeightCurve curve, Index layer,
                              std::int64_t batchesPerEpoch)
{
    m_shown = curve;
    const double perEpoch = static_cast<double>(std::max<std::int64_t>(1, batchesPerEpoch));
    double low = std::numeric_limits<double>::infinity(), high = 0.0;
    for (std::size_t i = 0; i < m_gates.size(); ++i) {
        QVector<double> x, y;
        for (const TrainingMoment &moment : moments) {
            const double value = valueOf(moment, curve, static_cast<Index>(i), layer);
            if (std::isnan(value))
                continue;
            x.append(static_cast<double>(moment.step) / perEpoch);
            y.append(value);
            low = std::min(low, value);
            high = std::max(high, value);
        }
        m_gates[i]->setLineStyle(QCPGraph::lsLine);
        m_gates[i]->setData(x, y, true);
    }
    const bool gradient = curve == WeightCurve::Gradient;
    setLogarithmic(true);
    setHorizontalAxis(tr("epoch"), tr("Epochs trained, at the moments that the time machine keeps."));
    setVerticalAxis(gradient ? tr("‖∂loss/∂(W, U)‖ of a gate (log)") : tr("‖update‖ / ‖weights‖ of a gate (log)"),
                    gradient ? tr("The length of the gradient of each gate's weights, after clipping.")
                             : tr("How far a step moved each gate's weights, as a share of their own length; about "
                                  "0.001 is healthy."));
    const double last = moments.empty() ? 1.0 : static_cast<double>(moments.back().step) / perEpoch;
    showRange(0.0, std::max(last, 1.0 / perEpoch), low, high);
    replotSoon();
}

int WeightPlot::points(std::size_t gate) const
{
    return m_gates[gate]->dataCount();
}

bool WeightPlot::hasPoints() const
{
    return std::ranges::any_of(m_gates, [](const QCPGraph *gate) { return !gate->data()->isEmpty(); });
}

QString WeightPlot::hoverAt(double x) const
{
    QStringList lines;
    for (std::size_t i = 0; i < m_gates.size(); ++i) {
        const auto drawn = m_gates[i]->data();
        if (drawn->isEmpty())
            continue;
        auto found = drawn->findBegin(x);
        if (found + 1 != drawn->constEnd() && std::abs((found + 1)->key - x) < std::abs(found->key - x))
            ++found;
        const bool counts = m_shown == WeightCurve::Histogram;
        if (lines.isEmpty())
            lines << (counts ? tr("weights from %1 to %2")
                                   .arg(fixedText(found->key - m_binWidth / 2, 3),
                                        fixedText(found->key + m_binWidth / 2, 3))
                             : tr("epoch %1").arg(found->key, 0, 'f', 2));
        lines << QStringLiteral("%1  %2").arg(quantityInfo(kQuantities[i]).letter,
                                              counts ? QString::number(found->value, 'f', 0)
                                                     : shortNumber(found->value));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace gatescope
