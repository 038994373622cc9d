// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model/checksum.h"

#include <algorithm>
#include <cstring>

namespace gatescope {

void Checksum::mix(std::uint64_t word)
{
    m_state = (m_state ^ word) * 1099511628211ULL;
    m_state ^= m_state >> 29;
}

void Checksum::add(std::span<const std::byte> bytes)
{
    mix(bytes.size());
    std::uint64_t word = 0;
    std::size_t position = 0;
    for (; position + sizeof(word) <= bytes.size(); position += sizeof(word)) {
        std::memcpy(&word, bytes.data() + position, sizeof(word));
        mix(word);
    }
    if (position < bytes.size()) {
        word = 0;
        std::memcpy(&word, bytes.data() + position, bytes.size() - position);
        mix(word);
    }
}

std::string Checksum::text() const
{
    static constexpr char kHex[] = "0123456789abcdef";
    std::string digits(16, '0');
    for (std::size_t i = 0; i < digits.size(); ++i)
        digits[i] = kHex[(m_state >> (60 - 4 * i)) & 15];
    return digits;
}

std::string checksumOf(const TensorFile &file)
{
    Checksum checksum;
    for (const auto &[key, text] : file.metadata) {
        if (key == kChecksumKey)
            continue;
        checksum.add(key);
        checksum.add(text);
    }
    std::vector<const NamedTensor *> order;
    for (const NamedTensor &tensor : file.tensors)
        order.push_back(&tensor);
    std::ranges::sort(order, {}, &NamedTensor::name);
    for (const NamedTensor *tensor : order) {
        checksum.add(tensor->name);
        checksum.add(dtypeName(tensor->dtype));
        checksum.add(std::as_bytes(std::span(tensor->shape)));
        checksum.add(tensor->bytes);
    }
    return checksum.text();
}

} // namespace gatescope
