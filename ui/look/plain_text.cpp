// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/plain_text.h"

#include "core/io/files/csv_writer.h"
#include "core/train/settings/option_words.h"
#include "ui/look/core_words.h"

#include <QLocale>
#include <QRegularExpression>

namespace gatescope {

QString fromSentence(std::string_view sentence)
{
    static const QRegularExpression hyphen(QStringLiteral("(?<=[ (])-(?=[0-9])")); // a number's sign, as axes have it
    return coreSentence(inControlWords(sentence)).replace(hyphen, QString(QChar(0x2212)));
}

QString plainText(std::string_view text, qsizetype limit)
{
    // Four bytes a character at most: no need to convert a cell of a megabyte.
    const bool cut = text.size() > static_cast<std::size_t>(limit) * 4;
    QString shown = QString::fromUtf8(text.data(), cut ? limit * 4 : static_cast<qsizetype>(text.size()));
    shown.replace(QLatin1String("\r\n"), QStringLiteral("⏎"));
    for (QChar &character : shown) {
        if (character == QLatin1Char('\n') || character == QLatin1Char('\r'))
            character = QChar(0x23CE);
        else if (character.category() == QChar::Other_Control || character.category() == QChar::Other_Format)
            character = QChar(0x00B7);
    }
    return shown.size() > limit ? shown.left(limit - 1) + QChar(0x2026) : shown;
}

QString withWholePercents(QString sentence)
{
    return sentence.replace(QLatin1String(" %"), QStringLiteral("\u00a0%"));
}

QString countText(std::int64_t number)
{
    return QLocale(QLocale::English).toString(static_cast<qint64>(number));
}

QString characterMark(std::string_view character)
{
    if (character == " ")
        return QStringLiteral("␣");
    if (character == "\t")
        return QStringLiteral("⇥");
    return plainText(character, 8);
}

QString csvName(std::string_view text)
{
    return QString::fromStdString(csvText(text, CsvMode::Spreadsheet));
}

} // namespace gatescope
