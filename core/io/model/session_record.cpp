// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model/session_record.h"

#include "core/error.h"
#include "core/input_file.h"
#include "core/io/files/json_document.h"
#include "core/io/files/strict_json.h"
#include "core/io/model/checksum.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <vector>

namespace gatescope {

namespace {

using nlohmann::json;

constexpr std::size_t kPiece = 1 << 20;
constexpr std::size_t kMaxText = 4096;
constexpr std::size_t kMaxId = 64;
constexpr std::size_t kMaxOptions = 64;
constexpr std::size_t kMaxValues = 20'000; ///< what-ifs take some each
constexpr std::size_t kMaxStates = 64;
constexpr std::size_t kChecksumDigits = 16;
constexpr std::string_view kOrigins[] = {"file", "bundled", "generated"};

/// Reads entries of one object; every refusal names the entry.
class Reader {
public:
    Reader(const json &document, std::string where) : m_document(document), m_where(std::move(where))
    {
        if (!document.is_object())
            throw DataError(m_where + ": is not an object");
    }

    bool has(const char *key) const { return m_document.contains(key); }

    const json &entry(const char *key) const
    {
        const auto found = m_document.find(key);
        if (found == m_document.end())
            throw DataError(m_where + ": " + quoted(key) + " is missing");
        return *found;
    }

    Reader object(const char *key) const { return {entry(key), m_where + ", " + quoted(key)}; }

    std::string text(const char *key, std::size_t limit) const
    {
        const json &value = entry(key);
        if (!value.is_string() || value.get_ref<const std::string &>().size() > limit)
            refuse(key, "a text of at most " + std::to_string(limit) + " bytes");
        return value.get<std::string>();
    }

    bool truth(const char *key) const
    {
        if (!entry(key).is_boolean())
            refuse(key, "true or false");
        return entry(key).get<bool>();
    }

    std::uint64_t count(const char *key, std::uint64_t limit = std::numeric_limits<std::uint64_t>::max()) const
    {
        const json &value = entry(key);
        if (!value.is_number_unsigned() || value.get<std::uint64_t>() > limit)
            refuse(key, "a whole number from 0 to " + std::to_string(limit));
        return value.get<std::uint64_t>();
    }

    std::map<std::string, double> numbers(const char *key) const
    {
        const json &object = entry(key);
        if (!object.is_object() || object.size() > kMaxOptions)
            refuse(key, "an object of at most " + std::to_string(kMaxOptions) + " numbers");
        std::map<std::string, double> result;
        for (const auto &[name, value] : object.items()) {
            if (name.size() > kMaxId || !value.is_number() || !std::isfinite(value.get<double>()))
                refuse(key, "finite numbers by short names");
            result[name] = value.get<double>();
        }
        return result;
    }

    /// Objects by short names, each as compact text.
    std::map<std::string, std::string, std::less<>> objects(const char *key) const
    {
        const json &all = entry(key);
        if (!all.is_object() || all.size() > kMaxStates)
            refuse(key, "an object of at most " + std::to_string(kMaxStates) + " objects");
        std::map<std::string, std::string, std::less<>> result;
        for (const auto &[name, value] : all.items()) {
            if (name.size() > kMaxId || !value.is_object())
                refuse(key, "objects by short names");
            result[name] = jsonText(value);
        }
        return result;
    }

