// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A loss at every step from the command line: masked steps, and what cannot be asked.
#include "core/io/tensors/npz.h"
#include "tests/cli/cli_fixture.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

namespace gatescope::cli {

namespace {

class EveryStep : public CliTest {
protected:
    /// 12 sequences of 5 steps with a target at each, of this shape; those of `masked` have no last one.
    std::string tensors(const std::string &name, const std::vector<std::int64_t> &shape,
                        const std::vector<std::size_t> &masked = {}) const
    {
        std::vector<double> x(12 * 5 * 2), y(1);
        for (const std::int64_t size : shape)
            y.resize(y.size() * static_cast<std::size_t>(size));
        for (std::size_t i = 0; i < x.size(); ++i)
            x[i] = std::sin(0.7 * static_cast<double>(i));
        for (std::size_t i = 0; i < y.size(); ++i)
            y[i] = std::cos(0.9 * static_cast<double>(i));
        for (const std::size_t sequence : masked)
            y[sequence * 5 + 4] = std::numeric_limits<double>::quiet_NaN();
        TensorFile file;
        file.tensors.push_back(makeTensor<double>("x", {12, 5, 2}, x));
        file.tensors.push_back(makeTensor<double>("y", shape, y));
        writeTensorFile(path(name), file);
        return path(name);
    }

    std::string model(const std::string &data) const
    {
        const std::string out = path("every.safetensors");
        EXPECT_EQ(
            run({"train", data, "--loss-at", "every", "--epochs", "2", "--hidden", "4", "--layers", "1", "--out", out})
                .code,
            0);
        return out;
    }
};

} // namespace

TEST_F(EveryStep, ASequenceWithoutALastTargetIsLeftOutOfTheScoresAndCounted)
{
    const std::string data = tensors("mask.npz", {12, 5, 1}, {2, 7});
    const std::string trained = model(data);
    const CliResult result = run({"evaluate", trained, data, "--json"});
    ASSERT_EQ(result.code, 0) << result.err;
    const auto json = nlohmann::json::parse(result.out);
    EXPECT_EQ(json.at("all").at("windows"), 10);
    EXPECT_EQ(json.at("all").at("left_out"), 2);
    EXPECT_TRUE(json.at("all").at("rmse").is_number()) << json.dump();
    EXPECT_NE(run({"evaluate", trained, data}).out.find("Left out of all: 2 whose last target is masked"),
              std::string::npos);
    const std::string none = tensors("none.npz", {12, 5, 1}, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
    run({"evaluate", trained, none}).expectError(1, {"no sequence has a last target", "12"});
}

TEST_F(EveryStep, WhatCannotBeAskedIsRefusedInWords)
{
    run({"train", tensors("four.npz", {12, 5, 1, 1})}).expectError(1, {"\"y\"", "12 × 5 × 1 × 1", "12 × 5 × outputs"});
    run({"train", tensors("steps.npz", {12, 4, 1})}).expectError(1, {"12 × 4 × 1", "12 × 5 × outputs"});
    run({"train", tensors("flat.npz", {12, 1}), "--loss-at", "every"}).expectError(1, {"step"});
    const std::string data = tensors("good.npz", {12, 5, 1});
    run({"train", data, "--loss-at", "every", "--burn-in", "5"}).expectError(2, {"burn-in is 5", "5 steps"});
    run({"train", data, "--loss-at", "end", "--burn-in", "2"}).expectError(2, {"burn-in is 2", "loss-at every"});
    run({"train", data, "--init", model(data), "--hold", "reset"}).expectError(2, {"hold is reset", "none held"});
}

} // namespace gatescope::cli
