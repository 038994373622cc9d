// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/time_machine.h"
#include "core/inspect/units/gate_weights.h"
#include "ui/look/quantity.h"
#include "ui/widgets/plot/plot.h"

#include <array>
#include <vector>

namespace gatescope {

/// What is drawn of the three gates' weights against each other.
enum class WeightCurve { Histogram, Gradient, UpdateRatio };

/// The gates r, z and n of one layer as three curves: how their weights are spread, or how large the gradient and the
/// update were over the training.
class WeightPlot : public Plot {
    Q_OBJECT

public:
    static constexpr int kBins = 41;
    /// In the order of the files, and what each is on the screen.
    static constexpr std::array kQuantities = {Quantity::ResetGate, Quantity::UpdateGate, Quantity::Candidate};

    explicit WeightPlot(QWidget *parent = nullptr);

    /// Counts of each gate's weights in kBins bins that are even about 0.
    struct Histogram {
        double reach = 1.0;                             ///< the bins go from −reach to reach
        std::array<std::array<int, kBins>, 3> counts{}; ///< r, z, n
    };
    static Histogram histogram(const std::array<Matrix<float>, 3> &weights);
    /// One point of a curve over training: NaN where nobody kept it.
    static double valueOf(const TrainingMoment &moment, WeightCurve curve, Index gate, Index layer);

    /// @param weights  of r, z, n; empty where the gate is held
    void showHistogram(const std::array<Matrix<float>, 3> &weights);
    void showTraining(const std::vector<TrainingMoment> &moments, WeightCurve curve, Index layer,
                      std::int64_t batchesPerEpoch);
    /// How many numbers are drawn of r, z or n.
    int points(std::size_t gate) const;
    /// Whether there is a single number to draw.
    bool hasPoints() const;

private:
    void colour();
    QString hoverAt(double x) const;

    std::array<QCPGraph *, 3> m_gates; ///< r, z, n
    WeightCurve m_shown = WeightCurve::Histogram;
    double m_binWidth = 1.0;
};

} // namespace gatescope
