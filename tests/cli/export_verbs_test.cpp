// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include "core/io/export/formats.h"
#include "core/io/tensors/npz.h"

#include <nlohmann/json.hpp>

namespace gatescope::cli {

class ExportVerb : public CliTest {
protected:
    std::string model() { return trained(sineCsv(), {"--layers", "1"}); }
};

TEST_F(ExportVerb, EveryFormatIsWrittenAndVerified)
{
    const std::string source = model();
    for (const ExportFormat &format : exportFormats()) {
        const std::string id(format.id), target = path("out-" + id + std::string(format.extension));
        const CliResult written = run({"export", source, "--format", id, "--out", target});
        ASSERT_EQ(written.code, 0) << id << ": " << written.err;
        EXPECT_EQ(linesOf(written.out).front(), target) << id;
        for (const std::string &line : linesOf(written.out))
            EXPECT_TRUE(std::filesystem::exists(line)) << id << ": " << line;
        const CliResult verified = run({"verify", source, target, "--json"});
        ASSERT_EQ(verified.code, 0) << id << ": " << verified.err;
        const auto json = nlohmann::json::parse(verified.out);
        EXPECT_EQ(json["equal"], true) << id;
        EXPECT_LE(json["output_difference"].get<double>(), 1e-5) << id;
    }
}

TEST_F(ExportVerb, TheContractsFormatsAreThere)
{
    for (const char *id : {"safetensors", "pt", "onnx", "npz", "keras", "json", "header", "pytorch"})
        EXPECT_NO_THROW(exportFormat(id)) << id;
    run({"export", "m.safetensors", "--format", "hdf5", "--out", path("x")}).expectError(2, {"hdf5", "onnx"});
}

TEST_F(ExportVerb, ChangedExportIsNotEqual)
{
    const std::string source = model(), target = path("out.npz");
    ASSERT_EQ(run({"export", source, "--format", "npz", "--out", target}).code, 0);
    TensorFile file = readTensorFile(target);
    file.tensors[0].bytes[2] ^= std::byte{0x40};
    writeTensorFile(target, file);
    run({"verify", source, target}).expectError(1, {"out.npz", "differ"});
}

TEST_F(ExportVerb, ImportBringsTheWeightsBack)
{
    const std::string data = sequences("s.npz"), source = trained(data);
    for (const char *format : {"safetensors", "npz", "onnx"}) {
        const std::string target = path(std::string("out.") + format);
        ASSERT_EQ(run({"export", source, "--format", format, "--out", target}).code, 0);
        ASSERT_EQ(run({"import", target, "--out", path("back.safetensors")}).code, 0) << format;
        const auto expected = linesOf(run({"predict", source, data}).out);
        const auto found = linesOf(run({"predict", path("back.safetensors"), data}).out);
        EXPECT_EQ(expected, found) << format;
    }
}

TEST_F(ExportVerb, FailedExportLeavesTheOldFile)
{
    put("old.onnx", "old");
    run({"export", path("missing.safetensors"), "--format", "onnx", "--out", path("old.onnx")})
        .expectError(3, {"missing"});
    EXPECT_EQ(get("old.onnx"), "old");
    const std::string source = model();
    run({"export", source, "--format", "onnx", "--out", path("no/folder/x.onnx")}).expectError(3, {});
}

} // namespace gatescope::cli
