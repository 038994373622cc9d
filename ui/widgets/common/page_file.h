// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace gatescope {

/// Saves a page that the program made: .html as it is, .pdf on A4 pages with its charts.
/// @throws OptionError for another ending; IoError if the file cannot be written, the old one is then whole
void savePage(const std::string &html, const QString &path);

} // namespace gatescope
