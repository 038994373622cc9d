// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/text/number_text.h"
#include "core/data/text/time_text.h"
#include "core/error.h"
#include "core/math/tensor.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

enum class TextEncoding { Utf8, Utf16LittleEndian, Utf16BigEndian, Latin1 };
enum class LineEnding { Lf, CrLf, Cr, Mixed };

/// What a column is read as, whatever its cells look like. An ignored one is left out of the table;
/// a one-hot one is text whose words become features.
enum class ColumnType { Number, Text, Time, Ignore, OneHot };

std::string_view encodingName(TextEncoding encoding); ///< utf-8, utf-16le, utf-16be, latin-1
std::string_view lineEndingName(LineEnding ending);   ///< LF, CRLF, CR, mixed
std::string timeFormatName(const TimeFormat &format); ///< iso, month-first, day-first, year-first, unix, unix-ms,
                                                      ///< unix-us, unix-ns, or the pattern
std::string_view columnTypeName(ColumnType type);     ///< number, text, time, ignore, onehot
/// @throws OptionError naming the choices
TextEncoding encodingFromName(std::string_view name);
TimeFormat timeFormatFromName(std::string_view name);
ColumnType columnTypeFromName(std::string_view name);
/// As delimiter: any run of blanks and tabs is one border, and those at a line's ends are none.
inline constexpr char kWhitespaceDelimiter = '\v';
/// One character, or comma, semicolon, tab (also \t), pipe, space, whitespace (any run of blanks). @throws OptionError
char delimiterFromName(std::string_view name);
/// "comma", "semicolon", "tab", "pipe", "space", "whitespace" or the character itself.
std::string delimiterName(char delimiter);

/// How earlier files of the same kind were read: taken where a file leaves it open, told where it says otherwise.
struct UsualReading {
    NumberStyle numbers;
    std::map<std::string, char> columnDecimals; ///< decimal sign of columns that had another one than the file
    std::string timeColumn;                     ///< empty for none
    TimeFormat timeFormat;
    bool operator==(const UsualReading &) const = default;
};

/// How to read a CSV. What is left unset is recognised from the whole file.
struct CsvOptions {
    std::optional<char> delimiter;
    std::optional<char> decimal;   ///< '.' or ','
    std::optional<char> thousands; ///< ',' '.' ' ' '\'' or 0 for none
    std::optional<char> quote;     ///< 0 for none
    std::optional<TextEncoding> encoding;
    std::optional<bool> header;         ///< whether the first row holds names
    std::optional<bool> unitsRow;       ///< whether the row under the header holds units
    std::optional<Index> skipRows;      ///< lines to leave out at the start
    std::optional<std::string> comment; ///< lines that begin with this are left out; empty: none are
    /// Name of the column to read as time; or several in a list, which make one time.
    std::optional<std::string> timeColumn;
    std::optional<TimeFormat> timeFormat;
    std::vector<std::string> na;                ///< cells that mean "missing", beside the usual words
    std::map<std::string, char> columnDecimals; ///< decimal sign of columns that have another one than the file
    std::map<std::string, ColumnType> types;    ///< by column name; the others' types are recognised
    std::optional<UsualReading> usual; ///< never kept in a file: it comes from the model that a file is read for

    bool operator==(const CsvOptions &) const = default;
    /// Every problem found; empty when the options can be used.
    std::vector<Problem> validate() const;
};

/// A number that stands again and again, far from the others of its column, and may mean "missing".
struct MissingSuspect {
    std::string column;
    std::string text; ///< as the option takes it, "-9999"
    Index count = 0;
    bool operator==(const MissingSuspect &) const = default;
};

/// What was recognised in a CSV (or told by the options), to be shown, and to be overruled.
struct CsvRecognition {
    char delimiter = ',';
    NumberStyle numbers;
    char quote = '"';
    TextEncoding encoding = TextEncoding::Utf8;
    bool byteOrderMark = false;
    bool header = true;
    bool unitsRow = false;
    LineEnding lineEnding = LineEnding::Lf;
    std::string comment; ///< prefix of the comment lines, empty for none
    Index commentLines = 0;
    Index skippedLines = 0; ///< at the start: asked for, or a title above the table
    Index blankLines = 0;
    /// Line of the header, or of the first row where there is none or it stands in a comment.
    std::int64_t firstLine = 1;
    bool headerInComment = false;     ///< the names come from the last comment line
    std::vector<std::string> columns; ///< names of all columns of the file in order, also of those left out
    std::string timeColumn;           ///< name, empty for none
    TimeFormat timeFormat = TimeFormat::Iso;
    std::vector<std::string> timeParts;         ///< the other columns that make the time, in order
    std::string proposedTime;                   ///< columns that look like parts of one time, as a list; empty for none
    std::map<std::string, char> columnDecimals; ///< decimal sign of columns that have another one than the file
    std::vector<std::string> doubtfulDecimals;  ///< columns whose signs may be decimal ones or set groups apart
    std::vector<std::string> na;                ///< cells that mean "missing", as the options say
    std::vector<MissingSuspect> suspects;       ///< numbers that may mean "missing"
    std::vector<std::string> switches; ///< columns of words that are only TRUE and FALSE, yes and no, on and off
    std::vector<std::string> ignored;  ///< columns left out of the table, as the options say
    std::vector<std::string> notes;    ///< sentences on what was done
    std::vector<std::string> warnings; ///< sentences on what may be wrong, with a way out

    /// One line: "comma-separated, UTF-8, CRLF, header, decimal point".
    std::string summary() const;
};

/// Told the fraction done (0 … 1) now and then on the calling thread; returning false cancels.
using Progress = std::function<bool(double fraction)>;

} // namespace gatescope
