// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/recognition/style_guess.h"

#include <algorithm>
#include <array>

namespace gatescope {

namespace {

/// Sums of what the numeric columns hold.
struct Totals {
    std::array<std::int64_t, kCellShapes> shapes{};

    explicit Totals(std::span<const ColumnEvidence> columns)
    {
        for (const ColumnEvidence &column : columns) {
            if (column.numeric() * 2 < column.present())
                continue;
            for (std::size_t i = 0; i < kCellShapes; ++i)
                shapes[i] += column.count(static_cast<CellShape>(i));
        }
    }
    std::int64_t operator[](CellShape shape) const { return shapes[static_cast<std::size_t>(shape)]; }
};

char guessDecimal(const Totals &totals, char delimiter, CsvRecognition &recognition)
{
    const std::int64_t comma =
        totals[CellShape::CommaDecimal] + totals[CellShape::PointGroups] + totals[CellShape::SpaceComma];
    const std::int64_t point =
        totals[CellShape::PointDecimal] + totals[CellShape::CommaGroups] + totals[CellShape::SpacePoint];
    if (delimiter == ',')
        return '.';
    if (comma > 0 && point > 0)
        recognition.warnings.push_back(
            std::to_string(comma) + " numbers have a decimal comma and " + std::to_string(point)
            + " a decimal point; the more frequent one was taken, choose the other one if that is wrong");
    if (comma > 0 || point > 0)
        return comma > point ? ',' : '.';
    if (totals[CellShape::CommaThree] > 0) {
        recognition.warnings.emplace_back(
            "Numbers such as 1,234 are read with a decimal comma, as 1.234; choose the decimal "
            "point and the thousands comma if they mean 1234");
        return ',';
    }
    if (totals[CellShape::PointThree] > 0 && delimiter == ';')
        recognition.warnings.emplace_back(
            "Numbers such as 1.234 are read with a decimal point; choose the decimal comma and "
            "the thousands point if they mean 1234");
    return '.';
}

char guessThousands(const Totals &totals, char decimal)
{
    const std::int64_t groups = decimal == '.' ? totals[CellShape::CommaGroups] + totals[CellShape::CommaThree]
                                               : totals[CellShape::PointGroups] + totals[CellShape::PointThree];
    const std::int64_t spaces =
        totals[CellShape::SpaceGroups] + totals[CellShape::SpaceComma] + totals[CellShape::SpacePoint];
    const std::int64_t apostrophes = totals[CellShape::ApostropheGroups];
    if (groups == 0 && spaces == 0 && apostrophes == 0)
        return 0;
    if (groups >= spaces && groups >= apostrophes)
        return decimal == '.' ? ',' : '.';
    return spaces >= apostrophes ? ' ' : '\'';
}

} // namespace

NumberStyle guessNumberStyle(std::span<const ColumnEvidence> columns, char delimiter, const CsvOptions &options,
                             CsvRecognition &recognition)
{
    const Totals totals(columns);
    NumberStyle style;
    style.decimal = options.decimal                                ? *options.decimal
                    : options.thousands == ','                     ? '.'
                    : options.thousands == '.' && delimiter != ',' ? ','
                                                                   : guessDecimal(totals, delimiter, recognition);
    style.thousands = options.thousands ? *options.thousands : guessThousands(totals, style.decimal);
    if (!options.decimal && style.decimal == ',')
        recognition.notes.emplace_back("Numbers have a decimal comma");
    if (!options.thousands && style.thousands != 0) {
        const std::string sign = style.thousands == ' ' ? "a space" : quoted({style.thousands});
        recognition.notes.emplace_back("Thousands are set apart by " + sign + ": 1" + style.thousands
                                       + "234 is read as 1234");
    }
    return style;
}

} // namespace gatescope
