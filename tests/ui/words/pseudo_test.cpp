// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A language made up at run time: accents on the vowels, every text 40 % longer, in brackets. What is on the screen
// without accents is not translatable; what loses its end does not fit.
#include "tests/ui/words/drawn_text.h"
#include "tests/ui/words/words_fixture.h"

#include <QAbstractButton>
#include <QLabel>
#include <QRegularExpression>
#include <QStyle>

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
        if (!holds(context, source))
            return {};
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
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{3,}"));
    static const QRegularExpression vowel(QStringLiteral("[aeiouAEIOU]"));
    // What is the same in every language:
    static const std::set<QString> same{
        // the data's own names
        QStringLiteral("wave"), QStringLiteral("time"), QStringLiteral("csv"), QStringLiteral("test"),
        // the program's, and those of formats and functions
        QStringLiteral("GateScope"), QStringLiteral("PyTorch"), QStringLiteral("Keras"), QStringLiteral("ONNX"),
        QStringLiteral("English"), QStringLiteral("Deutsch"), QStringLiteral("gru"), QStringLiteral("tanh"),
        QStringLiteral("weight"), QStringLiteral("bias"), QStringLiteral("linear"), QStringLiteral("loss"),
        QStringLiteral("mean"), QStringLiteral("min"), QStringLiteral("limit"), QStringLiteral("max"),
        // names of keys, which Qt writes
        QStringLiteral("Ctrl"), QStringLiteral("Shift"), QStringLiteral("Space"), QStringLiteral("Home"),
        QStringLiteral("End"), QStringLiteral("Return"), QStringLiteral("PgUp"), QStringLiteral("Esc"),
        QStringLiteral("Del"), QStringLiteral("Backspace")};
    for (auto words = word.globalMatch(text); words.hasNext();) {
        const QString one = words.next().captured();
        if (one.contains(vowel) && !same.contains(one))
            return true;
    }
    return false;
}

} // namespace

class Pseudo : public WordsTest {};

TEST_F(Pseudo, EveryTextOnTheScreenCanBeTranslated)
{
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

TEST_F(Pseudo, TextsFortyPercentLongerFit)
{
    PseudoWords words(0.4);
    QCoreApplication::installTranslator(&words);
    std::map<std::string, std::string> cut;
    walk({1024, 768}, [&](const std::string &place, QWidget &shown) {
        for (const QString &text : textsOn(shown)) {
            if (text.endsWith(QChar(0x2026))) // all words end with a bracket
                cut.emplace(text.toStdString(), place);
        }
        for (const QLabel *label : shown.findChildren<QLabel *>()) {
            if (label->isVisible() && !label->wordWrap() && !label->text().isEmpty() && label->pixmap().isNull()
                && label->width() + 1 < label->minimumSizeHint().width())
                cut.emplace(label->text().toStdString(), place + " (label)");
        }
    });
    QCoreApplication::removeTranslator(&words);
    std::string told;
    for (const auto &[text, place] : cut)
        told += place + ": " + text + "\n";
    EXPECT_TRUE(cut.empty()) << told;
}

} // namespace gatescope
