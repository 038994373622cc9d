// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/drawn/axis_ticks.h"

#include <gtest/gtest.h>

namespace gatescope {

TEST(CompactNumber, WritesSmallAndLargeOnesWithAPowerOfTen)
{
    EXPECT_EQ(compactNumber(0.0).toStdString(), "0");
    EXPECT_EQ(compactNumber(0.5).toStdString(), "0.5000");
    EXPECT_EQ(compactNumber(1.2e-5).toStdString(), "1.2·10⁻⁵");
    EXPECT_EQ(compactNumber(-3.4e7).toStdString(), "−3.4·10⁷");
}

TEST(CompactNumber, CarriesARoundedMantissaIntoTheExponent)
{
    EXPECT_EQ(compactNumber(9.96e-8).toStdString(), "1.0·10⁻⁷");
    EXPECT_EQ(compactNumber(-9.999e6).toStdString(), "−1.0·10⁷");
    EXPECT_EQ(compactNumber(9.94e-8).toStdString(), "9.9·10⁻⁸");
}

} // namespace gatescope
