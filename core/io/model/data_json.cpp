// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model/data_json.h"

#include "core/error.h"
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
    const json document = parseStrictJson(text, where);
    try {
        return convert(document);
    } catch (const json::exception &error) {
        throw DataError(where + ": an entry is missing or of another kind (" + error.what() + ")");
    } catch (const OptionError &error) {
        throw DataError(where + ": " + error.what());
    }
}

template <typename T>
void setIfPresent(const json &document, const char *key, std::optional<T> &field)
{
    if (const auto entry = document.find(key); entry != document.end())
        field = entry->get<T>();
}

std::string characterText(char character)
{
    return character == 0 ? std::string() : std::string(1, character);
}

void addCharacter(json &document, const char *key, const std::optional<char> &field)
{
    if (field)
        document[key] = characterText(*field);
}

void setCharacter(const json &document, const char *key, std::optional<char> &field)
{
    if (const auto entry = document.find(key); entry != document.end()) {
        const auto text = entry->get<std::string>();
        field = text.empty() ? char{0} : text.front();
    }
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
    json document;
    document["targets"] = options.targets;
    document["features"] = options.features;
    document["sequence_id"] = options.sequenceId;
    document["time"] = options.time;
    document["task"] = taskKindName(options.task);
    document["window"] = options.window;
    document["horizons"] = options.horizons;
    document["stride"] = options.stride;
    document["split"] = options.split;
    document["scale"] = scaleKindName(options.scale);
    document["missing"] = missingPolicyName(options.missing);
    document["sort_by_time"] = options.sortByTime;
    document["break_at_gaps"] = options.breakAtGaps;
    document["scale_on_all_rows"] = options.scaleOnAllRows;
    document["shuffle_before_split"] = options.shuffleBeforeSplit;
    document["seed"] = options.seed;
    return jsonText(document);
}

DataOptions dataOptionsFromText(std::string_view text, const std::string &where)
{
    return converted(text, where, [&where](const json &document) {
        DataOptions options;
        document.at("targets").get_to(options.targets);
        document.at("features").get_to(options.features);
        document.at("sequence_id").get_to(options.sequenceId);
        document.at("time").get_to(options.time);
        options.task = taskKindFromName(document.at("task").get<std::string>());
        options.window = wholeNumber(document.at("window"), where + ", \"window\"");
        options.horizons.clear();
        for (const json &horizon : document.at("horizons"))
            options.horizons.push_back(wholeNumber(horizon, where + ", \"horizons\""));
        options.stride = wholeNumber(document.at("stride"), where + ", \"stride\"");
        document.at("split").get_to(options.split);
        options.scale = scaleKindFromName(document.at("scale").get<std::string>());
        options.missing = missingPolicyFromName(document.at("missing").get<std::string>());
        document.at("sort_by_time").get_to(options.sortByTime);
        document.at("break_at_gaps").get_to(options.breakAtGaps);
        document.at("scale_on_all_rows").get_to(options.scaleOnAllRows);
        document.at("shuffle_before_split").get_to(options.shuffleBeforeSplit);
        options.seed = naturalNumber(document.at("seed"), where + ", \"seed\"");
        return options;
    });
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
    json document = json::object();
    addCharacter(document, "delimiter", options.delimiter);
    addCharacter(document, "decimal", options.decimal);
    addCharacter(document, "thousands", options.thousands);
    addCharacter(document, "quote", options.quote);
    if (options.encoding)
        document["encoding"] = encodingName(*options.encoding);
    if (options.header)
        document["header"] = *options.header;
    if (options.unitsRow)
        document["units_row"] = *options.unitsRow;
    if (options.skipRows)
        document["skip_rows"] = *options.skipRows;
    if (options.comment)
        document["comment"] = *options.comment;
    if (options.timeColumn)
        document["time_column"] = *options.timeColumn;
    if (options.timeFormat)
        document["time_format"] = timeFormatName(*options.timeFormat);
    for (const auto &[name, type] : options.types)
        document["types"][name] = columnTypeName(type);
    return jsonText(document);
}

CsvOptions csvOptionsFromText(std::string_view text, const std::string &where)
{
    return converted(text, where, [&where](const json &document) {
        CsvOptions options;
        setCharacter(document, "delimiter", options.delimiter);
        setCharacter(document, "decimal", options.decimal);
        setCharacter(document, "thousands", options.thousands);
        setCharacter(document, "quote", options.quote);
        if (document.contains("encoding"))
            options.encoding = encodingFromName(document.at("encoding").get<std::string>());
        setIfPresent(document, "header", options.header);
        setIfPresent(document, "units_row", options.unitsRow);
        if (document.contains("skip_rows"))
            options.skipRows = wholeNumber(document.at("skip_rows"), where + ", \"skip_rows\"");
        setIfPresent(document, "comment", options.comment);
        setIfPresent(document, "time_column", options.timeColumn);
        if (document.contains("time_format"))
            options.timeFormat = timeFormatFromName(document.at("time_format").get<std::string>());
        if (document.contains("types")) {
            for (const auto &[name, type] : document.at("types").get<std::map<std::string, std::string>>())
                options.types.emplace(name, columnTypeFromName(type));
        }
        return options;
    });
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
        options.timeFormat = recognition.timeFormat;
    }
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
