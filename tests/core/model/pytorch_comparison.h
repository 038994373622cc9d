// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/network.h"
#include "tests/core/fixture.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <map>
#include <string>

namespace gatescope {

/// What an implementation of the GRU computed for a fixture's batch; columns t·B + b.
template <typename Scalar>
struct NetworkRun {
    Matrix<Scalar> output; ///< (O × B)
    double loss = 0.0;
    std::vector<LayerGates<Scalar>> gates;
    std::vector<Matrix<Scalar>> delta;
    std::vector<Matrix<Scalar>> paths; ///< (H × 4·T·B) carry, candidate, reset, update; empty where not given
    Matrix<Scalar> gradientNorms;      ///< (L × T)
    Matrix<Scalar> inputGradient;
    std::vector<Scalar> gradient;
};

/// The worst difference per kind of quantity, for one precision.
class WorstDifferences {
public:
    void add(const std::string &kind, double difference)
    {
        double &worst = m_worst[kind];
        worst = std::isnan(difference) ? std::numeric_limits<double>::infinity() : std::max(worst, difference);
    }
    void add(const WorstDifferences &other)
    {
        for (const auto &[kind, difference] : other.m_worst)
            add(kind, difference);
    }
    double worst(const std::string &kind) const { return m_worst.at(kind); }
    bool empty() const { return m_worst.empty(); }
    std::string text() const
    {
        std::string line;
        for (const auto &[kind, difference] : m_worst) {
            char number[32];
            std::snprintf(number, sizeof number, "%.2g", difference);
            line += (line.empty() ? "" : ", ") + kind + " " + number;
        }
        return line;
    }
    /// Prints one line, records it with the test, and fails where a kind is above its limit.
    void expectBelow(const std::map<std::string, double> &limits) const
    {
        std::printf("             worst difference: %s\n", text().c_str());
        ::testing::Test::RecordProperty("worst_difference", text());
        for (const auto &[kind, difference] : m_worst)
            EXPECT_LE(difference, limits.at(kind)) << kind;
    }

private:
    std::map<std::string, double> m_worst;
};

/// The largest difference of two matrices; infinite when their shapes differ.
template <typename Scalar>
double absoluteDifference(const Matrix<Scalar> &found, const Matrix<Scalar> &expected)
{
    if (found.rows() != expected.rows() || found.cols() != expected.cols())
        return std::numeric_limits<double>::infinity();
    const double worst = (found - expected).template cast<double>().cwiseAbs().maxCoeff();
    return found.allFinite() ? worst : std::numeric_limits<double>::infinity();
}

/// The largest difference, as a share of the largest number expected.
template <typename Scalar>
double relativeDifference(const Matrix<Scalar> &found, const Matrix<Scalar> &expected)
{
    const double size = expected.template cast<double>().cwiseAbs().maxCoeff();
    const double difference = absoluteDifference(found, expected);
    return size > 0.0 ? difference / size : difference;
}

/// Like relativeDifference(), but every tensor of the layout against its own largest number.
template <typename Scalar>
double relativeDifference(const ParameterLayout &layout, std::span<const Scalar> found,
                          std::span<const Scalar> expected)
{
    if (found.size() != expected.size() || std::ssize(found) != layout.size())
        return std::numeric_limits<double>::infinity();
    double worst = 0.0;
    for (const TensorSlot &slot : layout.slots())
        worst = std::max(worst, relativeDifference<Scalar>(tensorView(found, slot), tensorView(expected, slot)));
    return worst;
}

/// Like relativeDifference(), but every step (B columns) against its own largest number.
template <typename Scalar>
double relativeDifferenceByStep(const Matrix<Scalar> &found, const Matrix<Scalar> &expected, Index batch)
{
    if (found.cols() != expected.cols())
        return std::numeric_limits<double>::infinity();
    double worst = 0.0;
    for (Index t = 0; t < expected.cols() / batch; ++t)
        worst = std::max(worst, relativeDifference<Scalar>(found.middleCols(t * batch, batch),
                                                           expected.middleCols(t * batch, batch)));
    return worst;
}

/// Compares everything that a run holds with what PyTorch computed.
template <typename Scalar>
WorstDifferences compareWithPyTorch(const Fixture &fixture, const NetworkRun<Scalar> &run)
{
    const Index batch = fixture.integer("batch"), layers = fixture.integer("layers");
    WorstDifferences found;
    found.add("outputs", absoluteDifference(run.output, fixture.matrix<Scalar>("output")));
    found.add("loss", std::abs(run.loss - static_cast<double>(fixture.values<Scalar>("loss")[0])));
    for (Index k = 0; k < layers; ++k) {
        const auto index = static_cast<std::size_t>(k);
        const std::string suffix = std::string(".") + std::to_string(k);
        const LayerGates<Scalar> &gates = run.gates[index];
        found.add("gates", absoluteDifference(gates.r, fixture.matrix<Scalar>("r" + suffix)));
        found.add("gates", absoluteDifference(gates.z, fixture.matrix<Scalar>("z" + suffix)));
        found.add("gates", absoluteDifference(gates.n, fixture.matrix<Scalar>("n" + suffix)));
        found.add("gates", absoluteDifference(gates.u, fixture.matrix<Scalar>("u" + suffix)));
        found.add("hidden states", absoluteDifference(gates.h, fixture.matrix<Scalar>("h" + suffix)));
        found.add("delta", relativeDifferenceByStep(run.delta[index], fixture.matrix<Scalar>("delta" + suffix), batch));
        if (!run.paths.empty())
            found.add("paths", relativeDifference(run.paths[index], fixture.matrix<Scalar>("paths" + suffix)));
    }
    found.add("gradient norms",
              relativeDifference<Scalar>(run.gradientNorms.transpose(), fixture.matrix<Scalar>("gradient_norm")));
    found.add("input gradient", relativeDifference(run.inputGradient, fixture.matrix<Scalar>("input_gradient")));
    found.add("gradients", relativeDifference<Scalar>(ParameterLayout(networkOptions(fixture)), run.gradient,
                                                      fixture.values<Scalar>("gradient")));
    return found;
}

/// What each kind may differ by: 1e-10 in double, 1e-5 in single precision. Adam divides every gradient by its own size
/// plus 1e-8: where a gradient is about as small as that, its rounding is magnified, so steps have 5e-5 in single.
inline std::map<std::string, double> pyTorchLimits(bool isDouble)
{
    const double limit = isDouble ? 1e-10 : 1e-5;
    std::map<std::string, double> limits;
    for (const char *kind : {"outputs", "loss", "gates", "hidden states", "delta", "paths", "gradient norms",
                             "input gradient", "gradients"})
        limits[kind] = limit;
    for (const char *kind : {"after 1 Adam step", "after 5 Adam steps", "after 50 Adam steps"})
        limits[kind] = isDouble ? 1e-10 : 5e-5;
    return limits;
}

/// Gathers the worst differences of all cases of a suite and prints them at its end, one line a precision.
class PyTorchComparison : public ::testing::TestWithParam<NetworkCase> {
protected:
    static void SetUpTestSuite() { s_worst = {}; }
    static void TearDownTestSuite()
    {
        for (const bool isDouble : {true, false}) {
            if (const auto &worst = s_worst[isDouble]; !worst.empty())
                std::printf("worst of all cases, %s: %s\n", isDouble ? "float64" : "float32", worst.text().c_str());
        }
    }
    void check(const WorstDifferences &found)
    {
        s_worst[GetParam().isDouble].add(found);
        found.expectBelow(pyTorchLimits(GetParam().isDouble));
    }

private:
    static inline std::map<bool, WorstDifferences> s_worst;
};

} // namespace gatescope
