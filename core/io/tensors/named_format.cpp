// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tensors/named_format.h"

#include "core/ascii.h"
#include "core/error.h"
#include "core/input_file.h"
#include "core/io/tensors/npz.h"
#include "core/io/tensors/safetensors.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

namespace {

constexpr std::size_t kSampledBytes = 4096;

struct NamedFormat {
    std::string_view extension;
    std::string_view name;
};

constexpr std::array kNamedFormats = {
    NamedFormat{".safetensors", "a safetensors file"},
    NamedFormat{".npz", "a NumPy file"},
    NamedFormat{".npy", "a NumPy file"},
    NamedFormat{".onnx", "an ONNX model"},
};

/// Printable characters, blanks and ends of lines only, in ASCII or any encoding above it.
bool isText(const std::vector<std::byte> &bytes)
{
    return std::ranges::all_of(bytes, [](std::byte byte) {
        const auto code = std::to_integer<unsigned char>(byte);
        return code >= 0x20 ? code != 0x7f : code == '\t' || code == '\n' || code == '\r' || code == '\f';
    });
}

} // namespace

void refuseFalseName(const std::filesystem::path &path)
{
    const std::string extension = lowered(path.extension().string());
    const auto *format = std::ranges::find(kNamedFormats, extension, &NamedFormat::extension);
    if (format == kNamedFormats.end() || looksLikeSafetensors(path) || looksLikeNpz(path))
        return;
    const InputFile file(path);
    std::vector<std::byte> start(static_cast<std::size_t>(std::min<std::uint64_t>(file.size(), kSampledBytes)));
    file.readAt(0, start);
    const std::string named = file.name() + " is named as " + std::string(format->name) + ", but ";
    if (start.empty())
        throw DataError(named + "is empty; fetch it again, or write it anew");
    if (isText(start))
        throw DataError(
            named + "holds text; if that is right, give it an ending that says so (.csv, .txt), else fetch it again");
    if (format->extension != ".onnx") // an ONNX model may begin with any of its fields: its reader says what is wrong
        throw DataError(named + "does not begin as one: it is of another kind, or only a part of one; fetch it again");
}

} // namespace gatescope
