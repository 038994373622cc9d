// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_options.h"
#include "core/data/table.h"

#include <string>

namespace gatescope {

/// Options that suit a table, and one sentence that says why.
struct DataProposal {
    DataOptions options;
    std::string reason; ///< empty: there is nothing to propose, and the options are as they were
};

/// Proposes what a table's own columns suggest, one thing after the other:
///
/// - a sequence id: a column of names or whole numbers whose time runs on within each of its values but not over the
///   rows, or that is called an id and stays the same for rows on end; with it the label to tell, where a column of
///   words never changes within a sequence, else that the time of each sequence is cut into parts;
/// - else, from the time column, a window of two seasons, or of one where the rows are few; the horizons of the season
///   to come, where one row ahead is asked and both parts hold two of them; and windows that look back where a part
///   would have none otherwise.
///
/// Everything else is left as it is. Looks at the first 20,000 rows.
DataProposal proposeOptions(const Table &table, const DataOptions &options);

} // namespace gatescope
