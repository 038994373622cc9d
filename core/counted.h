// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gatescope {

/// "1 row", "3 rows", "0 rows": a number with its noun.
/// @param many  the words for other numbers than 1 ("rows have"); empty: `one` and an s
inline std::string counted(std::int64_t count, std::string_view one, std::string_view many = {})
{
    std::string text = std::to_string(count) + " ";
    if (count == 1 || many.empty())
        return text.append(one).append(count == 1 ? "" : "s");
    return text.append(many);
}

} // namespace gatescope
