// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tensors/safetensors.h"

#include "core/error.h"
#include "tests/core/io/file_fixture.h"

#include <cstring>
#include <gmock/gmock.h>

namespace gatescope {

using ::testing::HasSubstr;

namespace {

/// A file as bytes: header length, header, data.
std::string fileOf(std::string_view header, std::size_t dataBytes = 0)
{
    const std::uint64_t length = header.size();
    std::string file(8, '\0');
    std::memcpy(file.data(), &length, 8);
    return file + std::string(header) + std::string(dataBytes, '\1');
}

TensorFile sample()
{
    const std::vector<float> weights = {1.5F, -2.0F, 0.25F, 1e-30F, 3e38F, -0.0F};
    const std::vector<double> moments = {1e-300, 2.0};
    const std::vector<std::int64_t> classes = {0, -1, 1LL << 62};
    const std::vector<std::uint64_t> random = {~0ULL};
    TensorFile file;
    file.tensors.push_back(makeTensor<float>("weights", {2, 3}, weights));
    file.tensors.push_back(makeTensor<double>("moments", {2, 1}, moments));
    file.tensors.push_back(makeTensor<std::int64_t>("classes", {3}, classes));
    file.tensors.push_back(makeTensor<std::uint64_t>("random", {}, random));
    file.tensors.push_back(makeTensor<float>("nothing", {0, 4}, {}));
    file.metadata = {{"columns", "[\"température\",\"a \\\"quoted\\\" name\"]"}, {"seed", "42"}};
    return file;
}

/// One kind of damage: its name, the file, and words the message must hold.
struct Damage {
    const char *name;
    std::string content;
    const char *message;
};

void PrintTo(const Damage &damage, std::ostream *stream)
{
    *stream << damage.name;
}

std::string nested(int depth)
{
    return R"({"a":)" + std::string(static_cast<std::size_t>(depth), '[')
           + std::string(static_cast<std::size_t>(depth), ']') + "}";
}

std::vector<Damage> damages()
{
    const std::string good = R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})";
    return {
        {"Empty", "", "too short"},
        {"LengthOnly", fileOf(""), "too short"},
        {"HeaderLongerThanFile", std::string("\xFF\xFF\0\0\0\0\0\0{}", 10), "cut short"},
        {"HeaderLengthHuge", std::string("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF{}", 10), "header"},
        {"NotJson", fileOf("[1, 2, 3]"), "does not begin with"},
        {"BrokenJson", fileOf("{\"a\":"), "not valid JSON"},
        {"TrailingText", fileOf(good + "x", 8), "not valid JSON"},
        {"TrailingNul", fileOf(good + std::string(1, '\0'), 8), "not valid JSON"},
        {"InvalidUtf8", fileOf("{\"\xFF\":{}}"), "not valid JSON"},
        {"DuplicateTensor",
         fileOf(
             R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})",
             8),
         "twice"},
        {"DuplicateField", fileOf(R"({"a":{"dtype":"F32","dtype":"F64","shape":[1],"data_offsets":[0,4]}})", 4),
         "twice"},
        {"TooDeep", fileOf(nested(40)), "nested deeper"},
        {"UnknownField", fileOf(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"x":1}})", 4), "nothing else"},
        {"MissingField", fileOf(R"({"a":{"dtype":"F32","shape":[1]}})"), "must have dtype"},
        {"NoObject", fileOf(R"({"a":7})"), "must have dtype"},
        {"UnknownDtype", fileOf(R"({"a":{"dtype":"F31","shape":[1],"data_offsets":[0,4]}})", 4), "dtype"},
        {"DtypeNoText", fileOf(R"({"a":{"dtype":32,"shape":[1],"data_offsets":[0,4]}})", 4), "dtype"},
        {"NegativeDimension", fileOf(R"({"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}})", 4), "dimension"},
        {"FractionalDimension", fileOf(R"({"a":{"dtype":"F32","shape":[1.0],"data_offsets":[0,4]}})", 4), "dimension"},
        {"ShapeOverflow", fileOf(R"({"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}})"),
         "more elements"},
        {"ByteOverflow", fileOf(R"({"a":{"dtype":"F64","shape":[2305843009213693952],"data_offsets":[0,0]}})"),
         "more bytes"},
        {"HugeButAbsent",
         fileOf(R"({"a":{"dtype":"F32","shape":[1099511627776],"data_offsets":[0,4398046511104]}})", 4), "cut short"},
        {"ShapeNotOffsets", fileOf(R"({"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}})", 8), "needs 12 bytes"},
        {"OffsetsBackwards", fileOf(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}})", 8), "offsets"},
        {"ThreeOffsets", fileOf(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8,8]}})", 8), "two numbers"},
        {"TooManyDimensions",
         fileOf(R"({"a":{"dtype":"F32","shape":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1],"data_offsets":[0,4]}})", 4),
         "at most 16"},
        {"Overlap",
         fileOf(
             R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}})",
             12),
         "overlap"},
        {"Hole",
         fileOf(
             R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}})",
             12),
         "belong to no tensor"},
        {"TrailingBytes", fileOf(good, 9), "followed by something else"},
        {"MissingBytes", fileOf(good, 7), "cut short"},
        {"MetadataNoObject", fileOf(R"({"__metadata__":[]})"), "not an object"},
        {"MetadataNoText", fileOf(R"({"__metadata__":{"seed":42}})"), "not text"},
    };
}

} // namespace

