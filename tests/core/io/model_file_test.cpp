// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model/model_file.h"

#include "core/error.h"
#include "core/io/model/training_state.h"
#include "core/io/tensors/safetensors.h"
#include "tests/core/io/file_fixture.h"
#include "tests/core/io/model_fixture.h"

#include <cerrno>
#include <gmock/gmock.h>
#include <limits>

namespace gatescope {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class ModelFileTest : public FileTest {
protected:
    std::filesystem::path file() const { return path("model.safetensors"); }
};

TEST_F(ModelFileTest, RoundTripKeepsEverything)
{
    const ModelFile written = richModel();
    saveModel(file(), written);
    const ModelFile read = loadModel(file());
    EXPECT_EQ(read.settings, written.settings);
    EXPECT_EQ(read.precision, written.precision);
    EXPECT_EQ(read.parameters, written.parameters);
    EXPECT_EQ(read.csv, written.csv);
    EXPECT_EQ(read.csvRecognised, written.csvRecognised);
    EXPECT_EQ(read.dataSource, written.dataSource);
    EXPECT_EQ(read.step, written.step);
    EXPECT_EQ(read.epoch, written.epoch);
    ASSERT_TRUE(read.preparation);
    EXPECT_EQ(read.preparation->options, written.preparation->options);
    EXPECT_EQ(read.preparation->featureNames, written.preparation->featureNames);
    EXPECT_EQ(read.preparation->targetNames, written.preparation->targetNames);
    EXPECT_EQ(read.preparation->inputScaler, written.preparation->inputScaler);
    EXPECT_EQ(read.preparation->targetScaler, written.preparation->targetScaler);
    ASSERT_EQ(read.history.size(), 2U);
    EXPECT_EQ(read.history[0].trainingLoss, 0.5);
    EXPECT_EQ(read.history[0].validationLoss, 0.25);
    EXPECT_TRUE(read.history[0].best);
    EXPECT_FALSE(read.history[1].validationLoss);
    EXPECT_TRUE(read.notes.empty());
}

TEST_F(ModelFileTest, EveryShapeOfNetworkComesBack)
{
    for (const Formulation formulation : {Formulation::ResetAfter, Formulation::ResetBefore}) {
        for (const bool bias : {true, false}) {
            for (const HeldGates held : {HeldGates::None, HeldGates::Reset, HeldGates::Update, HeldGates::Both}) {
                const ModelFile written = sampleModel({1, 2, 3, 2, formulation, bias, 0.0, held});
                saveModel(file(), written);
                const ModelFile read = loadModel(file());
                EXPECT_EQ(read.settings.network, written.settings.network);
                EXPECT_EQ(read.parameters, written.parameters);
                EXPECT_FALSE(read.preparation);
            }
        }
    }
}

TEST_F(ModelFileTest, DoublePrecisionKeepsEveryBit)
{
    ModelFile written = richModel();
    written.precision = Precision::Float64;
    written.parameters[0] = 0.1;
    saveModel(file(), written);
    const ModelFile read = loadModel(file());
    EXPECT_EQ(read.precision, Precision::Float64);
    EXPECT_EQ(read.parameters, written.parameters);
}

TEST_F(ModelFileTest, TensorsHaveThePlacesAndShapesOfPyTorch)
{
    saveModel(file(), richModel());
    const TensorFile tensors = readSafetensors(file());
    EXPECT_THAT(tensors.find("gru.weight_ih_l0")->shape, ElementsAre(9, 2));
    EXPECT_THAT(tensors.find("gru.weight_hh_l1")->shape, ElementsAre(9, 3));
    EXPECT_THAT(tensors.find("gru.bias_hh_l1")->shape, ElementsAre(9));
    EXPECT_THAT(tensors.find("fc.weight")->shape, ElementsAre(1, 3));
    EXPECT_EQ(tensors.find("fc.bias")->dtype, DType::F32);
}

TEST_F(ModelFileTest, SameModelGivesTheSameBytes)
{
    saveModel(file(), richModel());
    saveModel(path("again.safetensors"), richModel());
    EXPECT_EQ(get(file()), get(path("again.safetensors")));
}

TEST_F(ModelFileTest, LongHistoryIsThinnedButKeepsFirstLastAndBest)
{
    ModelFile model = richModel();
    model.history.assign(5001, {1, 0.5, 0.25, 1e-3, false, {}, {}});
    for (std::size_t i = 0; i < model.history.size(); ++i)
        model.history[i].epoch = static_cast<std::int64_t>(i + 1);
    model.history[1233].best = true;
    saveModel(file(), model);
    const ModelFile read = loadModel(file());
    EXPECT_LE(read.history.size(), 1002U);
    EXPECT_EQ(read.history.front().epoch, 1);
    EXPECT_EQ(read.history.back().epoch, 5001);
    EXPECT_TRUE(std::ranges::any_of(read.history, [](const EpochRecord &record) { return record.epoch == 1234; }));
}

TEST_F(ModelFileTest, WeightsThatAreNotFiniteAreNeitherSavedNorLoaded)
{
    ModelFile model = richModel();
    model.parameters.back() = std::numeric_limits<double>::quiet_NaN();
    EXPECT_THAT(errorMessage([&] { saveModel(file(), model); }), HasSubstr("\"fc.bias\" holds NaN"));
    EXPECT_EQ(fileCount(), 0);
    model.parameters.back() = 1e300; // infinity as a float
    EXPECT_THROW(saveModel(file(), model); loadModel(file()), DataError);
}

TEST_F(ModelFileTest, WrongNumberOfParametersIsNotSaved)
{
    ModelFile model = richModel();
    model.parameters.pop_back();
    EXPECT_THROW(saveModel(file(), model), ShapeError);
}

TEST_F(ModelFileTest, EveryFlippedBitIsFound)
{
    saveModel(file(), sampleModel({1, 1, 1, 1, Formulation::ResetAfter, true, 0.0}));
    const std::string content = get(file());
    for (std::size_t bit = 0; bit < content.size() * 8; ++bit) {
        std::string damaged = content;
        damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
        put(path("damaged"), damaged);
        EXPECT_THROW(loadModel(path("damaged")), Error) << "bit " << bit % 8 << " of byte " << bit / 8;
    }
}

TEST_F(ModelFileTest, EveryTruncationAndChangedByteOfAFullModelIsFound)
{
    ModelFile model = richModel();
    storeTrainingState(model, sampleState<float>(model));
    saveModel(file(), model);
    const std::string content = get(file());
    for (std::size_t i = 0; i < content.size(); ++i) {
        put(path("damaged"), content.substr(0, i));
        EXPECT_THROW(loadModel(path("damaged")), Error) << i << " bytes";
        std::string damaged = content;
        damaged[i] = static_cast<char>(damaged[i] ^ (1 << (i % 8)));
        put(path("damaged"), damaged);
        EXPECT_THROW(loadModel(path("damaged")), Error) << "byte " << i;
    }
}

TEST_F(ModelFileTest, NewerFormatIsRefusedByNameAndVersion)
{
    TensorFile tensors = tensorsFromModel(richModel());
    tensors.metadata["format_version"] = "2";
    tensors.metadata["program"] = "GateScope 9.9";
    writeSafetensors(file(), tensors);
    const std::string message = errorMessage([&] { loadModel(file()); });
    EXPECT_THAT(message, HasSubstr("GateScope 9.9"));
    EXPECT_THAT(message, HasSubstr("format version 2"));
}

TEST_F(ModelFileTest, BareWeightsAreNamedAsSuch)
{
    TensorFile tensors = tensorsFromModel(richModel());
    tensors.metadata.clear();
    writeSafetensors(file(), tensors);
    EXPECT_THAT(errorMessage([&] { loadModel(file()); }), HasSubstr("bare weights file"));
}

TEST_F(ModelFileTest, EveryFailingCallOfASaveKeepsTheOldModelOrTheWholeNew)
{
    const ModelFile before = richModel();
    ModelFile after = richModel();
    after.parameters[0] = 0.25;
    const FailingFileOperations counting(0, 0);
    saveModel(file(), after, counting);
    const std::string fresh = get(file());
    for (int call = 1; call <= counting.calls(); ++call) {
        saveModel(file(), before);
        const std::string old = get(file());
        EXPECT_THROW(saveModel(file(), after, FailingFileOperations(call, ENOSPC)); throw IoError("saved"), IoError);
        const std::string now = get(file());
        EXPECT_TRUE(now == old || now == fresh) << "call " << call;
        EXPECT_EQ(fileCount(), 1) << "call " << call;
    }
}

} // namespace gatescope
