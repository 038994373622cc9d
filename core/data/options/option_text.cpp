// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/options/option_table.h"

#include "core/data/text/number_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace gatescope {

namespace {

constexpr std::size_t kMostCounts = 10'000; ///< numbers that a list of ranges may stand for

[[noreturn]] void refuse(const OptionShape &option, std::string_view text, const std::string &hint = {})
{
    throw OptionError({{std::string(option.id), quoted(std::string(text)), "must be " + optionRange(option), hint}});
}

std::string_view withoutBlanks(std::string_view text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

template <typename Whole>
std::optional<Whole> whole(std::string_view text)
{
    text = withoutBlanks(text);
    Whole value{};
    const char *const end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, value);
    return failure == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

std::int64_t count(const OptionShape &option, std::string_view text, std::string_view all)
{
    const auto value = whole<std::int64_t>(text);
    if (!value || *value < option.minimum || *value > option.maximum)
        refuse(option, all);
    return *value;
}

/// Whether the text is the word for the least value: "none" for 0.
bool isWordForLeast(const OptionShape &option, std::string_view text)
{
    return !option.choices.empty() && withoutBlanks(text) == option.choices.front().id;
}

/// "1,3,6", "1-24", "1-24,48"
std::vector<std::int64_t> countsFromText(const OptionShape &option, std::string_view text)
{
    std::vector<std::int64_t> counts;
    for (const std::string &part : splitList(text)) {
        const std::size_t dash = part.find('-', 1);
        const std::int64_t first = count(option, std::string_view(part).substr(0, dash), text);
        const std::int64_t last =
            dash == std::string::npos ? first : count(option, std::string_view(part).substr(dash + 1), text);
        if (last < first || counts.size() + static_cast<std::size_t>(last - first) >= kMostCounts)
            refuse(option, text, "a range rises and holds at most " + std::to_string(kMostCounts) + " numbers");
        for (std::int64_t value = first; value <= last; ++value)
            counts.push_back(value);
    }
    return counts;
}

std::string countsText(const std::vector<std::int64_t> &counts)
{
    std::string text;
    for (std::size_t i = 0; i < counts.size();) {
        std::size_t end = i + 1;
        while (end < counts.size() && counts[end] == counts[end - 1] + 1)
            ++end;
        if (end - i < 3)
            end = i + 1;
        text += text.empty() ? "" : ",";
        text += std::to_string(counts[i]);
        if (end - i > 1)
            text.append("-").append(std::to_string(counts[end - 1]));
        i = end;
    }
    return text;
}

std::vector<double> sharesFromText(const OptionShape &option, std::string_view text)
{
    std::vector<double> shares;
    for (const std::string &part : splitList(text)) {
        const auto share = parseNumber(std::string(withoutBlanks(part)));
        if (!share || *share < 0.0 || *share > 1.0 || shares.size() == 3)
            refuse(option, text);
        shares.push_back(*share);
    }
    shares.resize(3, 0.0);
    return shares;
}

struct DurationUnit {
    std::string_view one;
    std::string_view many;
    std::string_view letter;
    double seconds;
};
constexpr std::array kDurationUnits{
    DurationUnit{"week", "weeks", "w", 604800.0}, DurationUnit{"day", "days", "d", 86400.0},
    DurationUnit{"hour", "hours", "h", 3600.0}, DurationUnit{"minute", "minutes", "min", 60.0},
    DurationUnit{"second", "seconds", "s", 1.0}};

/// "3 days", "36h", "1.5 h", "90": a plain number counts seconds, or the time column's own unit.
double durationFromText(const OptionShape &option, std::string_view text)
{
    const std::size_t letters = std::min(text.find_first_not_of("0123456789.+-"), text.size());
    const std::string_view unit = withoutBlanks(text.substr(letters));
    const auto number = parseNumber(std::string(withoutBlanks(text.substr(0, letters))));
    const auto found = std::ranges::find_if(kDurationUnits, [unit](const DurationUnit &known) {
        return unit == known.one || unit == known.many || unit == known.letter;
    });
    if (!number || *number <= 0.0 || (!unit.empty() && found == kDurationUnits.end()))
        refuse(option, text);
    return *number * (unit.empty() ? 1.0 : found->seconds);
}

std::string durationText(double seconds)
{
    for (const DurationUnit &unit : kDurationUnits) {
        const double count = seconds / unit.seconds;
        if (count == std::floor(count) && unit.letter != "w")
            return formatNumber(count) + " " + std::string(count == 1.0 ? unit.one : unit.many);
    }
    return formatNumber(seconds);
}

std::string characterFromText(const OptionShape &option, std::string_view text)
{
    if (text.empty() || text == "none")
        return {};
    if (text == "point")
        return ".";
    try {
        return std::string(1, delimiterFromName(text));
    } catch (const OptionError &) {
        refuse(option, text);
    }
}

/// "a=text": the last equals sign counts, so that a name may hold one.
std::map<std::string, std::string> typesFromText(const OptionShape &option, std::string_view text)
{
    std::map<std::string, std::string> types;
    for (const std::string &part : text.empty() ? std::vector<std::string>() : splitList(text)) {
        const std::size_t sign = part.rfind('=');
        if (sign == std::string::npos || sign == 0)
            throw OptionError(
                {{std::string(option.id), quoted(part), "must be a column and a type, such as price=number", ""}});
        types[part.substr(0, sign)] = part.substr(sign + 1);
    }
    return types;
}

std::vector<std::string> namesFromText(const OptionShape &option, std::string_view text)
{
    if (text.empty())
        return {};
    std::vector<std::string> names = splitList(text);
    for (const std::string &name : names) {
        const bool known = option.choices.empty()
                           || std::ranges::find(option.choices, name, &OptionChoice::id) != option.choices.end();
        if (name.empty())
            throw OptionError({{std::string(option.id), quoted(std::string(text)), "must be names separated by commas",
                                "an empty name cannot be a column"}});
        if (!known)
            refuse(option, name);
    }
    return names;
}

template <typename Items, typename Text>
std::string joined(const Items &items, Text text, std::string_view between = ",")
{
    std::string all;
    for (const auto &item : items) {
        all += all.empty() ? "" : between;
        all += text(item);
    }
    return all;
}

} // namespace

std::string listItem(const std::string &name)
{
    if (name.find_first_of(",\"") == std::string::npos)
        return name;
    std::string text = "\"";
    for (const char c : name)
        text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + "\"";
}

std::vector<std::string> splitList(std::string_view text)
{
    std::vector<std::string> items(1);
    bool inside = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"' && inside && i + 1 < text.size() && text[i + 1] == '"') {
            items.back() += '"';
            ++i;
        } else if (c == '"' && (inside || items.back().empty())) {
            inside = !inside;
        } else if (c == ',' && !inside) {
            items.emplace_back();
        } else {
            items.back() += c;
        }
    }
    return items;
}

