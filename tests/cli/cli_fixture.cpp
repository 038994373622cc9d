// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include "core/data/text/number_text.h"
#include "core/io/tensors/npz.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <fstream>

#include <unistd.h>

namespace gatescope::cli {

void CliResult::expectError(int expectedCode, const std::vector<std::string> &words) const
{
    EXPECT_EQ(code, expectedCode) << err;
    std::vector<std::string> errors;
    for (const std::string &line : linesOf(err)) {
        if (line.rfind("error: ", 0) == 0)
            errors.push_back(line);
        else
            EXPECT_EQ(line.rfind("warning: ", 0), 0U) << line;
    }
    ASSERT_EQ(errors.size(), 1U) << err;
    for (const std::string &word : words)
        EXPECT_NE(errors.front().find(word), std::string::npos) << "no \"" << word << "\" in: " << errors.front();
}

std::string CliTest::put(const std::string &name, const std::string &content) const
{
    std::ofstream(path(name), std::ios::binary) << content;
    return path(name);
}

std::string CliTest::get(const std::string &name) const
{
    std::ifstream file(path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> CliTest::files() const
{
    std::vector<std::string> names;
    for (const auto &entry : std::filesystem::directory_iterator(m_folder.path()))
        names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

CliResult CliTest::run(const std::vector<std::string> &words)
{
    return runSignalled(words, 0);
}

CliResult CliTest::runSignalled(const std::vector<std::string> &words, int signal)
{
    std::ostringstream out, err;
    const std::atomic<int> received = signal;
    Context context{out, err, false, &received, nullptr};
    const int code = runCli(words, context);
    return {code, out.str(), err.str()};
}

std::string CliTest::sineCsv(const std::string &name) const
{
    std::string text = "time,wave,later\n";
    for (int row = 0; row < 120; ++row)
        text += "2024-01-" + std::string(row / 24 < 9 ? "0" : "") + std::to_string(row / 24 + 1) + " "
                + (row % 24 < 10 ? "0" : "") + std::to_string(row % 24) + ":00," + formatNumber(std::sin(0.3 * row), 9)
                + "," + formatNumber(std::sin(0.3 * row + 0.3) + 0.01 * row, 9) + "\n";
    return put(name, text);
}

std::string CliTest::sequences(const std::string &name, std::int64_t count, std::int64_t steps, std::int64_t inputs,
                               std::int64_t outputs) const
{
    std::vector<double> x(static_cast<std::size_t>(count * steps * inputs)),
        y(static_cast<std::size_t>(count * outputs));
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = std::sin(0.7 * static_cast<double>(i));
    for (std::size_t i = 0; i < y.size(); ++i)
        y[i] = std::cos(0.9 * static_cast<double>(i));
    TensorFile file;
    file.tensors.push_back(makeTensor<double>("x", {count, steps, inputs}, x));
    file.tensors.push_back(makeTensor<double>("y", {count, outputs}, y));
    writeTensorFile(path(name), file);
    return path(name);
}

std::string CliTest::trained(const std::string &file, const std::vector<std::string> &more,
                             const std::string &name) const
{
    std::vector<std::string> words = {"train", file,      "--hidden", "4",     "--epochs",
                                      "1",     "--batch", "16",       "--out", path(name)};
    if (file.ends_with(".csv"))
        words.insert(words.end(), {"--target", "later", "--window", "6"});
    words.insert(words.end(), more.begin(), more.end());
    const CliResult result = run(words);
    EXPECT_EQ(result.code, 0) << result.err;
    return path(name);
}

std::vector<double> numbersOf(const std::string &path, const std::string &tensor)
{
    const TensorFile file = readTensorFile(path);
    const NamedTensor *found = file.find(tensor);
    if (found != nullptr)
        return tensorValues<double>(*found);
    ADD_FAILURE() << path << " holds no tensor " << tensor;
    return {};
}

std::vector<std::int64_t> shapeOf(const std::string &path, const std::string &tensor)
{
    const TensorFile file = readTensorFile(path);
    const NamedTensor *found = file.find(tensor);
    if (found != nullptr)
        return found->shape;
    ADD_FAILURE() << path << " holds no tensor " << tensor;
    return {};
}

std::vector<std::string> cellsOf(const std::string &line)
{
    std::vector<std::string> cells;
    std::istringstream stream(line + ",");
    for (std::string cell; std::getline(stream, cell, ',');)
        cells.push_back(cell);
    return cells;
}

std::vector<std::string> linesOf(const std::string &text)
{
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        lines.push_back(line);
    }
    return lines;
}

} // namespace gatescope::cli
