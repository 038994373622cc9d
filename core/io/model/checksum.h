// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/tensors/tensor_file.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace gatescope {

/// A 64-bit checksum against damage (not against malice): FNV-1a over 8-byte words with a final shift a word.
///
/// Each step is a bijection of the state for a given word, so one changed bit, byte or word always changes the result.
/// Every add() also counts its length, so that pieces cannot change places with their neighbours unnoticed.
class Checksum {
public:
    void add(std::span<const std::byte> bytes);
    void add(std::string_view text) { add(std::as_bytes(std::span(text))); }
    /// 16 hexadecimal digits
    std::string text() const;

private:
    void mix(std::uint64_t word);

    std::uint64_t m_state = 14695981039346656037ULL;
};

/// Metadata entry of a model file that holds checksumOf() everything else.
inline constexpr const char *kChecksumKey = "checksum";

/// Checksum of a model file: metadata (without the checksum itself) and tensors in the order of their names.
std::string checksumOf(const TensorFile &file);

} // namespace gatescope
