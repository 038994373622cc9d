// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/counted.h"
#include "core/evaluation/baselines/fits.h"

#include <Eigen/Cholesky>

namespace gatescope {

namespace {

constexpr Index kMostUnknowns = 2000;
constexpr Index kFittedAtOnce = 512; ///< windows at a time
constexpr double kRidge = 1e-6;

/// Columns of a window: all its features, or one target's own past.
using Gather = std::function<void(std::span<const std::int64_t> starts, Matrix<double> &columns)>;

/// One regression for several outputs on the same columns: y = mean y + B (x − mean x), with
///   (X'X + λ I) B' = X'Y over centred columns, λ = 10⁻⁶ · tr(XᵀX)/p, X as it is.
struct Line {
    Matrix<double> slopes;    ///< (outputs × p)
    Vector<double> intercept; ///< (outputs)

    void predict(const Matrix<double> &columns, Matrix<double> &forecasts) const
    {
        forecasts.noalias() = slopes * columns;
        forecasts.colwise() += intercept;
    }
};

/// RegressionSums over the training windows, around a first window's values so that offsets cost no digits.
struct RegressionSums {
    Vector<double> originX, originY, x, y;
    Matrix<double> xx, yx; ///< lower half; (outputs × p)
    double count = 0.0;

    void add(const Matrix<double> &columns, const Matrix<double> &targets)
    {
        if (count == 0.0) {
            originX = columns.rowwise().mean();
            originY = targets.rowwise().mean();
            x = Vector<double>::Zero(columns.rows());
            y = Vector<double>::Zero(targets.rows());
            xx = Matrix<double>::Zero(columns.rows(), columns.rows());
            yx = Matrix<double>::Zero(targets.rows(), columns.rows());
        }
        const Matrix<double> shifted = columns.colwise() - originX;
        const Matrix<double> shiftedTargets = targets.colwise() - originY;
        x += shifted.rowwise().sum();
        y += shiftedTargets.rowwise().sum();
        xx.selfadjointView<Eigen::Lower>().rankUpdate(shifted);
        yx.noalias() += shiftedTargets * shifted.transpose();
        count += static_cast<double>(columns.cols());
    }

    Line solve() const
    {
        const double trace = xx.trace() + 2.0 * originX.dot(x) + count * originX.squaredNorm();
        Matrix<double> matrix = xx;
        matrix.selfadjointView<Eigen::Lower>().rankUpdate(x, -1.0 / count);
        matrix.diagonal().array() += kRidge * trace / static_cast<double>(matrix.rows());
        const Matrix<double> right = yx - y * x.transpose() / count;
        Line line;
        line.slopes = matrix.selfadjointView<Eigen::Lower>().ldlt().solve(right.transpose()).transpose();
        line.intercept = originY + y / count - line.slopes * (originX + x / count);
        return line;
    }
};

/// Targets of windows, row `output` of `outputs` targets beginning with the first.
Matrix<double> targetsOf(const BaselineData &data, const WindowPlaces &windows, Index first, Index count)
{
    Matrix<double> values(data.horizons * count, windows.size());
    for (Index window = 0; window < windows.size(); ++window) {
        for (Index k = 0; k < data.horizons; ++k)
            values.col(window).segment(k * count, count) =
                data.values->col(windows.targets[static_cast<std::size_t>(window * data.horizons + k)])
                    .segment(first, count);
    }
    return values;
}

WindowPlaces part(const WindowPlaces &windows, Index first, Index count, Index horizons)
{
    return {windows.starts.subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(count)),
            windows.targets.subspan(static_cast<std::size_t>(first * horizons),
                                    static_cast<std::size_t>(count * horizons))};
}

Line fitLine(const BaselineData &data, const Gather &gather, Index firstTarget, Index targets, const ProgressGate &gate)
{
    RegressionSums sums;
    Matrix<double> columns;
    for (Index first = 0; first < data.train.size(); first += kFittedAtOnce) {
        const Index count = std::min(kFittedAtOnce, data.train.size() - first);
        const WindowPlaces block = part(data.train, first, count, data.horizons);
        gather(block.starts, columns);
        sums.add(columns, targetsOf(data, block, firstTarget, targets));
        gate.check(static_cast<double>(first + count) / static_cast<double>(data.train.size()));
    }
    return sums.solve();
}

class AllFeatures : public Baseline {
public:
    AllFeatures(const BaselineData &data, Line line) : m_data(data), m_line(std::move(line)) {}

    void predict(const WindowPlaces &windows, Matrix<double> &forecasts) const override
    {
        Matrix<double> columns;
        m_data.gather(windows.starts, columns);
        m_line.predict(columns, forecasts);
    }

private:
    const BaselineData &m_data;
    Line m_line;
};

/// (T × N) one target's values in the windows, scaled as the network's targets.
Gather ownPast(const BaselineData &data, Index target)
{
    return [&data, target](std::span<const std::int64_t> starts, Matrix<double> &columns) {
        const ColumnScale scale = data.targetScaler.size() > target ? data.targetScaler.column(target) : ColumnScale{};
        columns.resize(data.steps, static_cast<Index>(starts.size()));
        for (std::size_t w = 0; w < starts.size(); ++w)
            columns.col(static_cast<Index>(w)) =
                (data.values->row(target).segment(starts[w], data.steps).transpose().array() - scale.offset)
                / scale.scale;
    };
}

class OwnPast : public Baseline {
public:
    OwnPast(const BaselineData &data, std::vector<Line> lines) : m_data(data), m_lines(std::move(lines)) {}

    void predict(const WindowPlaces &windows, Matrix<double> &forecasts) const override
    {
        Matrix<double> columns, own(m_data.horizons, windows.size());
        const Index targets = m_data.targets();
        for (Index target = 0; target < targets; ++target) {
            ownPast(m_data, target)(windows.starts, columns);
            m_lines[static_cast<std::size_t>(target)].predict(columns, own);
            for (Index k = 0; k < m_data.horizons; ++k)
                forecasts.row(k * targets + target) = own.row(k);
        }
    }

private:
    const BaselineData &m_data;
    std::vector<Line> m_lines; ///< of each target, all horizons
};

FittedBaseline fitOwnPast(const BaselineData &data, const ProgressGate &gate)
{
    std::vector<Line> lines;
    for (Index target = 0; target < data.targets(); ++target)
        lines.push_back(fitLine(data, ownPast(data, target), target, 1, gate));
    return {nullptr, std::make_unique<OwnPast>(data, std::move(lines)), {}};
}

} // namespace

FittedBaseline fitLeastSquares(const BaselineData &data, const ProgressGate &gate)
{
    Index unknowns = data.steps * data.inputs;
    const bool own = unknowns > kMostUnknowns;
    if (own && (!data.hasRows || data.asksForKnownRow()))
        return {nullptr, nullptr,
                "a window holds " + std::to_string(unknowns) + " values, more than the " + std::to_string(kMostUnknowns)
                    + " it is fitted for, and the target has no past of its own here"};
    unknowns = own ? data.steps : unknowns;
    if (unknowns > 2 * kMostUnknowns)
        return {nullptr, nullptr, "a window of " + std::to_string(data.steps) + " rows has too many unknowns"};
    if (data.train.size() <= unknowns)
        return {nullptr, nullptr,
                "it has " + std::to_string(unknowns + 1) + " unknowns, and the training part only "
                    + counted(data.train.size(), "window")};
    if (own)
        return fitOwnPast(data, gate);
    return {nullptr, std::make_unique<AllFeatures>(data, fitLine(data, data.gather, 0, data.targets(), gate)), {}};
}

} // namespace gatescope
