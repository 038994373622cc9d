// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/views/gates/gate_curves.h"

#include "core/inspect/units/gate_health.h"
#include "core/model/gate.h"
#include "ui/look/quantity.h"

#include <qcustomplot.h>

namespace gatescope {

namespace {

constexpr std::array kGates = {Quantity::ResetGate, Quantity::UpdateGate};

const Matrix<float> &gateOf(const LayerTrace<float> &layer, Quantity gate)
{
    return valuesOf(layer, cellValueOf(quantityInfo(gate).id).value());
}

} // namespace

GateCurves::GateCurves(QWidget *parent) : Plot(parent)
{
    for (std::size_t i = 0; i < kGates.size(); ++i) {
        const QuantityInfo &info = quantityInfo(kGates[i]);
        m_gates[i].low = addCurve({});
        m_gates[i].high = addCurve({});
        m_gates[i].mean = addCurve(tr("%1 %2: mean ± spread").arg(info.letter, info.name()));
        m_gates[i].high->setChannelFillGraph(m_gates[i].low);
        for (QCPGraph *border : {m_gates[i].low, m_gates[i].high}) {
            border->removeFromLegend();
            border->setPen(Qt::NoPen);
        }
    }
    showLegend();
    setPointing(true);
    setVerticalAxis(
        tr("gate (0 … 1)"),
        tr("The mean of the gate over the layer's units; the band is one standard deviation to either side."));
    setHoverText([this](double x) { return hoverAt(x); });
    connect(this, &Plot::themed, this, &GateCurves::colour);
    colour();
}

void GateCurves::colour()
{
    for (std::size_t i = 0; i < kGates.size(); ++i) {
        const QColor color = quantityColor(kGates[i], palette());
        setCurvePen(*m_gates[i].mean, color, 2);
        QColor faint = color;
        faint.setAlphaF(0.18F);
        m_gates[i].high->setBrush(faint);
    }
    replotSoon();
}

void GateCurves::show(const std::shared_ptr<const Trace<float>> &trace, Index layer)
{
    m_trace = trace;
    m_layer = layer;
    const bool empty = !trace || layer >= static_cast<Index>(trace->layers.size());
    setEmpty(empty);
    if (empty)
        return;
    const LayerTrace<float> &layerTrace = trace->layers[static_cast<std::size_t>(layer)];
    const Index steps = trace->steps();
    QVector<double> x;
    for (Index t = 0; t < steps; ++t)
        x.append(static_cast<double>(t));
    for (std::size_t i = 0; i < kGates.size(); ++i) {
        const GateSpread spread = gateSpread(gateOf(layerTrace, kGates[i]), 1);
        QVector<double> mean, low, high;
        for (Index t = 0; t < steps; ++t) {
            mean.append(spread.mean(t));
            low.append(spread.mean(t) - spread.deviation(t));
            high.append(spread.mean(t) + spread.deviation(t));
        }
        m_gates[i].mean->setData(x, mean, true);
        m_gates[i].low->setData(x, low, true);
        m_gates[i].high->setData(x, high, true);
    }
    showRange(0.0, static_cast<double>(std::max<Index>(steps - 1, 1)), 0.0, 1.0);
    replotSoon();
}

QString GateCurves::hoverAt(double step) const
{
    const auto t = static_cast<Index>(std::lround(step));
    if (!m_trace || t < 0 || t >= m_trace->steps())
        return {};
    QString text = tr("layer %1 · step %2").arg(m_layer + 1).arg(t);
    const LayerTrace<float> &layer = m_trace->layers[static_cast<std::size_t>(m_layer)];
    for (const Quantity gate : kGates) {
        const GateSpread spread = gateSpread(gateOf(layer, gate), 1);
        text += tr("\n%1 = %2 ± %3, saturated %4 %")
                    .arg(quantityInfo(gate).letter)
                    .arg(spread.mean(t), 0, 'f', 3)
                    .arg(spread.deviation(t), 0, 'f', 3)
                    .arg((spread.shutShare(t) + spread.openShare(t)) * 100, 0, 'f', 0);
    }
    return text;
}

} // namespace gatescope
