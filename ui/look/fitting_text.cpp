// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/fitting_text.h"

#include <QRegularExpression>

namespace gatescope {

QString fittingText(const QString &text, const QFontMetricsF &metrics, double room)
{
    if (metrics.horizontalAdvance(text) <= room)
        return text;
    static const QRegularExpression loose(QStringLiteral("[\\s·=:,(→±]+$")); // what says nothing without a next word
    static const QRegularExpression number(QStringLiteral("^\\W*\\d"));
    const QString ellipsis = QStringLiteral("…");
    QString kept = text;
    for (auto blank = kept.lastIndexOf(QLatin1Char(' ')); blank > 0; blank = kept.lastIndexOf(QLatin1Char(' '))) {
        kept = kept.left(blank).remove(loose);
        const QString shown = kept + QLatin1Char(' ') + ellipsis;
        if (!kept.isEmpty() && metrics.horizontalAdvance(shown) <= room)
            return shown;
    }
    if (number.match(text).hasMatch())
        return metrics.horizontalAdvance(ellipsis) <= room ? ellipsis : QString();
    return metrics.elidedText(kept, Qt::ElideRight, room);
}

QString fittingParts(const QString &line, const QFontMetricsF &metrics, double room)
{
    const QString between = QStringLiteral(" · ");
    QString kept = line;
    QString shown = line;
    while (metrics.horizontalAdvance(shown) > room && kept.contains(between)) {
        kept = kept.left(kept.lastIndexOf(between));
        shown = kept + QStringLiteral(" …");
    }
    return metrics.horizontalAdvance(shown) > room ? fittingText(kept, metrics, room) : shown;
}

} // namespace gatescope
