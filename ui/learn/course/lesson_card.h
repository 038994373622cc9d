// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/learn/course/lesson_library.h"

#include <QAbstractButton>

class QLabel;

namespace gatescope {

/// How far a person is in a lesson.
enum class LessonStanding { New, Begun, Done, Open };

/// A lesson in the list: number, title, its idea in a sentence, minutes, level and what is done. A press opens it.
class LessonCard : public QAbstractButton {
    Q_OBJECT

public:
    LessonCard(const FoundLesson &lesson, int number, QWidget *parent = nullptr);

    void setStanding(LessonStanding standing, int page);
    QString standingText() const;

    QSize sizeHint() const override;
    /// Its height follows from the width it gets: a wrapped text's own least height would be that of a narrow one.
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void applyFonts();

    int m_number;
    int m_pages;
    QString m_idea;
    LessonStanding m_standing = LessonStanding::New;
    QLabel *m_title, *m_summary, *m_facts, *m_state;
};

} // namespace gatescope
