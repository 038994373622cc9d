// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/recognition/preamble.h"

namespace gatescope {

namespace {

/// The text's first line, without its end.
std::string_view firstLine(std::string_view text)
{
    return text.substr(0, text.find_first_of("\r\n"));
}

std::string_view takeLine(std::string_view text, Preamble &preamble)
{
    const std::string_view line = firstLine(text.substr(preamble.offset));
    preamble.offset += line.size();
    if (text.substr(preamble.offset).starts_with("\r\n"))
        preamble.offset += 2;
    else if (preamble.offset < text.size())
        ++preamble.offset;
    ++preamble.line;
    return line;
}

} // namespace

Preamble readPreamble(std::string_view text, const CsvOptions &options)
{
    Preamble preamble;
    for (; preamble.skippedLines < options.skipRows.value_or(0) && preamble.offset < text.size();
         ++preamble.skippedLines)
        takeLine(text, preamble);
    const std::string_view separator = firstLine(text.substr(preamble.offset));
    if (separator.size() == 5 && separator.starts_with("sep=") && !options.delimiter) {
        preamble.delimiter = takeLine(text, preamble)[4];
        ++preamble.skippedLines;
    }
    preamble.comment = options.comment.value_or(text.substr(preamble.offset).starts_with("#") ? "#" : "");
    while (!preamble.comment.empty() && text.substr(preamble.offset).starts_with(preamble.comment))
        preamble.comments.emplace_back(takeLine(text, preamble).substr(preamble.comment.size()));
    return preamble;
}

} // namespace gatescope
