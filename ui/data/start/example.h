// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sources/bundled_datasets.h"
#include "core/data/sources/generated_tasks.h"

#include <QString>

#include <optional>
#include <vector>

namespace gatescope {

/// Something to start with: a real series that comes with the program, or a generated task.
struct Example {
    QString title;
    QString summary;                       ///< what it teaches, one sentence
    QString origin;                        ///< source and licence, or how it is made
    std::optional<BundledDataset> dataset; ///< either this
    const GeneratedTask *task = nullptr;   ///< or this
};

/// All there are: real series first. Those that cannot be read are left out; why is said in `problem`.
std::vector<Example> allExamples(const std::filesystem::path &resources, QString &problem);

/// The curve that stands for a table: its first target, or its first feature where the target is a label.
/// @param rows  as many from the start
std::vector<double> exampleCurve(const Table &table, const DataOptions &options, Index rows);

/// The curve of an example as it is without being told otherwise. @throws what reading or making it throws
std::vector<double> exampleCurve(const Example &example);

} // namespace gatescope
