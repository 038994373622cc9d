// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

#include <vector>

class QWidget;

namespace gatescope {

/// A piece of text as a widget drew it.
struct DrawnText {
    QString text;
    QRectF ink;  ///< what its letters cover, in the widget's coordinates
    QRectF clip; ///< what may be seen of it there
    /// Whether some of its letters are outside of what may be seen.
    bool isCut() const { return !clip.adjusted(-1.5, -1.5, 1.5, 1.5).contains(ink); }
};

/// Lets a widget draw itself, without its children, and writes down every text with its place: what a person reads
/// there, whether it is a label, a button, a plot or drawn by hand.
std::vector<DrawnText> drawnTexts(QWidget &widget);

} // namespace gatescope
