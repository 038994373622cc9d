// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/form/memory_need.h"

#include "core/free_memory.h"
#include "core/train/training_memory.h"
#include "ui/look/core_words.h"
#include "ui/train/form/sum_table.h"

namespace gatescope {

namespace {

QString amount(std::int64_t bytes)
{
    return QString::fromStdString(memoryText(bytes));
}

/// What is there already: the scaled series that every window looks into, and where each window starts.
MemoryPart dataPart(const PreparedData<float> &data)
{
    const SeriesStore<float> &store = data.train.store();
    const std::int64_t numbers = store.inputs.size() + store.targets.size();
    const std::int64_t windows = data.train.size() + data.validation.size() + data.test.size();
    return {
        QT_TRANSLATE_NOOP("core", "data"),
        std::to_string(numbers) + " numbers, " + std::to_string(windows) + " windows",
        QT_TRANSLATE_NOOP("core", "The scaled series; windows look into it and are not copied. It is there already."),
        numbers * static_cast<std::int64_t>(sizeof(float))
            + windows * 2 * static_cast<std::int64_t>(sizeof(std::int64_t))};
}

} // namespace

QString showMemoryNeed(SumTable &table, const Settings &settings, const PreparedData<float> *data)
{
    table.setVisible(data != nullptr);
    if (data == nullptr)
        return {};
    std::vector<MemoryPart> parts = trainingMemory<float>(settings, data->train.steps());
    const std::int64_t needed = totalBytes(parts);
    parts.push_back(dataPart(*data));
    std::vector<SumTerm> terms;
    for (const MemoryPart &part : parts)
        terms.push_back(
            {coreSentence(part.name), coreSentence(part.formula), amount(part.bytes), coreSentence(part.explanation)});
    table.show(std::move(terms), {QObject::tr("memory"),
                                  {},
                                  amount(totalBytes(parts)),
                                  QObject::tr("What this training takes, of %1 that are free now. Numbers of 4 bytes.")
                                      .arg(amount(freeMemoryBytes()))});
    return QString::fromStdString(memoryProblem(settings, data->train.steps(), needed));
}

} // namespace gatescope
