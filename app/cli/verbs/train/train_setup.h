// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/common/arguments.h"
#include "app/cli/common/context.h"
#include "core/io/model/model_file.h"
#include "core/session/history.h"
#include "core/train/trainer.h"

namespace gatescope::cli {

/// What a training begins with: the options of the command line over those of --init, if there is one.
struct TrainSetup {
    Settings settings;
    std::optional<ModelFile> init;
    bool useDouble = false;
    bool moreEpochs = false; ///< --epochs asks for more than --init was to do
};

/// @throws OptionError where an option contradicts the shapes of --init, naming both
TrainSetup trainSetup(const Arguments &arguments, Context &context);

/// Takes features, outputs and the task's loss from the data. @throws OptionError, DataError if --init does not fit it
template <typename Scalar>
void fitToData(TrainSetup &setup, const PreparedData<Scalar> &data, const Arguments &arguments);

/// Gives the trainer the weights of --init, and its whole state where the file has one: then the training goes on as if
/// it had never stopped.
/// @param file  the data's, to tell whether it is still what the weights were trained on
/// @return the history so far
template <typename Scalar>
History startFrom(const TrainSetup &setup, Trainer<Scalar> &trainer, const FileFingerprint &file,
                  const Arguments &arguments, Context &context);

} // namespace gatescope::cli
