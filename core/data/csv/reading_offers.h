// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv_options.h"

#include <string>
#include <vector>

namespace gatescope {

/// What is doubtful in how a file was read, as one step that settles it.
struct ReadingOffer {
    std::string title;  ///< "Take -9999 as missing"
    CsvOptions options; ///< to read the file with instead
    bool operator==(const ReadingOffer &) const = default;
};

/// Every doubt of a recognition that another reading would settle: parts of one time, numbers that may mean "missing",
/// words
/// for yes and no that could be 1 and 0, decimal signs that could be the other one. @param chosen  the options that the
/// file was read with
std::vector<ReadingOffer> readingOffers(const CsvRecognition &recognition, const CsvOptions &chosen);

} // namespace gatescope
