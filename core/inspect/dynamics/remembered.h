// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepared_data.h"

#include <string>
#include <vector>

namespace gatescope {

/// Something that a state may remember: one value a row of the series.
struct Remembered {
    std::string name;           ///< "temperature"
    std::vector<double> values; ///< by column of the store's inputs; class numbers where there are classes; NaN unknown
    std::vector<std::string> classNames; ///< empty: numbers, scored by R²; else classes, scored by accuracy

    bool isClass() const { return !classNames.empty(); }
};

/// What can be asked of this data: every input column, the target's value at each row where there is one a row, and of
/// a text its characters' kind (vowel, consonant, digit, blank, other) and its characters themselves.
std::vector<std::string> rememberedNames(const PreparedData<float> &data);
/// @param choice place in rememberedNames() @throws ShapeError where there is none
Remembered remembered(const PreparedData<float> &data, Index choice);

} // namespace gatescope
