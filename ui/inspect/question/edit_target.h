// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/question/what_if.h"

#include <QString>

namespace gatescope {

/// What one question is about.
enum class EditKind { Reset, Update, Silence, Input, State };
enum class EditScope { Unit, Layer, Network };

/// The place a question names, without its value.
struct EditTarget {
    EditKind kind = EditKind::Update;
    EditScope scope = EditScope::Unit; ///< of a gate
    Index layer = 0, step = 0, unit = 0, feature = 0;
};

/// The edits with this one in place of an earlier one of the same target.
/// @param value  none: each unit's own mean, for a gate
WhatIf withEdit(WhatIf edits, const EditTarget &target, std::optional<double> value);
/// The edits without one, counted as WhatIf::phrases() does.
WhatIf withoutEdit(WhatIf edits, std::size_t index);
/// "hold z of unit 7 in layer 1": the same for every value, so that turns of one knob are undone together.
QString editText(const EditTarget &target);

} // namespace gatescope
