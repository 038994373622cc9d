// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tensors/npz.h"
#include "core/error.h"
#include "tests/fuzz/targets/memory_file.h"
#include "tests/fuzz/targets/targets.h"

namespace gatescope::fuzz {

void readNpzFile(std::span<const std::byte> input)
{
    constexpr std::uint64_t kLimit = 8 << 20;
    try {
        const TensorFile file = readNpz(MemoryFile(input).path(), kLimit);
        std::size_t total = 0;
        for (const NamedTensor &tensor : file.tensors) {
            require(static_cast<std::size_t>(tensor.count()) * dtypeSize(tensor.dtype) == tensor.bytes.size(),
                    "a tensor has the bytes of its shape");
            require(tensorValues<double>(tensor).size() == static_cast<std::size_t>(tensor.count()),
                    "every element has a value");
            total += tensor.bytes.size();
        }
        require(total <= 2 * kLimit, "an archive does not unfold beyond its limit");
    } catch (const Error &) {
        // Refused, with its reason.
    }
}

} // namespace gatescope::fuzz
