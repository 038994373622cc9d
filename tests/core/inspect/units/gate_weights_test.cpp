// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/units/gate_weights.h"

#include "core/inspect/units/update_ratios.h"
#include "tests/core/inspect/inspect_case.h"

using namespace gatescope;

namespace {

NetworkOptions caseOptions(HeldGates held, Formulation formulation = Formulation::ResetAfter)
{
    NetworkOptions options = InspectCase{formulation, true, 2}.options();
    options.held = held;
    return options;
}

} // namespace

TEST(GateWeights, AreTheBlocksOfTheLayer)
{
    for (const Formulation formulation : {Formulation::ResetAfter, Formulation::ResetBefore}) {
        const NetworkOptions options = caseOptions(HeldGates::None, formulation);
        const std::vector<double> parameters = randomParameters<double>(options);
        const LayerWeights<double> layer(options, parameters, 1);
        for (const Gate gate : kAllGates) {
            const Matrix<double> weights = gateWeights<double>(options, parameters, 1, gate);
            ASSERT_EQ(weights.cols(), gateColumns(options, 1));
            EXPECT_EQ(weights.leftCols(layer.inputs()), layer.W(gate));
            EXPECT_EQ(weights.middleCols(layer.inputs(), options.hidden), layer.U(gate));
            EXPECT_EQ(weights.col(layer.inputs() + options.hidden), layer.b(gate));
            if (layer.hasRecurrentBias()) {
                EXPECT_EQ(weights.rightCols(1), layer.d(gate));
            }
        }
    }
}

TEST(GateWeights, EachHasOnePlaceInTheParameters)
{
    for (const HeldGates held : {HeldGates::None, HeldGates::Reset, HeldGates::Update, HeldGates::Both}) {
        const NetworkOptions options = caseOptions(held);
        const std::vector<double> parameters = randomParameters<double>(options);
        std::vector<bool> seen(parameters.size());
        std::size_t places = 0;
        for (Index layer = 0; layer < options.layers; ++layer) {
            for (const Gate gate : kAllGates) {
                const Matrix<double> weights = gateWeights<double>(options, parameters, layer, gate);
                EXPECT_EQ(weights.size() > 0, hasWeights(options, gate));
                for (Index unit = 0; unit < weights.rows(); ++unit) {
                    for (Index column = 0; column < weights.cols(); ++column) {
                        const auto index = weightIndex(options, {layer, gate, unit, column});
                        ASSERT_TRUE(index);
                        EXPECT_EQ(parameters[*index], weights(unit, column));
                        EXPECT_FALSE(seen[*index]);
                        seen[*index] = true;
                        ++places;
                    }
                }
            }
        }
        const ParameterLayout layout(options);
        EXPECT_EQ(static_cast<Index>(places), layout.size() - layout.headWeight().size() - layout.headBias().size());
    }
}

TEST(GateWeights, OfPlacesThatAreNotThereAreNone)
{
    const NetworkOptions options = caseOptions(HeldGates::Reset);
    const Index columns = gateColumns(options, 0);
    EXPECT_TRUE(weightIndex(options, {0, Gate::Update, 0, columns - 1}));
    EXPECT_FALSE(weightIndex(options, {0, Gate::Update, 0, columns}));
    EXPECT_FALSE(weightIndex(options, {0, Gate::Update, 0, -1}));
    EXPECT_FALSE(weightIndex(options, {0, Gate::Update, options.hidden, 0}));
    EXPECT_FALSE(weightIndex(options, {options.layers, Gate::Update, 0, 0}));
    EXPECT_FALSE(weightIndex(options, {0, Gate::Reset, 0, 0})) << "it is held";
    EXPECT_THROW(gateNorms<double>(options, std::vector<double>(3)), ShapeError);
}

TEST(GateWeights, AreNamedByWhatTheyRead)
{
    const NetworkOptions options = caseOptions(HeldGates::None);
    const std::vector<std::string> names = {"wind"};
    EXPECT_EQ(weightLabel(options, {0, Gate::Update, 3, 0}, names), "z · layer 1 · unit 3 · from wind");
    EXPECT_EQ(weightLabel(options, {0, Gate::Reset, 3, options.inputs + 2}, names), "r · layer 1 · unit 3 · from h2");
    EXPECT_EQ(weightLabel(options, {1, Gate::Candidate, 0, 2}, names), "n · layer 2 · unit 0 · from h2 of layer 1");
    EXPECT_EQ(weightLabel(options, {1, Gate::Update, 0, 2 * options.hidden}, names), "z · layer 2 · unit 0 · bias b");
    EXPECT_EQ(weightLabel(options, {1, Gate::Update, 0, 2 * options.hidden + 1}, names),
              "z · layer 2 · unit 0 · bias d");
}

TEST(GateWeights, NormsAndRatiosAreOfTheGateAlone)
{
    for (const HeldGates held : {HeldGates::None, HeldGates::Update}) {
        const NetworkOptions options = caseOptions(held);
        const std::vector<double> before = randomParameters<double>(options);
        std::vector<double> after = before;
        const Index columns = gateColumns(options, 1) - 2; // without the biases
        for (Index unit = 0; unit < options.hidden; ++unit) {
            for (Index column = 0; column < columns; ++column)
                after[*weightIndex(options, {1, Gate::Candidate, unit, column})] *= 1.01;
        }
        const Matrix<float> norms = gateNorms<double>(options, before);
        const Matrix<float> ratios = updateRatios<double>(options, before, after).gates;
        for (const Gate gate : kAllGates) {
            const auto row = static_cast<Index>(gate);
            if (!hasWeights(options, gate)) {
                EXPECT_TRUE(std::isnan(norms(row, 1)) && std::isnan(ratios(row, 1)));
                continue;
            }
            const double expected = gateWeights<double>(options, before, 1, gate).leftCols(columns).norm();
            EXPECT_NEAR(norms(row, 1), expected, 1e-5 * expected);
            EXPECT_NEAR(ratios(row, 1), gate == Gate::Candidate ? 0.01 : 0.0, 1e-6);
            EXPECT_EQ(ratios(row, 0), 0.0F);
        }
    }
}
