// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model/data_json.h"

#include "core/data/options/option_table.h"
#include "core/error.h"
#include "core/io/files/json_document.h"
#include "core/io/files/strict_json.h"

#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

namespace gatescope {

namespace {

using nlohmann::json;

/// Parses, converts, and turns whatever does not fit into one DataError.
template <typename Convert>
auto converted(std::string_view text, const std::string &where, Convert convert)
{
    const JsonDocument document = parseStrictJson(text, where);
    try {
        return convert(document);
    } catch (const json::exception &error) {
        throw DataError(where + ": an entry is missing or of another kind (" + jsonComplaint(error) + ")");
    } catch (const OptionError &error) {
        throw DataError(where + ": " + error.what());
    }
}

json valueJson(const OptionValue &value)
{
    return std::visit(
        [](const auto &held) {
            if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::monostate>)
                return json();
            else
                return json(held);
        },
        value);
}

OptionValue valueFromJson(const json &value, OptionKind kind, const std::string &where)
{
    switch (kind) {
    case OptionKind::Switch:
        return value.get<bool>();
    case OptionKind::Integer:
        return wholeNumber(value, where);
    case OptionKind::Natural:
        return naturalNumber(value, where);
    case OptionKind::Columns:
        return value.get<std::vector<std::string>>();
    case OptionKind::Counts: {
        std::vector<std::int64_t> counts;
        for (const json &count : value.get_ref<const json::array_t &>())
            counts.push_back(wholeNumber(count, where));
        return counts;
    }
    case OptionKind::Shares: {
        std::array<double, 3> shares{};
        value.get_to(shares);
        return std::vector<double>(shares.begin(), shares.end());
    }
    case OptionKind::Duration:
        return value.get<double>();
    case OptionKind::Types:
        return value.get<std::map<std::string, std::string>>();
    case OptionKind::Choice:
    case OptionKind::Character:
    case OptionKind::Text:
    case OptionKind::Column:
        break;
    }
    return value.get<std::string>();
}

/// What is left to be recognised is left out.
template <typename Options>
std::string optionsText(std::span<const OptionEntry<Options>> table, const Options &options)
{
    json document = json::object();
    for (const OptionEntry<Options> &option : table) {
        if (json value = valueJson(option.get(options)); !value.is_null())
            document[std::string(option.key)] = std::move(value);
    }
    return jsonText(document);
}

template <typename Options>
Options optionsFromText(std::span<const OptionEntry<Options>> table, std::string_view text, const std::string &where)
{
    return converted(text, where, [&](const json &document) {
        Options options;
        for (const OptionEntry<Options> &option : table) {
            const std::string key(option.key);
            const bool mayLack = option.automatic || option.later;
            if (!mayLack || document.contains(key))
                option.set(options, valueFromJson(document.at(key), option.kind, where + ", \"" + key + "\""));
        }
        return options;
    });
}

struct ScalerKeys {
    const char *offset;
    const char *scale;
};

ScalerKeys keysOf(ScaleKind kind)
{
    return kind == ScaleKind::MinMax ? ScalerKeys{"min", "max"} : ScalerKeys{"mean", "std"};
}

} // namespace

std::string dataOptionsText(const DataOptions &options)
{
    return optionsText(dataOptionTable(), options);
}

DataOptions dataOptionsFromText(std::string_view text, const std::string &where)
{
    return optionsFromText(dataOptionTable(), text, where);
}

std::string scalerText(const Scaler &scaler)
{
    json document = {{"kind", scaleKindName(scaler.kind())}};
    const ScalerKeys keys = keysOf(scaler.kind());
    json offsets = json::array();
    json scales = json::array();
    json spans = json::array();
    json constant = json::array();
    for (const ColumnScale &column : scaler.columns()) {
        offsets.push_back(column.offset);
        scales.push_back(scaler.kind() == ScaleKind::MinMax ? column.offset + (column.constant ? 0.0 : column.scale)
                                                            : column.scale);
        spans.push_back(column.scale);
        constant.push_back(column.constant);
    }
    document[keys.offset] = offsets;
    document[keys.scale] = scales;
    document["divisor"] = spans; // exactly what a value is divided by: max − min may round
    document["constant"] = constant;
    return jsonText(document);
}

Scaler scalerFromText(std::string_view text, const std::string &where)
{
    return converted(text, where, [&where](const json &document) {
        const ScaleKind kind = scaleKindFromName(document.at("kind").get<std::string>());
        const auto offsets = document.at(keysOf(kind).offset).get<std::vector<double>>();
        const auto divisors = document.at("divisor").get<std::vector<double>>();
        const auto constant = document.at("constant").get<std::vector<bool>>();
        if (divisors.size() != offsets.size() || constant.size() != offsets.size())
            throw DataError(where + ": its lists differ in length");
        std::vector<ColumnScale> columns;
        for (std::size_t i = 0; i < offsets.size(); ++i) {
            if (!std::isfinite(offsets[i]) || !std::isfinite(divisors[i]) || divisors[i] == 0.0)
                throw DataError(where + ": column " + std::to_string(i + 1) + " has no usable scale");
            columns.push_back({offsets[i], divisors[i], constant[i]});
        }
        return Scaler(kind, std::move(columns));
    });
}

std::string csvOptionsText(const CsvOptions &options)
{
    return optionsText(csvOptionTable(), options);
}

CsvOptions csvOptionsFromText(std::string_view text, const std::string &where)
{
    return optionsFromText(csvOptionTable(), text, where);
}

CsvOptions csvOptionsOf(const CsvRecognition &recognition)
{
    CsvOptions options;
    options.delimiter = recognition.delimiter;
    options.decimal = recognition.numbers.decimal;
    options.thousands = recognition.numbers.thousands;
    options.quote = recognition.quote;
    options.encoding = recognition.encoding;
    options.header = recognition.header && !recognition.headerInComment;
    options.unitsRow = recognition.unitsRow;
    options.skipRows = static_cast<Index>(recognition.firstLine - 1);
    options.comment = recognition.comment;
    if (!recognition.timeColumn.empty()) {
        options.timeColumn = recognition.timeColumn;
        for (const std::string &part : recognition.timeParts)
            options.timeColumn =
                (part == recognition.timeParts.front() ? listItem(recognition.timeColumn) : *options.timeColumn) + ","
                + listItem(part);
        options.timeFormat = recognition.timeFormat;
    }
    options.na = recognition.na;
    options.columnDecimals = recognition.columnDecimals;
    return options;
}

CsvOptions csvOptionsForModel(const CsvOptions &chosen, const CsvOptions &recognised)
{
    CsvOptions options = chosen;
    if (!recognised.decimal)
        return options;
    UsualReading usual;
    usual.numbers = {*recognised.decimal, recognised.thousands.value_or(0)};
    usual.columnDecimals = recognised.columnDecimals;
    if (recognised.timeColumn && recognised.timeFormat) {
        usual.timeColumn = splitList(*recognised.timeColumn).front();
        usual.timeFormat = *recognised.timeFormat;
    }
    options.usual = usual;
    return options;
}

std::string namesText(const std::vector<std::string> &names)
{
    return jsonText(json(names));
}

std::vector<std::string> namesFromText(std::string_view text, const std::string &where)
{
    return converted(text, where, [](const json &document) { return document.get<std::vector<std::string>>(); });
}

} // namespace gatescope
