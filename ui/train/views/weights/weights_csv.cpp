// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers behind what WeightsView draws.
#include "ui/look/quantity.h"
#include "ui/train/views/weights/weight_plot.h"
#include "ui/train/views/weights/weights_view.h"

#include <QComboBox>

#include <cmath>

namespace gatescope {

QString WeightsView::csv() const
{
    if (page() == Page::Weights)
        return csvOfWeights();
    return page() == Page::Histogram ? csvOfHistogram() : csvOfTraining();
}

QString WeightsView::csvOfWeights() const
{
    QString text = QStringLiteral("gate,layer,unit,column,from,value\n");
    const auto now = snapshot();
    const std::array<Matrix<float>, 3> all = weights();
    const auto prepared = m_training.data();
    for (std::size_t i = 0; now && i < all.size(); ++i) {
        for (Index unit = 0; unit < all[i].rows(); ++unit) {
            for (Index from = 0; from < all[i].cols(); ++from)
                text += QStringLiteral("%1,%2,%3,%4,%5,%6\n")
                            .arg(quantityInfo(WeightPlot::kQuantities[i]).letter)
                            .arg(layer() + 1)
                            .arg(unit)
                            .arg(from)
                            .arg(csvText(QString::fromStdString(
                                     columnLabel(now->settings.network, layer(), from,
                                                 prepared ? std::span<const std::string>(prepared->featureNames)
                                                          : std::span<const std::string>()))),
                                 csvNumber(static_cast<double>(all[i](unit, from))));
        }
    }
    return text;
}

QString WeightsView::csvOfHistogram() const
{
    QString text = QStringLiteral("gate,layer,from,to,count\n");
    if (!snapshot())
        return text;
    const WeightPlot::Histogram made = WeightPlot::histogram(weights());
    const double width = 2.0 * made.reach / WeightPlot::kBins;
    for (std::size_t i = 0; i < made.counts.size(); ++i) {
        for (int bin = 0; bin < WeightPlot::kBins; ++bin)
            text += QStringLiteral("%1,%2,%3,%4,%5\n")
                        .arg(quantityInfo(WeightPlot::kQuantities[i]).letter)
                        .arg(layer() + 1)
                        .arg(csvNumber(-made.reach + bin * width), csvNumber(-made.reach + (bin + 1) * width))
                        .arg(made.counts[i][static_cast<std::size_t>(bin)]);
    }
    return text;
}

QString WeightsView::csvOfTraining() const
{
    QString text = QStringLiteral("gate,layer,batch,gradient,update_ratio\n");
    for (std::size_t i = 0; i < kAllGates.size(); ++i) {
        for (const TrainingMoment &moment : m_moment.moments()) {
            const auto gate = static_cast<Index>(i);
            const double gradient = WeightPlot::valueOf(moment, WeightCurve::Gradient, gate, layer());
            const double ratio = WeightPlot::valueOf(moment, WeightCurve::UpdateRatio, gate, layer());
            if (std::isfinite(gradient) || std::isfinite(ratio))
                text += QStringLiteral("%1,%2,%3,%4,%5\n")
                            .arg(quantityInfo(WeightPlot::kQuantities[i]).letter)
                            .arg(layer() + 1)
                            .arg(moment.step)
                            .arg(csvNumber(gradient), csvNumber(ratio));
        }
    }
    return text;
}

} // namespace gatescope
