// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/optimisation/loss.h"

#include "core/error.h"
#include "tests/core/fixture.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <set>

using namespace gatescope;

namespace {

template <typename Scalar>
void compareLosses(const std::string &file, double limit)
{
    const Fixture fixture(file);
    for (const LossInfo &info : lossTable()) {
        const std::string name(info.id);
        const bool classes = info.task == TaskKind::Classification;
        const auto output = fixture.matrix<Scalar>(classes ? "logits" : "output");
        const auto target = fixture.matrix<Scalar>(classes ? "classes" : "target");
        const double delta = fixture.number("huber_delta");
        EXPECT_NEAR(lossValue({info.kind, delta}, output, target),
                    static_cast<double>(fixture.values<Scalar>("value." + name)[0]), limit * 50)
            << name;
        Matrix<Scalar> gradient;
        lossGradient({info.kind, delta}, output, target, gradient);
        EXPECT_LE((gradient - fixture.matrix<Scalar>("gradient." + name)).cwiseAbs().maxCoeff(), limit) << name;
    }
}

} // namespace

TEST(Loss, AgreesWithPyTorchInDouble)
{
    compareLosses<double>("training/losses_float64", 1e-14);
}

TEST(Loss, AgreesWithPyTorchInSinglePrecision)
{
    compareLosses<float>("training/losses_float32", 2e-7);
}

TEST(Loss, TableIsInTheOrderOfTheKinds)
{
    std::set<std::string_view> ids;
    for (std::size_t i = 0; i < lossTable().size(); ++i) {
        EXPECT_EQ(static_cast<std::size_t>(lossTable()[i].kind), i);
        EXPECT_TRUE(ids.insert(lossTable()[i].id).second);
    }
}

TEST(Loss, NotANumberIsSeen)
{
    for (const LossInfo &info : lossTable()) {
        Matrix<float> output = Matrix<float>::Ones(3, 4), gradient;
        output(1, 2) = std::numeric_limits<float>::quiet_NaN();
        const Matrix<float> target =
            info.task == TaskKind::Classification ? Matrix<float>::Zero(1, 4) : Matrix<float>::Zero(3, 4);
        EXPECT_TRUE(std::isnan(lossValue({info.kind}, output, target))) << info.id;
        lossGradient({info.kind}, output, target, gradient);
        EXPECT_TRUE(std::isnan(gradient(1, 2))) << info.id;
    }
}

TEST(Loss, KeepsTheGradientsMemory)
{
    const Matrix<float> output = Matrix<float>::Ones(3, 4), target = Matrix<float>::Zero(3, 4);
    Matrix<float> gradient(3, 4);
    const float *const before = gradient.data();
    lossGradient({LossKind::Huber}, output, target, gradient);
    EXPECT_EQ(gradient.data(), before);
}

TEST(Loss, GradientOfSomeSequencesIsThatOfTheWholeBatch)
{
    for (const LossInfo &info : lossTable()) {
        const Matrix<float> output = Matrix<float>::Random(3, 6);
        Matrix<float> target = Matrix<float>::Random(3, 6);
        if (info.task == TaskKind::Classification)
            target = Matrix<float>::Constant(1, 6, 2.0f);
        Matrix<float> whole, parts = Matrix<float>::Zero(3, 6);
        lossGradient({info.kind}, output, target, whole);
        lossGradient({info.kind}, output, target, SequenceRange{2, 5}, parts);
        EXPECT_EQ(parts.leftCols(2), Matrix<float>::Zero(3, 2)) << info.id;
        EXPECT_EQ(parts.col(5), Matrix<float>::Zero(3, 1)) << info.id;
        lossGradient({info.kind}, output, target, SequenceRange{0, 2}, parts);
        lossGradient({info.kind}, output, target, SequenceRange{5, 6}, parts);
        EXPECT_EQ(parts, whole) << info.id;
    }
}

TEST(Loss, RefusesShapesThatDoNotFit)
{
    const Matrix<float> output = Matrix<float>::Ones(3, 4);
    EXPECT_THROW(lossValue<float>({LossKind::MeanSquared}, output, Matrix<float>::Ones(3, 5)), ShapeError);
    EXPECT_THROW(lossValue<float>({LossKind::CrossEntropy}, output, Matrix<float>::Ones(3, 4)), ShapeError);
    EXPECT_THROW(lossValue<float>({LossKind::MeanSquared}, Matrix<float>(3, 0), Matrix<float>(3, 0)), ShapeError);
}

TEST(Loss, RefusesClassesThatAreNone)
{
    const Matrix<float> output = Matrix<float>::Ones(3, 1);
    for (const float number : {-1.0f, 3.0f, 0.5f, std::numeric_limits<float>::infinity()})
        EXPECT_THROW(lossValue<float>({LossKind::CrossEntropy}, output, Matrix<float>::Constant(1, 1, number)),
                     DataError)
            << number;
}
