// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace gatescope {

/// One option of a table (data, file or setting) at a value: a change that is proposed.
struct OptionChange {
    std::string id;    ///< "predict"
    std::string value; ///< "change", as the command line takes it

    bool operator==(const OptionChange &) const = default;
};

/// "--predict change": how the command line says it.
std::string optionWords(const OptionChange &change);
/// "Predict: its change": how the forms say it, by the titles in the tables; empty for an id that is in none.
std::string controlWords(const OptionChange &change);
/// Whether the id is of a data option; else it is a setting's.
bool isDataOption(std::string_view id);

/// A sentence that names options of the command line, as it is said where there are forms instead: "--predict change"
/// becomes "“Predict: its change” in Data". What is in no table stays as it is.
std::string inControlWords(std::string_view sentence);

} // namespace gatescope
