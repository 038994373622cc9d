// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatescope {

/// How much a message in the message bar matters.
enum class Severity { Info, Warning, Error };

} // namespace gatescope
