// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/common/arguments.h"
#include "core/data/csv_options.h"
#include "core/data/data_options.h"

namespace gatescope::cli {

/// --delimiter, --decimal, …: how a CSV is read; of every verb that reads one.
std::vector<OptionInfo> csvOptionInfos();
/// --target, --window, …: how a table becomes windows; of train and data.
std::vector<OptionInfo> dataOptionInfos();

/// @param base  what is kept where an option is not given @throws OptionError
CsvOptions csvOptions(const Arguments &arguments, CsvOptions base = {});
DataOptions dataOptions(const Arguments &arguments, DataOptions base = {});
/// Options that say what a model's inputs and outputs mean can be repeated, but not be others than the model's.
/// @param name  of the model, for messages @throws OptionError
void checkAgainstModel(const Arguments &arguments, const DataOptions &model, const std::string &name);
/// Those that may be overruled where a model that remembers them is applied. @throws OptionError
void overruleOptions(const Arguments &arguments, DataOptions &options);

/// Those of the data options given that a tensor file has no use for, e.g. "--window".
std::vector<std::string> tableOnlyOptions(const Arguments &arguments);

} // namespace gatescope::cli
