// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetricsF>
#include <QString>

namespace gatescope {

/// The text as it fits into `room` pixels. What is too long loses whole words from its end, for an ellipsis; a number
/// is never cut: it stands whole or not at all. A first word that has no room by itself loses letters.
QString fittingText(const QString &text, const QFontMetricsF &metrics, double room);

/// A line of parts ("a · b · c"): whole parts go from its end, with a sign that there were some, before words of one
/// do.
QString fittingParts(const QString &line, const QFontMetricsF &metrics, double room);

} // namespace gatescope