class SafetensorsTest : public FileTest {};

TEST_F(SafetensorsTest, RoundTripKeepsEveryBit)
{
    const TensorFile written = sample();
    writeSafetensors(path("a.safetensors"), written);
    const TensorFile read = readSafetensors(path("a.safetensors"));
    EXPECT_EQ(read.metadata, written.metadata);
    ASSERT_EQ(read.tensors.size(), written.tensors.size());
    for (const NamedTensor &tensor : written.tensors) {
        ASSERT_NE(read.find(tensor.name), nullptr) << tensor.name;
        EXPECT_EQ(*read.find(tensor.name), tensor) << tensor.name;
    }
}

TEST_F(SafetensorsTest, SameContentGivesTheSameBytes)
{
    writeSafetensors(path("a.safetensors"), sample());
    writeSafetensors(path("b.safetensors"), sample());
    EXPECT_EQ(get(path("a.safetensors")), get(path("b.safetensors")));
}

TEST_F(SafetensorsTest, HeaderIsPaddedSoThatNumbersAreAligned)
{
    writeSafetensors(path("a.safetensors"), sample());
    std::uint64_t length = 0;
    const std::string content = get(path("a.safetensors"));
    std::memcpy(&length, content.data(), 8);
    EXPECT_EQ(length % 8, 0U);
}

TEST_F(SafetensorsTest, TwoTensorsOfOneNameAreNotWritten)
{
    TensorFile file = sample();
    file.tensors.push_back(file.tensors.front());
    EXPECT_THROW(writeSafetensors(path("a.safetensors"), file), DataError);
    EXPECT_EQ(fileCount(), 0);
}

TEST_F(SafetensorsTest, EveryTruncationIsFound)
{
    writeSafetensors(path("a.safetensors"), sample());
    const std::string content = get(path("a.safetensors"));
    for (std::size_t size = 0; size < content.size(); ++size) {
        put(path("cut.safetensors"), content.substr(0, size));
        EXPECT_THROW(readSafetensors(path("cut.safetensors")), DataError) << size << " bytes";
    }
}

TEST_F(SafetensorsTest, FoldersAndMissingFilesAreInputOutputErrors)
{
    EXPECT_THROW(readSafetensors(folder()), IoError);
    EXPECT_THROW(readSafetensors(path("nothing.safetensors")), IoError);
    EXPECT_THROW(readSafetensors("/dev/zero"), IoError);
}

TEST_F(SafetensorsTest, RecognisesItsOwnFilesOnly)
{
    writeSafetensors(path("a.safetensors"), sample());
    put(path("b.csv"), "time,value\n1,2\n");
    EXPECT_TRUE(looksLikeSafetensors(path("a.safetensors")));
    EXPECT_FALSE(looksLikeSafetensors(path("b.csv")));
    EXPECT_THROW(looksLikeSafetensors(path("nothing")), IoError) << "what cannot be read is no file of another kind";
}

class SafetensorsDamage : public FileTest, public ::testing::WithParamInterface<Damage> {};

TEST_P(SafetensorsDamage, IsRefusedWithItsName)
{
    put(path("damaged.safetensors"), GetParam().content);
    std::string message;
    EXPECT_THROW(
        try { readSafetensors(path("damaged.safetensors")); } catch (const DataError &error) {
            message = error.what();
            throw;
        },
        DataError);
    EXPECT_THAT(message, HasSubstr(GetParam().message));
    EXPECT_THAT(message, HasSubstr("damaged.safetensors"));
}

INSTANTIATE_TEST_SUITE_P(Corpus, SafetensorsDamage, ::testing::ValuesIn(damages()),
                         [](const auto &test) { return std::string(test.param.name); });

} // namespace gatescope
