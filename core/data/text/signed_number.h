// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gatescope {

/// What is left of a cell such as $1.50, -€ 3, 12 % or 1.234,50 € once its percent or currency sign is taken off.
struct SignedNumber {
    std::string number;    ///< blanks trimmed, a minus before the sign kept; not yet known to be a number
    std::string_view sign; ///< one of the known signs, with static lifetime
};

/// Takes one percent, per mille or currency sign off the begin or the end of a cell.
///
/// Known are % ‰ $ € £ ¥ ₹ ₩ ₽ ₺ ₴ ₪ ₫ ₱ ฿. Words and codes (EUR, kr) are no signs.
/// @return  empty when the cell begins and ends with none
std::optional<SignedNumber> withoutSign(std::string_view trimmedCell);

} // namespace gatescope
