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

namespace {

const QString kBetweenParts = QStringLiteral(" · ");

template <typename Drop, typename Mark>
QString wholeParts(const QString &line, const QFontMetricsF &metrics, double room, Drop drop, Mark mark)
{
    if (metrics.horizontalAdvance(line) <= room)
        return line;
    QStringList parts = line.split(kBetweenParts);
    while (parts.size() > 1) {
        drop(parts);
        const QString shown = mark(parts.join(kBetweenParts));
        if (metrics.horizontalAdvance(shown) <= room)
            return shown;
    }
    return {};
}

} // namespace

const QString kPartsLeftOut = QStringLiteral("…");

QString fittingParts(const QString &line, const QFontMetricsF &metrics, double room)
{
    return wholeParts(
        line, metrics, room, [](QStringList &parts) { parts.removeLast(); },
        [](const QString &kept) { return kept + kBetweenParts + kPartsLeftOut; });
}

QString fittingLastParts(const QString &line, const QFontMetricsF &metrics, double room)
{
    return wholeParts(
        line, metrics, room, [](QStringList &parts) { parts.removeFirst(); },
        [](const QString &kept) { return kPartsLeftOut + kBetweenParts + kept; });
}

} // namespace gatescope
