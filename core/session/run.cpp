// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/run.h"

#include "core/train/optimisation/loss.h"

namespace gatescope {

template <typename Scalar>
Settings settingsFor(const PreparedData<Scalar> &windows, Settings settings)
{
    settings.network.inputs = windows.train.inputs();
    settings.network.outputs = windows.outputs();
    const TaskKind task = windows.options.task;
    if (lossInfo(settings.training.loss.kind).task != task)
        settings.training.loss.kind = task == TaskKind::Classification ? LossKind::CrossEntropy : LossKind::MeanSquared;
    return settings;
}

template Settings settingsFor(const PreparedData<float> &, Settings);
template Settings settingsFor(const PreparedData<double> &, Settings);

} // namespace gatescope
