// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tensors/sequence_tensors.h"

#include "tests/core/io/file_fixture.h"

#include <gmock/gmock.h>

namespace gatescope {

namespace {

std::string refusal(NamedTensor x, NamedTensor y = makeTensor<float>("y", {2}, std::vector<float>{1, 2}))
{
    TensorFile file;
    file.tensors = {std::move(x), std::move(y)};
    return errorMessage([&file] { sequenceTensors<float>(file, "s.npz"); });
}

} // namespace

TEST(SequenceTensors, AreReadWithTheirShape)
{
    TensorFile file;
    file.tensors = {makeTensor<float>("x", {2, 1, 3}, std::vector<float>{1, 2, 3, 4, 5, 6}),
                    makeTensor<double>("y", {2}, std::vector<double>{7, 8})};
    const auto read = sequenceTensors<float>(file, "s.npz");
    EXPECT_EQ(read.sequences, 2);
    EXPECT_EQ(read.inputs, 3);
    EXPECT_EQ(read.outputs, 1);
    EXPECT_EQ(read.y[1], 8.0F);
}

TEST(SequenceTensors, WholeNumbersAreRefusedWithTheCure)
{
    const std::string message = refusal(makeTensor<std::int64_t>("x", {2, 1, 1}, std::vector<std::int64_t>{1, 2}));
    EXPECT_THAT(message, ::testing::HasSubstr("I64"));
    EXPECT_THAT(message, ::testing::HasSubstr("astype('float32')"));
}

TEST(SequenceTensors, EmptyDimensionsAreNamed)
{
    EXPECT_THAT(refusal(makeTensor<float>("x", {2, 0, 1}, std::vector<float>{})),
                ::testing::HasSubstr("at least one sequence, step and feature"));
}

TEST(SequenceTensors, TargetsOfAnotherCountAreRefused)
{
    EXPECT_THAT(refusal(makeTensor<float>("x", {3, 1, 1}, std::vector<float>{1, 2, 3})),
                ::testing::HasSubstr("3 × outputs"));
}

} // namespace gatescope