    [[noreturn]] void refuse(const char *key, const std::string &expected) const
    {
        throw DataError(m_where + ": " + quoted(key) + " is " + quoted(jsonText(entry(key))) + ", expected "
                        + expected);
    }

private:
    const json &m_document;
    std::string m_where;
};

json dataJson(const DataReference &data)
{
    json document = {{"origin", kOrigins[static_cast<std::size_t>(data.origin)]}};
    if (data.origin != DataOrigin::File)
        document["id"] = data.id;
    if (data.origin == DataOrigin::Generated) {
        document["values"] = data.values;
        document["seed"] = data.seed;
    }
    if (data.fingerprint) {
        document["bytes"] = data.fingerprint->bytes;
        document["checksum"] = data.fingerprint->checksum;
    }
    return document;
}

DataReference readData(const Reader &reader)
{
    DataReference data;
    const std::string origin = reader.text("origin", kMaxId);
    const auto known = std::ranges::find(kOrigins, origin);
    if (known == std::end(kOrigins))
        reader.refuse("origin", "file, bundled or generated");
    data.origin = static_cast<DataOrigin>(known - std::begin(kOrigins));
    if (data.origin != DataOrigin::File)
        data.id = reader.text("id", kMaxId);
    if (data.origin == DataOrigin::Generated) {
        data.values = reader.numbers("values");
        data.seed = reader.count("seed");
    }
    if (reader.has("bytes") || reader.has("checksum")) {
        data.fingerprint = FileFingerprint{reader.count("bytes"), reader.text("checksum", kChecksumDigits)};
        if (data.fingerprint->checksum.size() != kChecksumDigits
            || data.fingerprint->checksum.find_first_not_of("0123456789abcdef") != std::string::npos)
            reader.refuse("checksum", "16 hexadecimal digits");
    }
    return data;
}

SessionView readView(const Reader &reader)
{
    constexpr auto kLast = static_cast<std::uint64_t>(std::numeric_limits<std::int32_t>::max());
    const auto index = [&reader](const char *key) { return static_cast<std::int64_t>(reader.count(key, kLast)); };
    SessionView view{reader.text("workspace", kMaxId), index("sequence"), index("layer"), index("step"), index("unit")};
    if (reader.has("moment"))
        view.moment = index("moment");
    if (reader.has("states"))
        view.states = reader.objects("states");
    return view;
}

json viewJson(const SessionView &view)
{
    json document = {{"workspace", view.workspace},
                     {"sequence", view.sequence},
                     {"layer", view.layer},
                     {"step", view.step},
                     {"unit", view.unit}};
    if (view.moment)
        document["moment"] = *view.moment;
    for (const auto &[id, state] : view.states)
        document["states"][id] =
            static_cast<const json &>(parseStrictJson(state, "state of " + quoted(id), kMaxValues));
    return document;
}

json runJson(const RunRecord &run)
{
    json metrics = json::object();
    for (const auto &[id, value] : run.metrics) {
        if (std::isfinite(value))
            metrics[id] = value;
    }
    return {{"name", run.name}, {"note", run.note}, {"title", run.title}, {"pinned", run.pinned}, {"metrics", metrics}};
}

RunRecord readRun(const Reader &reader)
{
    RunRecord run{reader.text("name", kMaxText),
                  reader.text("note", kMaxText),
                  reader.text("title", kMaxText),
                  reader.truth("pinned"),
                  {}};
    for (const auto &[id, value] : reader.numbers("metrics"))
        run.metrics[id] = value;
    return run;
}

} // namespace

FileFingerprint fingerprintOf(const std::filesystem::path &path)
{
    const InputFile file(path);
    Checksum checksum;
    std::vector<std::byte> piece(static_cast<std::size_t>(std::min<std::uint64_t>(file.size(), kPiece)));
    for (std::uint64_t offset = 0; offset < file.size(); offset += kPiece) {
        const std::span<std::byte> target =
            std::span(piece).first(static_cast<std::size_t>(std::min<std::uint64_t>(file.size() - offset, kPiece)));
        file.readAt(offset, target);
        checksum.add(target);
    }
    return {file.size(), checksum.text()};
}

std::string sessionRecordText(const SessionRecord &record)
{
    json document = {{"data", dataJson(record.data)},
                     {"view", viewJson(record.view)},
                     {"autosave", record.isAutosave},
                     {"saved_as", record.savedAs}};
    if (record.run)
        document["run"] = runJson(*record.run);
    return jsonText(document);
}

SessionRecord sessionRecordFromText(std::string_view text, const std::string &where)
{
    const JsonDocument document = parseStrictJson(text, where, kMaxValues);
    const Reader reader(document, where);
    SessionRecord record;
    record.data = readData(reader.object("data"));
    record.view = readView(reader.object("view"));
    record.isAutosave = reader.truth("autosave");
    record.savedAs = reader.text("saved_as", kMaxText);
    if (reader.has("run"))
        record.run = readRun(reader.object("run"));
    return record;
}

} // namespace gatescope
