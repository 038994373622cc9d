// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/start/example.h"

#include "core/data/csv/csv_reader.h"
#include "core/data/sources/text_corpus.h"
#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <span>

namespace gatescope {

namespace {

/// Generated series repeat themselves: their beginning says all.
constexpr Index kGeneratedRows = 160;
constexpr Index kRuleRows = 48; ///< so many that one can see which is tied to which

/// Of a text: the length of each line.
std::vector<double> lineLengths(const std::vector<std::string> &characters)
{
    std::vector<double> lengths{0.0};
    for (const std::string &character : characters) {
        if (character == "\n")
            lengths.push_back(0.0);
        else
            ++lengths.back();
        if (std::ssize(lengths) > kGeneratedRows)
            break;
    }
    return lengths;
}

} // namespace

std::vector<Example> allExamples(const std::filesystem::path &resources, QString &problem)
{
    std::vector<Example> examples;
    try {
        for (BundledDataset &dataset : bundledDatasets(resources)) {
            const QString origin = QCoreApplication::translate("Example", "Source: %1. %2.")
                                       .arg(coreWords(dataset.source), coreWords(dataset.licence));
            examples.push_back(
                {coreWords(dataset.title), coreWords(dataset.summary), origin, std::move(dataset), nullptr});
        }
    } catch (const Error &error) {
        problem = QString::fromStdString(error.what());
    }
    for (const GeneratedTask &task : generatedTasks())
        examples.push_back(
            {coreWords(task.title), coreWords(task.summary),
             QCoreApplication::translate("Example", "Made by the program; the same seed gives the same numbers."),
             std::nullopt, &task});
    return examples;
}

namespace {

std::vector<double> columnValues(const Table &table, const std::string &name, Index rows)
{
    const Index column = table.find(name);
    if (column < 0 || table.column(column).kind() == ColumnKind::Text)
        return {};
    const auto values = table.column(column).values();
    return {values.begin(), values.begin() + std::min<Index>(rows, table.rows())};
}

std::vector<double> firstValues(const Table &table, const std::vector<std::string> &names, Index rows)
{
    for (const std::string &name : names) {
        if (std::vector<double> values = columnValues(table, name, rows); !values.empty())
            return values;
    }
    return {};
}

} // namespace

ExamplePicture examplePicture(const Table &table, const DataOptions &options, Index rows)
{
    // Where the target is a number a sequence, what the network reads says more.
    const bool feature = options.task == TaskKind::Classification || !options.sequenceId.empty();
    std::vector<double> values = firstValues(table, feature ? options.features : options.targets, rows);
    return {values.empty() ? firstValues(table, options.features, rows) : std::move(values), {}};
}

ExamplePicture examplePicture(const GeneratedData &generated)
{
    ExamplePicture picture = examplePicture(generated.table, generated.options, kGeneratedRows);
    for (const std::vector<std::string> &names : {generated.options.features, generated.options.targets}) {
        for (const std::string &name : names) {
            std::vector<double> rule = columnValues(generated.table, name, kRuleRows);
            const bool changes = std::ranges::adjacent_find(rule, std::ranges::not_equal_to{}) != rule.end();
            if (!changes
                || std::ranges::equal(rule,
                                      std::span(picture.curve).first(std::min(rule.size(), picture.curve.size()))))
                continue;
            picture.curve.resize(std::min(picture.curve.size(), rule.size()));
            picture.rule = std::move(rule);
            return picture;
        }
    }
    return picture;
}

ExamplePicture examplePicture(const Example &example)
{
    if (example.dataset && example.dataset->isText())
        return {lineLengths(readCharacters(example.dataset->file)), {}};
    if (example.dataset) {
        const Table table = readCsv(example.dataset->file, example.dataset->csv).table;
        return examplePicture(table, example.dataset->options, table.rows());
    }
    return examplePicture(generateTask(example.task->id));
}

} // namespace gatescope
