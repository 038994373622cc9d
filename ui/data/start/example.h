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

/// What is drawn of an example.
struct ExamplePicture {
    std::vector<double> curve;
    std::vector<double> rule; ///< of a task: what its rule ties to the curve (marks, pulses, the input of an echo)
};

/// The picture of a table: its first target, or its first feature where the target is a label.
/// @param rows  as many from the start
ExamplePicture examplePicture(const Table &table, const DataOptions &options, Index rows);

/// The beginning of a task's series, with its rule where another column shows it.
ExamplePicture examplePicture(const GeneratedData &generated);

/// The picture of an example as it is without being told otherwise. @throws what reading or making it throws
ExamplePicture examplePicture(const Example &example);

} // namespace gatescope
