// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/io/export/exporters.h"
#include "core/io/files/atomic_file.h"
#include "core/io/import/names/gate_order.h"
#include "core/io/import/onnx/onnx_import.h"
#include "core/io/onnx/onnx_graph.h"

#include <algorithm>
#include <limits>

namespace gatescope {

namespace {

/// Puts the graph together from x (N × T × I) to y (N × O), node by node. All numbers are float32, also those of a
/// double model: ONNX Runtime has no GRU in double.
class OnnxBuilder {
public:
    OnnxBuilder(const ModelFile &model, const ExportOptions &options)
        : m_model(model), m_network(model.settings.network), m_layout(m_network), m_options(options)
    {
    }

    OnnxGraph build()
    {
        m_graph.producer = "GateScope";
        m_graph.metadata = publicMetadata(m_model);
        m_graph.metadata["scalar"] = "float32";
        m_graph.metadata[kInputOrderKey] = kScaledOutside;
        m_graph.inputs.push_back({"x", DType::F32, {"N", "T", std::to_string(m_network.inputs)}});
        m_graph.outputs.push_back({"y", DType::F32, {"N", std::to_string(m_network.outputs)}});
        std::string value = "x";
        if (m_options.scaler == ScalerPlace::Graph)
            value = addInputScaler(value);
        // Layout 0 (time first) with transposes: ONNX Runtime does not take layout 1.
        value = addNode("Transpose", {value}, "x_time_first", {integers("perm", {1, 0, 2})});
        for (Index layer = 0; layer < m_network.layers; ++layer)
            value = addLayer(value, layer);
        addTensor("fc.weight", {m_network.outputs, m_network.hidden}, slotValues(m_model, m_layout.headWeight()));
        addTensor("fc.bias", {m_network.outputs}, slotValues(m_model, m_layout.headBias()));
        const bool scaled = m_options.scaler == ScalerPlace::Graph && targetScaler().size() > 0;
        value = addNode("Gemm", {value, "fc.weight", "fc.bias"}, scaled ? "y_scaled" : "y", {integer("transB", 1)});
        const bool change = scaled && m_model.preparation->options.predict == TargetForm::Change;
        if (scaled)
            addTargetScaler(value, change ? "y_change" : "y");
        if (change)
            addLastTargets();
        return std::move(m_graph);
    }

private:
    const Scaler &targetScaler() const { return m_model.preparation->targetScaler; }

    static OnnxAttribute integer(const char *name, std::int64_t value)
    {
        OnnxAttribute attribute;
        attribute.name = name;
        attribute.integer = value;
        return attribute;
    }

    static OnnxAttribute integers(const char *name, std::vector<std::int64_t> values)
    {
        OnnxAttribute attribute;
        attribute.name = name;
        attribute.integers = std::move(values);
        return attribute;
    }

    static OnnxAttribute text(const char *name, const char *value)
    {
        OnnxAttribute attribute;
        attribute.name = name;
        attribute.text = value;
        return attribute;
    }

    std::string addNode(const char *operation, std::vector<std::string> inputs, const std::string &output,
                        std::vector<OnnxAttribute> attributes)
    {
        m_graph.nodes.push_back({operation, "", output, std::move(inputs), {output}, std::move(attributes)});
        return output;
    }

    void addTensor(const std::string &name, std::vector<std::int64_t> shape, std::span<const double> values)
    {
        const std::vector<float> floats(values.begin(), values.end());
        m_graph.initializers.push_back(makeTensor<float>(name, std::move(shape), floats));
    }

    void addAxis(const std::string &name, std::int64_t axis)
    {
        m_graph.initializers.push_back(makeTensor<std::int64_t>(name, {1}, std::span(&axis, 1)));
    }

    std::vector<double> stacked(const TensorSlot &slot) const
    {
        return toUpdateFirst(slotValues(m_model, slot), m_network.hidden, slot.columns,
                             foreignUpdateSign(m_network.formulation));
    }

    /// B = [Wb, Rb]; reset-before has one bias a gate, which goes into the first half.
    bool addBias(Index layer, const std::string &name)
    {
        const TensorSlot *input = m_layout.inputBias(layer);
        if (input == nullptr)
            return false;
        std::vector<double> both = stacked(*input);
        const TensorSlot *recurrent = m_layout.recurrentBias(layer);
        const std::vector<double> second =
            recurrent != nullptr ? stacked(*recurrent) : std::vector<double>(both.size());
        both.insert(both.end(), second.begin(), second.end());
        addTensor(name, {1, 6 * m_network.hidden}, both);
        return true;
    }

