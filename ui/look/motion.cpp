// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/motion.h"

#include "ui/look/calm_style.h"

#include <QApplication>
#include <QStyleHints>

namespace gatescope {

void applyReducedMotion(bool reduce)
{
    for (const Qt::UIEffect effect : {Qt::UI_AnimateMenu, Qt::UI_FadeMenu, Qt::UI_AnimateCombo, Qt::UI_AnimateTooltip,
                                      Qt::UI_FadeTooltip, Qt::UI_AnimateToolBox})
        QApplication::setEffectEnabled(effect, !reduce);
    static const int flashTime = QApplication::cursorFlashTime(); // the desktop's own, read before it is changed
    QApplication::setCursorFlashTime(reduce ? 0 : flashTime);
    if (auto *style = qobject_cast<CalmStyle *>(QApplication::style()))
        style->setReducedMotion(reduce);
}

} // namespace gatescope
