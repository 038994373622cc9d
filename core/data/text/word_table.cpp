// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text/word_table.h"

#include "core/error.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <limits>

namespace gatescope {

std::string_view WordTable::word(std::uint32_t number) const
{
    const std::uint64_t begin = number == 0 ? 0 : m_ends[number - 1];
    return std::string_view(m_letters).substr(begin, m_ends[number] - begin);
}

std::size_t WordTable::findSlot(std::string_view word) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = std::hash<std::string_view>{}(word)&mask;
    while (m_slots[slot] != 0 && this->word(m_slots[slot] - 1) != word)
        slot = (slot + 1) & mask;
    return slot;
}

void WordTable::rehash(std::size_t slots)
{
    m_slots.assign(slots, 0);
    for (std::uint32_t number = 0; number < size(); ++number)
        m_slots[findSlot(word(number))] = number + 1;
}

std::uint32_t WordTable::add(std::string_view word)
{
    if ((m_ends.size() + 1) * 2 > m_slots.size())
        rehash(std::bit_ceil(std::max<std::size_t>((m_ends.size() + 1) * 4, 16)));
    const std::size_t slot = findSlot(word);
    if (m_slots[slot] != 0)
        return m_slots[slot] - 1;
    if (m_ends.size() >= std::numeric_limits<std::uint32_t>::max() - 1)
        throw ResourceError("a text column holds more than four billion different words");
    m_letters += word;
    m_ends.push_back(m_letters.size());
    m_slots[slot] = size();
    return size() - 1;
}

void WordTable::freeze()
{
    m_slots = {};
    m_letters.shrink_to_fit();
    m_ends.shrink_to_fit();
}

std::size_t WordTable::byteSize() const
{
    return m_letters.capacity() + m_ends.capacity() * sizeof(std::uint64_t)
           + m_slots.capacity() * sizeof(std::uint32_t);
}

} // namespace gatescope
