// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace gatescope {

/// Foreign text made fit to be printed: whatever a terminal, a compiler or a reader's eye would obey rather than show
/// is escaped. Control characters (C0, DEL and C1, which xterm takes for commands) and bytes that are no UTF-8 become
/// \xNN, line separators and bidirectional controls \uNNNN. All else stays as it is.
std::string printable(std::string_view text);

/// The same for text that is a document of its own: line ends and tabulators stay.
std::string printableLines(std::string_view text);

/// The same for JSON text, where the escapes stand for what they replace: what reads it back gets the very characters.
std::string printableJson(std::string_view json);

/// The first few, and how many are left: "a, b, c and 4 more".
std::string firstOf(std::span<const std::string> items, std::size_t most = 3);

/// Bytes of the UTF-8 character that begins the text; 0 when none does. `text` must not be empty.
std::size_t utf8Length(std::string_view text);

} // namespace gatescope
