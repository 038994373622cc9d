// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/model/model_file.h"

#include <string>
#include <vector>

namespace gatescope {

/// A question as it stands on a worksheet.
struct HandoutQuestion {
    std::string question;
    std::vector<std::string> options; ///< empty: a blank is left for the answer
    std::string answer, because;
};

/// What a hand-out shows besides the model.
struct HandoutContent {
    std::string title;                      ///< of the lesson, or empty
    std::string source;                     ///< the data's name
    std::int64_t sequence = 0;              ///< its number, for the words
    Matrix<double> input;                   ///< (I × T) scaled
    Vector<double> target;                  ///< (O) scaled, a class number (1), or empty
    std::vector<HandoutQuestion> questions; ///< of a lesson
};

/// The largest hand-out: a page that a phone still opens at once.
inline constexpr std::size_t kLargestHandout = 1'000'000;

/// A page that needs nothing else: the network, one sequence, the stack drawn out, the opened cell to be stepped
/// through, a gate to be held, the lesson's questions, a worksheet with blanks and, on another page, its answers.
/// The same model gives the same bytes.
/// @throws DataError if the page would be larger than kLargestHandout, naming the way out; ShapeError if the input does
///         not fit the network
std::string handoutPage(const ModelFile &model, const HandoutContent &content);

} // namespace gatescope
