// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/record/write_recording.h"

#include "core/data/text/number_text.h"
#include "core/error.h"
#include "core/io/files/atomic_file.h"
#include "core/io/model/session_file.h"

#include <algorithm>
#include <set>

namespace gatescope {

namespace {

namespace fs = std::filesystem;

/// "generated:adding?length=20&seed=0"
std::string generatedText(const DataReference &reference)
{
    std::string text = "generated:" + reference.id + "?";
    for (const auto &[name, value] : reference.values)
        text.append(name).append("=").append(formatNumber(value)).append("&");
    return text.append("seed=").append(std::to_string(reference.seed));
}

class RecordingWriter {
public:
    RecordingWriter(const FinishedRecording &recording, fs::path folder, const fs::path &resources)
        : m_recording(recording), m_folder(std::move(folder)), m_resources(resources)
    {
    }

    void write()
    {
        Recording lesson{m_recording.title, {}, m_recording.pages};
        for (const RecordedStart &start : m_recording.starts) {
            if (!isUsed(start))
                continue;
            const LessonStart opened = written(start);
            if (&start == &m_recording.starts.front())
                lesson.starts[{}] = opened;
            else if (!start.isStored)
                lesson.starts[start.name] = opened;
        }
        writeFileAtomically(m_folder / "lesson.md", recordedLesson(lesson, m_folder, m_resources));
    }

private:
    /// The first opens with the lesson; others may have gone with what was left out.
    bool isUsed(const RecordedStart &start) const
    {
        const LinkStep opens{"open", start.name};
        return &start == &m_recording.starts.front()
               || std::ranges::any_of(m_recording.pages, [&](const RecordedPage &page) {
                      return std::ranges::any_of(page.acts, [&](const RecordedAct &act) {
                          return std::ranges::find(act.link, opens) != act.link.end();
                      });
                  });
    }

    LessonStart written(const RecordedStart &start)
    {
        const std::string table = besideIt(*start.source);
        if (!start.isStored) {
            if (const auto words = inWords(start, table))
                return *words;
        }
        const std::string name = start.name.ends_with(".safetensors") ? start.name : nameOfRun(start);
        ModelFile model = sessionOf(start.run);
        if (!table.empty())
            model.dataSource = table;
        saveModel(m_folder / name, model);
        return {0, name, {}};
    }

    static std::string nameOfRun(const RecordedStart &start)
    {
        return (start.name.empty() ? "start" : start.name) + ".safetensors";
    }

    std::optional<LessonStart> inWords(const RecordedStart &start, const std::string &table) const
    {
        const DataReference &reference = start.source->reference;
        if (!table.empty() && !(start.source->csvOptions == CsvOptions{}))
            return std::nullopt; // read in a way that a start has no words for
        const std::string source = reference.origin == DataOrigin::Generated ? generatedText(reference)
                                   : reference.origin == DataOrigin::Bundled ? "dataset:" + reference.id
                                                                             : table;
        return startFor(source, start.options, start.run.settings, m_folder, m_resources);
    }

    /// A table of the user's own goes with the lesson. @return its name there; empty for what comes with the program
    std::string besideIt(const DataSource &source)
    {
        if (source.reference.origin != DataOrigin::File)
            return {};
        if (source.tensors || source.file.isEmpty())
            throw DataError("a lesson opens tables, generated tasks and the program's data sets; "
                            + quoted(source.title.toStdString()) + " is none of these");
        const fs::path from(source.file.toStdString());
        const std::string name = lessonIdFor(from.stem().string()) + ".csv";
        if (m_tables.insert(from).second)
            fs::copy_file(from, m_folder / name, fs::copy_options::overwrite_existing);
        return name;
    }

    const FinishedRecording &m_recording;
    fs::path m_folder;
    const fs::path &m_resources;
    std::set<fs::path> m_tables;
};

/// "my-lesson", or "my-lesson-2" where that is taken.
fs::path freeFolder(const fs::path &lessons, const std::string &id)
{
    fs::path folder = lessons / id;
    for (int number = 2; fs::exists(folder); ++number)
        folder = lessons / (id + "-" + std::to_string(number));
    return folder;
}

} // namespace

WrittenLesson writeRecording(const FinishedRecording &recording, const fs::path &lessons, const fs::path &resources)
{
    const fs::path folder = freeFolder(lessons, lessonIdFor(recording.title));
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed)
        throw IoError("the folder " + quoted(folder.string(), 200) + " cannot be made: " + failed.message());
    try {
        RecordingWriter(recording, folder, resources).write();
        return {folder, checkLesson(folder, resources)};
    } catch (const fs::filesystem_error &error) {
        fs::remove_all(folder, failed);
        throw IoError(std::string("the lesson cannot be written: ") + error.code().message());
    } catch (...) {
        fs::remove_all(folder, failed);
        throw;
    }
}

} // namespace gatescope
