// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/question/what_if.h"

#include "core/inspect/labels.h"
#include "core/inspect/run/sequence_run.h"

#include <cmath>
#include <limits>

namespace gatescope {

namespace {

/// The mean of each row, summed step by step: so its bits are the same on every instruction set.
template <typename Scalar>
Vector<Scalar> stepMeans(const Matrix<Scalar> &values)
{
    Vector<Scalar> sum = Vector<Scalar>::Zero(values.rows());
    for (Index step = 0; step < values.cols(); ++step)
        sum += values.col(step);
    return sum / static_cast<Scalar>(values.cols());
}

/// Collects problems of the form "<field> is <value>: must be between low and high".
class Checker {
public:
    explicit Checker(std::vector<Problem> &problems) : m_problems(problems) {}

    void index(const char *field, Index value, Index size)
    {
        if (value < 0 || value >= size)
            m_problems.push_back({field, std::to_string(value),
                                  std::string("must be between 0 and ").append(std::to_string(size - 1)),
                                  "choose one that is there"});
    }

    void value(const char *field, double value, double low, double high)
    {
        if (!(value >= low && value <= high))
            m_problems.push_back({field, fixedNumber(value, 3),
                                  "must be between " + fixedNumber(low, 0) + " and " + fixedNumber(high, 0),
                                  "choose a value in that range"});
    }

    void finite(const char *field, double value)
    {
        if (!std::isfinite(value))
            m_problems.push_back({field, fixedNumber(value, 3), "must be a finite number", "choose a finite value"});
    }

private:
    std::vector<Problem> &m_problems;
};

/// Fills the held values of a what-if; matrices are made only where something is held.
template <typename Scalar>
class Holder {
public:
    explicit Holder(const Trace<Scalar> &untouched) : m_untouched(untouched), m_held(untouched.layers.size()) {}

    void clamp(const GateClamp &clamp)
    {
        for (Index layer = 0; layer < m_untouched.network.layers; ++layer) {
            if (clamp.layer.value_or(layer) != layer)
                continue;
            const LayerTrace<Scalar> &trace = m_untouched.layers[static_cast<std::size_t>(layer)];
            HeldLayer<Scalar> &held = m_held[static_cast<std::size_t>(layer)];
            Matrix<Scalar> &values = free(clamp.gate == Gate::Reset ? held.r : held.z);
            const Vector<Scalar> means = stepMeans(valuesOf(trace, cellValueOf(clamp.gate)));
            for (Index unit = 0; unit < values.rows(); ++unit) {
                if (clamp.unit.value_or(unit) == unit)
                    values.row(unit).setConstant(clamp.value ? static_cast<Scalar>(*clamp.value) : means(unit));
            }
        }
    }

    void setState(const StateEdit &edit)
    {
        free(m_held[static_cast<std::size_t>(edit.layer)].h)(edit.unit, edit.step) = static_cast<Scalar>(edit.value);
    }

    void silence(const SilencedUnit &unit)
    {
        free(m_held[static_cast<std::size_t>(unit.layer)].h).row(unit.unit).setZero();
    }

    HeldValues<Scalar> take() { return std::move(m_held); }

private:
    /// The matrix, made free in every place if it holds nothing yet.
    Matrix<Scalar> &free(Matrix<Scalar> &values) const
    {
        if (values.size() == 0)
            values.setConstant(m_untouched.network.hidden, m_untouched.steps(),
                               std::numeric_limits<Scalar>::quiet_NaN());
        return values;
    }

