// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form/quiet_label.h"

#include "ui/shell/theme.h"

#include <QApplication>
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
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::ApplicationFontChange)
        applyColors();
    QLabel::changeEvent(event);
}

void QuietLabel::applyColors()
{
    setFont(themeFont(TextRole::Caption));
    QPalette palette = QApplication::palette();
    const ThemeColors &colors = themeColors(palette);
    palette.setColor(QPalette::WindowText, m_tone == LabelTone::Muted     ? colors.muted
                                           : m_tone == LabelTone::Warning ? colors.warning
                                                                          : colors.error);
    setPalette(palette);
}

} // namespace gatescope
