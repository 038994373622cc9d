// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/csv_reader.h"

#include "core/data/csv/footer.h"
#include "core/data/csv/missing_suspects.h"
#include "core/data/csv/read_notes.h"
#include "core/data/csv/recognition/recognizer.h"
#include "core/data/csv/scan/file_bytes.h"
#include "core/data/csv/scan/source_text.h"
#include "core/data/csv/table_parser.h"

namespace gatescope {

namespace {

constexpr std::size_t kSampleBytes = 1 << 20;
constexpr double kReadingShare = 0.1; ///< of the time, that getting the bytes takes

LineEnding lineEnding(std::string_view text)
{
    const std::string_view looked = text.substr(0, kSampleBytes);
    std::size_t pairs = 0, returns = 0, feeds = 0;
    for (std::size_t i = 0; i < looked.size(); ++i) {
        if (looked[i] == '\r' && i + 1 < looked.size() && looked[i + 1] == '\n') {
            ++pairs;
            ++i;
        } else {
            returns += looked[i] == '\r';
            feeds += looked[i] == '\n';
        }
    }
    if ((pairs > 0) + (returns > 0) + (feeds > 0) > 1)
        return LineEnding::Mixed;
    return pairs > 0 ? LineEnding::CrLf : returns > 0 ? LineEnding::Cr : LineEnding::Lf;
}

/// Whether the cells show that the plan, made from the beginning of the file, does not suit the rest.
bool isSurprising(const ParsedTable &parsed, const CsvPlan &plan, const CsvOptions &options)
{
    if (parsed.report.longRows.count > 0 || parsed.report.shortRows.count > 0)
        return true;
    for (const ColumnPlan &planned : plan.columns) {
        if (planned.ignored)
            continue;
        const Column &column = parsed.table.column(planned.name);
        const auto told = options.types.find(column.name());
        if (column.timeTold().finer > 0 || column.losesZeros())
            return true;
        if (told != options.types.end() && told->second == ColumnType::Number && column.odd().count > 0)
            return true;
        if (told != options.types.end())
            continue;
        if (column.kind() != ColumnKind::Text && column.odd().count > 0)
            return true;
        if (column.kind() == ColumnKind::Text && mostlyNumbers(column, planned.numbers))
            return true;
    }
    return false;
}

/// The table with the columns that are told to be one-hot marked as such.
Table withOneHot(Table table, const CsvOptions &options)
{
    const bool asked =
        std::ranges::any_of(options.types, [](const auto &type) { return type.second == ColumnType::OneHot; });
    if (!asked)
        return table;
    std::vector<Column> columns = table.columns();
    for (Column &column : columns) {
        const auto told = options.types.find(column.name());
        if (told != options.types.end() && told->second == ColumnType::OneHot)
            column = column.asOneHot();
    }
    return table.withColumns(std::move(columns));
}

CsvResult parse(std::string_view bytes, const CsvOptions &options, const std::string &source, const Progress &progress)
{
    if (std::vector<Problem> problems = options.validate(); !problems.empty())
        throw OptionError(std::move(problems));
    CsvResult result;
    try {
        const ProgressGate gate(progress);
        gate.check(0.0);
        const SourceText decoded = decodeText(bytes, options.encoding, source);
        CsvRecognized recognized = recognizeCsv(decoded.text, kSampleBytes, options, source, gate);
        ParsedTable parsed = parseTable(decoded.text, recognized.plan, source, gate);
        if (decoded.text.size() > kSampleBytes && isSurprising(parsed, recognized.plan, options)) {
            const CsvPlan before = recognized.plan;
            recognized = recognizeCsv(decoded.text, decoded.text.size(), options, source, gate);
            if (recognized.plan != before) {
                parsed = {};
                parsed = parseTable(decoded.text, recognized.plan, source, gate);
            }
        }
        if (parsed.table.rows() == 0)
            throw DataError(source + " has a header but no rows; choose a file with at least one row");
        recognized.recognition.encoding = decoded.encoding;
        recognized.recognition.byteOrderMark = decoded.byteOrderMark;
        recognized.recognition.lineEnding = lineEnding(decoded.text);
        leaveOutFooter(parsed, recognized.recognition);
        findSuspects(parsed.table, recognized.recognition);
        tellWhatWasRead(parsed, decoded, recognized.recognition);
        gate.check(1.0);
        result.table = withOneHot(std::move(parsed.table), options);
        result.recognition = std::move(recognized.recognition);
    } catch (const ProgressGate::Cancelled &) {
        result = {};
        result.cancelled = true;
    }
    return result;
}

} // namespace

CsvResult readCsv(const std::filesystem::path &file, const CsvOptions &options, const Progress &progress)
{
    const auto readingProgress = [&progress](double fraction) { return progress(kReadingShare * fraction); };
    const auto parsingProgress = [&progress](double fraction) {
        return progress(kReadingShare + (1.0 - kReadingShare) * fraction);
    };
    try {
        const Progress reading = progress ? Progress(readingProgress) : Progress();
        const std::string source = file.filename().string();
        const FileBytes content(file, ProgressGate(reading), [&](std::string_view bytes, std::size_t newFrom) {
            refuseNulBytes(bytes, newFrom, options.encoding, source);
        });
        return parse(content.bytes(), options, source, progress ? Progress(parsingProgress) : Progress());
    } catch (const ProgressGate::Cancelled &) {
        CsvResult result;
        result.cancelled = true;
        return result;
    }
}

CsvResult parseCsv(std::string_view text, const CsvOptions &options, const std::string &source,
                   const Progress &progress)
{
    return parse(text, options, source, progress);
}

std::vector<std::vector<std::string>> tokenizeCsv(std::string_view text, char delimiter, char quote,
                                                  const std::string &comment)
{
    std::vector<std::vector<std::string>> rows;
    std::string scratch;
    CsvScanner scanner(text, {delimiter, quote, comment});
    while (scanner.next()) {
        if (scanner.isBlank())
            continue;
        std::vector<std::string> &row = rows.emplace_back();
        for (const CsvCell &cell : scanner.cells())
            row.emplace_back(cell.text(quote, scratch));
    }
    if (scanner.unclosedQuoteLine() > 0)
        throw DataError("the quote that opens in line " + std::to_string(scanner.unclosedQuoteLine())
                        + " is never closed");
    return rows;
}

} // namespace gatescope
