// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/columns/reading_form.h"

#include "core/data/options/option_table.h"
#include "ui/document/document.h"
#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace gatescope {

namespace {

/// Every choice is kept as text; automatic is the first item, without any.
const QVariant kAutomatic;

QString characterName(char character)
{
    switch (character) {
    case 0:
        return ReadingForm::tr("none");
    case '.':
        return ReadingForm::tr("point  .");
    case ',':
        return ReadingForm::tr("comma  ,");
    case ';':
        return ReadingForm::tr("semicolon  ;");
    case '\t':
        return ReadingForm::tr("tab");
    case '|':
        return ReadingForm::tr("pipe  |");
    case ' ':
        return ReadingForm::tr("space");
    case kWhitespaceDelimiter:
        return ReadingForm::tr("runs of blanks");
    case '\'':
        return ReadingForm::tr("apostrophe  '");
    case '"':
        return ReadingForm::tr("double quote  \"");
    default:
        return QString(QLatin1Char(character));
    }
}

QString yesNo(bool yes)
{
    return yes ? ReadingForm::tr("yes") : ReadingForm::tr("no");
}

QString encodingTitle(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
        return QStringLiteral("UTF-8");
    case TextEncoding::Utf16LittleEndian:
        return ReadingForm::tr("UTF-16, little-endian");
    case TextEncoding::Utf16BigEndian:
        return ReadingForm::tr("UTF-16, big-endian");
    case TextEncoding::Latin1:
        return QStringLiteral("Latin-1");
    }
    return {};
}

QString timeFormatTitle(const TimeFormat &format)
{
    const CsvOption &option = *findOption(csvOptionTable(), "time-format");
    const std::string name = timeFormatName(format);
    for (const OptionChoice &choice : option.choices) {
        if (choice.id == name)
            return coreWords(choice.title);
    }
    return QString::fromStdString(name);
}

void addCharacters(QComboBox &box, std::initializer_list<char> characters)
{
    for (const char character : characters)
        box.addItem(characterName(character), static_cast<int>(character));
}

template <typename Enum>
void addValues(QComboBox &box, std::initializer_list<Enum> values, QString (*title)(Enum))
{
    for (const Enum value : values)
        box.addItem(title(value), static_cast<int>(value));
}

void setAutomatic(QComboBox &box, const QString &found)
{
    box.setItemText(0, ReadingForm::tr("%1 (auto)").arg(found));
}

/// Selects the item of a value, added when the list has none; without a value, automatic.
template <typename Value>
void select(QComboBox &box, const std::optional<Value> &value, const QString &title)
{
    const QSignalBlocker quiet(box);
    if (!value) {
        box.setCurrentIndex(0);
        return;
    }
    const QVariant data = static_cast<int>(*value);
    if (box.findData(data) < 0)
        box.addItem(title, data);
    box.setCurrentIndex(box.findData(data));
}

template <typename Value>
std::optional<Value> chosen(const QComboBox &box)
{
    const QVariant data = box.currentData();
    return box.currentIndex() <= 0 ? std::nullopt : std::optional<Value>(static_cast<Value>(data.toInt()));
}

} // namespace

ReadingForm::ReadingForm(Document &document, QWidget *parent) : FieldList(parent), m_document(document)
{
    setAccessibleName(tr("How the file was read"));
    buildText();
    buildMissing();
    buildLayout();
    buildTime();
    m_automatic = new QPushButton(tr("All automatic again"), this);
    m_automatic->setToolTip(tr("Forgets every choice made here and reads the file as it was recognised."));
    connect(m_automatic, &QPushButton::clicked, this, [this] { m_document.opening().reread(CsvOptions{}); });
    addWide(m_automatic);
    addStretch();
    connect(&document, &Document::tableChanged, this, &ReadingForm::showDocument);
    connect(&document.opening(), &Opening::progress, this, [this] { setEnabled(false); });
    connect(&document.opening(), &Opening::ended, this, &ReadingForm::showDocument);
    showDocument();
}

QComboBox *ReadingForm::addChoice(const QString &id, const QString &title, const QString &tip)
{
    auto *box = new QComboBox(this);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->addItem(tr("automatic"), kAutomatic);
    connect(box, &QComboBox::activated, this, &ReadingForm::readAgain);
    addField(id, title, box, tip);
    return box;
}

