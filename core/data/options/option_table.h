// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv_options.h"
#include "core/data/data_options.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gatescope {

/// The value of one option, whatever field holds it. monostate: left to be recognised.
using OptionValue =
    std::variant<std::monostate, bool, std::int64_t, std::uint64_t, double, std::string, std::vector<std::string>,
                 std::vector<std::int64_t>, std::vector<double>, std::map<std::string, std::string>>;

/// What a form offers, and which alternative of OptionValue is used.
enum class OptionKind {
    Switch,    ///< bool
    Integer,   ///< int64, from minimum to maximum; with a choice, that is the word for the minimum ("none" for 0)
    Natural,   ///< uint64: a seed
    Choice,    ///< string: the id of one of the choices
    Character, ///< string of one character, or of none
    Text,      ///< string
    Column,    ///< string: a column's name, or empty
    Columns,   ///< strings: columns' names; with choices, some of their ids
    Counts,    ///< int64s, from minimum to maximum; text may hold ranges: "1-24,48"
    Shares,    ///< three doubles that add up to 1
    Duration,  ///< double: seconds, or the time column's own unit; text may have a unit: "36 h", "3 days"
    Types,     ///< map from column to one of the choices
};

/// One value of a Choice, or one that a Character or Types offers: its name in files, its title and sentence on screen.
struct OptionChoice {
    std::string_view id;
    std::string_view title;
    std::string_view summary = "";
};

/// One option of how a file is read (Options = CsvOptions) or of what becomes of its rows (DataOptions).
///
/// A new option is one field of its struct and one entry in its table: the command line, its help, the files of models
/// and sessions, the forms, the words of undo and the tests walk the tables.
template <typename Options>
struct OptionEntry {
    std::string_view id;           ///< command line option: "skip-rows"
    std::string_view key = "";     ///< in files: "skip_rows"; never renamed
    std::string_view title = "";   ///< "Skipped lines"
    std::string_view unit = "";    ///< "rows"; "" when it has none
    std::string_view value = "";   ///< what help calls its value: "COL,…"; "" for a switch
    std::string_view summary = ""; ///< one plain sentence: tooltip and help
    std::string_view group = "";   ///< section of a form
    OptionKind kind = OptionKind::Text;
    std::int64_t minimum = 0; ///< inclusive, as the maximum is
    std::int64_t maximum = 0;
    std::span<const OptionChoice> choices = {};
    bool automatic = false; ///< may be left to be recognised
    bool later = false;     ///< files of earlier versions do not hold it; the default holds then
    bool everyVerb = false; ///< may be overruled where a model that remembers it is applied
    bool bound = false;     ///< what a model's inputs and outputs mean: beside a model it may be said, not changed
    bool listed = true;     ///< false: another table's option of the same name stands for it in help
    OptionValue (*get)(const Options &) = nullptr;
    void (*set)(Options &, const OptionValue &) = nullptr; ///< @throws OptionError for a name that is none
    bool (*relevant)(const Options &) = [](const Options &) { return true; }; ///< others are hidden or disabled
};

using CsvOption = OptionEntry<CsvOptions>;
using DataOption = OptionEntry<DataOptions>;

/// All of them, in the order of the forms and of help.
std::span<const CsvOption> csvOptionTable();
std::span<const DataOption> dataOptionTable();

/// nullptr when the table has no option of this id.
template <typename Options>
const OptionEntry<Options> *findOption(std::span<const OptionEntry<Options>> table, std::string_view id)
{
    for (const OptionEntry<Options> &option : table) {
        if (option.id == id)
            return &option;
    }
    return nullptr;
}

/// What the text of a value depends on; every entry has it.
struct OptionShape {
    std::string_view id;
    OptionKind kind;
    std::int64_t minimum;
    std::int64_t maximum;
    std::span<const OptionChoice> choices;

    template <typename Options>
    OptionShape(const OptionEntry<Options> &option)
        : id(option.id), kind(option.kind), minimum(option.minimum), maximum(option.maximum), choices(option.choices)
    {
    }
};

/// "32", "yes", "standard", "0.7,0.15,0.15", "1-24,48"; a name with a comma stands in double quotes; "auto" for none.
std::string optionValueText(const OptionShape &option, const OptionValue &value);
/// The value that a text stands for. Numbers have a decimal point whatever the locale.
/// @throws OptionError naming the option, the text and what it must be
OptionValue optionValueFromText(const OptionShape &option, std::string_view text);
/// "a whole number from 1 to 1000000", "one of refuse, drop, forward, interpolate": for messages and help.
std::string optionRange(const OptionShape &option);

template <typename Options>
std::string optionText(const OptionEntry<Options> &option, const Options &options)
{
    return optionValueText(option, option.get(options));
}

/// Parses and assigns; "auto" leaves to be recognised what can be. Options are left alone on failure.
/// @throws OptionError naming the option, the text and what it must be
template <typename Options>
void setOptionText(const OptionEntry<Options> &option, Options &options, std::string_view text)
{
    const bool forgets = option.automatic && text == "auto" && option.kind != OptionKind::Column;
    option.set(options, forgets ? OptionValue() : optionValueFromText(option, text));
}

/// Splits at commas outside "…"; a doubled quote inside stands for one.
std::vector<std::string> splitList(std::string_view text);
/// A name as splitList() reads it back: in quotes where it holds a comma or a quote.
std::string listItem(const std::string &name);

} // namespace gatescope
