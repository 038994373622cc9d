// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/scan/scanner.h"

#include <bit>
#include <cstring>

namespace gatescope {

std::string_view CsvCell::undoubled(char quote, std::string &scratch) const
{
    scratch.clear();
    for (std::size_t i = 0; i < raw.size(); ++i) {
        scratch += raw[i];
        if (raw[i] == quote && i + 1 < raw.size() && raw[i + 1] == quote)
            ++i;
    }
    return scratch;
}

CsvScanner::CsvScanner(std::string_view text, const CsvDialect &dialect, std::int64_t line)
    : m_text(text), m_dialect(dialect), m_at(text.data()), m_recordBegin(text.data()), m_line(line), m_recordLine(line)
{
    moveTo(m_at);
}

void CsvScanner::moveTo(const char *position)
{
    m_at = position;
    m_block = position;
    m_mask = 0;
    if (position >= end())
        return;
    const auto available = static_cast<std::size_t>(end() - position);
    const ByteBlock block(position, available);
    m_mask = block.equalTo(m_dialect.delimiter) | block.equalTo('\n') | block.equalTo('\r');
    if (available < ByteBlock::kSize)
        m_mask &= (std::uint64_t{1} << available) - 1;
}

const char *CsvScanner::nextSpecial()
{
    while (m_mask == 0) {
        if (static_cast<std::size_t>(end() - m_block) <= ByteBlock::kSize)
            return end();
        const char *cellBegin = m_at;
        moveTo(m_block + ByteBlock::kSize);
        m_at = cellBegin;
    }
    const char *position = m_block + std::countr_zero(m_mask);
    m_mask &= m_mask - 1;
    return position;
}

std::int64_t CsvScanner::lineEnds(const char *begin, const char *stop) const
{
    return countLineEnds({begin, static_cast<std::size_t>(stop - begin)});
}

const char *CsvScanner::afterBlanks(const char *position) const
{
    while (position < end() && (*position == ' ' || *position == '\t') && *position != m_dialect.delimiter)
        ++position;
    return position;
}

bool CsvScanner::endsCell(const char *position) const
{
    if (position >= end() || *position == '\n' || *position == '\r')
        return true;
    return isWhitespace() ? *position == ' ' || *position == '\t' : *position == m_dialect.delimiter;
}

void CsvScanner::skipComments()
{
    while (!m_dialect.comment.empty() && m_at < end()
           && m_text.substr(offset(), m_dialect.comment.size()) == m_dialect.comment) {
        const auto stop = m_text.find_first_of("\r\n", offset());
        moveTo(stop == std::string_view::npos ? end() : m_text.data() + stop);
        skipLineEnd();
        ++m_commentLines;
    }
}

/// Passes the line end that m_at stands on, if any.
void CsvScanner::skipLineEnd()
{
    if (m_at >= end())
        return;
    const bool pair = *m_at == '\r' && m_at + 1 < end() && m_at[1] == '\n';
    moveTo(m_at + (pair ? 2 : 1));
    ++m_line;
}

/// Reads the quoted cell whose opening quote stands at `begin`, up to its delimiter or line end.
void CsvScanner::scanQuoted(const char *begin)
{
    CsvCell cell{{}, true, false};
    const char *content = begin + 1;
    const char *from = content;
    for (;;) {
        const auto *quote =
            static_cast<const char *>(std::memchr(from, m_dialect.quote, static_cast<std::size_t>(end() - from)));
        if (!quote) {
            m_unclosedQuoteLine = m_line + lineEnds(m_recordBegin, begin);
            cell.raw = {content, static_cast<std::size_t>(end() - content)};
            moveTo(end());
            break;
        }
        if (quote + 1 < end() && quote[1] == m_dialect.quote) {
            cell.doubledQuotes = true;
            from = quote + 2;
            continue;
        }
        if (const char *after = isWhitespace() ? quote + 1 : afterBlanks(quote + 1); endsCell(after)) {
            cell.raw = {content, static_cast<std::size_t>(quote - content)};
            moveTo(after);
            break;
        }
        if (m_strayQuotes++ == 0)
            m_firstStrayQuoteLine = m_line + lineEnds(m_recordBegin, quote);
        from = quote + 1;
    }
    m_cells.push_back(cell);
}

/// The quote that opens the cell at m_at, or null. Behind blanks one opens only if the next quote ends the cell.
/// @pre mayOpenQuote()
const char *CsvScanner::openingQuote() const
{
    if (*m_at == m_dialect.quote)
        return m_at;
    const char *begin = afterBlanks(m_at);
    if (begin >= end() || *begin != m_dialect.quote)
        return nullptr;
    for (const char *from = begin + 1;;) {
        const auto *quote =
            static_cast<const char *>(std::memchr(from, m_dialect.quote, static_cast<std::size_t>(end() - from)));
        if (!quote)
            return nullptr;
        if (quote + 1 < end() && quote[1] == m_dialect.quote) {
            from = quote + 2;
            continue;
        }
        return endsCell(afterBlanks(quote + 1)) ? begin : nullptr;
    }
}

/// Reads the cell at m_at and stops at its end; says whether it was quoted.
bool CsvScanner::scanCell()
{
    if (const char *quote = mayOpenQuote() ? openingQuote() : nullptr) {
        scanQuoted(quote);
        m_at = nextSpecial();
        return true;
    }
    const char *stop = nextSpecial();
    m_cells.push_back({{m_at, static_cast<std::size_t>(stop - m_at)}, false, false});
    m_at = stop;
    return false;
}

/// The same where runs of blanks part the cells; a line of blanks alone has one empty cell.
bool CsvScanner::scanWhitespaceCell()
{
    const auto isBlankAt = [](const char *position) { return *position == ' ' || *position == '\t'; };
    const char *begin = m_at;
    while (begin < end() && isBlankAt(begin))
        ++begin;
    bool quoted = false;
    if (begin < end() && m_dialect.quote != 0 && *begin == m_dialect.quote) {
        scanQuoted(begin);
        quoted = true;
    } else {
        const char *stop = begin;
        while (!endsCell(stop))
            ++stop;
        m_cells.push_back({{begin, static_cast<std::size_t>(stop - begin)}, false, false});
        m_at = stop;
    }
    while (m_at < end() && isBlankAt(m_at))
        ++m_at;
    return quoted;
}

/// Passes the line end that m_at stands on, if any, without losing what is known of the block.
void CsvScanner::passLineEnd()
{
    if (m_at >= end())
        return;
    const bool pair = *m_at == '\r' && m_at + 1 < end() && m_at[1] == '\n';
    if (pair && !isWhitespace() && nextSpecial() != m_at + 1)
        moveTo(m_at + 2);
    else
        m_at += pair ? 2 : 1;
    ++m_line;
}

bool CsvScanner::next()
{
    skipComments();
    if (m_at >= end())
        return false;
    m_cells.clear();
    m_recordBegin = m_at;
    m_recordLine = m_line;
    bool severalLines = false;
    if (isWhitespace()) {
        do
            severalLines = scanWhitespaceCell() || severalLines;
        while (m_at < end() && *m_at != '\n' && *m_at != '\r');
    } else {
        for (;;) {
            severalLines = scanCell() || severalLines;
            if (m_at >= end() || *m_at != m_dialect.delimiter)
                break;
            ++m_at; // the mask stays right: it speaks of the block, and this delimiter's bit is gone
        }
    }
    if (severalLines)
        m_line += lineEnds(m_recordBegin, m_at);
    passLineEnd();
    return true;
}

bool CsvScanner::isBlank() const
{
    return m_cells.size() == 1 && !m_cells[0].quoted
           && m_cells[0].raw.find_first_not_of(" \t") == std::string_view::npos;
}

std::int64_t countLineEnds(std::string_view text)
{
    std::int64_t count = 0;
    bool returnBefore = false;
    for (std::size_t i = 0; i < text.size(); i += ByteBlock::kSize) {
        const std::size_t available = text.size() - i;
        const ByteBlock block(text.data() + i, available);
        const std::uint64_t returns = block.equalTo('\r');
        const std::uint64_t feeds = block.equalTo('\n');
        const std::uint64_t afterReturn = (returns << 1) | (returnBefore ? 1 : 0);
        count += std::popcount(returns) + std::popcount(feeds & ~afterReturn);
        returnBefore = (returns >> 63) != 0;
    }
    return count;
}

} // namespace gatescope
