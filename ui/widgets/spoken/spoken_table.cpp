// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/spoken/spoken_table.h"

#include <vector>

namespace gatescope {

namespace {

std::vector<SpokenTableOf> &offers()
{
    static std::vector<SpokenTableOf> all;
    return all;
}

} // namespace

bool offerSpokenTable(SpokenTableOf table)
{
    offers().push_back(table);
    return true;
}

std::optional<SpokenTable> spokenTable(const QWidget &view)
{
    for (const SpokenTableOf offer : offers()) {
        if (std::optional<SpokenTable> table = offer(view))
            return table;
    }
    return std::nullopt;
}

} // namespace gatescope
