// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/recognition/table_start.h"

#include "core/data/csv/recognition/column_evidence.h"
#include "core/data/csv/recognition/header_names.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr std::size_t kTitleLines = 50;  ///< records above a table that may describe it
constexpr std::size_t kLookedBelow = 12; ///< records under a header that are looked at

/// What the cells of a record are, one letter each: '.' missing, 'n' number or time, 't' text.
std::string kinds(const HeadRecord &record)
{
    std::string text;
    for (std::size_t i = 0; i < usedNames(record.cells); ++i) {
        ColumnEvidence cell;
        cell.add(record.cells[i]);
        text += cell.present() == 0 ? '.' : cell.typed() > 0 ? 'n' : 't';
    }
    return text;
}

class TableStart {
public:
    TableStart(std::span<const HeadRecord> head, std::size_t width) : m_head(head), m_width(width)
    {
        for (const HeadRecord &record : head)
            m_kinds.push_back(kinds(record));
    }

    std::size_t find() const
    {
        const std::size_t last = std::min(kTitleLines, m_head.size() - 1);
        std::size_t begin = 0;
        while (begin < last && !isHeader(begin))
            ++begin;
        if (begin == last)
            return titleLines();
        // A header further down, under a blank line, above rows of other kinds than those that stand above it.
        for (std::size_t later = last; later > begin + 1; --later) {
            if (m_head[later].afterBlank && isHeader(later) && isForeign(begin + 1, later))
                return later;
        }
        return begin;
    }

private:
    bool isWide(std::size_t at) const
    {
        const std::size_t width = m_kinds[at].size();
        return width == m_width || m_head[at].cells.size() == m_width
               || (width + 1 == m_width && width > 1 && at + 1 < m_head.size() && m_kinds[at + 1].size() == m_width);
    }

    /// Whether the record holds text only, with numbers or times in most records under one of the texts.
    bool isHeader(std::size_t at) const
    {
        const std::string &names = m_kinds[at];
        if (!isWide(at) || names.find('n') != std::string::npos || names.find('t') == std::string::npos)
            return false;
        const std::size_t stop = std::min(m_head.size(), at + 1 + kLookedBelow);
        for (std::size_t column = 0; column < m_width; ++column) {
            std::size_t typed = 0, seen = 0;
            for (std::size_t row = at + 1; row < stop; ++row) {
                const char kind = column < m_kinds[row].size() ? m_kinds[row][column] : '.';
                seen += kind != '.';
                typed += kind == 'n';
            }
            if (typed * 2 > seen && (column >= names.size() || names[column] == 't'))
                return true;
        }
        return false;
    }

    /// Whether the rows from `begin` up to a header are of other kinds than the row that follows it.
    bool isForeign(std::size_t begin, std::size_t header) const
    {
        const auto fits = [](const std::string &row, const std::string &body) {
            if (row.size() != body.size())
                return false;
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (row[i] != body[i] && row[i] != '.' && body[i] != '.')
                    return false;
            }
            return true;
        };
        const std::string &body = m_kinds[std::min(header + 3, m_kinds.size() - 1)];
        return std::none_of(m_kinds.begin() + static_cast<std::ptrdiff_t>(begin),
                            m_kinds.begin() + static_cast<std::ptrdiff_t>(header),
                            [&](const std::string &row) { return fits(row, body); });
    }

    /// Lines with one cell above a table of several.
    std::size_t titleLines() const
    {
        std::size_t first = 0;
        while (first < m_head.size() && m_head[first].cells.size() == 1)
            ++first;
        return first > kTitleLines || first >= m_head.size() ? 0 : first;
    }

    std::span<const HeadRecord> m_head;
    std::size_t m_width;
    std::vector<std::string> m_kinds;
};

} // namespace

std::size_t findTableBegin(std::span<const HeadRecord> head, std::size_t width, double consistency)
{
    return width < 2 || consistency < 0.5 || head.size() < 2 ? 0 : TableStart(head, width).find();
}

} // namespace gatescope
