// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_options.h"
#include "core/data/table.h"

#include <string>

namespace gatescope {

/// Options that suit a table's time column, and one sentence that says why.
struct DataProposal {
    DataOptions options;
    std::string reason; ///< empty: there is nothing to propose, and the options are as they were
};

/// Proposes a window of two seasons, or of one where the rows are few, and windows that look back where a part would
/// have none otherwise. Everything else is left as it is.
DataProposal proposeOptions(const Table &table, const DataOptions &options);

} // namespace gatescope
