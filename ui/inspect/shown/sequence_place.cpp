// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/shown/sequence_place.h"

#include <QObject>

#include <algorithm>

namespace gatescope {

SequencePlace placeOf(const PreparedData<float> &data, std::int64_t sequence)
{
    const Index train = data.train.size();
    const Index validation = data.validation.size();
    const Index last = train + validation + data.test.size() - 1;
    sequence = std::clamp<std::int64_t>(sequence, 0, std::max<Index>(last, 0));
    if (sequence < train)
        return {DataPart::Train, sequence};
    if (sequence < train + validation)
        return {DataPart::Validation, sequence - train};
    return {DataPart::Test, sequence - train - validation};
}

std::int64_t sequenceAt(const PreparedData<float> &data, const SequencePlace &place)
{
    switch (place.part) {
    case DataPart::Validation:
        return data.train.size() + place.index;
    case DataPart::Test:
        return data.train.size() + data.validation.size() + place.index;
    case DataPart::Train:
    case DataPart::All:
        break;
    }
    return place.index;
}

QString partName(DataPart part)
{
    switch (part) {
    case DataPart::Train:
        return QObject::tr("training");
    case DataPart::Validation:
        return QObject::tr("validation");
    case DataPart::Test:
        return QObject::tr("test");
    case DataPart::All:
        break;
    }
    return QObject::tr("all");
}

} // namespace gatescope
