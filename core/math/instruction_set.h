// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace gatescope {

/// What the numeric kernels in use were compiled for: "baseline" (SSE2), "v3" (AVX2 and FMA) or "v4" (AVX-512), the
/// levels of x86-64. An installed program gets the best its processor has from the loader.
std::string_view kernelInstructionSet();

} // namespace gatescope
