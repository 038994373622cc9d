// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/common/data_arguments.h"
#include "app/cli/common/data_source.h"
#include "app/cli/common/model_source.h"
#include "app/cli/common/output.h"
#include "app/cli/common/setting_arguments.h"
#include "app/cli/verbs/verbs.h"
#include "core/io/tensors/npz.h"
#include "core/model/held_gates.h"
#include "core/train/optimisation/loss.h"

#include <algorithm>
#include <numeric>

namespace gatescope::cli {

namespace {

struct LossGradient {
    double loss = 0.0;
    std::vector<double> gradient; ///< in the parameters' layout
};

/// How many targets count of each piece of the sequences.
template <typename Scalar>
double termsOf(const SequenceSet<Scalar> &sequences, Index first, Index count, Index steps)
{
    std::int64_t terms = 0;
    for (Index s = first; s < first + count; ++s)
        terms += lossTerms(sequences.targets(s, steps));
    return static_cast<double>(terms);
}

/// The mean loss over all sequences and its gradient: as of one batch, though added up in pieces that bound the memory.
template <typename Scalar>
LossGradient gradientOver(Network<Scalar> &network, const SequenceSet<Scalar> &sequences,
                          const TrainingOptions &training)
{
    constexpr Index kPiece = 1024;
    LossGradient sum{0.0, std::vector<double>(network.parameters().size(), 0.0)};
    std::vector<std::int64_t> members;
    const Index steps = lossStepsOf(training, sequences);
    const double allTerms = std::max(termsOf(sequences, 0, sequences.size(), steps), 1.0);
    network.setOutputSteps(steps);
    Matrix<Scalar> x, y, outputGradient;
    for (Index first = 0; first < sequences.size(); first += kPiece) {
        const Index count = std::min(kPiece, sequences.size() - first);
        const double share = termsOf(sequences, first, count, steps) / allTerms;
        members.resize(static_cast<std::size_t>(count));
        std::iota(members.begin(), members.end(), first);
        sequences.gather(members, x, y, steps);
        const Matrix<Scalar> &output = network.forward(x, count);
        sum.loss += share * lossValue(training.loss, output, y, steps);
        lossGradient(training.loss, output, y, outputGradient, steps);
        network.backward(outputGradient);
        const std::span<const Scalar> gradient = network.gradient();
        for (std::size_t i = 0; i < gradient.size(); ++i)
            sum.gradient[i] += share * static_cast<double>(gradient[i]);
    }
    return sum;
}

template <typename Scalar>
int gradientsAs(const Arguments &arguments, const ModelFile &model, Context &context)
{
    const std::string path = arguments.text("FILE");
    const PreparedData<Scalar> data = loadForModel<Scalar>(arguments, model, context);
    checkComparable(model, data, path);
    Network<Scalar> network = networkOf<Scalar>(model);
    const LossGradient result = gradientOver(network, data.all, trainingFor(arguments, model, data.all));
    TensorFile file;
    const NetworkOptions &options = model.settings.network; // zeros for what is held, in nn.GRU's shapes
    const std::vector<double> gradient = fullGradient<double>(options, result.gradient);
    const ParameterLayout layout(fullOptions(options));
    for (const TensorSlot &slot : layout.slots()) {
        const auto begin = gradient.begin() + slot.offset;
        const std::vector<Scalar> values(begin, begin + slot.size());
        std::vector<std::int64_t> shape = {slot.rows};
        if (slot.rank == 2)
            shape.push_back(slot.columns);
        file.tensors.push_back(makeTensor<Scalar>(slot.name, shape, values));
    }
    const Scalar loss[] = {static_cast<Scalar>(result.loss)};
    file.tensors.push_back(makeTensor<Scalar>("loss", {1}, loss));
    writeTensorFile(arguments.text("out"), file);
    return 0;
}

} // namespace

std::vector<OptionInfo> gradientsVerbOptions()
{
    return joined(
        {{{"MODEL", "MODEL", "A model of this program, or a bare weights file", "", true},
          {"FILE", "FILE", "A CSV with the model's columns and target, or a tensor file with x and y", "", true},
          {"out", "GRADS.safetensors", "Where they go: .safetensors or .npz", "Options", true},
          scalarOptionInfo()},
         modelOptionInfos(),
         csvOptionInfos()});
}

int runGradients(const Arguments &arguments, Context &context)
{
    const ModelFile model = loadModelArgument(arguments, "MODEL", context);
    return wantsDouble(arguments, model.precision == Precision::Float64)
               ? gradientsAs<double>(arguments, model, context)
               : gradientsAs<float>(arguments, model, context);
}

} // namespace gatescope::cli
