// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/options/option_fields.h"

#include <limits>

namespace gatescope {

namespace {

using option_fields::field;
using O = CsvOptions;
using enum OptionKind;
constexpr std::int64_t kMany = std::numeric_limits<std::int32_t>::max();

constexpr std::array kDelimiters{
    OptionChoice{"comma", "comma  ,"}, OptionChoice{"semicolon", "semicolon  ;"},    OptionChoice{"tab", "tab"},
    OptionChoice{"pipe", "pipe  |"},   OptionChoice{"whitespace", "runs of blanks"}, OptionChoice{"space", "space"}};
constexpr std::array kDecimals{OptionChoice{".", "point  ."}, OptionChoice{",", "comma  ,"}};
constexpr std::array kThousands{OptionChoice{"none", "none"}, OptionChoice{",", "comma  ,"},
                                OptionChoice{".", "point  ."}, OptionChoice{"space", "space"},
                                OptionChoice{"'", "apostrophe  '"}};
constexpr std::array kQuotes{OptionChoice{"\"", "double quote  \""}, OptionChoice{"'", "apostrophe  '"},
                             OptionChoice{"none", "none"}};
constexpr std::array kComments{OptionChoice{"", "none"}, OptionChoice{"#", "begin with #"},
                               OptionChoice{"//", "begin with //"}, OptionChoice{";", "begin with ;"},
                               OptionChoice{"%", "begin with %"}};
constexpr std::array kEncodings{OptionChoice{"utf-8", "UTF-8"}, OptionChoice{"latin-1", "Latin-1"},
                                OptionChoice{"utf-16le", "UTF-16, little-endian"},
                                OptionChoice{"utf-16be", "UTF-16, big-endian"}};
constexpr std::array kTimeFormats{OptionChoice{"iso", "2024-03-31 14:05"},
                                  OptionChoice{"month-first", "3/31/2024 (month first)"},
                                  OptionChoice{"day-first", "31.3.2024 (day first)"},
                                  OptionChoice{"year-first", "24-03-31 (year first)"},
                                  OptionChoice{"unix", "seconds since 1970"},
                                  OptionChoice{"unix-ms", "milliseconds since 1970"},
                                  OptionChoice{"unix-us", "microseconds since 1970"},
                                  OptionChoice{"unix-ns", "nanoseconds since 1970"}};
constexpr std::array kColumnDecimals{OptionChoice{"point", "point  ."}, OptionChoice{"comma", "comma  ,"}};
constexpr std::array kTypes{OptionChoice{"number", "number"}, OptionChoice{"text", "text"},
                            OptionChoice{"time", "time"}, OptionChoice{"ignore", "ignore"},
                            OptionChoice{"onehot", "one-hot"}};

std::vector<CsvOption> textGroup()
{
    return {
        field<&O::delimiter>(CsvOption{.id = "delimiter",
                                       .key = "delimiter",
                                       .title = "Delimiter",
                                       .value = "CHAR",
                                       .summary = "The character between two cells of a row: itself, or its name",
                                       .kind = Character,
                                       .choices = kDelimiters}),
        field<&O::decimal>(CsvOption{.id = "decimal",
                                     .key = "decimal",
                                     .title = "Decimal sign",
                                     .value = "CHAR",
                                     .summary = "The sign before the fraction of a number: 1.5 or 1,5",
                                     .kind = Character,
                                     .choices = kDecimals}),
        field<&O::thousands>(CsvOption{.id = "thousands",
                                       .key = "thousands",
                                       .title = "Thousands sign",
                                       .value = "CHAR",
                                       .summary = "The sign between groups of three digits: 1,000 or 1.000",
                                       .kind = Character,
                                       .choices = kThousands}),
        field<&O::quote>(CsvOption{.id = "quote",
                                   .key = "quote",
                                   .title = "Quote",
                                   .value = "CHAR",
                                   .summary = "The character around cells that hold a delimiter or a line end",
                                   .kind = Character,
                                   .choices = kQuotes}),
        field<&O::encoding>(CsvOption{.id = "encoding",
                                      .key = "encoding",
                                      .title = "Encoding",
                                      .value = "NAME",
                                      .summary = "How the file's bytes become letters",
                                      .kind = Choice,
                                      .choices = kEncodings}),
    };
}

std::vector<CsvOption> layoutGroup()
{
    return {
        field<&O::header>(CsvOption{.id = "header",
                                    .key = "header",
                                    .title = "Header row",
                                    .value = "yes|no",
                                    .summary = "Whether the first row holds the columns' names",
                                    .kind = Switch}),
        field<&O::unitsRow>(CsvOption{.id = "units-row",
                                      .key = "units_row",
                                      .title = "Units row",
                                      .value = "yes|no",
                                      .summary = "Whether the row under the names holds units",
                                      .kind = Switch}),
        field<&O::comment>(CsvOption{.id = "comment",
                                     .key = "comment",
                                     .title = "Comment lines",
                                     .value = "TEXT",
                                     .summary = "Lines that begin with this are left out",
                                     .kind = Text,
                                     .choices = kComments}),
        field<&O::skipRows>(CsvOption{.id = "skip-rows",
                                      .key = "skip_rows",
                                      .title = "Skipped lines",
                                      .value = "N",
                                      .summary = "Lines to leave out at the start of the file",
                                      .kind = Integer,
                                      .maximum = kMany}),
    };
}

CsvOption naOption()
{
    return {.id = "na",
            .key = "na",
            .title = "Missing marks",
            .value = "TEXT,…",
            .summary = "Cells that mean missing, beside the usual words; as --na=-9999,-999",
            .kind = Columns,
            .get = [](const O &options) { return options.na.empty() ? OptionValue() : OptionValue(options.na); },
            .set =
                [](O &options, const OptionValue &value) {
                    const auto *marks = std::get_if<std::vector<std::string>>(&value);
                    options.na = marks ? *marks : std::vector<std::string>();
                }};
}

CsvOption columnDecimalOption()
{
    return {.id = "column-decimal",
            .key = "column_decimals",
            .title = "Other decimal signs",
            .value = "COL=SIGN,…",
            .summary = "Columns whose decimal sign is not that of the file: price=comma",
            .kind = Types,
            .choices = kColumnDecimals,
            .get =
                [](const O &options) {
                    std::map<std::string, std::string> signs;
                    for (const auto &[name, sign] : options.columnDecimals)
                        signs.emplace(name, sign == ',' ? "comma" : "point");
                    return signs.empty() ? OptionValue() : OptionValue(signs);
                },
            .set =
                [](O &options, const OptionValue &value) {
                    std::map<std::string, char> signs;
                    if (const auto *given = std::get_if<std::map<std::string, std::string>>(&value)) {
                        for (const auto &[name, sign] : *given) {
                            if (sign != "comma" && sign != "point")
                                throw OptionError({{"column-decimal", quoted(sign), "must be comma or point", ""}});
                            signs.emplace(name, sign == "comma" ? ',' : '.');
                        }
                    }
                    options.columnDecimals = std::move(signs);
                }};
}

std::vector<CsvOption> columnGroup()
{
    return {
        field<&O::timeColumn>(CsvOption{.id = "time",
                                        .key = "time_column",
                                        .title = "Read as time",
                                        .value = "COL,…",
                                        .summary = "The column whose cells are dates and times; several make one time",
                                        .kind = Column}),
        field<&O::timeFormat>(CsvOption{.id = "time-format",
                                        .key = "time_format",
                                        .title = "Time format",
                                        .value = "NAME",
                                        .summary = "How dates are written in that column: a name, or a pattern such as "
                                                   "%d.%m.%Y %H:%M",
                                        .kind = Choice,
                                        .choices = kTimeFormats}),
        naOption(),
        columnDecimalOption(),
        field<&O::types>(CsvOption{.id = "types",
                                   .key = "types",
                                   .title = "Types",
                                   .value = "COL=TYPE,…",
                                   .summary = "What columns are read as, whatever their cells look like",
                                   .kind = Types,
                                   .choices = kTypes}),
    };
}

std::vector<CsvOption> allOptions()
{
    std::vector<CsvOption> table;
    const auto append = [&table](std::string_view title, std::vector<CsvOption> group) {
        for (CsvOption &option : group) {
            option.group = title;
            option.automatic = true;
            option.everyVerb = true;
            table.push_back(option);
        }
    };
    append("Text", textGroup());
    append("Layout", layoutGroup());
    append("Columns", columnGroup());
    return table;
}

} // namespace

std::span<const CsvOption> csvOptionTable()
{
    static const std::vector<CsvOption> table = allOptions();
    return table;
}

} // namespace gatescope
