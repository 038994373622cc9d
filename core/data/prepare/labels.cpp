// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/prepare/labels.h"

#include "core/data/text/number_text.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace gatescope {

namespace {

constexpr std::size_t kMostClasses = 1000;

} // namespace

std::vector<std::string> sortedLabels(const Column &column, const RowPlan &plan)
{
    WordTable words;
    for (const std::int64_t row : plan.tableRows) {
        if (!column.isMissing(row))
            words.add(column.text(row));
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
                                 const std::vector<std::string> &classes)
{
    std::unordered_map<std::string, double> numbers;
    for (std::size_t i = 0; i < classes.size(); ++i)
        numbers.emplace(classes[i], static_cast<double>(i));
    std::vector<double> result;
    result.reserve(plan.tableRows.size());
    for (const std::int64_t row : plan.tableRows) {
        if (column.isMissing(row)) {
            result.push_back(std::numeric_limits<double>::quiet_NaN());
            continue;
        }
        const auto found = numbers.find(column.text(row));
        if (found == numbers.end())
            throw DataError(table.place(row, column.name()) + ": " + quoted(column.text(row))
                            + " is none of the classes the network knows");
        result.push_back(found->second);
    }
    return result;
}

} // namespace gatescope
