// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace gatescope::fuzz {

/// A reader of foreign bytes. It returns for whatever it is given: what is no good is refused with an Error of the
/// core, which the target catches. Anything else (another exception, a sanitizer's report) is a fault.
/// @throws std::logic_error when what was read contradicts itself
using Target = void (*)(std::span<const std::byte> input);

void readCsvText(std::span<const std::byte> input);   ///< first byte: which options are given; the rest: the file
void readModelFile(std::span<const std::byte> input); ///< safetensors, with a checksum that is made to fit
void readNpzFile(std::span<const std::byte> input);
void readOnnxFile(std::span<const std::byte> input);
void readJsonParts(std::span<const std::byte> input); ///< first byte: which part of a model file's metadata
void readLessonText(std::span<const std::byte> input);
void readClassFiles(std::span<const std::byte> input); ///< first byte: even, a class set-up; odd, a results file
void readText(std::span<const std::byte> input);       ///< first byte: the window; the rest: the text

struct NamedTarget {
    std::string_view name; ///< also the folder of its corpus, and gatescope_fuzz_<name>
    Target run;
};
inline constexpr std::array<NamedTarget, 8> kTargets{{{"csv", readCsvText},
                                                      {"model", readModelFile},
                                                      {"npz", readNpzFile},
                                                      {"onnx", readOnnxFile},
                                                      {"json", readJsonParts},
                                                      {"lesson", readLessonText},
                                                      {"class", readClassFiles},
                                                      {"text", readText}}};

/// @throws std::logic_error with the sentence unless it holds
void require(bool holds, const char *sentence);

} // namespace gatescope::fuzz
