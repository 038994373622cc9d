// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/import/network/imported_network.h"

#include <optional>
#include <string>
#include <vector>

namespace gatescope {

/// The GRU beside which a head is looked for.
struct HeadPlace {
    std::string module; ///< the GRU's own name as a prefix, "encoder.gru."; empty when it has none
    Index inputs = 0;
    Index hidden = 0;
};

/// Finds the linear head among the tensors that are no part of the GRU: the matrix that reads H and is named as a head
/// (fc, head, linear, out, decoder …) or placed as one (a later number in the same Sequential). What is named or placed
/// before the GRU (an embedding, a projection of the inputs) is never taken for it. Every tensor must be used.
/// @param notes gets a word about a head without a bias
/// @throws DataError naming the tensors that belong to neither, or the one of which it cannot be told
std::optional<ImportedHead> findHead(const std::vector<const NamedTensor *> &others, const HeadPlace &place,
                                     const std::string &name, std::vector<std::string> &notes);

/// Where a module's name puts it.
enum class ModulePlace { BeforeGru, Head, Unknown };
/// @param module its name, "decoder.fc" @param gru the GRU's, as HeadPlace has it
ModulePlace modulePlace(const std::string &module, const std::string &gru);

/// '"a", "b" and 3 more'
std::string firstNames(const std::vector<const NamedTensor *> &tensors);

} // namespace gatescope
