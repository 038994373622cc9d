// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QScrollArea;
class QWidget;

namespace gatescope {

/// The least width of a form's card in which nothing of it is cut; as much as given, at the usual size of type.
/// @param form  the scroll area in the card
int leastFormWidth(const QScrollArea &form, int least);
/// That, or three tenths of the page where they are more, up to the most.
int formWidth(const QWidget &page, const QScrollArea &form, int least, int most);
/// Keeps the card of a form at this width, whatever becomes of the page and of the size of type.
void keepFormWide(QWidget &page, QWidget &card, QScrollArea &form, int least, int most);

} // namespace gatescope
