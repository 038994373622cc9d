// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepared_data.h"

#include <filesystem>

namespace gatescope {

/// The class of every character that the training part does not hold.
inline constexpr std::string_view kOtherCharacter = "other";

/// The characters of a text, each as its UTF-8. Line ends become "\n"; a byte order mark is left out.
/// @throws DataError for an empty text or bytes that are no text (zero bytes, broken UTF-8), naming the place
std::vector<std::string> charactersOf(std::string_view bytes, const std::string &source);

/// The same of a file. @throws IoError, ResourceError above 1 GB
std::vector<std::string> readCharacters(const std::filesystem::path &path);

/// Whether a file's name is that of a text: it ends in .txt.
bool namesTextFile(const std::filesystem::path &path);

/// Number of each character among the classes of a text's preparation; those that are not there are "other".
std::vector<Index> symbolsOf(const std::vector<std::string> &characters, const Preparation &preparation);

/// A first choice for a text: windows of 64 characters side by side, and shorter ones where it is short.
DataOptions firstTextOptions(std::size_t characters);

/// Windows over a text: the vocabulary is that of the training part in order of code points, and "other"; the input is
/// one-hot, kept as symbol numbers (SequenceSet::gatherSymbols), the target of a step the next character.
/// @param options window, stride and split count; features, targets and task are set
/// @throws DataError for a text of one character only or shorter than a window and the next character
template <typename Scalar>
PreparedData<Scalar> prepareText(const std::vector<std::string> &characters, const std::string &source,
                                 const DataOptions &options);
/// The same with the vocabulary and the options of a model.
template <typename Scalar>
PreparedData<Scalar> applyTextPreparation(const std::vector<std::string> &characters, const std::string &source,
                                          const Preparation &preparation);

} // namespace gatescope
