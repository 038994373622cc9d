// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets/targets.h"

#include "core/input_file.h"

#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>

namespace gatescope::fuzz {

namespace {

struct Input {
    NamedTarget target;
    std::filesystem::path file;
};

void PrintTo(const Input &input, std::ostream *stream)
{
    *stream << input.target.name << "/" << input.file.filename().string();
}

std::vector<Input> corpus()
{
    std::vector<Input> inputs;
    for (const NamedTarget &target : kTargets) {
        for (const auto &entry :
             std::filesystem::directory_iterator(std::filesystem::path(GATESCOPE_FUZZ_CORPUS) / target.name))
            inputs.push_back({target, entry.path()});
    }
    std::ranges::sort(inputs, {}, &Input::file);
    return inputs;
}

/// "csv/two-rows.csv" as CsvTwoRowsCsv
std::string nameOf(const ::testing::TestParamInfo<Input> &info)
{
    std::string name;
    bool begins = true;
    for (const char c : std::string(info.param.target.name) + "-" + info.param.file.filename().string()) {
        if (std::isalnum(static_cast<unsigned char>(c)) == 0) {
            begins = true;
            continue;
        }
        name += begins ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
        begins = false;
    }
    return name;
}

class FuzzCorpus : public ::testing::TestWithParam<Input> {};

} // namespace

TEST_P(FuzzCorpus, IsReadOrRefused)
{
    const std::vector<std::byte> content = readWholeFile(GetParam().file, 1 << 20);
    EXPECT_NO_THROW(GetParam().target.run(content));
}

TEST_P(FuzzCorpus, IsReadOrRefusedWhenItIsCutShort)
{
    const std::vector<std::byte> content = readWholeFile(GetParam().file, 1 << 20);
    const std::size_t step = std::max<std::size_t>(1, content.size() / 64);
    for (std::size_t length = 0; length < content.size(); length += step)
        EXPECT_NO_THROW(GetParam().target.run(std::span(content).first(length))) << "cut at byte " << length;
}

INSTANTIATE_TEST_SUITE_P(Kept, FuzzCorpus, ::testing::ValuesIn(corpus()), nameOf);

TEST(FuzzTargets, EachHasACorpus)
{
    for (const NamedTarget &target : kTargets)
        EXPECT_GE(std::ranges::count_if(corpus(), [&](const Input &input) { return input.target.name == target.name; }),
                  3)
            << target.name;
}

} // namespace gatescope::fuzz