void ReadingForm::buildText()
{
    m_delimiter =
        addChoice(QStringLiteral("delimiter"), tr("Delimiter"), tr("The character between two cells of a row."));
    addCharacters(*m_delimiter, {',', ';', '\t', '|', kWhitespaceDelimiter, ' '});
    m_decimal = addChoice(QStringLiteral("decimal sign"), tr("Decimal sign"),
                          tr("The sign before the fraction of a number: 1.5 or 1,5."));
    addCharacters(*m_decimal, {'.', ','});
    m_thousands = addChoice(QStringLiteral("thousands sign"), tr("Thousands sign"),
                            tr("The sign between groups of three digits: 1,000 or 1.000."));
    addCharacters(*m_thousands, {0, ',', '.', ' ', '\''});
    m_quote = addChoice(QStringLiteral("quote"), tr("Quote"),
                        tr("The character around cells that hold a delimiter or a line end."));
    addCharacters(*m_quote, {'"', '\'', 0});
    m_encoding = addChoice(QStringLiteral("encoding"), tr("Encoding"), tr("How the file's bytes become letters."));
    addValues(*m_encoding,
              {TextEncoding::Utf8, TextEncoding::Latin1, TextEncoding::Utf16LittleEndian, TextEncoding::Utf16BigEndian},
              &encodingTitle);
}

/// What was typed is taken when the field is left or Enter pressed.
void ReadingForm::buildMissing()
{
    m_missing = new QLineEdit(this);
    m_missing->setPlaceholderText(tr("the usual words only"));
    connect(m_missing, &QLineEdit::editingFinished, this, &ReadingForm::readAgain);
    const CsvOption &option = *findOption(csvOptionTable(), "na");
    addField(QStringLiteral("na"), tr("Missing marks"), m_missing,
             tr("%1 Several are set apart by commas: -9999, n/a.").arg(coreWords(option.summary)));
}

void ReadingForm::buildLayout()
{
    m_header =
        addChoice(QStringLiteral("header"), tr("Header row"), tr("Whether the first row holds the columns' names."));
    m_unitsRow =
        addChoice(QStringLiteral("units row"), tr("Units row"), tr("Whether the row under the names holds units."));
    for (QComboBox *box : {m_header, m_unitsRow}) {
        box->addItem(yesNo(true), 1);
        box->addItem(yesNo(false), 0);
    }
    m_skipRows = addChoice(QStringLiteral("rows to skip"), tr("Skipped lines"),
                           tr("Lines to leave out at the start of the file."));
    for (int lines = 0; lines <= 20; ++lines)
        m_skipRows->addItem(QString::number(lines), lines);
    m_comment =
        addChoice(QStringLiteral("comment"), tr("Comment lines"), tr("Lines that begin with this are left out."));
    m_comment->addItem(tr("none"), QString());
    for (const char *prefix : {"#", "//", ";", "%"})
        m_comment->addItem(tr("begin with %1").arg(QLatin1String(prefix)), QString::fromLatin1(prefix));
}

void ReadingForm::buildTime()
{
    m_timeColumn = addChoice(QStringLiteral("time"), tr("Read as time"),
                             tr("The column whose cells are dates and times, or several that make one time."));
    m_timeFormat = addChoice(QStringLiteral("time-format"), tr("Time format"),
                             tr("How dates are written in that column: one of the list, or a pattern such as "
                                "%d.%m.%y %H:%M, whose letters are strptime's."));
    m_timeFormat->setEditable(true);
    m_timeFormat->setInsertPolicy(QComboBox::NoInsert);
    connect(m_timeFormat->lineEdit(), &QLineEdit::returnPressed, this, &ReadingForm::readAgain);
    for (const OptionChoice &choice : findOption(csvOptionTable(), "time-format")->choices)
        m_timeFormat->addItem(coreWords(choice.title), QString::fromUtf8(choice.id.data()));
}

