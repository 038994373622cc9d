// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv_options.h"
#include "core/data/data_reference.h"
#include "core/data/prepared_data.h"
#include "core/inspect/time_machine.h"
#include "core/session/history.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gatescope {

/// Where a run's data is, what it held, and how it was read: enough to open or make it again.
struct RunData {
    DataReference reference;
    std::string name; ///< a file's path; the title of what comes with the program
    CsvOptions csv;   ///< how the CSV was told to be read
    /// How it was read, everything recognised spelt out; empty for what is no CSV file.
    CsvOptions csvRecognised;
    std::vector<std::string> csvColumns;
};

/// A training as it stands: a value. It is kept, undone, compared and saved as a whole, and nothing in it changes when
/// the training goes on. Copying costs the state, the history and the kept moments' pointers; windows are shared.
template <typename Scalar>
struct BasicRun {
    RunData data;
    std::shared_ptr<const PreparedData<Scalar>> windows; ///< null while the data cannot be used
    Settings settings;                                   ///< in force
    std::optional<Settings> waiting;                     ///< what was chosen since and needs new weights
    std::optional<TrainerState<Scalar>> state;           ///< unset while nothing was trained; its records are history
    History history;
    std::vector<TrainingMoment> moments; ///< weights of earlier steps, ascending; see TimeMachine
    std::string name;                    ///< what a person calls it; empty: never named
    std::string note;                    ///< what a person wrote about it

    /// What the forms show: the settings chosen last.
    const Settings &chosen() const { return waiting ? *waiting : settings; }
};

using Run = BasicRun<float>;

/// The settings as they fit the windows: inputs and outputs of the data, and a loss that suits its task.
template <typename Scalar>
Settings settingsFor(const PreparedData<Scalar> &windows, Settings settings);

extern template Settings settingsFor(const PreparedData<float> &, Settings);
extern template Settings settingsFor(const PreparedData<double> &, Settings);

} // namespace gatescope
