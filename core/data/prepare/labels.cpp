// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/prepare/labels.h"

#include "core/counted.h"
#include "core/data/text/number_text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace gatescope {

namespace {

constexpr std::size_t kMostClasses = 1000;
constexpr std::size_t kManyMeasurements = 20; ///< different numbers with a fraction that are hardly classes

/// Refuses what looks like measured numbers: many different ones, most of which are not whole.
void refuseMeasurements(const Column &column, const std::vector<std::string> &labels)
{
    const auto fractions = std::count_if(labels.begin(), labels.end(), [](const std::string &label) {
        return std::fmod(*parseNumber(label), 1.0) != 0.0;
    });
    if (labels.size() > kManyMeasurements && static_cast<std::size_t>(fractions) * 2 > labels.size())
        throw DataError(
            "column " + quoted(column.name()) + " holds " + std::to_string(labels.size())
            + " different numbers with a fraction, such as " + quoted(labels.front())
            + ", which are measurements rather than classes; choose the task forecast (--task forecast), or "
              "read the column as text if they are names");
}

/// The class that a label means: its own, or, where a number is written in another way than in training (2.0 for 2),
/// that number's; −1 for none. Leading zeros count: 007 is not 7.
double classOf(const std::unordered_map<std::string, double> &numbers, const std::string &label)
{
    if (const auto found = numbers.find(label); found != numbers.end())
        return found->second;
    const bool leads = label.size() > 1 && label[0] == '0' && label[1] != '.';
    if (const std::optional<double> value = leads ? std::nullopt : parseNumber(label)) {
        if (const auto found = numbers.find(formatNumber(*value)); found != numbers.end())
            return found->second;
    }
    return -1.0;
}

} // namespace

std::vector<std::string> sortedLabels(const Column &column, const RowPlan &plan)
{
    WordTable words;
    for (const std::int64_t row : plan.tableRows) {
        if (!column.isMissing(row))
            words.add(column.label(row));
        if (words.size() > kMostClasses)
            throw DataError("column " + quoted(column.name()) + " has more than " + std::to_string(kMostClasses)
                            + " different labels; choose a column of classes, or the task forecast");
    }
    std::vector<std::string> labels;
    bool numeric = true;
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        labels.emplace_back(words.word(i));
        numeric = numeric && parseNumber(labels.back()).has_value();
    }
    if (numeric && column.kind() == ColumnKind::Number)
        refuseMeasurements(column, labels);
    if (numeric)
        std::sort(labels.begin(), labels.end(), [](const std::string &a, const std::string &b) {
            const double left = *parseNumber(a), right = *parseNumber(b);
            return left != right ? left < right : a < b;
        });
    else
        std::sort(labels.begin(), labels.end());
    return labels;
}

std::vector<double> classNumbers(const Table &table, const Column &column, const RowPlan &plan,
                                 const std::vector<std::string> &classes, PrepareLog &log)
{
    std::unordered_map<std::string, double> numbers;
    for (std::size_t i = 0; i < classes.size(); ++i)
        numbers.emplace(classes[i], static_cast<double>(i));
    std::vector<double> result;
    result.reserve(plan.tableRows.size());
    CellCount unknown;
    for (const std::int64_t row : plan.tableRows) {
        double number = std::numeric_limits<double>::quiet_NaN();
        if (!column.isMissing(row)) {
            const std::string label = column.label(row);
            if (const double found = classOf(numbers, label); found >= 0.0)
                number = found;
            else
                unknown.add(row, label);
        }
        result.push_back(number);
    }
    if (unknown.count > 0)
        log.warnings.push_back(table.place(unknown.first[0].row, column.name()) + ": " + quoted(unknown.first[0].text)
                               + " is none of the classes the network knows, as are the labels of "
                               + counted(unknown.count, "row") + " in all; nothing is compared with them");
    return result;
}

} // namespace gatescope
