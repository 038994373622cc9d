// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv/scan/byte_mask.h"
#include "core/data/csv_options.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// The characters that give a CSV its shape.
struct CsvDialect {
    char delimiter = ','; ///< or kWhitespaceDelimiter
    char quote = '"';     ///< 0 for none
    std::string comment;  ///< prefix of lines to leave out; empty: none are
    bool operator==(const CsvDialect &) const = default;
};

/// One cell: a view into the text, without its quotes.
struct CsvCell {
    std::string_view raw;
    bool quoted = false;
    bool doubledQuotes = false; ///< raw still holds quotes written as two

    /// The cell as it was meant; `scratch` holds it when quotes had to be undoubled.
    std::string_view text(char quote, std::string &scratch) const
    {
        return doubledQuotes ? undoubled(quote, scratch) : raw;
    }

private:
    std::string_view undoubled(char quote, std::string &scratch) const;
};

/// Walks over the records of a text, without copying or typing anything. One linear pass: 64 bytes at a time outside
/// quotes, memchr inside them.
///
/// A quote opens only at the start of a cell, or behind blanks there if its closing quote ends the cell. Inside, two
/// quotes are one; a quote that is followed by something else than blanks and a delimiter or line end does not close
/// (it is counted in strayQuotes). LF, CRLF and CR end a record.
class CsvScanner {
public:
    /// @param line  number of the text's first line, for messages
    CsvScanner(std::string_view text, const CsvDialect &dialect, std::int64_t line = 1);

    /// Goes to the next record that is no comment; a blank line is a record with one empty cell. False at the end.
    bool next();
    std::span<const CsvCell> cells() const { return m_cells; }
    /// Whether the record is a line without anything but blanks.
    bool isBlank() const;
    /// Line the record begins at, and bytes before it.
    std::int64_t line() const { return m_recordLine; }
    std::size_t recordOffset() const { return static_cast<std::size_t>(m_recordBegin - m_text.data()); }
    /// Bytes and lines before the next record.
    std::size_t offset() const { return static_cast<std::size_t>(m_at - m_text.data()); }
    std::int64_t nextLine() const { return m_line; }

    std::int64_t commentLines() const { return m_commentLines; }
    std::int64_t strayQuotes() const { return m_strayQuotes; }
    std::int64_t firstStrayQuoteLine() const { return m_firstStrayQuoteLine; }
    /// Line of an opening quote that nothing closes, 0 if there is none; known at the end.
    std::int64_t unclosedQuoteLine() const { return m_unclosedQuoteLine; }

private:
    const char *end() const { return m_text.data() + m_text.size(); }
    void moveTo(const char *position);
    const char *nextSpecial();
    void skipComments();
    void skipLineEnd();
    void scanQuoted(const char *begin);
    bool mayOpenQuote() const
    {
        return m_at < end() && (*m_at == m_dialect.quote || *m_at == ' ' || *m_at == '\t') && m_dialect.quote != 0;
    }
    const char *openingQuote() const;
    bool scanCell();
    bool scanWhitespaceCell();
    const char *afterBlanks(const char *position) const;
    bool endsCell(const char *position) const;
    bool isWhitespace() const { return m_dialect.delimiter == kWhitespaceDelimiter; }
    void passLineEnd();
    std::int64_t lineEnds(const char *begin, const char *stop) const;

    std::string_view m_text;
    CsvDialect m_dialect;
    const char *m_at;              ///< begin of the next record or cell
    const char *m_block = nullptr; ///< the block that m_mask speaks of
    std::uint64_t m_mask = 0;      ///< delimiters and line ends of the block that were not yet passed
    const char *m_recordBegin;
    std::vector<CsvCell> m_cells;
    std::int64_t m_line;
    std::int64_t m_recordLine;
    std::int64_t m_commentLines = 0;
    std::int64_t m_strayQuotes = 0;
    std::int64_t m_firstStrayQuoteLine = 0;
    std::int64_t m_unclosedQuoteLine = 0;
};

/// Number of line ends (LF, CRLF, CR) in a text.
std::int64_t countLineEnds(std::string_view text);

} // namespace gatescope
