// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import/import_weights.h"
#include "core/io/model/checksum.h"
#include "core/io/model/model_file.h"
#include "core/io/model/training_state.h"
#include "core/io/tensors/safetensors.h"
#include "tests/fuzz/targets/memory_file.h"
#include "tests/fuzz/targets/targets.h"

namespace gatescope::fuzz {

namespace {

void checkModel(const ModelFile &model)
{
    const ParameterLayout layout(model.settings.network);
    require(static_cast<Index>(model.parameters.size()) == layout.size(), "a model has all its parameters");
    trainingState<float>(model);
    trainingState<double>(model);
}

} // namespace

void readModelFile(std::span<const std::byte> input)
{
    try {
        TensorFile file = readSafetensors(MemoryFile(input).path());
        for (const NamedTensor &tensor : file.tensors)
            require(static_cast<std::size_t>(tensor.count()) * dtypeSize(tensor.dtype) == tensor.bytes.size(),
                    "a tensor has the bytes of its shape");
        if (!isModelFile(file)) {
            checkModel(importTensors(file, "input"));
            return;
        }
        // A checksum never fits after a change; what lies behind it is to be reached all the same.
        file.metadata[kChecksumKey] = checksumOf(file);
        checkModel(modelFromTensors(file, "input"));
    } catch (const Error &) {
        // Refused, with its reason.
    }
}

} // namespace gatescope::fuzz
