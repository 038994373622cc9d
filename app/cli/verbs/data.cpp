// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/common/data_arguments.h"
#include "app/cli/common/data_source.h"
#include "app/cli/common/output.h"
#include "app/cli/verbs/data_windows.h"
#include "app/cli/verbs/verbs.h"
#include "core/counted.h"
#include "core/data/prepare/row_plan.h"
#include "core/data/sources/generated_source.h"
#include "core/io/files/csv_writer.h"
#include "core/io/tensors/sequence_tensors.h"
#include "core/printable.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace gatescope::cli {

namespace {

using Json = nlohmann::ordered_json;

std::string characterText(char c)
{
    return c == 0 ? std::string() : std::string(1, c);
}

Json placesJson(const CellCount &count)
{
    Json places = Json::array();
    for (const CellPlace &place : count.first)
        places.push_back({{"row", place.row}, {"text", place.text}});
    return places;
}

Json columnJson(const Column &column)
{
    Json json = {{"name", column.name()},
                 {"type", columnKindName(column.kind())},
                 {"unit", column.unit()},
                 {"missing", column.missing().count},
                 {"infinite", column.infinite().count}};
    if (column.kind() != ColumnKind::Text) {
        json["not_understood"] = column.odd().count;
        json["first_not_understood"] = placesJson(column.odd());
    }
    if (column.infinite().count > 0)
        json["first_infinite"] = placesJson(column.infinite());
    return json;
}

Json tableJson(const std::string &file, const CsvResult &csv)
{
    const CsvRecognition &found = csv.recognition;
    Index missing = 0;
    Json columns = Json::array();
    for (const Column &column : csv.table.columns()) {
        columns.push_back(columnJson(column));
        missing += column.missing().count;
    }
    return {{"file", file},
            {"kind", namesGeneratedTask(file) ? "generated" : "csv"},
            {"rows", csv.table.rows()},
            {"column_count", csv.table.columns().size()},
            {"columns", columns},
            {"missing", missing},
            {"delimiter", characterText(found.delimiter)},
            {"decimal", characterText(found.numbers.decimal)},
            {"thousands", characterText(found.numbers.thousands)},
            {"quote", characterText(found.quote)},
            {"encoding", encodingName(found.encoding)},
            {"byte_order_mark", found.byteOrderMark},
            {"header", found.header},
            {"units_row", found.unitsRow},
            {"line_ending", lineEndingName(found.lineEnding)},
            {"comment", found.comment},
            {"comment_lines", found.commentLines},
            {"skipped_lines", found.skippedLines},
            {"blank_lines", found.blankLines},
            {"time_column", found.timeColumn.empty() ? Json() : Json(found.timeColumn)},
            {"time_format", found.timeColumn.empty() ? Json() : Json(timeFormatName(found.timeFormat))},
            {"ignored", found.ignored},
            {"notes", found.notes},
            {"warnings", found.warnings}};
}

void printTable(const CsvResult &csv, std::ostream &out)
{
    out << printable(csv.table.source()) << ": " << counted(csv.table.rows(), "row") << ", "
        << counted(static_cast<Index>(csv.table.columns().size()), "column") << "\n"
        << (csv.recognition.columns.empty() ? "made by its rule" : printable(csv.recognition.summary())) << "\n";
    std::vector<std::vector<std::string>> lines = {{"column", "type", "unit", "missing", "infinite", "not understood"}};
    for (const Column &column : csv.table.columns()) {
        const bool text = column.kind() == ColumnKind::Text;
        lines.push_back({shown(column.name()), std::string(columnKindName(column.kind())), shown(column.unit()),
                         std::to_string(column.missing().count), std::to_string(column.infinite().count),
                         text ? "" : std::to_string(column.odd().count)});
    }
    printAligned(lines, out);
    for (const std::string &note : csv.recognition.notes)
        out << printable(note) << "\n";
}

void dumpTable(const Table &table, const std::filesystem::path &path)
{
    CsvWriter writer(path);
    std::vector<std::string> cells;
    for (const Column &column : table.columns())
        cells.push_back(csvText(column.name()));
    writer.row(cells);
    for (Index row = 0; row < table.rows(); ++row) {
        for (std::size_t c = 0; c < cells.size(); ++c) {
            const Column &column = table.columns()[c];
            const double value =
                column.kind() == ColumnKind::Number ? column.values()[static_cast<std::size_t>(row)] : NAN;
            if (!std::isnan(value))
                cells[c] = csvNumberText(value);
            else
                cells[c] = column.isMissing(row) ? std::string() : csvText(column.text(row));
        }
        writer.row(cells);
    }
    writer.commit();
}

Json tensorsJson(const std::string &path, const TensorFile &file)
{
    Json tensors = Json::array();
    for (const NamedTensor &tensor : file.tensors)
        tensors.push_back({{"name", tensor.name}, {"dtype", dtypeName(tensor.dtype)}, {"shape", tensor.shape}});
    const auto x = sequenceTensors<double>(file, path);
    return {{"file", path},         {"kind", "tensors"},    {"sequences", x.sequences}, {"steps", x.steps},
            {"features", x.inputs}, {"outputs", x.outputs}, {"tensors", tensors}};
}

int describeTensors(const Arguments &arguments, Context &context)
{
    const std::string path = arguments.text("FILE");
    if (arguments.has("dump"))
        throw OptionError(
            {{"--dump", quoted(arguments.text("dump")), "is for a CSV", "a tensor file is exact already"}});
    const Json json = tensorsJson(path, readSequenceFile(path));
    if (arguments.has("json")) {
        printJson(json, context);
        return 0;
    }
    context.out << printable(path) << ": " << json["sequences"] << " sequences of " << json["steps"] << " steps and "
                << json["features"] << " features, " << json["outputs"] << " outputs\n";
    return 0;
}

/// The windows that --windows or --target ask for. Without a file to write, a reason against them is only told.
std::optional<PreparedData<double>> windowsAsked(const Arguments &arguments, Context &context)
{
    if (arguments.has("windows"))
        return loadForTraining<double>(arguments, nullptr, context).data;
    if (!arguments.has("target") || namesTensorFile(arguments.text("FILE")))
        return std::nullopt;
    try {
        return loadForTraining<double>(arguments, nullptr, context).data;
    } catch (const DataError &error) {
        context.warn(error.what());
        return std::nullopt;
    }
}

} // namespace

