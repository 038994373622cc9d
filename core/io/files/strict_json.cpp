// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/files/strict_json.h"

#include "core/error.h"
#include "core/io/files/json_document.h"
#include "core/printable.h"

namespace gatescope {

namespace {

using nlohmann::json;

constexpr std::size_t kMaxDepth = 32;

/// Builds the document event by event, which is the only place where a duplicate key can still be seen.
class StrictBuilder {
public:
    StrictBuilder(std::string where, std::size_t maxValues) : m_where(std::move(where)), m_maxValues(maxValues) {}

    JsonDocument take() { return std::move(m_root); }

    bool null() { return add(nullptr); }
    bool boolean(bool value) { return add(value); }
    bool number_integer(json::number_integer_t value) { return add(value); }
    bool number_unsigned(json::number_unsigned_t value) { return add(value); }
    bool number_float(json::number_float_t value, const json::string_t &) { return add(value); }
    bool string(json::string_t &value) { return add(std::move(value)); }
    bool binary(json::binary_t &) { return false; }
    bool start_object(std::size_t) { return open(json::object()); }
    bool start_array(std::size_t) { return open(json::array()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool key(json::string_t &name)
    {
        if (m_open.back()->contains(name))
            throw DataError(m_where + ": the key " + gatescope::quoted(name) + " stands twice");
        m_key = std::move(name);
        return true;
    }

    bool parse_error(std::size_t position, const std::string &, const json::exception &)
    {
        throw DataError(m_where + ": not valid JSON at byte " + std::to_string(position));
    }

private:
    json *place(json value)
    {
        if (++m_values > m_maxValues)
            throw DataError(m_where + ": more than " + std::to_string(m_maxValues) + " values");
        if (m_open.empty()) {
            static_cast<json &>(m_root) = std::move(value);
            return &m_root;
        }
        json &parent = *m_open.back();
        if (parent.is_array()) {
            parent.push_back(std::move(value));
            return &parent.back();
        }
        return &(parent[m_key] = std::move(value));
    }

    template <typename Value>
    bool add(Value &&value)
    {
        place(json(std::forward<Value>(value)));
        return true;
    }

    bool open(json container)
    {
        if (m_open.size() == kMaxDepth)
            throw DataError(m_where + ": nested deeper than " + std::to_string(kMaxDepth));
        m_open.push_back(place(std::move(container)));
        return true;
    }

    bool close()
    {
        m_open.pop_back();
        return true;
    }

    std::string m_where;
    std::size_t m_maxValues;
    JsonDocument m_root;
    std::vector<json *> m_open;
    std::string m_key;
    std::size_t m_values = 0;
};

/// From the leaves upwards: what is destroyed is empty then, and nothing has to be allocated for it.
void takeApart(json &value) noexcept
{
    if (!value.is_structured())
        return;
    for (json &child : value)
        takeApart(child);
    value.clear();
}

} // namespace

JsonDocument::~JsonDocument()
{
    takeApart(*this);
}

JsonDocument parseStrictJson(std::string_view text, const std::string &where, std::size_t maxValues)
{
    // The parser takes a NUL for the end of its input and would not see what follows.
    if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos)
        throw DataError(where + ": not valid JSON at byte " + std::to_string(nul));
    StrictBuilder builder(where, maxValues);
    json::sax_parse(text.begin(), text.end(), &builder);
    return builder.take();
}

std::int64_t wholeNumber(const nlohmann::json &value, const std::string &where, std::int64_t least)
{
    const bool fits = value.is_number_integer()
                      && (!value.is_number_unsigned()
                          || value.get<std::uint64_t>() <= std::uint64_t{std::numeric_limits<std::int64_t>::max()});
    if (!fits || value.get<std::int64_t>() < least)
        throw DataError(where + ": " + quoted(jsonText(value)) + " is no whole number"
                        + (least >= 0 ? " from " + std::to_string(least) + " on" : ""));
    return value.get<std::int64_t>();
}

std::uint64_t naturalNumber(const nlohmann::json &value, const std::string &where)
{
    if (!value.is_number_unsigned())
        throw DataError(where + ": " + quoted(jsonText(value)) + " is no whole number from 0 on");
    return value.get<std::uint64_t>();
}

std::string jsonComplaint(const json::exception &error)
{
    const std::string text = error.what();
    const std::size_t end = text.find("] ");
    return printable(end == std::string::npos ? text : text.substr(end + 2));
}

std::string jsonText(const json &value)
{
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string jsonString(std::string_view text)
{
    return jsonText(json(text));
}

} // namespace gatescope
