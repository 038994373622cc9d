// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include "core/io/tensors/npz.h"

#include <fstream>

namespace gatescope::cli {

/// What people do by mistake: each is one sentence with the way out, the right code, and nothing is left behind.
class BadInput : public CliTest {
protected:
    CliResult train(const std::string &file, const std::vector<std::string> &more = {})
    {
        std::vector<std::string> words = {"train",    file, "--target", "later", "--window", "6",
                                          "--hidden", "3",  "--epochs", "1",     "--out",    path("model.safetensors")};
        words.insert(words.end(), more.begin(), more.end());
        const CliResult result = run(words);
        if (result.code != 0) {
            EXPECT_FALSE(std::filesystem::exists(path("model.safetensors")));
        }
        return result;
    }

    /// The sine with one cell of "later" replaced, in row 50.
    std::string withCell(const std::string &cell)
    {
        const std::string name = sineCsv();
        std::string text;
        int row = 0;
        for (const std::string &line : linesOf(get("sine.csv"))) {
            text += row == 50 ? line.substr(0, line.rfind(',') + 1) + cell : line;
            text += "\n";
            ++row;
        }
        return put("sine.csv", text);
    }
};

TEST_F(BadInput, MissingFileIsAnIoError)
{
    train(path("nowhere.csv")).expectError(3, {"nowhere.csv"});
    run({"info", path("nowhere.safetensors")}).expectError(3, {"nowhere.safetensors"});
}

TEST_F(BadInput, FolderIsAnIoError)
{
    std::filesystem::create_directory(path("folder.csv"));
    train(path("folder.csv")).expectError(3, {"folder.csv"});
}

TEST_F(BadInput, EmptyFileIsBadData)
{
    train(put("empty.csv", "")).expectError(1, {"empty"});
    run({"info", put("empty.safetensors", "")}).expectError(1, {"empty.safetensors"});
}

TEST_F(BadInput, NameAndContentThatDisagreeAreBothNamed)
{
    const std::string words = "a,b\n1,2\n";
    run({"info", put("a.safetensors", words)}).expectError(1, {"a.safetensors", "a safetensors file", "text"});
    train(put("b.safetensors", words)).expectError(1, {"b.safetensors", "a safetensors file", "text"});
    train(put("c.npz", words)).expectError(1, {"c.npz", "a NumPy file", "text"});
    run({"info", put("d.onnx", words)}).expectError(1, {"d.onnx", "an ONNX model", "text"});
    run({"info", put("e.npz", std::string("\1\2\3\4", 4))}).expectError(1, {"e.npz", "a NumPy file", "another kind"});
}

TEST_F(BadInput, HeaderWithoutRowsIsBadData)
{
    train(put("a.csv", "later,x\n")).expectError(1, {"row"});
}

TEST_F(BadInput, NoNumericColumn)
{
    train(put("a.csv", "later,b\nx,y\nz,w\nx,y\n")).expectError(1, {"later"});
}

TEST_F(BadInput, NulByteIsNamed)
{
    train(put("a.csv", std::string("later,b\n1,2\n3,\0\n", 16))).expectError(1, {"NUL"});
}

TEST_F(BadInput, TargetThatIsNotThereNamesTheColumnsThereAre)
{
    const CliResult result = train(sineCsv(), {"--target", "nothing"});
    EXPECT_NE(result.code, 0);
    result.expectError(result.code, {"nothing", "wave", "later"});
    EXPECT_TRUE(result.code == 1 || result.code == 2);
}

TEST_F(BadInput, NoTargetAsksForOne)
{
    run({"train", sineCsv()}).expectError(2, {"--target", "wave"});
}

TEST_F(BadInput, TextInANumericColumnNamesRowColumnAndText)
{
    train(withCell("oops")).expectError(1, {"later", "oops", "51"});
}

TEST_F(BadInput, InfinityIsNamed)
{
    train(withCell("inf")).expectError(1, {"later", "51"});
}

TEST_F(BadInput, MissingCellIsRefusedUntilAChoiceIsMade)
{
    const std::string file = withCell("");
    train(file).expectError(1, {"later", "missing"});
    for (const char *policy : {"drop", "forward", "interpolate"})
        EXPECT_EQ(train(file, {"--missing", policy}).code, 0) << policy;
}

TEST_F(BadInput, ConstantColumnIsAWarning)
{
    std::string text = "later,flat\n";
    for (int row = 0; row < 60; ++row)
        text += std::to_string(row % 7) + ",5\n";
    const CliResult result = train(put("a.csv", text));
    EXPECT_EQ(result.code, 0) << result.err;
    EXPECT_NE(result.err.find("warning: "), std::string::npos);
    EXPECT_NE(result.err.find("flat"), std::string::npos);
}

TEST_F(BadInput, FewerRowsThanAWindow)
{
    train(put("a.csv", "later,b\n1,2\n3,4\n5,7\n")).expectError(1, {"window"});
}

TEST_F(BadInput, EmptyValidationPartIsAWarning)
{
    const CliResult result = train(sineCsv(), {"--split", "0.94,0.03,0.03"});
    EXPECT_EQ(result.code, 0) << result.err;
    EXPECT_NE(result.err.find("warning: "), std::string::npos);
    EXPECT_EQ(result.out.find("Validation"), std::string::npos);
}

TEST_F(BadInput, TruncatedModelIsRefused)
{
    const std::string model = trained(sineCsv());
    std::filesystem::resize_file(model, std::filesystem::file_size(model) - 7);
    run({"info", model}).expectError(1, {"model.safetensors"});
    run({"predict", model, path("sine.csv")}).expectError(1, {"model.safetensors"});
}

TEST_F(BadInput, ForeignModelIsRefused)
{
    const std::string file = sineCsv();
    run({"predict", put("m.safetensors", "PK\3\4 not a model at all, but long enough"), file})
        .expectError(1, {"m.safetensors"});
    run({"train", file, "--target", "later", "--init", file}).expectError(1, {"sine.csv"});
}

TEST_F(BadInput, OutputThatCannotBeWrittenIsFoundBeforeTraining)
{
    const std::string file = sineCsv();
    for (const std::string &target :
         {path("sine.csv/model.safetensors"), path("no/such/folder/m.safetensors"), path(".")}) {
        const CliResult result = run({"train", file, "--target", "later", "--out", target});
        result.expectError(3, {});
        EXPECT_EQ(result.out, "");
    }
    EXPECT_EQ(files(), std::vector<std::string>{"sine.csv"});
}

TEST_F(BadInput, OutputOverAnInputIsRefused)
{
    const std::string file = sineCsv(), before = get("sine.csv"), model = trained(file);
    run({"predict", model, file, "--out", file}).expectError(2, {"--out", "FILE"});
    run({"data", file, "--dump",
         path("../" + std::filesystem::path(path("")).parent_path().filename().string() + "/sine.csv")})
        .expectError(2, {"--dump"});
    run({"train", file, "--target", "later", "--out", path("x"), "--history", path("x")})
        .expectError(2, {"--history", "out"});
    EXPECT_EQ(get("sine.csv"), before);
    EXPECT_EQ(run({"train", file, "--init", model, "--epochs", "2", "--out", model}).code, 0);
}

TEST_F(BadInput, MoreMemoryThanThereIsIsRefusedWithNumbers)
{
    const CliResult result = run({"train", sineCsv(), "--target", "later", "--hidden", "4096", "--layers", "32",
                                  "--batch", "1048576", "--window", "64"});
    result.expectError(4, {"memory"});
}

TEST_F(BadInput, TensorFileOfTheWrongShapeNamesBoth)
{
    TensorFile file;
    file.tensors.push_back(makeTensor<float>("x", {2, 3}, std::vector<float>(6)));
    writeTensorFile(path("s.npz"), file);
    run({"train", path("s.npz")}).expectError(1, {"\"x\"", "2 × 3", "sequences × steps × features"});

    file.tensors = {makeTensor<float>("x", {2, 3, 1}, std::vector<float>(6)),
                    makeTensor<float>("y", {3, 1}, std::vector<float>(3))};
    writeTensorFile(path("s.npz"), file);
    run({"train", path("s.npz")}).expectError(1, {"\"y\"", "3 × 1"});

    file.tensors = {makeTensor<std::int64_t>("x", {2, 3, 1}, std::vector<std::int64_t>(6))};
    writeTensorFile(path("s.npz"), file);
    run({"train", path("s.npz")}).expectError(1, {"I64", "F32"});
}

TEST_F(BadInput, TrainingOnTensorsNeedsTargets)
{
    TensorFile file;
    file.tensors.push_back(makeTensor<float>("x", {2, 3, 1}, std::vector<float>(6)));
    writeTensorFile(path("s.npz"), file);
    run({"train", path("s.npz")}).expectError(1, {"\"y\""});
}

TEST_F(BadInput, DataThatDoesNotFitTheModelNamesBothSizes)
{
    const std::string model = trained(sequences("two.npz", 6, 5, 2, 1));
    run({"predict", model, sequences("three.npz", 6, 5, 3, 1)}).expectError(1, {"3", "2"});
    run({"evaluate", model, sequences("outputs.npz", 6, 5, 2, 2)}).expectError(1, {"2", "1"});
}

TEST_F(BadInput, ColumnsThatAModelNeedsAreNamed)
{
    const std::string model = trained(sineCsv());
    run({"predict", model, put("b.csv", "time,later\n2024-01-01,1\n2024-01-02,2\n")}).expectError(1, {"wave"});
}

} // namespace gatescope::cli
