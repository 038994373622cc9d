// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/io/export/exporters.h"
#include "core/io/files/strict_json.h"
#include "core/io/tensors/zip_reader.h"
#include "core/io/tensors/zip_writer.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace gatescope {

namespace {

/// Writes the few pickle opcodes (protocol 2) of an ordered dictionary of tensors. There is no reader, on purpose.
class StateDictPickle {
public:
    StateDictPickle()
    {
        m_bytes = "\x80\x02";
        emptyOrderedDict();
        m_bytes += '('; // MARK, for SETITEMS
    }

    void tensor(const TensorSlot &slot, const std::string &storage, const char *storageClass)
    {
        text(slot.name);
        global("torch._utils", "_rebuild_tensor_v2");
        m_bytes += "(("; // arguments of the function; inside, the persistent id of the storage
        text("storage");
        global("torch", storageClass);
        text(storage);
        text("cpu");
        integer(slot.size());
        m_bytes += "tQ"; // TUPLE, BINPERSID
        integer(0);      // the tensor begins where its storage does
        if (slot.rank == 2) {
            pair(slot.rows, slot.columns);
            pair(slot.columns, 1);
        } else {
            single(slot.rows);
            single(1);
        }
        m_bytes += '\x89'; // NEWFALSE: no gradient asked for
        emptyOrderedDict();
        m_bytes += "tR"; // TUPLE, REDUCE
    }

    std::string finish() { return m_bytes + "u."; } // SETITEMS, STOP

private:
    void text(std::string_view value)
    {
        m_bytes += 'X'; // BINUNICODE
        number(static_cast<std::uint32_t>(value.size()));
        m_bytes += value;
    }

    void integer(Index value)
    {
        m_bytes += 'J'; // BININT
        number(static_cast<std::uint32_t>(value));
    }

    void number(std::uint32_t value)
    {
        for (int shift = 0; shift < 32; shift += 8)
            m_bytes += static_cast<char>((value >> shift) & 255);
    }

    void single(Index value)
    {
        integer(value);
        m_bytes += '\x85'; // TUPLE1
    }

    void pair(Index first, Index second)
    {
        integer(first);
        integer(second);
        m_bytes += '\x86'; // TUPLE2
    }

    void global(std::string_view module, std::string_view name)
    {
        m_bytes += 'c';
        m_bytes += module;
        m_bytes += '\n';
        m_bytes += name;
        m_bytes += '\n';
    }

    void emptyOrderedDict()
    {
        global("collections", "OrderedDict");
        m_bytes += ")R"; // EMPTY_TUPLE, REDUCE
    }

    std::string m_bytes;
};

constexpr const char *kFolder = "archive/";

std::string pickleOf(const ModelFile &model)
{
    const char *storageClass = model.precision == Precision::Float64 ? "DoubleStorage" : "FloatStorage";
    StateDictPickle pickle;
    std::size_t storage = 0;
    const ParameterLayout layout(model.settings.network);
    for (const TensorSlot &slot : layout.slots())
        pickle.tensor(slot, std::to_string(storage++), storageClass);
    return pickle.finish();
}

std::vector<std::byte> entryNamed(const ZipReader &archive, const std::string &name)
{
    const auto entry = std::ranges::find(archive.entries(), name, &ZipEntry::name);
    if (entry == archive.entries().end())
        throw DataError(archive.name() + ": entry " + gatescope::quoted(name) + " is missing");
    return archive.read(static_cast<std::size_t>(entry - archive.entries().begin()));
}

} // namespace

WrittenPaths writeTorch(const ModelFile &model, const std::filesystem::path &path, const ExportOptions &)
{
    ZipWriter archive;
    archive.add(kFolder + std::string("data.pkl"), pickleOf(model));
    std::size_t storage = 0;
    const ParameterLayout layout(model.settings.network);
    for (const TensorSlot &slot : layout.slots())
        archive.add(kFolder + std::string("data/") + std::to_string(storage++),
                    weightTensor(model, slot.name, {slot.size()}, slotValues(model, slot)).bytes);
    archive.add(kFolder + std::string("version"), "3\n");
    archive.add(kFolder + std::string("gatescope.json"), jsonText(nlohmann::json(publicMetadata(model))));
    archive.write(path);
    return {path};
}

ModelFile readTorch(const std::filesystem::path &path, const ModelFile &model)
{
    const std::uint64_t limit = model.parameters.size() * sizeof(double) + (16U << 20);
    const ZipReader archive(path, limit);
    const std::string pickle = pickleOf(model);
    const std::vector<std::byte> found = entryNamed(archive, kFolder + std::string("data.pkl"));
    if (!std::ranges::equal(std::as_bytes(std::span(pickle)), found))
        throw DataError(archive.name() + ": its names, shapes or order differ from the model's");
    ModelFile read;
    read.settings = model.settings;
    read.precision = model.precision;
    std::size_t storage = 0;
    const ParameterLayout layout(model.settings.network);
    for (const TensorSlot &slot : layout.slots()) {
        NamedTensor tensor = weightTensor(model, slot.name, {slot.size()}, slotValues(model, slot));
        const std::size_t expected = tensor.bytes.size();
        tensor.bytes = entryNamed(archive, kFolder + std::string("data/") + std::to_string(storage++));
        if (tensor.bytes.size() != expected)
            throw DataError(archive.name() + ": tensor " + quoted(slot.name) + " has "
                            + std::to_string(tensor.bytes.size()) + " bytes, expected " + std::to_string(expected));
        const std::vector<double> values = tensorValues<double>(tensor);
        read.parameters.insert(read.parameters.end(), values.begin(), values.end());
    }
    return read;
}

} // namespace gatescope
