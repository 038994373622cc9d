// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/csv_reader.h"
#include "core/data/csv/recognition/column_evidence.h"
#include "core/data/text/time_text.h"
#include "core/math/random.h"

#include <gtest/gtest.h>

#include <bit>
#include <cstdlib>
#include <string>
#include <vector>

namespace gatescope {
namespace {

TEST(PlainNumbers, OfEveryLengthAreTheNearestDoubles)
{
    Random random(3);
    std::string text = "v\n";
    std::vector<double> expected;
    const auto add = [&](const std::string &number) {
        text += number + "\n";
        expected.push_back(std::strtod(number.c_str(), nullptr));
    };
    for (const char *number : {"-0", "-0.000", "7.", "9007199254740992", "9007199254740.993", "0.0000000000000001"})
        add(number);
    for (int row = 0; row < 20'000; ++row) {
        std::string number = row % 3 == 0 ? "-" : "";
        const auto digits = 1 + random.below(19);
        const auto point = random.below(digits + 1);
        for (std::uint64_t i = 0; i < digits; ++i)
            number += std::string(i == point && i > 0 ? "." : "") + static_cast<char>('0' + random.below(10));
        add(number);
    }
    const CsvResult result = parseCsv(text);
    const Column &column = result.table.column("v");
    ASSERT_EQ(column.size(), static_cast<Index>(expected.size()));
    for (std::size_t row = 0; row < expected.size(); ++row)
        ASSERT_EQ(std::bit_cast<std::uint64_t>(column.values()[row]), std::bit_cast<std::uint64_t>(expected[row]))
            << "row " << row + 1;
}

TEST(PlainNumbers, WithOneSignAreNoWrittenTimes)
{
    Random random(1);
    int looked = 0;
    for (int round = 0; round < 40'000; ++round) {
        std::string cell = round % 3 == 0 ? "-" : "";
        const auto before = random.below(9);
        const auto after = random.below(9);
        for (std::uint64_t i = 0; i < before; ++i)
            cell += static_cast<char>('0' + random.below(i == 0 ? 3 : 10));
        cell += round % 2 == 0 ? '.' : ',';
        for (std::uint64_t i = 0; i < after; ++i)
            cell += static_cast<char>('0' + random.below(i == 0 ? 2 : 10));
        if (!neverWrittenTime(cellShape(cell)))
            continue;
        ++looked;
        for (const TimeFormat::Kind format : kWrittenTimes)
            ASSERT_FALSE(readTime(cell, format)) << cell;
    }
    EXPECT_GT(looked, 30'000);
}

} // namespace
} // namespace gatescope
