// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// Different words, numbered from 0 in order of first appearance, in one block of memory: about 12 bytes a word more
/// than its letters while it grows, 8 after freeze().
class WordTable {
public:
    /// The number of a word, which is added when it is new. @throws ResourceError beyond 4 billion words
    std::uint32_t add(std::string_view word);
    std::string_view word(std::uint32_t number) const;
    std::uint32_t size() const { return static_cast<std::uint32_t>(m_ends.size()); }
    std::size_t byteSize() const;
    /// Gives back the memory that only add() needs; add() may still be called, at the cost of a new index.
    void freeze();

private:
    void rehash(std::size_t slots);
    std::size_t findSlot(std::string_view word) const;

    std::string m_letters;
    std::vector<std::uint64_t> m_ends;  ///< where each word ends in m_letters
    std::vector<std::uint32_t> m_slots; ///< open addressing: word number + 1, 0 for empty; a power of two long
};

} // namespace gatescope
