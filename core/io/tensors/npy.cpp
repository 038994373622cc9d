// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tensors/npy.h"

#include "core/error.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace gatescope {

namespace {

constexpr std::string_view kMagic = "\x93NUMPY";
constexpr std::size_t kMaxDimensions = 32; // NumPy's own limit
constexpr std::size_t kAlignment = 64;

struct TypeCode {
    DType dtype;
    std::string_view code; ///< NumPy's, without the byte order
};

constexpr TypeCode kTypeCodes[] = {
    {DType::Bool, "b1"}, {DType::U8, "u1"},  {DType::I8, "i1"},  {DType::U16, "u2"},
    {DType::I16, "i2"},  {DType::F16, "f2"}, {DType::U32, "u4"}, {DType::I32, "i4"},
    {DType::F32, "f4"},  {DType::U64, "u8"}, {DType::I64, "i8"}, {DType::F64, "f8"},
};

/// Reads the Python dictionary of the head: {'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }
/// It is a fixed little language, read as such and never evaluated.
class DictionaryReader {
public:
    DictionaryReader(std::string_view text, const std::string &where) : m_text(text), m_where(where) {}

    void read(NpyHeader &header)
    {
        bool hasType = false, hasOrder = false, hasShape = false;
        expect('{');
        while (!accept('}')) {
            const std::string key = string();
            expect(':');
            if (key == "descr" && !hasType) {
                setType(string(), header);
                hasType = true;
            } else if (key == "fortran_order" && !hasOrder) {
                header.fortranOrder = boolean();
                hasOrder = true;
            } else if (key == "shape" && !hasShape) {
                header.shape = tuple();
                hasShape = true;
            } else {
                fail();
            }
            if (!accept(',')) {
                expect('}');
                break;
            }
        }
        skipBlanks();
        if (m_position != m_text.size() || !hasType || !hasOrder || !hasShape)
            fail();
    }

private:
    [[noreturn]] void fail() const
    {
        throw DataError(m_where + ": the head of the array cannot be understood at byte " + std::to_string(m_position));
    }

    void skipBlanks()
    {
        while (m_position < m_text.size() && (m_text[m_position] == ' ' || m_text[m_position] == '\n'))
            ++m_position;
    }

    bool accept(char character)
    {
        skipBlanks();
        if (m_position == m_text.size() || m_text[m_position] != character)
            return false;
        ++m_position;
        return true;
    }

    void expect(char character)
    {
        if (!accept(character))
            fail();
    }

    std::string string()
    {
        skipBlanks();
        const char quote = m_position < m_text.size() ? m_text[m_position] : '\0';
        if (quote != '\'' && quote != '"')
            throw DataError(m_where + ": holds a record array or another kind of number; save plain float arrays");
        const std::size_t end = m_text.find(quote, m_position + 1);
        if (end == std::string_view::npos)
            fail();
        const std::string_view text = m_text.substr(m_position + 1, end - m_position - 1);
        m_position = end + 1;
        return std::string(text);
    }

    bool boolean()
    {
        skipBlanks();
        for (const auto &[word, value] : {std::pair<std::string_view, bool>{"True", true}, {"False", false}}) {
            if (m_text.substr(m_position).starts_with(word)) {
                m_position += word.size();
                return value;
            }
        }
        fail();
    }

    std::vector<std::int64_t> tuple()
    {
        std::vector<std::int64_t> shape;
        expect('(');
        while (!accept(')')) {
            skipBlanks();
            std::int64_t dimension = 0;
            const char *const begin = m_text.data() + m_position;
            const auto [end, error] = std::from_chars(begin, m_text.data() + m_text.size(), dimension);
            if (error != std::errc() || dimension < 0 || shape.size() == kMaxDimensions)
                fail();
            m_position += static_cast<std::size_t>(end - begin);
            shape.push_back(dimension);
            if (!accept(',')) {
                expect(')');
                break;
            }
        }
        return shape;
    }

    void setType(const std::string &descr, NpyHeader &header) const
    {
        const char order = descr.empty() ? '\0' : descr.front();
        const std::string_view code = std::string_view(descr).substr(descr.empty() ? 0 : 1);
        const auto type = std::ranges::find(kTypeCodes, code, &TypeCode::code);
        if (type == std::end(kTypeCodes) || (order != '<' && order != '>' && order != '|' && order != '='))
            throw DataError(m_where + ": holds " + quoted(descr)
                            + ", expected numbers such as '<f4' or '<f8'; Python objects, strings and complex numbers "
                              "are never read");
        header.dtype = type->dtype;
        header.bigEndian = order == '>';
    }

