// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs/handout.h"

#include "app/cli/common/data_source.h"
#include "app/cli/common/model_source.h"
#include "app/cli/common/named_data.h"
#include "app/cli/common/resources.h"
#include "core/data/text/number_text.h"
#include "core/error.h"
#include "core/io/files/atomic_file.h"
#include "core/io/html/handout.h"
#include "core/lesson/file/read_lesson.h"
#include "core/printable.h"

namespace gatescope::cli {

namespace {

std::string answerText(const LessonAsk &ask)
{
    if (ask.kind == AskKind::Choice)
        return ask.options[ask.right];
    if (ask.kind == AskKind::Where)
        return DoLink{0, {}, ask.place}.text();
    const auto *value = std::get_if<double>(&ask.answer);
    return value ? formatNumber(*value, 6) : "";
}

/// The questions of a lesson, each once: what is asked after it was asked before.
void addLesson(const std::string &id, HandoutContent &content)
{
    const bool plain = !id.empty() && id.find('/') == std::string::npos;
    const std::filesystem::path own = resourcesFolder() / "lessons" / id;
    const std::filesystem::path folder =
        plain && std::filesystem::exists(own / "lesson.md") ? own : std::filesystem::path(id);
    const ReadLesson read = readLesson(folder);
    if (!read.sound())
        throw DataError("the lesson " + quoted(id) + ": " + read.problems.front().text());
    content.title = read.lesson.title;
    for (const LessonPage &page : read.lesson.pages) {
        for (const LessonBlock &block : page.blocks) {
            const auto *ask = std::get_if<LessonAsk>(&block.content);
            if (ask && ask->time != AskTime::After)
                content.questions.push_back({ask->question, ask->options, answerText(*ask), ask->because});
        }
    }
}

template <typename Scalar>
int exportAs(const Arguments &arguments, const ModelFile &model, Context &context)
{
    const std::string file = arguments.text("FILE");
    refuseText(model, arguments.text("MODEL"));
    const PreparedData<Scalar> data = loadForModel<Scalar>(arguments, model, context);
    checkFits(model.settings.network, data.inputsOnly.inputs(), data.all.hasTargets() ? data.outputs() : 0, file);
    if (data.inputsOnly.size() == 0)
        throw DataError(quoted(file) + " has fewer rows than one window of " + std::to_string(data.options.window));
    HandoutContent content;
    content.sequence = arguments.integer("sequence", 0, 0, data.inputsOnly.size() - 1);
    content.source = std::filesystem::path(file).filename().string();
    content.input = data.inputsOnly.input(content.sequence).template cast<double>();
    if (const Matrix<Scalar> target = targetsOf(data, content.sequence, 1); target.size() > 0)
        content.target = target.col(0).template cast<double>();
    if (const auto lesson = arguments.optional("lesson"))
        addLesson(*lesson, content);
    writeFileAtomically(arguments.text("out"), handoutPage(model, content));
    context.out << printable(arguments.text("out")) << "\n";
    return 0;
}

} // namespace

int exportHandout(const Arguments &given, const ModelFile &model, Context &context)
{
    const Arguments arguments = withNamedData(given, model);
    return model.precision == Precision::Float64 ? exportAs<double>(arguments, model, context)
                                                 : exportAs<float>(arguments, model, context);
}

} // namespace gatescope::cli
