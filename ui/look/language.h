// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>
#include <span>

class QTranslator;

namespace gatescope {

/// A language of the screen: its code, which is "" for the system's own, and its name in itself.
struct LanguageInfo {
    const char *code;
    const char *name;
};

/// What can be chosen, the system's own first.
std::span<const LanguageInfo> languageTable();

/// The words of the screen, as the program and Qt itself say them, in one language. What is made after a choice is in
/// the new one; what stands already stays as it is. Numbers, ids and files are the same in every language.
class Language {
public:
    Language();
    ~Language();
    Language(const Language &) = delete;
    Language &operator=(const Language &) = delete;

    /// @param code "" for the system's language, "en", "de"; what there is no translation of is English
    void choose(const QString &code);
    /// The code of the language in force, never empty.
    static QString inForce();

private:
    std::unique_ptr<QTranslator> m_words, m_qtWords;
};

} // namespace gatescope
