// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/units/gate_health.h"

#include "core/inspect/units/correlation.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

template <typename Values>
double shareBelow(const Values &values, double border)
{
    using Scalar = typename Values::Scalar;
    return static_cast<double>((values.array() < static_cast<Scalar>(border)).count())
           / static_cast<double>(values.size());
}

template <typename Values>
double shareAbove(const Values &values, double border)
{
    using Scalar = typename Values::Scalar;
    return static_cast<double>((values.array() > static_cast<Scalar>(border)).count())
           / static_cast<double>(values.size());
}

std::vector<TwinUnits> twinsOf(const Matrix<double> &correlations, const std::vector<UnitHealth> &units)
{
    std::vector<TwinUnits> twins;
    for (Index second = 0; second < correlations.cols(); ++second) {
        for (Index first = 0; first < second; ++first) {
            const bool alive =
                !units[static_cast<std::size_t>(first)].dead && !units[static_cast<std::size_t>(second)].dead;
            if (alive && correlations(first, second) > kTwinCorrelation)
                twins.push_back({first, second, correlations(first, second)});
        }
    }
    std::ranges::stable_sort(twins, std::greater<>(), &TwinUnits::correlation);
    return twins;
}

} // namespace

template <typename Scalar>
GateHealth gateHealth(const Matrix<Scalar> &r, const Matrix<Scalar> &z, const Matrix<Scalar> &h)
{
    if (r.rows() != h.rows() || z.rows() != h.rows() || r.cols() != h.cols() || z.cols() != h.cols() || h.cols() == 0)
        throw ShapeError("r, z and h must have one shape and at least one column, found " + std::to_string(r.rows())
                         + " × " + std::to_string(r.cols()) + ", " + std::to_string(z.rows()) + " × "
                         + std::to_string(z.cols()) + ", " + std::to_string(h.rows()) + " × "
                         + std::to_string(h.cols()));
    GateHealth health;
    for (Index unit = 0; unit < h.rows(); ++unit) {
        UnitHealth judged;
        judged.resetShut = shareBelow(r.row(unit), kGateShut);
        judged.resetOpen = shareAbove(r.row(unit), kGateOpen);
        judged.updateShut = shareBelow(z.row(unit), kGateShut);
        judged.updateOpen = shareAbove(z.row(unit), kGateOpen);
        judged.stateRange = static_cast<double>(h.row(unit).maxCoeff()) - static_cast<double>(h.row(unit).minCoeff());
        judged.dead = judged.stateRange < kDeadRange;
        health.units.push_back(judged);
    }
    health.twins = twinsOf(unitCorrelations(h), health.units);
    return health;
}

template <typename Scalar>
GateSpread gateSpread(const Matrix<Scalar> &gate, Index batch)
{
    if (batch < 1 || gate.cols() % batch != 0 || gate.rows() == 0)
        throw ShapeError("the gates are " + std::to_string(gate.rows()) + " × " + std::to_string(gate.cols())
                         + ", their columns must be a multiple of the batch, " + std::to_string(batch));
    const Index steps = gate.cols() / batch;
    GateSpread spread{Vector<double>(steps), Vector<double>(steps), Vector<double>(steps), Vector<double>(steps)};
    for (Index step = 0; step < steps; ++step) {
        const auto values = gate.middleCols(step * batch, batch);
        const Matrix<double> precise = values.template cast<double>();
        spread.mean(step) = precise.mean();
        spread.deviation(step) = std::sqrt((precise.array() - spread.mean(step)).square().mean());
        spread.shutShare(step) = shareBelow(values, kGateShut);
        spread.openShare(step) = shareAbove(values, kGateOpen);
    }
    return spread;
}

#define GATESCOPE_INSTANTIATE(Scalar)                                                                                  \
    template GateHealth gateHealth(const Matrix<Scalar> &, const Matrix<Scalar> &, const Matrix<Scalar> &);            \
    template GateSpread gateSpread(const Matrix<Scalar> &, Index);

GATESCOPE_INSTANTIATE(float)
GATESCOPE_INSTANTIATE(double)
#undef GATESCOPE_INSTANTIATE

} // namespace gatescope
