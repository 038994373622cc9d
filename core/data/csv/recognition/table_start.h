// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv/recognition/table_head.h"

namespace gatescope {

/// The record of a text's head at which its table begins, header or first row: what stands before it (a title, the
/// place of the measurement, a logger's name, a table of its own above a blank line) describes the file.
///
/// A header is a record as wide as most records are, with text above numbers or times. Records before it are passed
/// over where they are of another width, of other kinds of cells, or single lines of text.
/// @param width  cells that most records have @param consistency  share of the records that have them
std::size_t findTableBegin(std::span<const HeadRecord> head, std::size_t width, double consistency);

} // namespace gatescope
