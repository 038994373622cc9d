// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the option tables are made of: how a field of each type becomes an OptionValue and back.
#pragma once

#include "core/data/options/option_table.h"

#include <array>
#include <concepts>
#include <optional>

namespace gatescope::option_fields {

inline OptionValue valueOf(bool field)
{
    return field;
}
inline OptionValue valueOf(std::int64_t field)
{
    return field;
}
inline OptionValue valueOf(std::uint64_t field)
{
    return field;
}
inline OptionValue valueOf(double field)
{
    return field;
}
inline OptionValue valueOf(char field)
{
    return field == 0 ? std::string() : std::string(1, field);
}
inline OptionValue valueOf(const std::string &field)
{
    return field;
}
inline OptionValue valueOf(const std::vector<std::string> &field)
{
    return field;
}
inline OptionValue valueOf(const std::vector<Index> &field)
{
    return std::vector<std::int64_t>(field.begin(), field.end());
}
inline OptionValue valueOf(const std::array<double, 3> &field)
{
    return std::vector<double>(field.begin(), field.end());
}

template <typename T>
requires requires(T field, const OptionValue &value)
{
    field = std::get<T>(value);
}
void assign(T &field, const OptionValue &value)
{
    field = std::get<T>(value);
}
inline void assign(char &field, const OptionValue &value)
{
    const auto &text = std::get<std::string>(value);
    field = text.empty() ? char{0} : text.front();
}
inline void assign(std::array<double, 3> &field, const OptionValue &value)
{
    const auto &shares = std::get<std::vector<double>>(value);
    for (std::size_t i = 0; i < field.size(); ++i)
        field[i] = i < shares.size() ? shares[i] : 0.0;
}

// Enumerations go by their names, each with the pair of functions that its header declares.
inline OptionValue valueOf(TaskKind field)
{
    return std::string(taskKindName(field));
}
inline void assign(TaskKind &field, const OptionValue &value)
{
    field = taskKindFromName(std::get<std::string>(value));
}
inline OptionValue valueOf(ScaleKind field)
{
    return std::string(scaleKindName(field));
}
inline void assign(ScaleKind &field, const OptionValue &value)
{
    field = scaleKindFromName(std::get<std::string>(value));
}
inline OptionValue valueOf(MissingPolicy field)
{
    return std::string(missingPolicyName(field));
}
inline void assign(MissingPolicy &field, const OptionValue &value)
{
    field = missingPolicyFromName(std::get<std::string>(value));
}
inline OptionValue valueOf(LookBack field)
{
    return std::string(lookBackName(field));
}
inline void assign(LookBack &field, const OptionValue &value)
{
    field = lookBackFromName(std::get<std::string>(value));
}
inline OptionValue valueOf(SplitBy field)
{
    return std::string(splitByName(field));
}
inline void assign(SplitBy &field, const OptionValue &value)
{
    field = splitByFromName(std::get<std::string>(value));
}
inline OptionValue valueOf(TargetForm field)
{
    return std::string(targetFormName(field));
}
inline void assign(TargetForm &field, const OptionValue &value)
{
    field = targetFormFromName(std::get<std::string>(value));
}
inline OptionValue valueOf(TextEncoding field)
{
    return std::string(encodingName(field));
}
inline void assign(TextEncoding &field, const OptionValue &value)
{
    field = encodingFromName(std::get<std::string>(value));
}
inline OptionValue valueOf(const TimeFormat &field)
{
    return timeFormatName(field);
}
inline void assign(TimeFormat &field, const OptionValue &value)
{
    field = timeFormatFromName(std::get<std::string>(value));
}
inline OptionValue valueOf(const std::map<std::string, ColumnType> &field)
{
    std::map<std::string, std::string> types;
    for (const auto &[name, type] : field)
        types.emplace(name, columnTypeName(type));
    return types.empty() ? OptionValue() : types;
}
inline void assign(std::map<std::string, ColumnType> &field, const OptionValue &value)
{
    if (std::holds_alternative<std::monostate>(value)) {
        field.clear();
        return;
    }
    std::map<std::string, ColumnType> types;
    for (const auto &[name, type] : std::get<std::map<std::string, std::string>>(value))
        types.emplace(name, columnTypeFromName(type));
    field = std::move(types);
}

template <typename T>
OptionValue valueOf(const std::optional<T> &field)
{
    return field ? valueOf(*field) : OptionValue();
}
template <typename T>
void assign(std::optional<T> &field, const OptionValue &value)
{
    if (std::holds_alternative<std::monostate>(value)) {
        field.reset();
        return;
    }
    T held{};
    assign(held, value);
    field = std::move(held);
}

/// An entry with its access: `field<&DataOptions::window>({.id = "window", …})`.
template <auto Member, typename Options>
OptionEntry<Options> field(OptionEntry<Options> entry)
{
    entry.get = [](const Options &options) { return valueOf(options.*Member); };
    entry.set = [](Options &options, const OptionValue &value) { assign(options.*Member, value); };
    return entry;
}

} // namespace gatescope::option_fields
