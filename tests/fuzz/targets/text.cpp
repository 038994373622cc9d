// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sources/text_corpus.h"
#include "core/error.h"
#include "tests/fuzz/targets/targets.h"

namespace gatescope::fuzz {

void readText(std::span<const std::byte> input)
{
    if (input.empty())
        return;
    const std::string_view bytes(reinterpret_cast<const char *>(input.data()) + 1, input.size() - 1);
    try {
        const std::vector<std::string> characters = charactersOf(bytes, "input");
        std::string whole;
        for (const std::string &character : characters)
            whole += character;
        require(charactersOf(whole, "again") == characters, "characters come back");
        DataOptions options;
        options.window = 1 + std::to_integer<Index>(input[0]) % 8;
        options.split = {0.7, 0.15, 0.15};
        const PreparedData<float> data = prepareText<float>(characters, "input", options);
        require(data.train.size() > 0, "a prepared text has windows");
        require(symbolsOf(characters, data).size() == characters.size(), "every character has its symbol");
    } catch (const Error &) {
        // Refused, with its reason.
    }
}

} // namespace gatescope::fuzz
