// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/recognition/style_guess.h"

#include "core/printable.h"

#include <array>

namespace gatescope {

namespace {

/// What is certain and what is doubtful about the signs in numbers: of one column, or of all that are mostly numeric.
struct Signs {
    std::array<std::int64_t, kCellShapes> shapes{};

    void add(const ColumnEvidence &column)
    {
        for (std::size_t i = 0; i < kCellShapes; ++i)
            shapes[i] += column.count(static_cast<CellShape>(i));
    }
    std::int64_t operator[](CellShape shape) const { return shapes[static_cast<std::size_t>(shape)]; }
    /// Numbers that have a decimal comma for certain, and those that have a decimal point.
    std::int64_t comma() const
    {
        return (*this)[CellShape::CommaDecimal] + (*this)[CellShape::PointGroups] + (*this)[CellShape::SpaceComma];
    }
    std::int64_t point() const
    {
        return (*this)[CellShape::PointDecimal] + (*this)[CellShape::CommaGroups] + (*this)[CellShape::SpacePoint];
    }
};

bool isNumeric(const ColumnEvidence &column)
{
    return column.numeric() > 0 && column.numeric() * 2 >= column.present();
}

Signs signsOf(const ColumnEvidence &column)
{
    Signs signs;
    signs.add(column);
    return signs;
}

char guessThousands(const Signs &signs, char decimal)
{
    const std::int64_t groups = decimal == '.' ? signs[CellShape::CommaGroups] + signs[CellShape::CommaThree]
                                               : signs[CellShape::PointGroups] + signs[CellShape::PointThree];
    const std::int64_t spaces =
        signs[CellShape::SpaceGroups] + signs[CellShape::SpaceComma] + signs[CellShape::SpacePoint];
    const std::int64_t apostrophes = signs[CellShape::ApostropheGroups];
    if (groups == 0 && spaces == 0 && apostrophes == 0)
        return 0;
    if (groups >= spaces && groups >= apostrophes)
        return decimal == '.' ? ',' : '.';
    return spaces >= apostrophes ? ' ' : '\'';
}

/// "column "a"", "columns "a", "b" and 3 more"
std::string listed(const std::vector<std::string> &names)
{
    std::vector<std::string> inQuotes;
    inQuotes.reserve(names.size());
    for (const std::string &name : names)
        inQuotes.push_back(quoted(name));
    return (names.size() == 1 ? "column " : "columns ") + firstOf(inQuotes);
}

/// Chooses the signs of the whole file, then those of each column that shows others.
class StyleGuess {
public:
    StyleGuess(std::span<const ColumnEvidence> columns, std::vector<ColumnPlan> &plans, char delimiter,
               const CsvOptions &options, CsvRecognition &recognition)
        : m_columns(columns), m_plans(plans), m_delimiter(delimiter), m_options(options), m_recognition(recognition)
    {
        for (const ColumnEvidence &column : columns) {
            if (isNumeric(column))
                m_all.add(column);
        }
    }

    NumberStyle run()
    {
        NumberStyle style;
        style.decimal = m_options.decimal                                  ? *m_options.decimal
                        : m_options.thousands == ','                       ? '.'
                        : m_options.thousands == '.' && m_delimiter != ',' ? ','
                                                                           : guessDecimal();
        style.thousands = m_options.thousands ? *m_options.thousands : guessThousands(m_all, style.decimal);
        tellFile(style);
        for (std::size_t i = 0; i < m_plans.size(); ++i)
            m_plans[i].numbers = columnStyle(i, style);
        tellColumns(style);
        return style;
    }

private:
    char guessDecimal()
    {
        if (m_delimiter == ',')
            return '.';
        if (m_all.comma() > 0 || m_all.point() > 0) {
            const char decimal = m_all.comma() > m_all.point() ? ',' : '.';
            if (m_options.usual && m_options.usual->numbers.decimal != decimal)
                m_recognition.warnings.emplace_back(
                    decimal == ','
                        ? "Numbers have a decimal comma, where those of the model's file have a decimal point; "
                          "choose the decimal sign if that is wrong"
                        : "Numbers have a decimal point, where those of the model's file have a decimal comma; "
                          "choose the decimal sign if that is wrong");
            return decimal;
        }
        if (m_options.usual)
            return m_options.usual->numbers.decimal;
        if (m_all[CellShape::CommaThree] > 0) {
            m_recognition.warnings.emplace_back("Numbers such as 1,234 in " + with(CellShape::CommaThree)
                                                + " are read with a decimal comma, as 1.234; choose the decimal point "
                                                  "and the thousands comma if they mean 1234");
            return ',';
        }
        if (m_all[CellShape::PointThree] > 0 && m_delimiter == ';')
            m_recognition.warnings.emplace_back("Numbers such as 1.234 in " + with(CellShape::PointThree)
                                                + " are read with a decimal point; choose the decimal comma and the "
                                                  "thousands point if they mean 1234");
        return '.';
    }

