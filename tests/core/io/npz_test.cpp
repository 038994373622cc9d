// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tensors/npz.h"

#include "core/error.h"
#include "core/io/tensors/npy.h"
#include "core/io/tensors/safetensors.h"
#include "core/io/tensors/zip_writer.h"
#include "tests/core/io/file_fixture.h"

#include <cstring>
#include <gmock/gmock.h>

namespace gatescope {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

namespace {

std::filesystem::path ioFixture(const std::string &name)
{
    return std::filesystem::path(GATESCOPE_FIXTURES) / "io" / name;
}

/// 2 × 3 × 4 with the value 100 i + 10 j + k at (i, j, k), as make_io_fixtures.py writes it.
std::vector<double> grid()
{
    std::vector<double> values;
    for (int i = 0; i < 2; ++i)
        for (int j = 0; j < 3; ++j)
            for (int k = 0; k < 4; ++k)
                values.push_back(100 * i + 10 * j + k);
    return values;
}

std::string arrayOf(std::string_view dictionary, std::size_t dataBytes)
{
    std::string array = "\x93NUMPY";
    array += {1, 0, static_cast<char>(dictionary.size()), 0};
    return array + std::string(dictionary) + std::string(dataBytes, '\0');
}

struct BrokenArray {
    const char *name;
    std::string content;
    const char *message;
};

std::vector<BrokenArray> brokenArrays()
{
    const std::string good = "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }\n";
    return {
        {"NoArray", "hello, world, this is text", "not a NumPy array"},
        {"Empty", "", "not a NumPy array"},
        {"FutureVersion", "\x93NUMPY\x09" + std::string(20, '\0'), "format version 9"},
        {"HeadTooLong", std::string("\x93NUMPY\1\0\xFF\xFF{}", 12), "more than there are"},
        {"TooFewBytes", arrayOf(good, 7), "needs 8 bytes"},
        {"TooManyBytes", arrayOf(good, 9), "needs 8 bytes"},
        {"NegativeShape", arrayOf("{'descr': '<f4', 'fortran_order': False, 'shape': (-2,), }", 8),
         "cannot be understood"},
        {"FractionalShape", arrayOf("{'descr': '<f4', 'fortran_order': False, 'shape': (2.5,), }", 8),
         "cannot be understood"},
        {"OverflowingShape",
         arrayOf("{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296), }", 8), "more elements"},
        {"HugeNumber", arrayOf("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,), }", 8),
         "cannot be understood"},
        {"KeyTwice", arrayOf("{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (2,), }", 8),
         "cannot be understood"},
        {"KeyMissing", arrayOf("{'descr': '<f4', 'shape': (2,), }", 8), "cannot be understood"},
        {"Expression", arrayOf("{'descr': __import__('os'), 'fortran_order': False, 'shape': (2,), }", 8),
         "record array"},
        {"TrailingText", arrayOf("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), } + 1", 8),
         "cannot be understood"},
        {"Unclosed", arrayOf("{'descr': '<f4", 8), "cannot be understood"},
        {"Objects", arrayOf("{'descr': '|O', 'fortran_order': False, 'shape': (2,), }", 8), "never read"},
    };
}

} // namespace

class NpzTest : public FileTest {};

TEST_F(NpzTest, ReadsEveryKindOfNumberOrderAndCompressionOfNumPy)
{
    for (const char *name : {"kinds.npz", "deflated.npz"}) {
        const TensorFile file = readNpz(ioFixture(name));
        for (const char *array : {"f4", "f8", "f2", "f4be", "f8be", "i4be", "i8", "u8", "i2", "u4", "u1", "fortran"}) {
            ASSERT_NE(file.find(array), nullptr) << array;
            EXPECT_THAT(file.find(array)->shape, ElementsAre(2, 3, 4)) << array;
            EXPECT_EQ(tensorValues<double>(*file.find(array)), grid()) << array << " of " << name;
        }
        EXPECT_THAT(tensorValues<double>(*file.find("fortran2")),
                    ElementsAre(0, 1, 2, 3, 10, 11, 12, 13, 20, 21, 22, 23));
        EXPECT_THAT(tensorValues<double>(*file.find("scalar")), ElementsAre(2.5));
        EXPECT_THAT(file.find("empty")->shape, ElementsAre(0, 3));
        EXPECT_THAT(tensorValues<std::int64_t>(*file.find("flags")), ElementsAre(1, 0, 1));
    }
}

TEST_F(NpzTest, ReadsALoneArrayUnderTheNameOfItsFile)
{
    const TensorFile file = readNpz(ioFixture("lone.npy"));
    ASSERT_EQ(file.tensors.size(), 1U);
    EXPECT_EQ(file.tensors[0].name, "lone");
    EXPECT_EQ(tensorValues<double>(file.tensors[0]), grid());
}

TEST_F(NpzTest, RoundTripKeepsEveryBitAndTheMetadata)
{
    const std::vector<float> x = {1.5F, -0.0F, 1e-40F, 3e38F, 5.0F, 6.0F};
    const std::vector<std::int64_t> y = {1, -2};
    TensorFile written;
    written.tensors.push_back(makeTensor<float>("x", {1, 2, 3}, x));
    written.tensors.push_back(makeTensor<std::int64_t>("y", {2}, y));
    written.metadata = {{"formulation", "reset-before"}};
    writeNpz(path("a.npz"), written);
    const TensorFile read = readNpz(path("a.npz"));
    EXPECT_EQ(read.tensors, written.tensors);
    EXPECT_EQ(read.metadata, written.metadata);
    writeNpz(path("b.npz"), written);
    EXPECT_EQ(get(path("a.npz")), get(path("b.npz")));
}

TEST_F(NpzTest, ObjectsTextRecordsAndComplexNumbersAreNeverRead)
{
    for (const char *name : {"objects.npz", "text.npz", "complex.npz", "records.npz"})
        EXPECT_THROW(readNpz(ioFixture(name)), DataError) << name;
}

TEST_F(NpzTest, PicklesAreRefusedByName)
{
    ZipWriter archive;
    archive.add("archive/data.pkl", std::string_view("\x80\x02}."));
    archive.write(path("model.pt"));
    EXPECT_THAT(errorMessage([this] { readTensorFile(path("model.pt")); }), HasSubstr("never read"));
}

TEST_F(NpzTest, BombsAndLyingShapesAreRefusedBeforeMemoryIsTaken)
{
    EXPECT_THROW(readNpz(ioFixture("bomb.npz")), DataError);
    EXPECT_THAT(errorMessage([] { readNpz(ioFixture("lying.npz")); }), HasSubstr("x.npy"));
    EXPECT_THROW(readNpz(ioFixture("zeros.npz"), 1000), ResourceError);
    EXPECT_EQ(readNpz(ioFixture("zeros.npz")).tensors[0].count(), 100'000);
}

TEST_F(NpzTest, ChangedByteIsFoundByTheChecksum)
{
    EXPECT_THROW(readNpz(ioFixture("changed.npz")), DataError);
}

TEST_F(NpzTest, NamesAreNeverUsedAsPaths)
{
    const TensorFile file = readNpz(ioFixture("paths.npz"));
    ASSERT_EQ(file.tensors.size(), 1U);
    EXPECT_EQ(file.tensors[0].name, "../../etc/x");
}

TEST_F(NpzTest, EveryTruncationIsFound)
{
    TensorFile small;
    const std::vector<float> x = {1.0F, 2.0F};
    small.tensors.push_back(makeTensor<float>("x", {2}, x));
    writeNpz(path("a.npz"), small);
    const std::string whole = get(path("a.npz"));
    for (std::size_t size = 0; size < whole.size(); ++size) {
        put(path("cut.npz"), whole.substr(0, size));
        EXPECT_THROW(readNpz(path("cut.npz")), DataError) << size << " bytes";
    }
}

TEST_F(NpzTest, EndingOrContentChoosesTheFormat)
{
    TensorFile file;
    const std::vector<float> x = {1.0F, 2.0F};
    file.tensors.push_back(makeTensor<float>("x", {2}, x));
    writeTensorFile(path("a.npz"), file);
    writeTensorFile(path("a.safetensors"), file);
    EXPECT_TRUE(looksLikeNpz(path("a.npz")));
    EXPECT_TRUE(looksLikeSafetensors(path("a.safetensors")));
    EXPECT_EQ(readTensorFile(path("a.npz")).tensors, readTensorFile(path("a.safetensors")).tensors);
    EXPECT_THROW(writeTensorFile(path("a.txt"), file), OptionError);
    put(path("a.csv"), "time,value\n1,2\n3,4\n");
    EXPECT_THROW(readTensorFile(path("a.csv")), DataError);
    EXPECT_THROW(readTensorFile(path("nothing")), IoError);
}

class NpzDamage : public FileTest, public ::testing::WithParamInterface<BrokenArray> {};

TEST_P(NpzDamage, IsRefusedWithItsName)
{
    ZipWriter archive;
    archive.add("x.npy", GetParam().content);
    archive.write(path("broken.npz"));
    const std::string message = errorMessage([&] { readNpz(path("broken.npz")); });
    EXPECT_THAT(message, HasSubstr(GetParam().message));
    EXPECT_THAT(message, HasSubstr("x.npy"));
}

INSTANTIATE_TEST_SUITE_P(Corpus, NpzDamage, ::testing::ValuesIn(brokenArrays()),
                         [](const auto &test) { return std::string(test.param.name); });

} // namespace gatescope