std::vector<OptionInfo> dataVerbOptions()
{
    return joined({{{"FILE", "FILE", "A CSV, or a tensor file (.npz, .safetensors) with x and y", "", true},
                    {"json", "", "Print one JSON object"},
                    {"dump", "OUT.csv", "Write the values as they were understood", "Options", false, PathRole::Output},
                    {"windows", "OUT.npz", "Write the windows and the scaler that train would use", "Options", false,
                     PathRole::Output}},
                   dataOptionInfos(),
                   csvOptionInfos()});
}

int runData(const Arguments &arguments, Context &context)
{
    const std::string path = arguments.text("FILE");
    const std::optional<PreparedData<double>> windows = windowsAsked(arguments, context);
    if (arguments.has("windows"))
        writeWindows(*windows, arguments.text("windows"));
    if (namesTensorFile(path))
        return describeTensors(arguments, context);
    const CsvResult csv = namesGeneratedTask(path) ? CsvResult{generateFrom(path).table, {}, false}
                                                   : readCsv(path, csvOptions(arguments));
    if (!windows) { // else they were told already
        context.warn(csv.recognition.warnings);
        context.warn(timeWarnings(csv.table, csv.recognition.timeColumn, arguments.text("sequence-id")));
    }
    if (arguments.has("dump"))
        dumpTable(csv.table, arguments.text("dump"));
    if (arguments.has("json")) {
        Json json = tableJson(path, csv);
        if (windows)
            json["prepared"] = windowsJson(*windows);
        printJson(json, context);
        return 0;
    }
    printTable(csv, context.out);
    if (windows)
        printWindows(*windows, context.out);
    return 0;
}

} // namespace gatescope::cli
