// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <string_view>

namespace gatescope {

/// Core's text (UTF-8) as the screen's.
inline QString fromText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// A sentence of the core as the window says it: the controls of forms in place of options of the command line.
QString fromSentence(std::string_view sentence);

/// Text from a file on one line of the screen: line ends as ⏎, other control characters as ·, cut at `limit`.
QString plainText(std::string_view text, qsizetype limit = 80);

/// One character of a text as it can be seen: a blank as ␣, a line end as ⏎, a tabulator as ⇥, other control characters
/// as ·; "other", which stands for many, stays a word.
QString characterMark(std::string_view character);

/// Text as a cell of a CSV: in quotes where it has to be, and never a formula.
QString csvName(std::string_view text);

/// The same sentence, in which no line ends between a number and its percent sign.
QString withWholePercents(QString sentence);

/// "8,759"
QString countText(std::int64_t number);

} // namespace gatescope
