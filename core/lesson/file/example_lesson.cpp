// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/file/example_lesson.h"

#include "core/error.h"
#include "core/io/files/atomic_file.h"
#include "core/io/files/atomic_folder.h"
#include "core/lesson/file/action_table.h"
#include "core/lesson/file/link_table.h"
#include "core/lesson/file/metric_table.h"
#include "core/train/settings/settings_table.h"

namespace gatescope {

namespace {

constexpr std::string_view kLesson = R"(---
title: My first lesson
minutes: 5
level: beginner
idea: One sentence that says what a student knows afterwards.
# What opens: generated:ID?option=value&seed=0, dataset:ID, or a table (.csv), a text (.txt) or a stored run (.safetensors)
# that lies in this folder; after it settings by id. More of them: start.NAME, for links that say open=NAME.
start: generated:sine-mix?seed=0 layers=1 hidden=8 lr=0.01 epochs=20
---
# Ask first

Plain Markdown. A heading with one # begins a page. [Train for five epochs](do:train.to=5) is a link that acts.

```ask
kind: choice
question: Eight units, one input, one output: will the loss be lower after five epochs?
options: yes | no
answer: yes
because: Each batch moves the weights a little against the gradient, and the loss falls.
```

What stands after a question is folded until it is answered. A number can be asked for too, and be computed from the
run itself:

```ask
kind: number
question: How many numbers can this network learn?
answer: parameters
tolerance: 5
because: Two gates and the candidate, of 8 units each, read one input and eight states and have two biases, and the head has nine numbers more.
```

```promise
metric: parameters
value: 273
tolerance: 0
```

```check
task: Train until the validation loss is below 0.05.
when: validation.loss < 0.05
by: train.to=20
hint: The key E trains one epoch.
hint: Run does all of them.
```
)";

std::string ids()
{
    std::string text = "\n```note\nOnly the teacher sees this. Links can do (do:ID=VALUE, joined by &):\n\n";
    for (const LinkInfo &info : linkTable()) {
        if (info.value == LinkValue::Setting || info.id == "press")
            continue;
        text.append("- `").append(info.id).append("` ").append(info.summary);
        if (!info.words.empty())
            text.append(": ").append(info.words);
        text.append("\n");
    }
    text.append("- `set.ID` a setting:");
    for (const SettingInfo &setting : settingsTable())
        text.append(" ").append(setting.id);
    text.append("\n- `press` an action:");
    for (const ActionInfo &action : actionTable()) {
        if (action.lessonsMayPress)
            text.append(" ").append(action.id);
    }
    text.append("\n\nMetrics are (with ! what must be given):\n\n");
    for (const LessonMetric &metric : lessonMetrics()) {
        text.append("- `").append(metric.id).append("` ");
        if (!metric.arguments.empty())
            text.append("(").append(metric.arguments).append(") ");
        text.append(metric.summary).append("\n");
    }
    return text.append("```\n");
}

} // namespace

std::string exampleLesson()
{
    std::string text(kLesson);
    return text.append(ids());
}

std::filesystem::path writeExampleLesson(const std::filesystem::path &folder)
{
    const std::filesystem::path file = folder / "lesson.md";
    if (std::filesystem::exists(file))
        throw IoError("there is a lesson already: " + quoted(file.string(), 200) + "; give another folder");
    if (std::filesystem::exists(folder)) {
        writeFileAtomically(file, exampleLesson());
        return file;
    }
    std::error_code failed;
    if (folder.has_parent_path())
        std::filesystem::create_directories(folder.parent_path(), failed);
    if (failed)
        throw IoError("the folder " + quoted(folder.string(), 200) + " cannot be made: " + failed.message());
    AtomicFolder made(folder); // with the lesson in it, or not at all
    made.fill([&] { writeFileAtomically(made.path(file.filename().string()), exampleLesson()); });
    made.commit();
    return file;
}

} // namespace gatescope
