// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A language made up at run time: accents on the vowels, every text 40 % longer, in brackets. What is on the screen
// without accents is not translatable; what loses its end does not fit.
#include "tests/ui/boxes.h"
#include "tests/ui/cut_texts.h"
#include "tests/ui/words/said_texts.h"
#include "tests/ui/words/words_fixture.h"

#include <QAbstractButton>
#include <QLabel>
#include <QRegularExpression>
#include <QStyle>

#include <cstring>
#include <map>
#include <set>

namespace gatescope {

namespace {

const QString kPlain = QStringLiteral("aeiouAEIOU");
const QString kAccented = QStringLiteral("áéíóúÁÉÍÓÚ");

/// Lengthens only what the list of words holds, so that a text that lupdate does not find stays plain.
class PseudoWords : public GermanWords {
public:
    explicit PseudoWords(double longer) : m_longer(longer) {}

    QString translate(const char *context, const char *source, const char *, int) const override
    {
        if ((isOurs(context) || std::strcmp(context, "core") == 0) && !holds(context, source))
            return {}; // Qt's own words have lists of their own
        QString text = QString::fromUtf8(source);
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i] == QLatin1Char('%'))
                ++i; // a place for a number
            else if (const qsizetype at = kPlain.indexOf(text[i]); at >= 0)
                text[i] = kAccented[at];
        }
        const auto more = static_cast<qsizetype>(m_longer * static_cast<double>(text.size()));
        QString rest;
        while (rest.size() < more)
            rest += rest.size() % 6 == 5 ? QLatin1Char(' ') : QLatin1Char('~');
        // Blanks at the ends join texts: they stay there.
        const qsizetype last = text.endsWith(QLatin1Char(' ')) ? text.size() - 1 : text.size();
        return QStringLiteral("[") + text.left(last) + rest + QStringLiteral("]") + text.mid(last);
    }

private:
    double m_longer;
};

/// A word of three letters or more with a plain vowel, as the source has it.
bool saysPlainWords(const QString &text)
{
    static const QRegularExpression file(
        QStringLiteral("/\\S+/\\S+|nn\\.GRU|^comma-separated, .*|NOAA[^\\]]*|Ambrose[^\\]]*"));
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{3,}"));
    static const QRegularExpression vowel(QStringLiteral("[aeiouAEIOU]"));
    // What is the same in every language; how a file was read is told in English, as all notes on files are.
    static const std::set<QString> same{
        // the data's own names
        QStringLiteral("wave"), QStringLiteral("time"), QStringLiteral("temp"), QStringLiteral("precipitation"),
        QStringLiteral("wind"), QStringLiteral("date"),
        // the program's, and those of formats and functions
        QStringLiteral("GateScope"), QStringLiteral("PyTorch"), QStringLiteral("Keras"), QStringLiteral("ONNX"),
        QStringLiteral("English"), QStringLiteral("UTF"), QStringLiteral("Latin"), QStringLiteral("Deutsch"),
        QStringLiteral("gru"), QStringLiteral("tanh"), QStringLiteral("weight"), QStringLiteral("bias"),
        QStringLiteral("linear"), QStringLiteral("loss"), QStringLiteral("auto"), QStringLiteral("mean"),
        QStringLiteral("min"), QStringLiteral("limit"), QStringLiteral("max"),
        // names of keys, which Qt writes
        QStringLiteral("Ctrl"), QStringLiteral("Shift"), QStringLiteral("Space"), QStringLiteral("Home"),
        QStringLiteral("End"), QStringLiteral("Return"), QStringLiteral("PgUp"), QStringLiteral("Esc"),
        QStringLiteral("Del"), QStringLiteral("Backspace")};
    for (auto words = word.globalMatch(QString(text).remove(file)); words.hasNext();) {
        const QString one = words.next().captured();
        if (one.contains(vowel) && !same.contains(one))
            return true;
    }
    return false;
}

/// Too long by less than a fifth where every text is 40 % longer, and whole in German: ticks of the form in Data, which
/// cannot wrap, and two buttons whose room is shared with a name and with a choice.
bool mayBeNarrow(const QString &text)
{
    return text.contains(QStringLiteral("áll róws")) || text.contains(QStringLiteral("gáps ín tímé"))
           || text.contains(QStringLiteral("béfóré thé splít")) || text.contains(QStringLiteral("róws by tímé"))
           || text.contains(QStringLiteral("ónly dífféréncés")) || text.contains(QStringLiteral("[Ópén “["));
}

