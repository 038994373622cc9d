// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/resize.h"

#include <gtest/gtest.h>
#include <new>

namespace gatescope {

namespace {

constexpr Index kTooMany = Index{1} << 62; ///< numbers: no memory holds them, and their bytes overflow

} // namespace

TEST(Resize, WithoutMemoryAMatrixIsLeftEmpty)
{
    Matrix<float> matrix = Matrix<float>::Ones(3, 4);
    EXPECT_THROW(reshape(matrix, kTooMany, Index{1}), std::bad_alloc);
    EXPECT_EQ(matrix.size(), 0);
    EXPECT_EQ(matrix.data(), nullptr); // what it pointed at is given back: its destructor must not do that again
    Vector<double> vector = Vector<double>::Ones(5);
    EXPECT_THROW(makeRoom(vector, kTooMany), std::bad_alloc);
    EXPECT_EQ(vector.size(), 0);
    EXPECT_EQ(vector.data(), nullptr);
}

TEST(Resize, KeepsNumbersWhileTheirCountStays)
{
    Matrix<float> matrix = Matrix<float>::Constant(3, 4, 2.0F);
    reshape(matrix, Index{6}, Index{2});
    EXPECT_EQ(matrix, Matrix<float>::Constant(6, 2, 2.0F));
    reshape(matrix, Index{5}, Index{5});
    EXPECT_EQ(matrix.rows(), 5);
    EXPECT_EQ(matrix.cols(), 5);
}

TEST(Resize, MakingRoomZeroesAndNeverShrinks)
{
    Vector<float> vector = Vector<float>::Ones(4);
    makeRoom(vector, Index{3});
    EXPECT_EQ(vector, Vector<float>::Ones(4));
    makeRoom(vector, Index{6});
    EXPECT_EQ(vector, Vector<float>::Zero(6));
}

} // namespace gatescope
