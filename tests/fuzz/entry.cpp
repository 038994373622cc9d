// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets/targets.h"

#include <cstdint>

/// What libFuzzer calls with every input; GATESCOPE_FUZZ_TARGET is one of targets.h.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    gatescope::fuzz::GATESCOPE_FUZZ_TARGET(std::as_bytes(std::span(data, size)));
    return 0;
}
