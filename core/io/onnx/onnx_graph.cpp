// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx/onnx_graph.h"

#include "core/io/onnx/onnx_tensor.h"

#include <algorithm>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <limits>

namespace gatescope {

namespace {

constexpr std::int64_t kIrVersion = 7;

OnnxAttribute readAttribute(const onnx::AttributeProto &proto, OnnxProblem &problem, const OnnxDataReader &readData)
{
    OnnxAttribute attribute;
    attribute.name = proto.name();
    if (proto.has_i())
        attribute.integer = proto.i();
    if (proto.has_f())
        attribute.real = proto.f();
    if (proto.has_s())
        attribute.text = proto.s();
    NamedTensor tensor;
    if (proto.has_t() && readTensor(proto.t(), tensor, problem, readData))
        attribute.tensor = std::move(tensor);
    attribute.integers.assign(proto.ints().begin(), proto.ints().end());
    attribute.reals.assign(proto.floats().begin(), proto.floats().end());
    attribute.texts.assign(proto.strings().begin(), proto.strings().end());
    return attribute;
}

OnnxValue readValue(const onnx::ValueInfoProto &proto)
{
    OnnxValue value;
    value.name = proto.name();
    const onnx::TypeProto_Tensor &type = proto.type().tensor_type();
    value.dtype = onnxDType(type.elem_type()).value_or(DType::F32);
    for (const onnx::TensorShapeProto_Dimension &dimension : type.shape().dim())
        value.dimensions.push_back(dimension.has_dim_value() ? std::to_string(dimension.dim_value())
                                                             : dimension.dim_param());
    return value;
}

void writeAttribute(const OnnxAttribute &attribute, onnx::AttributeProto &proto)
{
    proto.set_name(attribute.name);
    if (attribute.integer) {
        proto.set_type(onnx::AttributeProto::INT);
        proto.set_i(*attribute.integer);
    } else if (attribute.real) {
        proto.set_type(onnx::AttributeProto::FLOAT);
        proto.set_f(*attribute.real);
    } else if (attribute.text) {
        proto.set_type(onnx::AttributeProto::STRING);
        proto.set_s(*attribute.text);
    } else {
        proto.set_type(onnx::AttributeProto::INTS);
        for (const std::int64_t integer : attribute.integers)
            proto.add_ints(integer);
    }
}

void writeValue(const OnnxValue &value, onnx::ValueInfoProto &proto)
{
    proto.set_name(value.name);
    onnx::TypeProto_Tensor &type = *proto.mutable_type()->mutable_tensor_type();
    type.set_elem_type(onnxTypeOf(value.dtype));
    for (const std::string &text : value.dimensions) {
        onnx::TensorShapeProto_Dimension &dimension = *type.mutable_shape()->add_dim();
        if (!text.empty() && text.find_first_not_of("0123456789") == std::string::npos)
            dimension.set_dim_value(std::stoll(text));
        else
            dimension.set_dim_param(text);
    }
}

void writeNode(const OnnxNode &node, onnx::NodeProto &proto)
{
    proto.set_op_type(node.operation);
    proto.set_name(node.name);
    if (!node.domain.empty())
        proto.set_domain(node.domain);
    for (const std::string &input : node.inputs)
        proto.add_input(input);
    for (const std::string &output : node.outputs)
        proto.add_output(output);
    for (const OnnxAttribute &attribute : node.attributes)
        writeAttribute(attribute, *proto.add_attribute());
}

} // namespace

const OnnxAttribute *OnnxNode::attribute(const std::string &attributeName) const
{
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [&](const OnnxAttribute &entry) { return entry.name == attributeName; });
    return found == attributes.end() ? nullptr : &*found;
}

std::optional<OnnxGraph> parseOnnx(std::span<const std::byte> bytes, OnnxProblem &problem,
                                   const OnnxDataReader &readData)
{
    onnx::ModelProto model;
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())
        || !model.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())) || !model.has_graph()) {
        problem.text = "it is not an ONNX model, or it is cut short";
        return std::nullopt;
    }
    OnnxGraph graph;
    graph.producer = model.producer_name();
    graph.opset = 0;
    for (const onnx::OperatorSetIdProto &set : model.opset_import()) {
        if (set.domain().empty() || set.domain() == "ai.onnx")
            graph.opset = set.version();
    }
    if (graph.opset < 1) {
        problem.text = "it does not say which version of ONNX's operators it uses; it may be cut short";
        return std::nullopt;
    }
    for (const onnx::StringStringEntryProto &entry : model.metadata_props())
        graph.metadata[entry.key()] = entry.value();
    for (const onnx::TensorProto &proto : model.graph().initializer()) {
        NamedTensor tensor;
        if (readTensor(proto, tensor, problem, readData))
            graph.initializers.push_back(std::move(tensor));
    }
    for (const onnx::NodeProto &proto : model.graph().node()) {
        OnnxNode node{proto.op_type(), proto.domain(), proto.name(), {}, {}, {}};
        node.inputs.assign(proto.input().begin(), proto.input().end());
        node.outputs.assign(proto.output().begin(), proto.output().end());
        for (const onnx::AttributeProto &attribute : proto.attribute())
            node.attributes.push_back(readAttribute(attribute, problem, readData));
        graph.nodes.push_back(std::move(node));
    }
    for (const onnx::ValueInfoProto &proto : model.graph().input())
        graph.inputs.push_back(readValue(proto));
    for (const onnx::ValueInfoProto &proto : model.graph().output())
        graph.outputs.push_back(readValue(proto));
    if (!problem.text.empty())
        return std::nullopt;
    return graph;
}

std::string serializeOnnx(const OnnxGraph &graph)
{
    onnx::ModelProto model;
    model.set_ir_version(kIrVersion);
    model.set_producer_name(graph.producer);
    onnx::OperatorSetIdProto &set = *model.add_opset_import();
    set.set_domain("");
    set.set_version(graph.opset);
    for (const auto &[key, value] : graph.metadata) {
        onnx::StringStringEntryProto &entry = *model.add_metadata_props();
        entry.set_key(key);
        entry.set_value(value);
    }
    onnx::GraphProto &proto = *model.mutable_graph();
    proto.set_name("gru");
    for (const OnnxNode &node : graph.nodes)
        writeNode(node, *proto.add_node());
    for (const NamedTensor &tensor : graph.initializers)
        writeTensor(tensor, *proto.add_initializer());
    for (const OnnxValue &value : graph.inputs)
        writeValue(value, *proto.add_input());
    for (const OnnxValue &value : graph.outputs)
        writeValue(value, *proto.add_output());
    std::string bytes;
    {
        google::protobuf::io::StringOutputStream stream(&bytes);
        google::protobuf::io::CodedOutputStream coded(&stream);
        coded.SetSerializationDeterministic(true);
        model.SerializeToCodedStream(&coded);
    }
    return bytes;
}

} // namespace gatescope
