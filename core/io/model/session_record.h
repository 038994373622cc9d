// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_reference.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace gatescope {

/// Reads a whole file, in pieces of 1 MiB. @throws IoError as InputFile
FileFingerprint fingerprintOf(const std::filesystem::path &path);

/// What was looked at. Counted from 0; whoever shows it keeps it within what there is.
struct SessionView {
    std::string workspace; ///< id, such as "inspect"; empty: as it is
    std::int64_t sequence = 0, layer = 0, step = 0, unit = 0;
    std::optional<std::int64_t> moment{}; ///< batches trained at the earlier moment that is shown; none: now
    /// What each workspace shows, by its id: a JSON object as text, which that workspace alone reads.
    std::map<std::string, std::string, std::less<>> states{};

    bool operator==(const SessionView &) const = default;
};

/// What a kept run knows of itself beyond its model; as a file of its own it is a run of the shelf.
struct RunRecord {
    std::string name, note, title; ///< what a person calls it, wrote about it; how its data is called
    bool pinned = false;
    std::map<std::string, double, std::less<>> metrics; ///< as they were measured, by id

    bool operator==(const RunRecord &) const = default;
};

/// What a session knows beyond its model: a model file with one of these opens as it was left.
struct SessionRecord {
    DataReference data;
    SessionView view;
    /// Whether the program wrote this by itself, to be recovered; then `savedAs` is the user's own file, which may be
    /// older, or empty when there is none. It is a name to suggest, never one to write to unasked.
    bool isAutosave = false;
    std::string savedAs;
    std::optional<RunRecord> run{}; ///< of a kept run

    bool operator==(const SessionRecord &) const = default;
};

/// As JSON text, for a model file's metadata.
std::string sessionRecordText(const SessionRecord &record);
/// The reverse. Entries that are not known are left aside: a later program may add some.
/// @throws DataError beginning with `where` if an entry is missing, of another kind or beyond its limit
SessionRecord sessionRecordFromText(std::string_view text, const std::string &where);

} // namespace gatescope
