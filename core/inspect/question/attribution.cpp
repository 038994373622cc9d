// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/question/attribution.h"

#include "core/inspect/run/sequence_run.h"

namespace gatescope {

template <typename Scalar>
Vector<Scalar> Attribution<Scalar>::stepNorms(Index output) const
{
    return outputs[static_cast<std::size_t>(output)].colwise().norm().transpose();
}

template <typename Scalar>
Attribution<Scalar> attribute(const NetworkOptions &options, std::span<const Scalar> parameters,
                              const Matrix<Scalar> &input, const HeldValues<Scalar> &held)
{
    Trace<Scalar> run = runSequence(options, parameters, input, held);
    Attribution<Scalar> attribution;
    for (Index output = 0; output < options.outputs; ++output) {
        backpropagateRun<Scalar>(run, parameters, Vector<Scalar>::Unit(options.outputs, output), held);
        attribution.outputs.push_back(run.inputGradient);
    }
    return attribution;
}

template struct Attribution<float>;
template struct Attribution<double>;
template Attribution<float> attribute(const NetworkOptions &, std::span<const float>, const Matrix<float> &,
                                      const HeldValues<float> &);
template Attribution<double> attribute(const NetworkOptions &, std::span<const double>, const Matrix<double> &,
                                       const HeldValues<double> &);

} // namespace gatescope
