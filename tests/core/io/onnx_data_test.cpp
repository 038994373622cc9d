// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/export/verify.h"
#include "core/io/import/onnx/onnx_import.h"
#include "tests/core/io/file_fixture.h"
#include "tests/core/io/model_fixture.h"

#include <gmock/gmock.h>
#include <onnx/onnx_pb.h>

namespace gatescope {

using ::testing::HasSubstr;

/// Models whose numbers lie in a file beside them.
class OnnxData : public FileTest {
protected:
    static ModelFile model() { return sampleModel({2, 3, 1, 1, Formulation::ResetAfter, true, 0.0}); }

    /// Writes the model so that its numbers are in `location`, cut after `bytes` of them if so asked.
    void write(const std::string &location, const std::string &file = "m.data", std::size_t bytes = SIZE_MAX)
    {
        exportModel(model(), "onnx", path("m.onnx"));
        onnx::ModelProto proto;
        ASSERT_TRUE(proto.ParseFromString(get(path("m.onnx"))));
        std::string data;
        for (onnx::TensorProto &tensor : *proto.mutable_graph()->mutable_initializer()) {
            if (tensor.data_type() != onnx::TensorProto::FLOAT)
                continue;
            const auto say = [&](const char *key, const std::string &value) {
                auto *entry = tensor.add_external_data();
                entry->set_key(key);
                entry->set_value(value);
            };
            say("location", location);
            say("offset", std::to_string(data.size()));
            say("length", std::to_string(tensor.raw_data().size()));
            data += tensor.raw_data();
            tensor.clear_raw_data();
            tensor.set_data_location(onnx::TensorProto::EXTERNAL);
        }
        put(path("m.onnx"), proto.SerializeAsString());
        put(path(file), std::string_view(data).substr(0, bytes));
    }

    std::string refusal() const
    {
        return errorMessage([&] { importOnnx(path("m.onnx")); });
    }
};

TEST_F(OnnxData, NumbersInAFileBesideTheModelAreRead)
{
    write("m.data");
    EXPECT_EQ(importOnnx(path("m.onnx")).parameters, model().parameters);
}

TEST_F(OnnxData, AFileThatIsNotThereOrTooShortIsNamed)
{
    write("other.data");
    EXPECT_THAT(refusal(), HasSubstr("\"other.data\", which is not in its folder"));
    write("m.data", "m.data", 40);
    EXPECT_THAT(refusal(), HasSubstr("m.data"));
}

TEST_F(OnnxData, NothingOutsideTheModelsFolderIsRead)
{
    std::filesystem::create_directory(path("inside"));
    for (const std::string place : {"inside/m.data", "../m.data", "/etc/hostname", "."}) {
        write(place);
        EXPECT_THAT(refusal(), HasSubstr("only a file in the model's own folder")) << place;
    }
    write("link.data");
    std::filesystem::create_symlink(path("m.data"), path("link.data"));
    EXPECT_THAT(refusal(), HasSubstr("not a plain file"));
}

} // namespace gatescope
