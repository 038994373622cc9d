// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/export/verify.h"

#include "core/error.h"
#include "core/io/import/import_weights.h"
#include "core/io/tensors/npz.h"
#include "tests/core/io/file_fixture.h"
#include "tests/core/io/model_fixture.h"

#include <gmock/gmock.h>

namespace gatescope {

using ::testing::HasSubstr;
using ::testing::SizeIs;

namespace {

std::string fileName(const ExportFormat &format)
{
    return "export" + std::string(format.extension);
}

} // namespace

static void PrintTo(const ExportFormat &format, std::ostream *stream)
{
    *stream << format.id;
}

/// Runs over every row of exportFormats().
class ExportEveryFormat : public FileTest, public ::testing::WithParamInterface<ExportFormat> {};

TEST_P(ExportEveryFormat, ReadsBackAsTheSameNetworkForEveryShape)
{
    const ExportFormat &format = GetParam();
    for (const Formulation formulation : {Formulation::ResetAfter, Formulation::ResetBefore}) {
        for (const bool bias : {true, false}) {
            for (const Index layers : {1, 2, 3}) {
                const ModelFile model = sampleModel({3, 5, layers, 2, formulation, bias, 0.0});
                std::filesystem::remove_all(path(fileName(format)));
                const auto written = exportModel(model, format.id, path(fileName(format)));
                EXPECT_EQ(written.front(), path(fileName(format)));
                const VerifyReport report = verifyExport(model, path(fileName(format)));
                EXPECT_EQ(report.format, format.id);
                EXPECT_TRUE(report.equal) << report.outputDifference;
                EXPECT_EQ(report.weightDifference, 0.0);
                EXPECT_GT(report.largestOutput, 0.0);
            }
        }
    }
}

TEST_P(ExportEveryFormat, HeldGatesAreReadBackAsTheSameFunction)
{
    const ExportFormat &format = GetParam();
    for (const HeldGates held : {HeldGates::Reset, HeldGates::Update, HeldGates::Both}) {
        for (const Formulation formulation : {Formulation::ResetAfter, Formulation::ResetBefore}) {
            for (const bool bias : {true, false}) {
                const ModelFile model = sampleModel({3, 5, 2, 2, formulation, bias, 0.0, held});
                std::filesystem::remove_all(path(fileName(format)));
                exportModel(model, format.id, path(fileName(format)));
                const VerifyReport report = verifyExport(model, path(fileName(format)));
                EXPECT_TRUE(report.equal) << report.outputDifference;
                EXPECT_EQ(report.weightDifference, 0.0);
            }
        }
    }
}

TEST_P(ExportEveryFormat, DoublePrecisionComesBackToTheLastBit)
{
    const ExportFormat &format = GetParam();
    ModelFile model = richModel();
    model.precision = Precision::Float64;
    for (double &parameter : model.parameters)
        parameter *= 1.0 / 3.0;
    exportModel(model, format.id, path(fileName(format)));
    const double allowed = format.id == "onnx" ? 1e-7 : 0.0; // ONNX is written in float32
    EXPECT_LE(verifyExport(model, path(fileName(format))).weightDifference, allowed);
}

TEST_P(ExportEveryFormat, AnotherNetworkIsNotTakenForThisOne)
{
    const ExportFormat &format = GetParam();
    const ModelFile model = sampleModel({3, 5, 2, 2, Formulation::ResetAfter, true, 0.0});
    const ModelFile other = sampleModel({3, 5, 2, 2, Formulation::ResetAfter, true, 0.0}, 8);
    exportModel(other, format.id, path(fileName(format)));
    const VerifyReport report = verifyExport(model, path(fileName(format)));
    EXPECT_FALSE(report.equal);
    EXPECT_GT(report.outputDifference, 1e-3);
    const ModelFile larger = sampleModel({3, 6, 2, 2, Formulation::ResetAfter, true, 0.0});
    EXPECT_THROW(verifyExport(larger, path(fileName(format))), Error);
}

TEST_P(ExportEveryFormat, FolderThatIsNotThereIsAnInputOutputError)
{
    EXPECT_THROW(exportModel(richModel(), GetParam().id, path("nowhere") / fileName(GetParam())), IoError);
}

INSTANTIATE_TEST_SUITE_P(AllFormats, ExportEveryFormat,
                         ::testing::ValuesIn(exportFormats().begin(), exportFormats().end()),
                         [](const auto &test) { return std::string(test.param.id); });

class ExportTest : public FileTest {};

TEST_F(ExportTest, UnknownFormatNamesTheChoices)
{
    EXPECT_THAT(errorMessage([&] { exportModel(richModel(), "hdf5", path("a")); }), HasSubstr("safetensors"));
}

TEST_F(ExportTest, TrainingStateStaysInTheModelFile)
{
    ModelFile model = richModel();
    const std::vector<float> moment(3);
    model.training.push_back(makeTensor<float>("first_moment", {3}, moment));
    exportModel(model, "safetensors", path("a.safetensors"));
    EXPECT_THAT(loadModel(path("a.safetensors")).training, SizeIs(0));
}

TEST_F(ExportTest, ScalersAndColumnsTravelWithTheWeights)
{
    const ModelFile model = richModel();
    for (const char *name : {"a.npz", "a.onnx"}) {
        exportModel(model, std::string_view(name).substr(2), path(name));
        const ModelFile read = importWeights(path(name));
        ASSERT_TRUE(read.preparation) << name;
        EXPECT_EQ(read.preparation->inputScaler, model.preparation->inputScaler);
        EXPECT_EQ(read.preparation->featureNames, model.preparation->featureNames);
    }
}

TEST_F(ExportTest, ScalerInTheGraphIsForOnnxWithAScalerOnly)
{
    const ExportOptions inGraph{ScalerPlace::Graph};
    exportModel(richModel(), "onnx", path("a.onnx"), inGraph);
    EXPECT_TRUE(verifyExport(richModel(), path("a.onnx")).equal);
    EXPECT_THROW(exportModel(richModel(), "npz", path("a.npz"), inGraph), OptionError);
    EXPECT_THROW(exportModel(sampleModel({}), "onnx", path("b.onnx"), inGraph), OptionError);
}

TEST_F(ExportTest, DamagedExportsAreRefusedWithoutACrash)
{
    const ModelFile model = sampleModel({2, 2, 1, 1, Formulation::ResetAfter, true, 0.0});
    for (const ExportFormat &format : exportFormats()) {
        if (format.extension.empty())
            continue;
        exportModel(model, format.id, path(fileName(format)));
        const std::string content = get(path(fileName(format)));
        for (std::size_t size = 0; size < content.size(); size += 7) {
            put(path("cut" + std::string(format.extension)), content.substr(0, size));
            try {
                const VerifyReport report = verifyExport(model, path("cut" + std::string(format.extension)));
                EXPECT_TRUE(report.equal) << format.id << " cut to " << size; // what was cut off was no number
            } catch (const Error &) {
            }
        }
    }
}

} // namespace gatescope
