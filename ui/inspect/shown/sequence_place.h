// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepared_data.h"

#include <QString>

namespace gatescope {

/// One sequence by its part of the data and its number there. The shared cursor counts through training, validation
/// and test sequences in this order.
struct SequencePlace {
    DataPart part = DataPart::Train;
    Index index = 0;

    bool operator==(const SequencePlace &) const = default;
};

/// Held within what there is.
SequencePlace placeOf(const PreparedData<float> &data, std::int64_t sequence);
std::int64_t sequenceAt(const PreparedData<float> &data, const SequencePlace &place);
/// "training", "validation", "test"
QString partName(DataPart part);

} // namespace gatescope
