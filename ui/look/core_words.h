// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>
#include <string_view>

namespace gatescope {

/// A title, summary, unit or word out of core's tables, in the language of the screen. The one place where they are
/// translated: core itself speaks English. resources/i18n/core_words.cpp lists them all.
QString coreWords(std::string_view words);

/// The same where it does not begin a sentence: English has no capitals there, German keeps those of its nouns.
QString coreWordsWithin(std::string_view words);

/// A sentence that core has put together from words and numbers, in the language of the screen: told by its form, which
/// is one of sentenceForms(), so that its numbers stand in the translation as they are. Several sentences may follow
/// each other. What has no form stays English as a whole.
QString coreSentence(std::string_view sentence);

/// "Predict: its change": an option's title and its value, as controlWords() says them.
QString coreControl(std::string_view control);

/// The forms of core's sentences, with %1, %2 … for what differs.
std::span<const char *const> sentenceForms();

} // namespace gatescope
