// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/input_file.h"
#include "core/io/export/exporters.h"
#include "core/io/files/atomic_file.h"
#include "core/io/files/json_document.h"
#include "core/io/files/strict_json.h"
#include "core/printable.h"

#include <nlohmann/json.hpp>

namespace gatescope {

namespace {

/// Metadata that is JSON itself goes in as such; the rest is text, but for numbers and switches.
bool isJsonText(const std::string &key, const std::string &text)
{
    return key != "program" && !text.empty()
           && (text.front() == '{' || text.front() == '[' || text == "true" || text == "false"
               || text.find_first_not_of("0123456789") == std::string::npos);
}

/// The equations the weights belong to, as GRU.md and the screen write them.
nlohmann::json equations(const NetworkOptions &network)
{
    const bool after = network.formulation == Formulation::ResetAfter;
    const std::string b_r = network.bias ? " + b_r" : "", b_z = network.bias ? " + b_z" : "";
    const std::string b_n = network.bias ? " + b_n" : "";
    const bool both = network.bias && after;
    const std::string d_r = both ? " + d_r" : "", d_z = both ? " + d_z" : "", d_n = both ? " + d_n" : "";
    return {"r = σ(W_r x" + b_r + " + U_r h" + d_r + ")", "z = σ(W_z x" + b_z + " + U_z h" + d_z + ")",
            after ? "n = tanh(W_n x" + b_n + " + r ⊙ (U_n h" + d_n + "))" : "n = tanh(W_n x" + b_n + " + U_n (r ⊙ h))",
            after ? "h' = (1 − z) ⊙ n + z ⊙ h" : "h' = (1 − z) ⊙ h + z ⊙ n", "y = V h_T + c"};
}

} // namespace

WrittenPaths writeJson(const ModelFile &model, const std::filesystem::path &path, const ExportOptions &)
{
    std::string text =
        "{\n  \"format\": \"gatescope-json\",\n  \"gate_order\": [\"r\", \"z\", \"n\"],\n  \"equations\": "
        + jsonText(equations(model.settings.network)) + ",\n";
    for (const auto &[key, value] : publicMetadata(model))
        text += "  " + jsonString(key) + ": " + (isJsonText(key, value) ? value : jsonString(value)) + ",\n";
    text += "  \"tensors\": {\n";
    const ParameterLayout layout(model.settings.network);
    for (const TensorSlot &slot : layout.slots()) {
        const std::string columns = slot.rank == 2 ? ", " + std::to_string(slot.columns) : "";
        text += "    " + jsonString(slot.name) + ": {\"shape\": [" + std::to_string(slot.rows) + columns
                + "], \"values\": [\n" + numberList(model, slotValues(model, slot), "      ") + "]}"
                + (&slot == &layout.slots().back() ? "\n" : ",\n");
    }
    writeFileAtomically(path, printableJson(text + "  }\n}\n"));
    return {path};
}

ModelFile readJson(const std::filesystem::path &path, const ModelFile &model)
{
    const std::vector<std::byte> bytes = readWholeFile(path, model.parameters.size() * 64 + (16U << 20));
    const std::string where = quoted(path.string());
    ModelFile read;
    read.settings = model.settings;
    read.precision = model.precision;
    try {
        const JsonDocument document = parseStrictJson({reinterpret_cast<const char *>(bytes.data()), bytes.size()},
                                                      where, model.parameters.size() + 100'000);
        read.settings.network.formulation = formulationFromName(document.at("formulation").get<std::string>());
        const nlohmann::json &tensors = document.at("tensors");
        const ParameterLayout layout(read.settings.network);
        for (const TensorSlot &slot : layout.slots()) {
            const auto values = tensors.at(slot.name).at("values").get<std::vector<double>>();
            if (static_cast<Index>(values.size()) != slot.size())
                throw DataError(where + ": tensor " + quoted(slot.name) + " has " + std::to_string(values.size())
                                + " values, expected " + std::to_string(slot.size()));
            for (const double value : values)
                read.parameters.push_back(model.precision == Precision::Float64 ? value : static_cast<float>(value));
        }
    } catch (const nlohmann::json::exception &error) {
        throw DataError(where + ": an entry is missing or of another kind (" + jsonComplaint(error) + ")");
    }
    return read;
}

} // namespace gatescope
