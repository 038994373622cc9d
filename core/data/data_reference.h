// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace gatescope {

/// Tells whether a file is still the one that was read: its size and a checksum over its bytes.
struct FileFingerprint {
    std::uint64_t bytes = 0;
    std::string checksum; ///< 16 hexadecimal digits

    bool operator==(const FileFingerprint &) const = default;
};

enum class DataOrigin { File, Bundled, Generated };

/// Where the data of a training comes from, so that it is found, made or checked again, also on another machine.
struct DataReference {
    DataOrigin origin = DataOrigin::File;
    std::string id; ///< of a bundled data set or generated task; a file is named by ModelFile::dataSource
    std::map<std::string, double> values;       ///< options of a generated task
    std::uint64_t seed = 0;                     ///< of a generated task
    std::optional<FileFingerprint> fingerprint; ///< of a file, bundled ones too

    bool operator==(const DataReference &) const = default;
};

} // namespace gatescope
