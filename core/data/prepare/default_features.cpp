// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/prepare/default_features.h"

#include "core/data/text/number_text.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// A row number that a program wrote beside the data: without a name of its own, or called so.
bool isIndexName(const std::string &name)
{
    for (const std::string_view word :
         {"column1", "row", "index", "idx", "unnamed: 0", "no", "no.", "nr", "record", "id"}) {
        if (equalsIgnoringCase(name, word))
            return true;
    }
    return false;
}

} // namespace

bool countsRows(const Column &column)
{
    const auto values = column.values();
    if (values.size() < 10 || !(values[1] > values[0]))
        return false;
    const double step = values[1] - values[0];
    for (std::size_t row = 1; row < values.size(); ++row) {
        if (!(std::abs(values[row] - values[row - 1] - step) <= 1e-9 * std::abs(step)))
            return false;
    }
    return true;
}

DefaultUse defaultUse(const Column &column, const DataOptions &options, const std::string &time)
{
    const bool targetIsKnown = options.task == TaskKind::Regression && options.horizons.front() >= 1;
    const bool isRole = column.name() == options.sequenceId || (!time.empty() && column.name() == time);
    const bool isTarget = std::ranges::find(options.targets, column.name()) != options.targets.end();
    if (column.isOneHot())
        return isRole || isTarget || isEmpty(column) ? DefaultUse::None : DefaultUse::Words;
    if (column.kind() != ColumnKind::Number || isRole || (!targetIsKnown && isTarget))
        return DefaultUse::None;
    if (isEmpty(column))
        return DefaultUse::Empty;
    return !isTarget && isIndexName(column.name()) && countsRows(column) ? DefaultUse::RowNumber : DefaultUse::Feature;
}

std::vector<std::string> defaultFeatures(const Table &table, const DataOptions &options, const std::string &time)
{
    std::vector<std::string> names;
    for (const Column &column : table.columns()) {
        const DefaultUse use = defaultUse(column, options, time);
        if (use == DefaultUse::Feature || use == DefaultUse::Words)
            names.push_back(column.name());
    }
    return names;
}

} // namespace gatescope
