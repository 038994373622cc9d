// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QScrollArea;
class QWidget;

namespace gatescope {

/// Keeps the card of a form as wide as its content needs, so that nothing in it is cut, at any size of type; else three
/// tenths of the page, within the given widths at the usual size of type.
/// @param form  the scroll area in the card @param narrow  a page narrower than this leaves the width to the layout
void keepFormWide(QWidget &page, QWidget &card, QScrollArea &form, int least, int most, int narrow = 0);

} // namespace gatescope
