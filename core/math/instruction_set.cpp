// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/instruction_set.h"

#include "core/math/simd.h"

namespace gatescope {

// Matrices cross from one instruction set's code to another's: both must align, and so free, alike.
static_assert(EIGEN_DEFAULT_ALIGN_BYTES == 64 && EIGEN_MAX_ALIGN_BYTES == 64);

std::string_view kernelInstructionSet()
{
    return kVectorBytes == 64 ? "v4" : kVectorBytes == 32 ? "v3" : "baseline";
}

} // namespace gatescope
