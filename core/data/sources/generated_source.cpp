// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sources/generated_source.h"

#include "core/data/text/number_text.h"
#include "core/error.h"

#include <charconv>

namespace gatescope {

namespace {

constexpr std::string_view kScheme = "generated:";

std::uint64_t seedFromText(const std::string &text)
{
    std::uint64_t seed = 0;
    const char *const end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, seed);
    if (failure != std::errc() || stop != end)
        throw OptionError({{"seed", quoted(text), "must be a whole number, 0 or more", ""}});
    return seed;
}

} // namespace

bool namesGeneratedTask(std::string_view source)
{
    return source.starts_with(kScheme);
}

GeneratedData generateFrom(std::string_view source)
{
    source.remove_prefix(std::min(kScheme.size(), source.size()));
    const std::size_t question = std::min(source.find('?'), source.size());
    const std::string_view id = source.substr(0, question);
    std::string_view rest = source.substr(std::min(question + 1, source.size()));
    std::map<std::string, double> values;
    std::uint64_t seed = 0;
    while (!rest.empty()) {
        const std::string pair(rest.substr(0, rest.find('&')));
        rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
        const std::size_t sign = std::min(pair.find('='), pair.size());
        const std::string name = pair.substr(0, sign), text = pair.substr(std::min(sign + 1, pair.size()));
        const std::optional<double> number = parseNumber(text);
        if (name == "seed")
            seed = seedFromText(text);
        else if (!number)
            throw OptionError({{name, quoted(text), "must be a number", "write option=value&option=value"}});
        else
            values[name] = *number;
    }
    return generateTask(id, values, seed);
}

} // namespace gatescope
