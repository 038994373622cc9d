// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/recognition/header_names.h"

#include "core/ascii.h"
#include "core/printable.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace gatescope {

namespace {

void makeUnique(std::vector<std::string> &names, CsvRecognition &recognition)
{
    const std::unordered_set<std::string> taken(names.begin(), names.end());
    std::unordered_set<std::string> seen;
    std::unordered_map<std::string, std::size_t> copies;
    std::vector<std::string> empty, changed;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string before = names[i];
        const std::string base = before.empty() ? "column" + std::to_string(i + 1) : before;
        std::string name = base;
        while (seen.contains(name) || (name != before && taken.contains(name)))
            name = base + "_" + std::to_string(++copies[base]);
        seen.insert(name);
        if (before.empty())
            empty.push_back(quoted(name));
        else if (name != before)
            changed.push_back(quoted(before) + " → " + quoted(name));
        names[i] = name;
    }
    if (!empty.empty())
        recognition.warnings.emplace_back("Columns without a name are called " + firstOf(empty));
    if (!changed.empty())
        recognition.warnings.emplace_back("Names that stand twice were made different: " + firstOf(changed));
}

} // namespace

std::size_t usedNames(const std::vector<std::string> &names)
{
    std::size_t width = names.size();
    while (width > 0 && names[width - 1].empty())
        --width;
    return width;
}

std::vector<std::string> columnNames(const HeaderShape &shape, bool header, CsvRecognition &recognition)
{
    std::vector<std::string> names = shape.names;
    const std::size_t named = usedNames(names);
    if (!header) {
        names.resize(std::max<std::size_t>(shape.usualWidth, 1));
        for (std::size_t i = 0; i < names.size(); ++i)
            names[i] = "column" + std::to_string(i + 1);
        return names;
    }
    const bool mostlyWider = shape.records > 0 && shape.recordsBeyondNames * 2 > shape.records;
    if (mostlyWider && named == names.size() && named > 1 && shape.usualWidth == named + 1) {
        names.resize(names.size() + 1);
        std::rotate(names.begin(), std::prev(names.end()), names.end());
        names.front() = "row";
        recognition.warnings.emplace_back(
            "The rows have one cell more than the header, so the first column is taken as row "
            "names and called \"row\"");
    } else {
        // Nameless header cells count only where there is something under them.
        names.resize(mostlyWider ? shape.usualWidth : std::max(named, std::min(names.size(), shape.widest)));
    }
    if (names.empty())
        names.resize(1);
    makeUnique(names, recognition);
    return names;
}

bool isTimeName(std::string_view name)
{
    static constexpr std::array<std::string_view, 16> kWords{
        "time",  "timestamp", "date",    "datetime",    "unix",      "epoch", "ts",    "unixtime",
        "datum", "zeit",      "uhrzeit", "zeitstempel", "datetimes", "dates", "times", "fecha"};
    std::string word;
    for (std::size_t i = 0; i <= name.size(); ++i) {
        const char c = i < name.size() ? name[i] : ' ';
        if (isLetter(c)) {
            word += lowered(c);
            continue;
        }
        if (std::find(kWords.begin(), kWords.end(), word) != kWords.end())
            return true;
        word.clear();
    }
    return false;
}

} // namespace gatescope
