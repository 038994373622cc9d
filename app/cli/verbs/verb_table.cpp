// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs/verb.h"

namespace gatescope::cli {

std::span<const Verb> verbTable()
{
    return {};
}

} // namespace gatescope::cli
