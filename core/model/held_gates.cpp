// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/held_gates.h"

#include <algorithm>

namespace gatescope {

namespace {

NetworkOptions withoutHeld(NetworkOptions options)
{
    options.held = HeldGates::None;
    return options;
}

bool isGate(const TensorSlot &slot)
{
    return slot.name.starts_with("gru.");
}

/// Calls copy(own offset, full offset, count) for every run of numbers that both layouts have.
template <typename Copy>
void eachShared(const NetworkOptions &options, const ParameterLayout &own, const ParameterLayout &full, Copy copy)
{
    const bool present[] = {!holdsReset(options.held), !holdsUpdate(options.held), true};
    for (const TensorSlot &slot : own.slots()) {
        const TensorSlot &whole = *full.find(slot.name);
        if (!isGate(slot)) {
            copy(slot.offset, whole.offset, slot.size());
            continue;
        }
        const Index part = options.hidden * slot.columns;
        Index to = slot.offset;
        for (Index gate = 0; gate < 3; ++gate) {
            if (!present[gate])
                continue;
            copy(to, whole.offset + gate * part, part);
            to += part;
        }
    }
}

template <typename Scalar>
std::vector<Scalar> spread(const NetworkOptions &options, std::span<const Scalar> values)
{
    const ParameterLayout own(options), full(fullOptions(options));
    if (static_cast<Index>(values.size()) != own.size())
        throw ShapeError("the network has " + std::to_string(own.size()) + " parameters; found "
                         + std::to_string(values.size()));
    std::vector<Scalar> result(static_cast<std::size_t>(full.size()));
    eachShared(options, own, full, [&](Index from, Index to, Index count) {
        std::copy_n(values.begin() + from, count, result.begin() + to);
    });
    return result;
}

} // namespace

NetworkOptions fullOptions(const NetworkOptions &options)
{
    NetworkOptions full = withoutHeld(options);
    full.bias = options.bias || options.held != HeldGates::None;
    return full;
}

template <typename Scalar>
std::vector<Scalar> fullParameters(const NetworkOptions &options, std::span<const Scalar> parameters)
{
    std::vector<Scalar> result = spread(options, parameters);
    if (options.held == HeldGates::None)
        return result;
    const ParameterLayout full(fullOptions(options));
    const auto hold = [&](Index layer, Index gate, double bias) {
        std::fill_n(result.begin() + full.inputBias(layer)->offset + gate * options.hidden, options.hidden,
                    static_cast<Scalar>(bias));
    };
    for (Index layer = 0; layer < options.layers; ++layer) {
        if (holdsReset(options.held))
            hold(layer, 0, kHeldBias);
        if (holdsUpdate(options.held))
            hold(layer, 1, options.heldUpdate() > 0.5 ? kHeldBias : -kHeldBias);
    }
    return result;
}

template <typename Scalar>
std::vector<Scalar> fullGradient(const NetworkOptions &options, std::span<const Scalar> gradient)
{
    return spread(options, gradient);
}

template <typename Scalar>
std::vector<Scalar> ownParameters(const NetworkOptions &options, std::span<const Scalar> full)
{
    const ParameterLayout own(options), same(withoutHeld(options)), biased(fullOptions(options));
    const ParameterLayout &layout = static_cast<Index>(full.size()) == same.size() ? same : biased;
    if (static_cast<Index>(full.size()) != layout.size())
        throw ShapeError("the full network has " + std::to_string(layout.size()) + " parameters; found "
                         + std::to_string(full.size()));
    std::vector<Scalar> result(static_cast<std::size_t>(own.size()));
    eachShared(options, own, layout, [&](Index to, Index from, Index count) {
        std::copy_n(full.begin() + from, count, result.begin() + to);
    });
    return result;
}

#define GATESCOPE_INSTANTIATE(Scalar)                                                                                  \
    template std::vector<Scalar> fullParameters(const NetworkOptions &, std::span<const Scalar>);                      \
    template std::vector<Scalar> fullGradient(const NetworkOptions &, std::span<const Scalar>);                        \
    template std::vector<Scalar> ownParameters(const NetworkOptions &, std::span<const Scalar>);

GATESCOPE_INSTANTIATE(float)
GATESCOPE_INSTANTIATE(double)

} // namespace gatescope