    const Trace<Scalar> &m_untouched;
    HeldValues<Scalar> m_held;
};

template <typename Scalar>
HeldValues<Scalar> heldValues(const Trace<Scalar> &untouched, const WhatIf &edits)
{
    if (edits.gates.empty() && edits.silenced.empty() && edits.states.empty())
        return {};
    Holder<Scalar> holder(untouched);
    for (const GateClamp &clamp : edits.gates)
        holder.clamp(clamp);
    for (const StateEdit &edit : edits.states)
        holder.setState(edit);
    for (const SilencedUnit &unit : edits.silenced)
        holder.silence(unit);
    return holder.take();
}

std::string place(const std::optional<Index> &layer, const std::optional<Index> &unit)
{
    std::string text = unit ? unitLabel(*unit) : std::string("every unit");
    return text.append(layer ? " of " + layerLabel(*layer) : std::string(" of every layer"));
}

} // namespace

std::vector<Problem> WhatIf::validate(const NetworkOptions &network, Index steps) const
{
    std::vector<Problem> problems;
    Checker check(problems);
    for (const GateClamp &clamp : gates) {
        check.index("gate", static_cast<Index>(clamp.gate), 2);
        check.index("layer", clamp.layer.value_or(0), network.layers);
        check.index("unit", clamp.unit.value_or(0), network.hidden);
        check.value("gate", clamp.value.value_or(0.5), 0.0, 1.0);
    }
    for (const SilencedUnit &unit : silenced) {
        check.index("layer", unit.layer, network.layers);
        check.index("unit", unit.unit, network.hidden);
    }
    for (const InputEdit &edit : inputs) {
        check.index("step", edit.step, steps);
        check.index("feature", edit.feature, network.inputs);
        check.finite("input", edit.value);
    }
    for (const StateEdit &edit : states) {
        check.index("layer", edit.layer, network.layers);
        check.index("step", edit.step, steps);
        check.index("unit", edit.unit, network.hidden);
        check.value("state", edit.value, -1.0, 1.0);
    }
    return problems;
}

std::vector<std::string> WhatIf::phrases(std::span<const std::string> featureNames) const
{
    std::vector<std::string> phrases;
    for (const GateClamp &clamp : gates)
        phrases.push_back(std::string(letterOf(clamp.gate)) + " of " + place(clamp.layer, clamp.unit) + " held at "
                          + (clamp.value ? fixedNumber(*clamp.value, 2) : std::string("its mean")));
    for (const SilencedUnit &unit : silenced)
        phrases.push_back(place(unit.layer, unit.unit) + " silenced");
    for (const InputEdit &edit : inputs)
        phrases.push_back(featureLabel(featureNames, edit.feature) + " at step " + std::to_string(edit.step)
                          + " set to " + fixedNumber(edit.value, 2));
    for (const StateEdit &edit : states)
        phrases.push_back("state of " + place(edit.layer, edit.unit) + " at step " + std::to_string(edit.step)
                          + " set to " + fixedNumber(edit.value, 2));
    return phrases;
}

template <typename Scalar>
WhatIfResult<Scalar> runWhatIf(const NetworkOptions &options, std::span<const Scalar> parameters,
                               const TrainingOptions &training, const Matrix<Scalar> &input,
                               const std::type_identity_t<Matrix<Scalar>> &targets, const WhatIf &edits)
{
    if (auto problems = edits.validate(options, input.cols()); !problems.empty())
        throw OptionError(std::move(problems));
    WhatIfResult<Scalar> result;
    result.untouched = runAndDifferentiate(options, parameters, training, input, targets);
    result.held = heldValues(result.untouched, edits);
    Matrix<Scalar> changed = input;
    for (const InputEdit &edit : edits.inputs)
        changed(edit.feature, edit.step) = static_cast<Scalar>(edit.value);
    result.edited = runAndDifferentiate(options, parameters, training, changed, targets, result.held);
    result.outputChange = result.edited.output - result.untouched.output;
    if (result.edited.loss)
        result.lossChange = *result.edited.loss - *result.untouched.loss;
    return result;
}

#define GATESCOPE_INSTANTIATE(Scalar)                                                                                  \
    template WhatIfResult<Scalar> runWhatIf(const NetworkOptions &, std::span<const Scalar>, const TrainingOptions &,  \
                                            const Matrix<Scalar> &, const Matrix<Scalar> &, const WhatIf &);

GATESCOPE_INSTANTIATE(float)
GATESCOPE_INSTANTIATE(double)
#undef GATESCOPE_INSTANTIATE

} // namespace gatescope
