// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/problem_label.h"

#include "ui/shell/theme.h"

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
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::ApplicationFontChange)
        applyColors();
    QLabel::changeEvent(event);
}

void ProblemLabel::applyColors()
{
    setFont(themeFont(TextRole::Caption));
    QPalette colors = parentWidget() ? parentWidget()->palette() : palette();
    colors.setColor(QPalette::WindowText, themeColors(colors).error);
    setPalette(colors);
}

} // namespace gatescope
