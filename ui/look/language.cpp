// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <algorithm>
#include <array>

namespace gatescope {

namespace {

constexpr std::array<LanguageInfo, 3> kLanguages{{{"", "System"}, {"en", "English"}, {"de", "Deutsch"}}};

QString &codeInForce()
{
    static QString code = QStringLiteral("en");
    return code;
}

bool isThere(const QString &code)
{
    return !code.isEmpty() && std::ranges::any_of(kLanguages, [&code](const LanguageInfo &info) {
        return code == QLatin1String(info.code);
    });
}

/// The first language of the system's list that there is.
QString ofSystem()
{
    for (const QString &wanted : QLocale::system().uiLanguages()) {
        if (const QString code = wanted.section(QLatin1Char('-'), 0, 0).section(QLatin1Char('_'), 0, 0); isThere(code))
            return code;
    }
    return QStringLiteral("en");
}

/// From what is built in, else from where Qt keeps its own.
std::unique_ptr<QTranslator> translatorOf(const QString &name)
{
    auto translator = std::make_unique<QTranslator>();
    if (translator->load(QStringLiteral(":/i18n/%1.qm").arg(name))
        || translator->load(name, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(translator.get());
        return translator;
    }
    return nullptr;
}

} // namespace

std::span<const LanguageInfo> languageTable()
{
    return kLanguages;
}

Language::Language() = default;

Language::~Language()
{
    codeInForce() = QStringLiteral("en");
}

void Language::choose(const QString &code)
{
    const QString wanted = code.isEmpty() ? ofSystem() : isThere(code) ? code : QStringLiteral("en");
    m_words.reset(); // which takes it away from the application
    m_qtWords.reset();
    codeInForce() = wanted;
    m_qtWords = translatorOf(QStringLiteral("qtbase_") + wanted);
    m_words = translatorOf(QStringLiteral("gatescope_") + wanted);
}

QString Language::inForce()
{
    return codeInForce();
}

} // namespace gatescope