void ReadingForm::showDocument()
{
    const DataSource *source = m_document.source();
    const bool readable = source && !source->file.isEmpty();
    setEnabled(readable && !m_document.opening().isBusy());
    const CsvRecognition &found = m_document.recognition();
    setAutomatic(*m_delimiter, characterName(found.delimiter));
    setAutomatic(*m_decimal, characterName(found.numbers.decimal));
    setAutomatic(*m_thousands, characterName(found.numbers.thousands));
    setAutomatic(*m_quote, characterName(found.quote));
    setAutomatic(*m_encoding, encodingTitle(found.encoding));
    setAutomatic(*m_header, yesNo(found.header));
    setAutomatic(*m_unitsRow, yesNo(found.unitsRow));
    setAutomatic(*m_skipRows, QString::number(found.skippedLines));
    setAutomatic(*m_comment, found.comment.empty() ? tr("none") : tr("begin with %1").arg(plainText(found.comment, 8)));
    setAutomatic(*m_timeColumn, found.timeColumn.empty() ? tr("none") : plainText(found.timeColumn));
    setAutomatic(*m_timeFormat, found.timeColumn.empty() ? tr("none") : timeFormatTitle(found.timeFormat));
    const QSignalBlocker quiet(m_timeColumn);
    while (m_timeColumn->count() > 1)
        m_timeColumn->removeItem(1);
    if (!found.proposedTime.empty())
        m_timeColumn->addItem(plainText(found.proposedTime), QString::fromStdString(found.proposedTime));
    for (const Column &column : m_document.table().columns())
        m_timeColumn->addItem(plainText(column.name()), QString::fromStdString(column.name()));
    showChosen();
}

void ReadingForm::showChosen()
{
    const CsvOptions options = m_document.source() ? m_document.source()->csvOptions : CsvOptions{};
    const auto character = [](const std::optional<char> &value) { return characterName(value.value_or(0)); };
    select(*m_delimiter, options.delimiter, character(options.delimiter));
    select(*m_decimal, options.decimal, character(options.decimal));
    select(*m_thousands, options.thousands, character(options.thousands));
    select(*m_quote, options.quote, character(options.quote));
    select(*m_encoding, options.encoding, {});
    select(*m_header, options.header, {});
    select(*m_unitsRow, options.unitsRow, {});
    select(*m_skipRows, options.skipRows, QString::number(options.skipRows.value_or(0)));
    QStringList marks;
    for (const std::string &mark : options.na)
        marks << QString::fromStdString(mark);
    if (!m_missing->hasFocus() || !m_missing->isModified())
        m_missing->setText(marks.join(QStringLiteral(", ")));
    for (const auto &[box, value] :
         {std::pair{m_comment, options.comment}, std::pair{m_timeColumn, options.timeColumn},
          std::pair{m_timeFormat,
                    options.timeFormat ? std::optional(timeFormatName(*options.timeFormat)) : std::nullopt}}) {
        const QString text = value ? QString::fromStdString(*value) : QString();
        if (value && box->findData(text) < 0)
            box->addItem(text, text);
        box->setCurrentIndex(value ? box->findData(text) : 0);
    }
    m_automatic->setEnabled(options != CsvOptions{});
}

CsvOptions ReadingForm::options() const
{
    CsvOptions options;
    if (m_document.source())
        options = m_document.source()->csvOptions; // types are chosen in the table of columns
    options.comment.reset();
    options.timeColumn.reset();
    options.timeFormat.reset();
    options.delimiter = chosen<char>(*m_delimiter);
    options.decimal = chosen<char>(*m_decimal);
    options.thousands = chosen<char>(*m_thousands);
    options.quote = chosen<char>(*m_quote);
    options.encoding = chosen<TextEncoding>(*m_encoding);
    options.header = chosen<bool>(*m_header);
    options.unitsRow = chosen<bool>(*m_unitsRow);
    options.skipRows = chosen<Index>(*m_skipRows);
    const QString format = m_timeFormat->currentText().trimmed();
    if (const int listed = m_timeFormat->findText(format); listed > 0)
        options.timeFormat = timeFormatFromName(m_timeFormat->itemData(listed).toString().toStdString());
    else if (listed < 0 && !format.isEmpty())
        options.timeFormat = timeFormatFromName(format.toStdString());
    setOptionText(*findOption(csvOptionTable(), "na"), options, m_missing->text().toStdString());
    if (m_comment->currentIndex() > 0)
        options.comment = m_comment->currentData().toString().toStdString();
    if (m_timeColumn->currentIndex() > 0)
        options.timeColumn = m_timeColumn->currentData().toString().toStdString();
    return options;
}

void ReadingForm::readAgain()
{
    clearProblems();
    CsvOptions wanted;
    std::vector<Problem> problems;
    try {
        wanted = options();
        problems = wanted.validate();
    } catch (const OptionError &error) {
        problems = error.problems();
    }
    for (const Problem &problem : problems)
        setProblem(QString::fromStdString(problem.field),
                   QString::fromStdString(problem.constraint + "; " + problem.hint));
    if (problems.empty() && m_document.source() && wanted != m_document.source()->csvOptions)
        m_document.opening().reread(wanted);
}

} // namespace gatescope
