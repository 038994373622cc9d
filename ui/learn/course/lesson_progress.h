// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/class/lesson_results.h"

#include <QSettings>
#include <QString>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace gatescope {

/// How far a person is in a lesson, and what they answered. The place is kept in the preferences, the answers in a
/// results file beside them, one a lesson: it stays on this machine until its owner hands it in.
class LessonProgress {
public:
    /// @param store  the preferences; results lie in the folder "results" beside its file
    LessonProgress(QSettings &store, const std::string &lesson);

    int page() const;
    void setPage(int page);
    bool isDone() const;
    void setDone(bool done);
    /// Whether it was ever begun.
    bool isBegun() const;

    const std::vector<LessonAnswer> &answers() const { return m_answers; }
    const LessonAnswer *find(const std::string &question, AskTime time) const;
    /// Takes an answer in place of an earlier one to the same question, and writes the file.
    /// @return what went wrong with the file; empty when nothing did
    QString add(LessonAnswer answer);
    std::filesystem::path file() const { return m_file; }
    /// As if the lesson had never been begun; the file goes too.
    void clear();

private:
    QString key(const char *name) const;

    QSettings &m_store;
    std::string m_lesson;
    std::filesystem::path m_file;
    std::vector<LessonAnswer> m_answers;
};

} // namespace gatescope
