// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/io/import/onnx/onnx_import.h"
#include "tests/fuzz/targets/memory_file.h"
#include "tests/fuzz/targets/targets.h"

namespace gatescope::fuzz {

void readOnnxFile(std::span<const std::byte> input)
{
    try {
        const ModelFile model = importOnnx(MemoryFile(input).path());
        const ParameterLayout layout(model.settings.network);
        require(static_cast<Index>(model.parameters.size()) == layout.size(), "a network has all its parameters");
    } catch (const Error &) {
        // Refused, with its reason.
    }
}

} // namespace gatescope::fuzz
