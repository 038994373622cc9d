// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/play/lesson_run.h"

#include "core/data/sources/text_corpus.h"
#include "core/error.h"
#include "core/io/model/session_file.h"
#include "core/lesson/play/lesson_source.h"
#include "ui/document/opening/data_sources.h"
#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"

namespace gatescope {

namespace {

std::shared_ptr<const DataSource> textFile(const std::filesystem::path &file)
{
    return std::make_shared<const DataSource>(
        textSource(fromText(file.filename().string()), QString::fromStdString(file.string()), readCharacters(file)));
}

std::shared_ptr<const DataSource> csvSource(const std::filesystem::path &file, const CsvOptions &options)
{
    CsvResult csv = readCsv(file, options);
    const QString path = QString::fromStdString(file.string());
    return std::make_shared<const DataSource>(DataSource{fromText(file.filename().string()), path, std::move(csv.table),
                                                         std::nullopt, options, std::move(csv.recognition), path,
                                                         fileReference(path)});
}

std::shared_ptr<const DataSource> sourceOf(const LessonSource &found, DataOptions &options)
{
    if (const auto *made = std::get_if<GeneratedData>(&found)) {
        options = made->options;
        return generatedSource(*made, coreWords(findGeneratedTask(made->task)->title));
    }
    if (const auto *dataset = std::get_if<BundledDataset>(&found)) {
        options = dataset->options;
        return bundledSource(*dataset);
    }
    const auto &file = std::get<std::filesystem::path>(found);
    if (!namesTextFile(file))
        return csvSource(file, {});
    const std::shared_ptr<const DataSource> source = textFile(file);
    options = firstTextOptions(source->characters->size());
    return source;
}

LessonRun storedRun(const std::string &name, const std::filesystem::path &folder,
                    const std::filesystem::path &resources)
{
    const ModelFile model = loadModel(lessonFile(name, folder));
    if (!model.preparation)
        throw DataError("cannot open " + quoted(name) + ": it holds weights alone, without their data");
    LessonRun run;
    run.source = builtInSource(model, resources);
    if (!run.source) {
        const std::filesystem::path file = storedRunFile(model, name, folder, resources);
        run.source = model.preparation->text ? textFile(file) : csvSource(file, model.csv);
    }
    const auto given = std::make_shared<const Preparation>(*model.preparation);
    run.options = given->options;
    const OpenData data = Opening::prepared({run.source, given->options, given, nullptr});
    if (!data.prepared)
        throw DataError(data.problem.toStdString());
    run.open = {std::make_shared<KeptData>(data), runOf<float>(model), {{}, model.step, {}}};
    if (!run.open.run.state)
        run.parameters = model.parametersAs<float>();
    return run;
}

} // namespace

LessonRun openLessonRun(const LessonStart &start, const std::filesystem::path &folder,
                        const std::filesystem::path &resources)
{
    if (isStoredRun(start.source))
        return storedRun(start.source, folder, resources);
    LessonRun run;
    Settings settings;
    run.source = sourceOf(lessonSource(start.source, folder, resources), run.options);
    applyStart(start, run.options, settings);
    const OpenData data = Opening::prepared({run.source, run.options, nullptr, nullptr});
    if (!data.prepared)
        throw DataError(data.problem.toStdString());
    run.open.data = std::make_shared<KeptData>(data);
    run.open.run.settings = settingsFor(*data.prepared, settings);
    return run;
}

} // namespace gatescope
