// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/core_words.h"

#include "ui/look/language.h"
#include "ui/look/short_number.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <vector>

namespace gatescope {

namespace {

constexpr int kDeepest = 4; ///< forms within forms

QString english(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString translated(const QString &text)
{
    return QCoreApplication::translate("core", text.toUtf8().constData());
}

struct Form {
    const char *source;
    QRegularExpression pattern; ///< of the form at the beginning of a text, up to its end or to the next sentence
    std::vector<int> places;    ///< by capture: which of %1 … %9 it is
};

Form formOf(const char *source)
{
    const QString text = QString::fromUtf8(source);
    Form form{source, {}, {}};
    QString pattern;
    qsizetype done = 0;
    static const QRegularExpression place(QStringLiteral("%([1-9])"));
    for (auto matches = place.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        pattern +=
            QRegularExpression::escape(text.mid(done, match.capturedStart() - done))
            + (match.captured(1) >= QLatin1String("8") ? QStringLiteral("(-?[0-9][0-9.,]*)") : QStringLiteral("(.+?)"));
        form.places.push_back(match.captured(1).toInt());
        done = match.capturedEnd();
    }
    pattern += QRegularExpression::escape(text.mid(done));
    form.pattern.setPattern(QStringLiteral("\\A%1(?=\\z| (?=[A-Z“]))").arg(pattern));
    form.pattern.setPatternOptions(QRegularExpression::DotMatchesEverythingOption
                                   | QRegularExpression::UseUnicodePropertiesOption);
    return form;
}

/// Those with more words of their own first: they say more surely what a sentence is.
const std::vector<Form> &forms()
{
    static const std::vector<Form> all = [] {
        std::vector<Form> made;
        for (const char *source : sentenceForms())
            made.push_back(formOf(source));
        std::ranges::stable_sort(made, std::greater(), [](const Form &form) {
            return QString::fromUtf8(form.source).size() - 6 * static_cast<qsizetype>(form.places.size());
        });
        return made;
    }();
    return all;
}

std::optional<QString> inWords(const QString &text, int depth);

QString mark(std::size_t place)
{
    return QStringLiteral("\x01%1\x01").arg(place);
}

/// The form with what was captured, each as far as it has a translation itself.
QString filled(const Form &form, const QRegularExpressionMatch &match, int depth)
{
    QString said = translated(QString::fromUtf8(form.source));
    // Marks that no text holds come first: what was captured may hold a %1 itself.
    for (std::size_t i = 0; i < form.places.size(); ++i)
        said.replace(QStringLiteral("%") + QString::number(form.places[i]), mark(i));
    for (std::size_t i = 0; i < form.places.size(); ++i) {
        const QString part = match.captured(static_cast<int>(i) + 1);
        said.replace(mark(i), inWords(part, depth + 1).value_or(part));
    }
    return said;
}

/// Nothing where some of it has no translation.
std::optional<QString> inWords(const QString &text, int depth)
{
    if (const QString whole = translated(text); whole != text)
        return whole;
    if (depth > kDeepest)
        return std::nullopt;
    if (const qsizetype colon = text.indexOf(QLatin1String(": ")); depth > 0 && colon > 0) { // "Predict: its change"
        if (const std::optional<QString> title = inWords(text.left(colon), depth + 1))
            return *title + QStringLiteral(": ")
                   + inWords(text.mid(colon + 2), depth + 1).value_or(text.mid(colon + 2));
    }
    QString rest = text;
    QString said;
    while (!rest.isEmpty()) {
        const auto form = std::ranges::find_if(
            forms(), [&rest](const Form &candidate) { return candidate.pattern.match(rest).hasMatch(); });
        if (form == forms().end())
            return std::nullopt;
        const QRegularExpressionMatch match = form->pattern.match(rest);
        said += (said.isEmpty() ? QString() : QStringLiteral(" ")) + filled(*form, match, depth);
        rest = rest.mid(match.capturedEnd()).trimmed();
    }
    return said;
}

} // namespace

QString coreWords(std::string_view words)
{
    const QString text = english(words);
    return text.isEmpty() ? text : translated(text);
}

QString coreWordsWithin(std::string_view words)
{
    return Language::inForce() == QLatin1String("en") ? coreWords(words).toLower() : coreWords(words);
}

QString coreControl(std::string_view control)
{
    const QString text = english(control);
    return inWords(text, 1).value_or(text);
}

QString coreSentence(std::string_view sentence)
{
    const QString text = english(sentence);
    if (text.isEmpty() || Language::inForce() == QLatin1String("en"))
        return withShortNumbers(text);
    return withShortNumbers(inWords(text, 0).value_or(text));
}

} // namespace gatescope