    std::string addLayer(const std::string &input, Index layer)
    {
        const std::string suffix = "_l" + std::to_string(layer);
        const TensorSlot &inputWeight = m_layout.inputWeight(layer);
        addTensor("gru.W" + suffix, {1, inputWeight.rows, inputWeight.columns}, stacked(inputWeight));
        addTensor("gru.R" + suffix, {1, 3 * m_network.hidden, m_network.hidden},
                  stacked(m_layout.recurrentWeight(layer)));
        std::vector<std::string> inputs = {input, "gru.W" + suffix, "gru.R" + suffix};
        if (addBias(layer, "gru.B" + suffix))
            inputs.push_back("gru.B" + suffix);
        const bool last = layer + 1 == m_network.layers;
        const bool resetAfter = m_network.formulation == Formulation::ResetAfter;
        OnnxNode node{"GRU", "", "gru" + suffix, std::move(inputs), {}, {}};
        node.outputs = last ? std::vector<std::string>{"", "h" + suffix} : std::vector<std::string>{"h_all" + suffix};
        node.attributes = {text("direction", "forward"), integer("hidden_size", m_network.hidden),
                           integer("linear_before_reset", resetAfter ? 1 : 0)};
        m_graph.nodes.push_back(std::move(node));
        // The direction's axis of length 1: second of all steps' output, first of the last step's.
        addAxis("direction_axis" + suffix, last ? 0 : 1);
        return addNode("Squeeze", {(last ? "h" : "h_all") + suffix, "direction_axis" + suffix},
                       (last ? "h_last" : "h_steps") + suffix, {});
    }

    std::string addInputScaler(const std::string &input)
    {
        const Scaler &scaler = m_model.preparation->inputScaler;
        addTensor("input_offset", {m_network.inputs}, scaler.offsets());
        addTensor("input_divisor", {m_network.inputs}, scaler.scales());
        m_graph.metadata[kInputOrderKey] = kScaledInGraph;
        return addNode("Div", {addNode("Sub", {input, "input_offset"}, "x_centred", {}), "input_divisor"}, "x_scaled",
                       {});
    }

    void addTargetScaler(const std::string &output, const std::string &result)
    {
        std::vector<double> offsets, scales;
        for (Index o = 0; o < m_network.outputs; ++o) {
            const ColumnScale &column = targetScaler().column(o % targetScaler().size());
            offsets.push_back(column.offset);
            scales.push_back(column.scale);
        }
        addTensor("output_factor", {m_network.outputs}, scales);
        addTensor("output_offset", {m_network.outputs}, offsets);
        addNode("Add", {addNode("Mul", {output, "output_factor"}, "y_spread", {}), "output_offset"}, result, {});
    }

    /// y = y_change + the targets at the window's last step, which are features too.
    void addLastTargets()
    {
        const std::int64_t begin = -1, end = std::numeric_limits<std::int64_t>::max();
        addAxis("last_begin", begin);
        addAxis("last_end", end);
        addAxis("step_axis", 1);
        std::vector<std::int64_t> features;
        const Preparation &preparation = *m_model.preparation;
        for (Index o = 0; o < m_network.outputs; ++o) {
            const std::string &name =
                preparation.targetNames[static_cast<std::size_t>(o) % preparation.targetNames.size()];
            features.push_back(std::ranges::find(preparation.featureNames, name) - preparation.featureNames.begin());
        }
        m_graph.initializers.push_back(makeTensor<std::int64_t>("target_features", {m_network.outputs}, features));
        addNode("Slice", {"x", "last_begin", "last_end", "step_axis"}, "x_last_step", {});
        addNode("Squeeze", {"x_last_step", "step_axis"}, "x_last", {});
        addNode("Gather", {"x_last", "target_features"}, "y_last", {integer("axis", 1)});
        addNode("Add", {"y_change", "y_last"}, "y", {});
    }

    const ModelFile &m_model;
    const NetworkOptions &m_network;
    ParameterLayout m_layout;
    ExportOptions m_options;
    OnnxGraph m_graph;
};

} // namespace

WrittenPaths writeOnnx(const ModelFile &model, const std::filesystem::path &path, const ExportOptions &options)
{
    if (options.scaler == ScalerPlace::Graph
        && (!model.preparation || model.preparation->inputScaler.size() != model.settings.network.inputs))
        throw OptionError({{"scaler in the graph", "on", "needs a model that knows its scaler",
                            "this one was not trained on columns: leave the option out"}});
    if (options.scaler == ScalerPlace::Graph && model.preparation->options.predict == TargetForm::Change) {
        for (const std::string &target : model.preparation->targetNames) {
            if (std::ranges::find(model.preparation->featureNames, target) == model.preparation->featureNames.end())
                throw OptionError(
                    {{"scaler in the graph", "on",
                      "needs the target " + quoted(target) + " among the features, since its change is predicted",
                      "leave the option out and add the last value outside"}});
        }
    }
    writeFileAtomically(path, serializeOnnx(OnnxBuilder(model, options).build()));
    return {path};
}

ModelFile readOnnx(const std::filesystem::path &path, const ModelFile &)
{
    return importOnnx(path);
}

} // namespace gatescope
