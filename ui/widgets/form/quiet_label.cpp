// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form/quiet_label.h"

#include "ui/look/theme.h"

#include <QEvent>

namespace gatescope {

QuietLabel::QuietLabel(const QString &text, QWidget *parent, LabelTone tone) : QLabel(text, parent), m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    applyColors();
}

void QuietLabel::setTone(LabelTone tone)
{
    m_tone = tone;
    applyColors();
}

void QuietLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColors();
}

void QuietLabel::applyColors()
{
    setFont(themeFont(TextRole::Caption));
    const ThemeColors &colors = themeColors(palette());
    const QColor color = m_tone == LabelTone::Muted     ? colors.muted
                         : m_tone == LabelTone::Warning ? colors.warning
                                                        : colors.error;
    // One colour only: the others, by which the theme is known, stay those of the window.
    QPalette own;
    own.setColor(QPalette::WindowText, color);
    if (palette().color(QPalette::WindowText) != color)
        setPalette(own);
}

} // namespace gatescope
