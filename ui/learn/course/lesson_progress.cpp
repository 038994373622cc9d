// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/course/lesson_progress.h"

#include "core/error.h"
#include "core/sentence.h"

#include <QFileInfo>

#include <algorithm>

namespace gatescope {

LessonProgress::LessonProgress(QSettings &store, const std::string &lesson)
    : m_store(store), m_lesson(lesson),
      m_file(std::filesystem::path(QFileInfo(store.fileName()).absolutePath().toStdString()) / "results"
             / (lesson + ".csv"))
{
    std::error_code failed;
    if (!std::filesystem::is_regular_file(m_file, failed))
        return;
    try {
        m_answers = readLessonResults(m_file);
        std::erase_if(m_answers, [this](const LessonAnswer &answer) { return answer.lesson != m_lesson; });
    } catch (const Error &) {
        m_answers.clear(); // damaged: as if nothing had been answered
    }
}

QString LessonProgress::key(const char *name) const
{
    return QStringLiteral("lessons/%1/%2").arg(QString::fromStdString(m_lesson), QString::fromLatin1(name));
}

int LessonProgress::page() const
{
    return std::max(0, m_store.value(key("page"), 0).toInt());
}

void LessonProgress::setPage(int page)
{
    m_store.setValue(key("page"), page);
}

bool LessonProgress::isDone() const
{
    return m_store.value(key("done")).toString() == QLatin1String("yes");
}

void LessonProgress::setDone(bool done)
{
    m_store.setValue(key("done"), done ? QStringLiteral("yes") : QStringLiteral("no"));
}

bool LessonProgress::isBegun() const
{
    return m_store.contains(key("page")) || !m_answers.empty();
}

const LessonAnswer *LessonProgress::find(const std::string &question, AskTime time) const
{
    const auto found = std::ranges::find_if(
        m_answers, [&](const LessonAnswer &each) { return each.question == question && each.time == time; });
    return found == m_answers.end() ? nullptr : &*found;
}

QString LessonProgress::add(LessonAnswer answer)
{
    answer.lesson = m_lesson;
    std::erase_if(m_answers, [&](const LessonAnswer &each) {
        return each.question == answer.question && each.time == answer.time;
    });
    m_answers.push_back(std::move(answer));
    try {
        std::filesystem::create_directories(m_file.parent_path());
        writeLessonResults(m_file, m_answers);
    } catch (const std::exception &error) {
        return QString::fromStdString(sentenceOf(error));
    }
    return {};
}

void LessonProgress::clear()
{
    m_store.remove(QStringLiteral("lessons/") + QString::fromStdString(m_lesson));
    std::error_code failed;
    std::filesystem::remove(m_file, failed);
    m_answers.clear();
}

} // namespace gatescope