    /// The numeric columns that hold such cells, in words.
    std::string with(CellShape shape) const
    {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < m_plans.size(); ++i) {
            if (isNumeric(m_columns[i]) && m_columns[i].count(shape) > 0)
                names.push_back(m_plans[i].name);
        }
        return listed(names);
    }

    NumberStyle columnStyle(std::size_t i, NumberStyle file)
    {
        const Signs signs = signsOf(m_columns[i]);
        if (const auto given = m_options.columnDecimals.find(m_plans[i].name);
            given != m_options.columnDecimals.end()) {
            m_recognition.columnDecimals.emplace(*given);
            return withDecimal(signs, given->second);
        }
        if (const char usual = usualDecimal(m_plans[i].name, file.decimal);
            usual != file.decimal && signs.comma() == 0 && signs.point() == 0 && !m_options.decimal) {
            m_recognition.columnDecimals.emplace(m_plans[i].name, usual);
            return withDecimal(signs, usual);
        }
        if (m_options.decimal || !isNumeric(m_columns[i]) || (signs.comma() == 0 && signs.point() == 0)) {
            const CellShape doubtful = file.decimal == '.' ? CellShape::CommaThree : CellShape::PointThree;
            if (!m_options.thousands && !m_options.decimal && isNumeric(m_columns[i]) && m_delimiter != ','
                && signs[doubtful] > 0 && m_all.comma() + m_all.point() > 0)
                m_doubtful.push_back(m_plans[i].name);
            return file;
        }
        if (signs.comma() > 0 && signs.point() > 0)
            m_mixed.push_back(m_plans[i].name);
        const char decimal = signs.comma() > signs.point() ? ',' : '.';
        if (decimal == file.decimal)
            return file;
        m_others.push_back(m_plans[i].name);
        m_recognition.columnDecimals.emplace(m_plans[i].name, decimal);
        return withDecimal(signs, decimal);
    }

    /// The decimal sign that a column had in the model's file; the file's own where there is no model.
    char usualDecimal(const std::string &name, char file) const
    {
        if (!m_options.usual)
            return file;
        const auto found = m_options.usual->columnDecimals.find(name);
        return found != m_options.usual->columnDecimals.end() ? found->second
               : m_delimiter == ','                           ? file
                                                              : m_options.usual->numbers.decimal;
    }

    NumberStyle withDecimal(const Signs &signs, char decimal) const
    {
        const bool given = m_options.thousands && *m_options.thousands != decimal;
        return {decimal, given ? *m_options.thousands : guessThousands(signs, decimal)};
    }

    void tellFile(NumberStyle style)
    {
        if (!m_options.decimal && style.decimal == ',')
            m_recognition.notes.emplace_back("Numbers have a decimal comma");
        if (m_options.thousands || style.thousands == 0)
            return;
        const std::string sign = style.thousands == ' ' ? "a space" : quoted({style.thousands});
        m_recognition.notes.emplace_back("Thousands are set apart by " + sign + ": 1" + style.thousands
                                         + "234 is read as 1234");
    }

    void tellColumns(NumberStyle style)
    {
        const bool comma = style.decimal == ',';
        const std::string here = comma ? "point" : "comma", elsewhere = comma ? "comma" : "point";
        if (!m_others.empty())
            m_recognition.warnings.push_back("Numbers in " + listed(m_others) + " are read with a decimal " + here
                                             + ", the others with a decimal " + elsewhere
                                             + "; choose the decimal sign if that is wrong");
        if (!m_mixed.empty())
            m_recognition.warnings.push_back("Some numbers in " + listed(m_mixed)
                                             + " have a decimal comma and some a decimal point; the more frequent one "
                                               "was taken, choose the other one if that is wrong");
        m_recognition.doubtfulDecimals = m_doubtful;
        if (!m_doubtful.empty())
            m_recognition.warnings.push_back("Numbers in " + listed(m_doubtful) + " may have a decimal " + here
                                             + " or groups of thousands; they are read with groups, as "
                                             + (comma ? "1.234" : "1,234")
                                             + " for 1234, because other columns have a decimal " + elsewhere
                                             + "; choose the decimal sign if that is wrong");
    }

    std::span<const ColumnEvidence> m_columns;
    std::vector<ColumnPlan> &m_plans;
    char m_delimiter;
    const CsvOptions &m_options;
    CsvRecognition &m_recognition;
    Signs m_all;
    std::vector<std::string> m_others;   ///< columns that have another decimal sign than the file
    std::vector<std::string> m_mixed;    ///< columns that have both
    std::vector<std::string> m_doubtful; ///< columns whose signs may mean either
};

} // namespace

NumberStyle guessNumberStyle(std::span<const ColumnEvidence> columns, std::vector<ColumnPlan> &plans, char delimiter,
                             const CsvOptions &options, CsvRecognition &recognition)
{
    return StyleGuess(columns, plans, delimiter, options, recognition).run();
}

} // namespace gatescope
