// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/views/gradient/gate_gradients.h"

#include "core/inspect/run/gradient_terms.h"
#include "core/inspect/run/layer_weights.h"
#include "ui/look/quantity.h"
#include "ui/train/views/gradient/gradient_epochs.h"
#include "ui/widgets/plot/log_ticker.h"

#include <qcustomplot.h>

#include <cmath>
#include <limits>

namespace gatescope {

namespace {

constexpr std::array kGateQuantities = {Quantity::ResetGate, Quantity::UpdateGate, Quantity::Candidate};
constexpr std::array kGateStyles = {Qt::SolidLine, Qt::DashLine, Qt::DotLine};

} // namespace

Matrix<float> gateGradientNorms(const NetworkOptions &network, std::span<const float> parameters,
                                const Trace<float> &trace, Index layer)
{
    const LayerTrace<float> &run = trace.layers[static_cast<std::size_t>(layer)];
    if (run.delta.size() == 0)
        return {};
    const GradientTerms<float> terms =
        gradientTerms<float>(LayerWeights<float>(network, parameters, layer), run, 0, run.delta);
    Matrix<float> norms(3, trace.steps());
    norms.row(0) = terms.aR.colwise().norm();
    norms.row(1) = terms.aZ.colwise().norm();
    norms.row(2) = terms.aN.colwise().norm();
    return norms;
}

GateGradients::GateGradients(QWidget *parent) : Plot(parent)
{
    for (std::size_t i = 0; i < m_gates.size(); ++i) {
        const QuantityInfo &info = quantityInfo(kGateQuantities[i]);
        m_gates[i] = addCurve(QStringLiteral("%1 %2").arg(info.letter, info.name()));
    }
    setAccessibleName(tr("Gradient norm of each gate over the steps"));
    setVerticalAxis(tr("‖∂loss/∂ sum‖ (log)"),
                    tr("How strongly the loss depends on the sums under r's and z's σ and n's "
                       "tanh at a step, in the probe sequence."));
    setLogarithmic(true);
    setWholeSteps();
    setPointing(true);
    showLegend();
    setHoverText([this](double x) { return hoverAt(x); });
    connect(this, &Plot::themed, this, &GateGradients::colour);
    colour();
}

void GateGradients::colour()
{
    for (std::size_t i = 0; i < m_gates.size(); ++i)
        setCurvePen(*m_gates[i], quantityColor(kGateQuantities[i], palette()), 2, kGateStyles[i]);
    replotSoon();
}

bool GateGradients::show(const Snapshot *snapshot, Index layer)
{
    m_norms.resize(0, 0);
    if (snapshot && snapshot->trace && layer < static_cast<Index>(snapshot->trace->layers.size()))
        m_norms = gateGradientNorms(snapshot->settings.network, snapshot->parameters, *snapshot->trace, layer);
    setEmpty(m_norms.size() == 0);
    double low = std::numeric_limits<double>::infinity(), high = 0.0;
    for (std::size_t i = 0; i < m_gates.size(); ++i) {
        QVector<double> x, y;
        for (Index t = 0; t < m_norms.cols(); ++t) {
            const double norm = drawableNorm(static_cast<double>(m_norms(static_cast<Index>(i), t)));
            x.append(static_cast<double>(t));
            y.append(norm);
            low = std::isnan(norm) ? low : std::min(low, norm);
            high = std::isnan(norm) ? high : std::max(high, norm);
        }
        m_gates[i]->setData(x, y, true);
    }
    showRange(0.0, static_cast<double>(std::max<Index>(m_norms.cols() - 1, 1)), low, high);
    replotSoon();
    return m_norms.size() > 0;
}

QString GateGradients::hoverAt(double x) const
{
    const auto step = static_cast<Index>(std::lround(x));
    if (step < 0 || step >= m_norms.cols())
        return {};
    QStringList lines{tr("step %1").arg(step)};
    for (std::size_t i = 0; i < m_gates.size(); ++i)
        lines << tr("%1: %2").arg(m_gates[i]->name(),
                                  shortNumber(static_cast<double>(m_norms(static_cast<Index>(i), step))));
    return lines.join(QLatin1Char('\n'));
}

} // namespace gatescope
