// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text/signed_number.h"

#include "core/data/text/number_text.h"

#include <array>

namespace gatescope {

namespace {

/// % ‰ $ € £ ¥ ₹ ₩ ₽ ₺ ₴ ₪ ₫ ₱ ฿
constexpr std::array<std::string_view, 15> kSigns{"%",
                                                  "\xE2\x80\xB0",
                                                  "$",
                                                  "\xE2\x82\xAC",
                                                  "\xC2\xA3",
                                                  "\xC2\xA5",
                                                  "\xE2\x82\xB9",
                                                  "\xE2\x82\xA9",
                                                  "\xE2\x82\xBD",
                                                  "\xE2\x82\xBA",
                                                  "\xE2\x82\xB4",
                                                  "\xE2\x82\xAA",
                                                  "\xE2\x82\xAB",
                                                  "\xE2\x82\xB1",
                                                  "\xE0\xB8\xBF"};

/// Length of the plus or minus at the start of the text, 0 if there is none.
std::size_t minusOrPlus(std::string_view text)
{
    if (text.starts_with('-') || text.starts_with('+'))
        return 1;
    return text.starts_with("\xE2\x88\x92") ? 3 : 0; // U+2212, the typographic minus
}

} // namespace

std::optional<SignedNumber> withoutSign(std::string_view trimmedCell)
{
    const std::string_view minus = trimmedCell.substr(0, minusOrPlus(trimmedCell));
    std::string_view rest = trimmed(trimmedCell.substr(minus.size()));
    for (const std::string_view sign : kSigns) {
        if (rest.starts_with(sign))
            rest.remove_prefix(sign.size());
        else if (rest.ends_with(sign))
            rest.remove_suffix(sign.size());
        else
            continue;
        return SignedNumber{std::string(minus).append(trimmed(rest)), sign};
    }
    return std::nullopt;
}

} // namespace gatescope
