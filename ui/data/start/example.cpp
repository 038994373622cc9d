// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/start/example.h"

#include "core/data/csv/csv_reader.h"
#include "core/data/sources/text_corpus.h"
#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"

#include <QCoreApplication>

namespace gatescope {

namespace {

/// Generated series repeat themselves: their beginning says all.
constexpr Index kGeneratedRows = 160;

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

std::vector<double> exampleCurve(const Table &table, const DataOptions &options, Index rows)
{
    const auto curve = [&table, rows](const std::vector<std::string> &names) -> std::vector<double> {
        for (const std::string &name : names) {
            const Index column = table.find(name);
            if (column < 0 || table.column(column).kind() == ColumnKind::Text)
                continue;
            const auto values = table.column(column).values();
            return {values.begin(), values.begin() + std::min<Index>(rows, table.rows())};
        }
        return {};
    };
    // Where the target is a number a sequence, what the network reads says more.
    const bool feature = options.task == TaskKind::Classification || !options.sequenceId.empty();
    std::vector<double> values = curve(feature ? options.features : options.targets);
    return values.empty() ? curve(options.features) : values;
}

std::vector<double> exampleCurve(const Example &example)
{
    if (example.dataset && example.dataset->isText())
        return lineLengths(readCharacters(example.dataset->file));
    if (example.dataset) {
        const Table table = readCsv(example.dataset->file, example.dataset->csv).table;
        return exampleCurve(table, example.dataset->options, table.rows());
    }
    const GeneratedData generated = generateTask(example.task->id);
    return exampleCurve(generated.table, generated.options, kGeneratedRows);
}

} // namespace gatescope
