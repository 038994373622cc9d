// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/common/problem_label.h"

#include "ui/look/theme.h"

#include <QEvent>

namespace gatescope {

ProblemLabel::ProblemLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setVisible(false);
    applyColors();
}

void ProblemLabel::setProblem(const QString &sentence)
{
    setText(sentence);
    setAccessibleName(sentence);
    setVisible(!sentence.isEmpty());
}

void ProblemLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColors();
}

void ProblemLabel::applyColors()
{
    setFont(themeFont(TextRole::Caption));
    // One colour only: the others, by which the theme is known, stay those of the window.
    const QColor color = themeColors(palette()).error;
    QPalette colors;
    colors.setColor(QPalette::WindowText, color);
    if (palette().color(QPalette::WindowText) != color)
        setPalette(colors);
}

} // namespace gatescope
