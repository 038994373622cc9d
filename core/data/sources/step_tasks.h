// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sources/generated_tasks.h"

namespace gatescope {

class Random;

// Generated tasks that ask for an answer at every step. All but the grammar are sequences of their own, whose answer at
// each step follows from the steps so far.

/// What the options of a task were set to, by id.
using TaskValues = std::map<std::string, double>;
/// An option that is a count.
std::size_t taskCount(const TaskValues &values, const char *id);

/// Parity of all bits so far, of one or two rows of bits: classes "even" and "odd", or "even even" … "odd odd".
GeneratedData makeRunningParity(const TaskValues &values, Random &random);
/// Pulses of +1 and −1 in one to three channels; asked is the last pulse of each. Every channel begins with one.
GeneratedData makeFlipFlop(const TaskValues &values, Random &random);
/// Strings of the embedded Reber grammar one after the other; asked is the next letter.
GeneratedData makeReberGrammar(const TaskValues &values, Random &random);
/// Brackets that open and close and are never closed too often; asked is how many are open.
GeneratedData makeBrackets(const TaskValues &values, Random &random);
/// A few symbols, a pause, a sign; after it the symbols are to be said again, and "wait" before.
GeneratedData makeCopy(const TaskValues &values, Random &random);

/// The letters that may follow in a stream of the embedded Reber grammar, for each of its letters; from a stream that
/// begins with a whole string.
std::vector<std::string> legalNextLetters(std::span<const std::string> letters);

} // namespace gatescope
