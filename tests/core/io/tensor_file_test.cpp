// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tensors/tensor_file.h"

#include "core/error.h"

#include <cmath>
#include <gtest/gtest.h>

namespace gatescope {

namespace {

NamedTensor sixteenBit(DType dtype, std::vector<std::uint16_t> bits)
{
    const auto bytes = std::as_bytes(std::span(bits));
    return {"t", dtype, {static_cast<std::int64_t>(bits.size())}, {bytes.begin(), bytes.end()}};
}

} // namespace

TEST(TensorFile, DecodesHalfPrecision)
{
    const auto values = tensorValues<double>(sixteenBit(DType::F16, {0x3C00, 0xC000, 0x7BFF, 0x0001, 0x0400, 0x8000}));
    EXPECT_EQ(values[0], 1.0);
    EXPECT_EQ(values[1], -2.0);
    EXPECT_EQ(values[2], 65504.0);
    EXPECT_EQ(values[3], std::ldexp(1.0, -24));
    EXPECT_EQ(values[4], std::ldexp(1.0, -14));
    EXPECT_TRUE(values[5] == 0.0 && std::signbit(values[5]));
    const auto special = tensorValues<double>(sixteenBit(DType::F16, {0x7C00, 0xFC00, 0x7E00}));
    EXPECT_EQ(special[0], INFINITY);
    EXPECT_EQ(special[1], -INFINITY);
    EXPECT_TRUE(std::isnan(special[2]));
}

TEST(TensorFile, DecodesBrainFloat)
{
    const auto values = tensorValues<float>(sixteenBit(DType::BF16, {0x3F80, 0xC040, 0x0000}));
    EXPECT_EQ(values, (std::vector<float>{1.0F, -3.0F, 0.0F}));
}

TEST(TensorFile, IntegersFromFractionsAreRefused)
{
    const double half = 0.5;
    const NamedTensor tensor = makeTensor<double>("y", {1}, std::span(&half, 1));
    EXPECT_THROW(tensorValues<std::int64_t>(tensor), DataError);
}

TEST(TensorFile, IntegersOutOfRangeAreRefused)
{
    const std::uint64_t large = ~0ULL;
    const NamedTensor tensor = makeTensor<std::uint64_t>("y", {}, std::span(&large, 1));
    EXPECT_THROW(tensorValues<std::int64_t>(tensor), DataError);
    EXPECT_EQ(tensorValues<std::uint64_t>(tensor).front(), large);
}

TEST(TensorFile, CountIsCheckedAgainstOverflow)
{
    const std::vector<std::int64_t> huge = {1LL << 40, 1LL << 40};
    const std::vector<std::int64_t> hugeWithZero = {1LL << 40, 0, 1LL << 40};
    const std::vector<std::int64_t> tooManyBytes = {1LL << 61};
    EXPECT_THROW(checkedCount(huge, 4, "t"), DataError);
    EXPECT_THROW(checkedCount(hugeWithZero, 4, "t"), DataError);
    EXPECT_THROW(checkedCount(tooManyBytes, 4, "t"), DataError);
    EXPECT_EQ(checkedCount(std::vector<std::int64_t>{3, 4}, 8, "t"), 12);
    EXPECT_EQ(checkedCount({}, 8, "t"), 1);
}

TEST(TensorFile, ShapeAndValuesMustAgree)
{
    const std::vector<float> values(5);
    EXPECT_THROW(makeTensor<float>("t", {2, 3}, values), ShapeError);
}

} // namespace gatescope
