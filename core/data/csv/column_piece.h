// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv/plan/csv_plan.h"
#include "core/data/table.h"

#include <memory>
#include <span>
#include <vector>

namespace gatescope {

/// Room for the cells of one column of the whole table: doubles for Number and Time, codes for Text and for numbers
/// that are kept as written too, none for an ignored one. Not cleared.
struct ColumnRoom {
    std::shared_ptr<double[]> values;
    std::unique_ptr<std::uint32_t[]> codes;      ///< words of a text, or spellings of a number
    std::shared_ptr<std::int32_t[]> nanoseconds; ///< beside the values of a time that is so exact

    ColumnRoom(const ColumnPlan &plan, std::size_t rows);
    bool empty() const { return !values && !codes; }
};

/// The part of a column that one stretch of the file holds. Cells go straight to their place in the ColumnRoom;
/// what is said about them (missing, odd, words) is kept here, with rows counted from the stretch's first.
class ColumnPiece {
public:
    ColumnPiece(const ColumnPlan &plan, const MissingMarks &marks, const ColumnRoom &room, std::size_t firstRow);

    /// Reads a cell into the row. @param raw  as it stands, trimmed or not
    void read(Index row, std::string_view raw);
    void setMissing(Index row);

private:
    friend class ColumnAssembler;
    bool isIgnored() const { return !m_values && !m_codes; } ///< always of kind Text
    bool isMissing(std::string_view cell) const;
    void readNumberCell(Index row, std::string_view cell);
    void readOther(Index row, std::string_view cell);
    void readTimeCell(Index row, std::string_view cell);
    void keepOdd(Index row, std::string_view cell);
    bool readSigned(Index row, std::string_view cell);
    void noteRounded(Index row, std::string_view cell);

    ColumnKind m_kind;
    const ColumnPlan *m_plan;
    const MissingMarks *m_marks;
    bool m_plain; ///< numbers as from_chars reads them, and nothing else is to be looked at
    double *m_values = nullptr;
    std::uint32_t *m_codes = nullptr;
    std::int32_t *m_nanoseconds = nullptr;
    CellCount m_missing;
    CellCount m_infinite;
    CellCount m_odd;
    CellCount m_rounded;
    SignsTakenOff m_signsTaken;
    TimeTold m_timeTold;
    bool m_zeros = false; ///< a whole number began with 0, and the spellings are not kept
    std::vector<CellPlace> m_oddCells;
    WordTable m_words;
    bool m_datesOnly = true;
};

/// A stretch's place in the table.
struct PieceSpan {
    std::size_t reserved = 0; ///< row of the room it was read into
    Index first = 0;          ///< row it has in the table
    Index rows = 0;
};

/// Joins the pieces of a column.
class ColumnAssembler {
public:
    /// @param pieces  in order, one a span @param dropped  rows at the end to leave out, all empty
    static Column assemble(const ColumnPlan &plan, ColumnRoom room, std::span<ColumnPiece> pieces,
                           std::span<const PieceSpan> spans, Index dropped);
};

} // namespace gatescope