    std::string_view m_text;
    const std::string &m_where;
    std::size_t m_position = 0;
};

void swapBytes(std::vector<std::byte> &data, std::size_t size)
{
    for (std::size_t i = 0; i + size <= data.size(); i += size)
        std::reverse(data.begin() + static_cast<std::ptrdiff_t>(i),
                     data.begin() + static_cast<std::ptrdiff_t>(i + size));
}

/// Column-major to row-major, for any number of dimensions: walks the result in order, the source by strides.
std::vector<std::byte> rowMajor(const std::vector<std::byte> &data, const std::vector<std::int64_t> &shape,
                                std::size_t size)
{
    std::vector<std::byte> result(data.size());
    std::vector<std::int64_t> index(shape.size());
    std::vector<std::int64_t> stride(shape.size(), 1);
    for (std::size_t d = 1; d < shape.size(); ++d)
        stride[d] = stride[d - 1] * shape[d - 1];
    std::int64_t source = 0;
    for (std::size_t target = 0; target < result.size(); target += size) {
        std::memcpy(result.data() + target, data.data() + static_cast<std::size_t>(source) * size, size);
        for (std::size_t d = shape.size(); d-- > 0;) {
            source += stride[d];
            if (++index[d] < shape[d])
                break;
            source -= stride[d] * shape[d];
            index[d] = 0;
        }
    }
    return result;
}

} // namespace

NpyHeader readNpyHeader(std::span<const std::byte> head, const std::string &where)
{
    const std::string_view text(reinterpret_cast<const char *>(head.data()), head.size());
    if (!text.starts_with(kMagic) || text.size() < 12)
        throw DataError(where + " is not a NumPy array");
    const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(text[i])); };
    const std::size_t version = byte(6);
    if (version < 1 || version > 3)
        throw DataError(where + ": the array has format version " + std::to_string(version) + ", expected 1 to 3");
    const std::size_t begin = version == 1 ? 10 : 12;
    std::size_t length = byte(8) | byte(9) << 8;
    if (version > 1)
        length |= byte(10) << 16 | byte(11) << 24;
    if (length > text.size() - begin)
        throw DataError(where + ": the head of the array would have " + std::to_string(length)
                        + " bytes, more than there are");
    NpyHeader header;
    header.headerBytes = begin + length;
    DictionaryReader(text.substr(begin, length), where).read(header);
    checkedCount(header.shape, dtypeSize(header.dtype), where);
    return header;
}

NamedTensor tensorFromNpy(std::string name, const NpyHeader &header, std::vector<std::byte> data)
{
    const std::size_t size = dtypeSize(header.dtype);
    if (header.bigEndian)
        swapBytes(data, size);
    if (header.fortranOrder && header.shape.size() > 1)
        data = rowMajor(data, header.shape, size);
    return {std::move(name), header.dtype, header.shape, std::move(data)};
}

std::vector<std::byte> npyFromTensor(const NamedTensor &tensor)
{
    if (tensor.dtype == DType::BF16)
        return npyFromTensor(makeTensor<float>(tensor.name, tensor.shape, tensorValues<float>(tensor)));
    const auto type = std::ranges::find(kTypeCodes, tensor.dtype, &TypeCode::dtype);
    std::string dictionary = std::string("{'descr': '") + (dtypeSize(tensor.dtype) == 1 ? '|' : '<');
    dictionary += type->code;
    dictionary += "', 'fortran_order': False, 'shape': (";
    for (const std::int64_t dimension : tensor.shape)
        dictionary += std::to_string(dimension) + ",";
    dictionary += "), }";
    const std::size_t used = kMagic.size() + 4 + dictionary.size() + 1;
    dictionary.append((kAlignment - used % kAlignment) % kAlignment, ' ');
    dictionary += '\n';
    std::string head(kMagic);
    head += {1, 0, static_cast<char>(dictionary.size() & 255), static_cast<char>(dictionary.size() >> 8)};
    head += dictionary;
    std::vector<std::byte> bytes(head.size() + tensor.bytes.size());
    std::memcpy(bytes.data(), head.data(), head.size());
    std::ranges::copy(tensor.bytes, bytes.begin() + static_cast<std::ptrdiff_t>(head.size()));
    return bytes;
}

} // namespace gatescope
