// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/io/model/data_json.h"
#include "tests/fuzz/targets/targets.h"

namespace gatescope::fuzz {

void readJsonParts(std::span<const std::byte> input)
{
    if (input.empty())
        return;
    const std::string_view text(reinterpret_cast<const char *>(input.data()) + 1, input.size() - 1);
    try {
        // What could be read is written and read again, which must give the same.
        switch (std::to_integer<unsigned>(input[0]) % 4U) {
        case 0: {
            const DataOptions options = dataOptionsFromText(text, "input");
            require(dataOptionsFromText(dataOptionsText(options), "again") == options, "data options come back");
            break;
        }
        case 1: {
            const Scaler scaler = scalerFromText(text, "input");
            require(scalerFromText(scalerText(scaler), "again") == scaler, "a scaler comes back");
            break;
        }
        case 2: {
            const CsvOptions options = csvOptionsFromText(text, "input");
            require(csvOptionsFromText(csvOptionsText(options), "again") == options, "CSV options come back");
            break;
        }
        default: {
            const std::vector<std::string> names = namesFromText(text, "input");
            require(namesFromText(namesText(names), "again") == names, "names come back");
        }
        }
    } catch (const Error &) {
        // Refused, with its reason.
    }
}

} // namespace gatescope::fuzz