/// Labels that do not wrap, buttons and ticks that are narrower than their words.
void addTooNarrow(const std::string &place, const QWidget &shown, std::map<std::string, std::string> &cut)
{
    for (const QLabel *label : shown.findChildren<QLabel *>()) {
        if (label->isVisible() && !label->wordWrap() && !label->text().isEmpty()
            && label->width() + 1 < label->minimumSizeHint().width())
            cut.emplace(label->text().toStdString(), place + " (label)");
    }
    for (const QAbstractButton *button : shown.findChildren<QAbstractButton *>()) {
        if (button->isVisible() && !button->text().isEmpty() && !mayBeNarrow(button->text())
            && button->width() + 1 < button->minimumSizeHint().width())
            cut.emplace(button->text().toStdString(), place + " (button)");
    }
}

} // namespace

class Pseudo : public WordsTest {};

TEST_F(Pseudo, EveryTextOnTheScreenCanBeTranslated)
{
    language.choose(QStringLiteral("de")); // core's sentences are looked for in what is not English
    PseudoWords words(0.0);
    QCoreApplication::installTranslator(&words);
    std::map<std::string, std::string> plain;
    int texts = 0;
    walk({1440, 900}, [&](const std::string &place, QWidget &shown) {
        if (place.starts_with("learn") || place == "gatescope::ClassDialog")
            return; // lessons have files of their own in each language
        for (const QString &text : textsWith(shown)) {
            ++texts;
            if (saysPlainWords(text))
                plain.emplace(text.toStdString(), place);
        }
    });
    QCoreApplication::removeTranslator(&words);
    EXPECT_GT(texts, 4000);
    std::string told;
    for (const auto &[text, place] : plain)
        told += place + ": " + text + "\n";
    EXPECT_TRUE(plain.empty()) << told;
}

TEST_F(Pseudo, BoxesFitTextsFortyPercentLonger)
{
    show({1440, 900});
    openSmallSeries();
    trainThreeEpochs();
    document->keepRun();
    language.choose(QStringLiteral("de"));
    PseudoWords words(0.4);
    QCoreApplication::installTranslator(&words);
    std::map<std::string, std::string> cut;
    CutTexts cuts;
    for (const double text : {0.9, 1.0, 1.1, 1.3, 1.5}) {
        theme.setTextScale(text);
        QTest::qWait(20);
        const std::string at = std::to_string(qRound(text * 100)) + " %, ";
        const QStringList seen = forEachBox(*window, folder, [&](const std::string &name, QDialog &box) {
            QTest::qWait(20);
            EXPECT_LE(box.width(), 1024 * text) << at << name;
            EXPECT_LE(box.height(), 768 * text) << at << name;
            bool isLonger = false;
            for (const QString &said : textsOn(box))
                isLonger = isLonger || said.contains(QLatin1Char('~'));
            EXPECT_TRUE(isLonger) << at << name;
            cuts.look(box, [&](const std::string &what) { cut.emplace(what, at + name); });
        });
        EXPECT_EQ(seen, boxNames()) << at;
    }
    QCoreApplication::removeTranslator(&words);
    std::string told;
    for (const auto &[what, place] : cut)
        told += place + ": " + what + "\n";
    EXPECT_EQ(told, "");
    EXPECT_GT(cuts.texts(), 0);
}

TEST_F(Pseudo, FieldsAndButtonsFitTextsFortyPercentLonger)
{
    // Captions and explanations give way, with the whole text in their tooltip; what names or presses a thing does not,
    // and no number is cut that is whole in English.
    const auto cutNumbers = [this](double longer, std::map<std::string, std::string> *cut) {
        std::set<std::string> numbers;
        PseudoWords words(longer);
        if (cut)
            QCoreApplication::installTranslator(&words);
        walk({1024, 768}, [&](const std::string &place, QWidget &shown) {
            static const QRegularExpression number(QStringLiteral("^[−-]?[0-9][0-9.,e−]*…$"));
            for (const QString &text : textsOn(shown)) {
                if (number.match(text).hasMatch())
                    numbers.insert(place + ": " + text.toStdString());
            }
            std::map<std::string, std::string> narrow;
            if (cut)
                addTooNarrow(place, shown, narrow);
            if (!narrow.empty()) { // a bar that has just changed may still be at it
                narrow.clear();
                QTest::qWait(500);
                addTooNarrow(place, shown, narrow);
                cut->merge(narrow);
            }
        });
        QCoreApplication::removeTranslator(&words);
        return numbers;
    };
    const std::set<std::string> english = cutNumbers(0.0, nullptr);
    language.choose(QStringLiteral("de"));
    std::map<std::string, std::string> cut;
    for (const std::string &number : cutNumbers(0.4, &cut)) {
        if (!english.contains(number))
            cut.emplace(number, "number");
    }
    std::string told;
    for (const auto &[text, place] : cut)
        told += place + ": " + text + "\n";
    EXPECT_TRUE(cut.empty()) << told;
}

} // namespace gatescope
