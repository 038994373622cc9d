// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/convention/parameter_terms.h"

#include "tests/core/inspect/inspect_case.h"

using namespace gatescope;

class ParameterTerms : public ::testing::TestWithParam<InspectCase> {};

TEST_P(ParameterTerms, AddUpToTheParametersOfTheNetwork)
{
    std::int64_t sum = 0;
    for (const ParameterTerm &term : parameterTerms(GetParam().options()))
        sum += term.count;
    EXPECT_EQ(sum, GetParam().options().parameterCount());
}

INSTANTIATE_TEST_SUITE_P(Cases, ParameterTerms, ::testing::ValuesIn(inspectCases()), inspectCaseName);

TEST(ParameterTerms, ShowFormulaAndNumbers)
{
    const auto terms = parameterTerms(NetworkOptions{});
    ASSERT_EQ(terms.size(), 10u);
    EXPECT_EQ(terms[0],
              (ParameterTerm{"layer 1: W_r, W_z, W_n", "from the input to the gates", "3 · H · I", "3 · 64 · 3", 576}));
    EXPECT_EQ(terms[4].formula, "3 · H · H");
    EXPECT_EQ(terms[4].meaning, "from layer 1 to the gates");
    EXPECT_EQ(terms[3].count, 192);
    EXPECT_EQ(terms[9].count, 1);
}
