// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/run/gradient_terms.h"

#include "tests/core/model/pytorch_comparison.h"

using namespace gatescope;

namespace {

/// One sequence of a fixture's batch. @param columns one a step and sequence, t·B + b
template <typename Scalar>
Matrix<Scalar> sequenceOf(const Matrix<Scalar> &columns, Index batch, Index b)
{
    return columns(Eigen::all, Eigen::seqN(b, columns.cols() / batch, batch));
}

template <typename Scalar>
double worstPathDifference(const Fixture &fixture)
{
    const NetworkOptions options = networkOptions(fixture);
    const auto parameters = fixture.values<Scalar>("parameters");
    const Index batch = fixture.integer("batch");
    double worst = 0.0;
    for (Index k = 0; k < options.layers; ++k) {
        const std::string suffix = std::string(".").append(std::to_string(k));
        const LayerWeights<Scalar> weights(options, parameters, k);
        for (Index b = 0; b < batch; ++b) {
            const auto read = [&](const char *name) {
                return sequenceOf<Scalar>(fixture.matrix<Scalar>(name + suffix), batch, b);
            };
            LayerTrace<Scalar> layer;
            layer.r = read("r"), layer.z = read("z"), layer.n = read("n"), layer.u = read("u"), layer.h = read("h");
            const auto terms = gradientTerms<Scalar>(weights, layer, 0, read("delta"));
            Matrix<Scalar> paths(options.hidden, 4 * layer.h.cols());
            paths << terms.carry, terms.candidate, terms.reset, terms.update;
            worst = std::max(worst, relativeDifference(paths, read("paths")));
        }
    }
    return worst;
}

class GradientTermsOfPyTorch : public ::testing::TestWithParam<NetworkCase> {};

} // namespace

TEST_P(GradientTermsOfPyTorch, FourPathsAreAutogradsOwn)
{
    const Fixture fixture(GetParam().path());
    if (GetParam().isDouble)
        EXPECT_LT(worstPathDifference<double>(fixture), 1e-10);
    else
        EXPECT_LT(worstPathDifference<float>(fixture), 1e-5);
}

INSTANTIATE_TEST_SUITE_P(Fixtures, GradientTermsOfPyTorch, ::testing::ValuesIn(networkCases()),
                         [](const auto &each) { return each.param.title(); });

TEST(GradientSum, IsWrittenInEachFormulation)
{
    EXPECT_STREQ(gradientSumEquation(GradientSum::Candidate, Formulation::ResetAfter), "a_n = δ ⊙ (1 − z) ⊙ (1 − n²)");
    EXPECT_STREQ(gradientSumEquation(GradientSum::Candidate, Formulation::ResetBefore), "a_n = δ ⊙ z ⊙ (1 − n²)");
    EXPECT_STREQ(gradientSumEquation(GradientSum::Update, Formulation::ResetBefore), "a_z = δ ⊙ (n − h) ⊙ z ⊙ (1 − z)");
    EXPECT_STREQ(gradientSumEquation(GradientSum::Reset, Formulation::ResetBefore),
                 "a_r = (U_nᵀ a_n) ⊙ h ⊙ r ⊙ (1 − r)");
    EXPECT_STREQ(gradientSumEquation(GradientSum::Recurrent, Formulation::ResetAfter), "du = a_n ⊙ r");
}

TEST(GradientSum, HasASymbolOfItsOwn)
{
    EXPECT_EQ(gradientSumSymbol(GradientSum::Candidate), "a_n");
    EXPECT_EQ(gradientSumSymbol(GradientSum::Update), "a_z");
    EXPECT_EQ(gradientSumSymbol(GradientSum::Reset), "a_r");
    EXPECT_EQ(gradientSumSymbol(GradientSum::Recurrent), "du");
}

TEST(InputGradient, IsWrittenWithoutWhatIsHeld)
{
    EXPECT_EQ(inputGradientEquation(HeldGates::None), "∂loss/∂x = W_rᵀ a_r + W_zᵀ a_z + W_nᵀ a_n");
    EXPECT_EQ(inputGradientEquation(HeldGates::Reset), "∂loss/∂x = W_zᵀ a_z + W_nᵀ a_n");
    EXPECT_EQ(inputGradientEquation(HeldGates::Update), "∂loss/∂x = W_rᵀ a_r + W_nᵀ a_n");
    EXPECT_EQ(inputGradientEquation(HeldGates::Both), "∂loss/∂x = W_nᵀ a_n");
}

TEST(GradientPath, IsNamedAndWrittenInEachFormulation)
{
    EXPECT_STREQ(gradientPathName(GradientPath::Carry), "carry");
    EXPECT_STREQ(gradientPathName(GradientPath::Update), "update");
    EXPECT_STREQ(gradientPathEquation(GradientPath::Carry, Formulation::ResetAfter), "δ' ⊙ z");
    EXPECT_STREQ(gradientPathEquation(GradientPath::Carry, Formulation::ResetBefore), "δ' ⊙ (1 − z)");
    EXPECT_STREQ(gradientPathEquation(GradientPath::Candidate, Formulation::ResetBefore), "ds ⊙ r");
}