std::string optionRange(const OptionShape &option)
{
    const std::string range = std::to_string(option.minimum) + " to " + std::to_string(option.maximum);
    const std::string listed = joined(
        option.choices, [](const OptionChoice &choice) { return std::string(choice.id); }, ", ");
    const std::string spaced = joined(
        option.choices, [](const OptionChoice &choice) { return std::string(choice.id); }, " ");
    switch (option.kind) {
    case OptionKind::Switch:
        return "yes or no";
    case OptionKind::Integer:
        return (listed.empty() ? "a whole number from " : listed + ", or a whole number from ") + range;
    case OptionKind::Natural:
        return "a whole number, 0 or more";
    case OptionKind::Counts:
        return "whole numbers from " + range + ", such as 1, 1,3,6 or 1-24";
    case OptionKind::Shares:
        return "two or three shares between 0 and 1 that sum to 1, e.g. 0.7,0.15,0.15";
    case OptionKind::Duration:
        return "a duration above 0, such as 90 min, 36 h or 3 days";
    case OptionKind::Character:
        return listed.empty() ? "one character" : "one character, such as " + spaced;
    case OptionKind::Columns:
        return listed.empty() ? "names separated by commas" : "some of " + listed;
    case OptionKind::Choice:
    case OptionKind::Types:
        return "one of " + listed;
    case OptionKind::Text:
    case OptionKind::Column:
        break;
    }
    return "a text";
}

std::string optionValueText(const OptionShape &option, const OptionValue &value)
{
    struct Text {
        OptionKind kind;
        std::string operator()(std::monostate) const { return "auto"; }
        std::string operator()(bool on) const { return on ? "yes" : "no"; }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(std::uint64_t number) const { return std::to_string(number); }
        std::string operator()(double number) const { return durationText(number); }
        std::string operator()(const std::string &text) const
        {
            if (kind == OptionKind::Character)
                return text.empty() ? "none" : delimiterName(text.front());
            return text;
        }
        std::string operator()(const std::vector<std::string> &names) const { return joined(names, listItem); }
        std::string operator()(const std::vector<std::int64_t> &counts) const { return countsText(counts); }
        std::string operator()(const std::vector<double> &shares) const
        {
            return joined(shares, [](double share) { return formatNumber(share); });
        }
        std::string operator()(const std::map<std::string, std::string> &types) const
        {
            return joined(types, [](const auto &type) { return listItem(type.first + "=" + type.second); });
        }
    };
    const auto *number = std::get_if<std::int64_t>(&value);
    if (option.kind == OptionKind::Integer && number != nullptr && *number == option.minimum && !option.choices.empty())
        return std::string(option.choices.front().id);
    return std::visit(Text{option.kind}, value);
}

OptionValue optionValueFromText(const OptionShape &option, std::string_view text)
{
    switch (option.kind) {
    case OptionKind::Switch:
        if (text == "yes" || text == "on" || text == "true" || text == "1")
            return true;
        if (text == "no" || text == "off" || text == "false" || text == "0")
            return false;
        refuse(option, text);
    case OptionKind::Integer:
        return isWordForLeast(option, text) ? option.minimum : count(option, text, text);
    case OptionKind::Natural:
        if (const auto value = whole<std::uint64_t>(text))
            return *value;
        refuse(option, text);
    case OptionKind::Counts:
        return countsFromText(option, text);
    case OptionKind::Shares:
        return sharesFromText(option, text);
    case OptionKind::Duration:
        return durationFromText(option, text);
    case OptionKind::Character:
        return characterFromText(option, text);
    case OptionKind::Columns:
        return namesFromText(option, text);
    case OptionKind::Types:
        return typesFromText(option, text);
    case OptionKind::Choice:
    case OptionKind::Text:
    case OptionKind::Column:
        break;
    }
    return std::string(text);
}

} // namespace gatescope
