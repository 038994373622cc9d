// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/run_cli.h"
#include "core/io/tensors/tensor_file.h"
#include "tests/core/temporary_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

namespace gatescope::cli {

/// What one call of the command line did.
struct CliResult {
    int code = 0;
    std::string out, err;

    /// Exactly one line "error: …", which holds all of these words.
    void expectError(int expectedCode, const std::vector<std::string> &words) const;
};

/// A folder of its own for each test, and the command line called in-process.
class CliTest : public ::testing::Test {
protected:
    std::string path(const std::string &name) const { return (m_folder / name).string(); }
    std::string put(const std::string &name, const std::string &content) const;
    std::string get(const std::string &name) const;
    std::vector<std::string> files() const;

    static CliResult run(const std::vector<std::string> &words);
    /// Told to stop by this signal before the first batch.
    static CliResult runSignalled(const std::vector<std::string> &words, int signal);

    /// 120 rows: time, a sine, the same a step later with a slope.
    std::string sineCsv(const std::string &name = "sine.csv") const;
    /// x (N × T × I) and y (N × O), reproducible.
    std::string sequences(const std::string &name, std::int64_t count = 6, std::int64_t steps = 5,
                          std::int64_t inputs = 2, std::int64_t outputs = 1) const;
    /// Trains a small model on a file and returns its path.
    std::string trained(const std::string &file, const std::vector<std::string> &more = {},
                        const std::string &name = "model.safetensors") const;

private:
    TemporaryFolder m_folder;
};

/// The numbers of a tensor of a file; a failure when it is not there.
std::vector<double> numbersOf(const std::string &path, const std::string &tensor);
std::vector<std::int64_t> shapeOf(const std::string &path, const std::string &tensor);
/// Lines without their ends.
std::vector<std::string> linesOf(const std::string &text);
/// The cells of a line of a CSV without quotes.
std::vector<std::string> cellsOf(const std::string &line);

} // namespace gatescope::cli
