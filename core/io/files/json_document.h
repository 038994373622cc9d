// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

namespace gatescope {

/// What parseStrictJson() read: a value of nlohmann's whose end allocates nothing, at most 32 levels deep. nlohmann's
/// own destructor builds a list of all that is nested in a value, and where there is no memory for the list the program
/// ends.
class JsonDocument : public nlohmann::json {
public:
    JsonDocument() = default;
    JsonDocument(JsonDocument &&) = default;
    JsonDocument &operator=(JsonDocument &&) = delete;
    ~JsonDocument();
};

/// What an exception of nlohmann's says, without its class and number: "key 'x' not found".
std::string jsonComplaint(const nlohmann::json::exception &error);

} // namespace gatescope
