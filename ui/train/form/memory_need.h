// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepared_data.h"
#include "core/train/options/training_options.h"

#include <QString>

namespace gatescope {

class SumTable;

/// The memory that a training of these settings on this data takes, term by term; nothing without data.
/// @return why it does not fit into what the machine has free, with the numbers; empty when it does
QString showMemoryNeed(SumTable &table, const Settings &settings, const PreparedData<float> *data);

} // namespace gatescope
