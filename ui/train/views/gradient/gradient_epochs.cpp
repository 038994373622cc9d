// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/views/gradient/gradient_epochs.h"

#include "ui/look/quantity.h"
#include "ui/widgets/heatmap/heatmap.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatescope {

double drawableNorm(double norm)
{
    return std::isfinite(norm) && norm > 0 ? norm : std::numeric_limits<double>::quiet_NaN();
}

Index firstStepReached(const Snapshot &snapshot)
{
    const auto truncation = static_cast<Index>(snapshot.settings.training.truncation);
    return truncation > 0 ? std::max<Index>(0, snapshot.gradientNorms.cols() - truncation) : 0;
}

std::vector<HeatmapPanel> gradientEpochPanels(const std::vector<EpochRecord> &epochs, std::int64_t upTo)
{
    std::vector<const EpochRecord *> kept;
    for (const EpochRecord &epoch : epochs) {
        if (epoch.gradientNorms.size() > 0 && epoch.epoch <= upTo)
            kept.push_back(&epoch);
    }
    std::vector<HeatmapPanel> panels;
    const Index layers = kept.empty() ? 0 : kept.back()->gradientNorms.rows();
    float high = -std::numeric_limits<float>::infinity();
    float low = -high;
    for (Index layer = 0; layer < layers; ++layer) {
        auto values =
            std::make_shared<Matrix<float>>(static_cast<Index>(kept.size()), kept.back()->gradientNorms.cols());
        for (std::size_t e = 0; e < kept.size(); ++e)
            values->row(static_cast<Index>(e)) = kept[e]->gradientNorms.row(layer).unaryExpr(
                [](float norm) { return static_cast<float>(std::log10(drawableNorm(static_cast<double>(norm)))); });
        high = std::max(high, values->maxCoeff<Eigen::PropagateNumbers>());
        low = std::min(low, values->minCoeff<Eigen::PropagateNumbers>());
        HeatmapPanel panel;
        panel.quantity = Quantity::TrainingLoss; // a size, not a signed number: the sequential map
        panel.layer = layer;
        panel.title = QObject::tr("layer %1 · log₁₀ ‖δ‖, an epoch a row").arg(layer + 1);
        panel.values = values;
        panels.push_back(std::move(panel));
    }
    for (HeatmapPanel &panel : panels) {
        panel.minimum = static_cast<double>(low);
        panel.maximum = static_cast<double>(high);
    }
    return panels;
}

Matrix<float> probeNorms(const Trace<float> &trace)
{
    Matrix<float> norms(static_cast<Index>(trace.layers.size()), trace.steps());
    for (Index layer = 0; layer < norms.rows(); ++layer)
        norms.row(layer) = trace.layers[static_cast<std::size_t>(layer)].gradientNorm.transpose();
    return norms;
}

} // namespace gatescope
