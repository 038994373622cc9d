// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets/targets.h"

#include <stdexcept>

namespace gatescope::fuzz {

void require(bool holds, const char *sentence)
{
    if (!holds)
        throw std::logic_error(sentence);
}

} // namespace gatescope::fuzz
