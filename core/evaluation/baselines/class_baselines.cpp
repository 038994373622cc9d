// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/baselines/fits.h"

#include <cmath>

namespace gatescope {

namespace {

/// The same chances whatever the window.
class FixedChances : public Baseline {
public:
    explicit FixedChances(Vector<double> chances) : m_chances(std::move(chances)) {}
    void predict(const WindowPlaces &, Matrix<double> &forecasts) const override { forecasts.colwise() = m_chances; }

private:
    Vector<double> m_chances; ///< (C)
};

class LastLabel : public Baseline {
public:
    explicit LastLabel(const BaselineData &data) : m_data(data) {}

    void predict(const WindowPlaces &windows, Matrix<double> &forecasts) const override
    {
        forecasts.setZero();
        for (Index window = 0; window < windows.size(); ++window) {
            const double label =
                (*m_data.values)(0, windows.starts[static_cast<std::size_t>(window)] + m_data.steps - 1);
            if (std::isnan(label))
                forecasts.col(window).setConstant(label);
            else
                forecasts(static_cast<Index>(label), window) = 1.0;
        }
    }

private:
    const BaselineData &m_data;
};

/// Rows (of tensors: sequences) of each class in the training part.
Vector<double> countsOf(const BaselineData &data)
{
    Vector<double> counts = Vector<double>::Zero(data.classes);
    for (const BaselineData::Run &run : data.trainRuns) {
        for (Index row = run.begin; row < run.end; ++row) {
            const double label = (*data.values)(0, row);
            if (!std::isnan(label))
                counts(static_cast<Index>(label)) += 1.0;
        }
    }
    return counts;
}

} // namespace

FittedBaseline fitMajority(const BaselineData &data, const ProgressGate &)
{
    Index commonest = 0;
    countsOf(data).maxCoeff(&commonest);
    return {nullptr, std::make_unique<FixedChances>(Vector<double>::Unit(data.classes, commonest)), {}};
}

FittedBaseline fitLastLabel(const BaselineData &data, const ProgressGate &)
{
    if (!data.hasRows)
        return {nullptr, nullptr, "the sequences of a tensor file have no rows before them"};
    if (data.asksForKnownRow())
        return {nullptr, nullptr, "the label asked for is that of the window's own rows"};
    return {nullptr, std::make_unique<LastLabel>(data), {}};
}

FittedBaseline fitFrequencies(const BaselineData &data, const ProgressGate &)
{
    Vector<double> chances = countsOf(data).array() + 1.0; // so that a class the training part lacks is not impossible
    chances /= chances.sum();
    return {nullptr, std::make_unique<FixedChances>(std::move(chances)), {}};
}

} // namespace gatescope
