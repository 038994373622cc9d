// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetricsF>
#include <QString>

namespace gatescope {

/// The text as it fits into `room` pixels. What is too long loses whole words from its end, for an ellipsis; a number
/// is never cut: it stands whole or not at all. A first word that has no room by itself loses letters.
QString fittingText(const QString &text, const QFontMetricsF &metrics, double room);

/// The sign that parts of a line have no room: "a · …".
extern const QString kPartsLeftOut;

/// A line of parts ("a · b · c"): whole parts go, from its end or from its beginning, and a sign says that there were
/// some. Nothing within a part is cut: a first (or last) one that has no room is not shown at all.
QString fittingParts(const QString &line, const QFontMetricsF &metrics, double room);
QString fittingLastParts(const QString &line, const QFontMetricsF &metrics, double room);

} // namespace gatescope
