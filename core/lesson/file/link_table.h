// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/file/lesson.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// What kind of value a link's entry takes.
enum class LinkValue { None, Whole, Real, Word, Setting };

/// One thing a link can do. Layers count from 1, everything else from 0, as on the screen.
struct LinkInfo {
    std::string_view id;
    LinkValue value;
    double minimum, maximum;
    std::string_view words;   ///< choices of a Word, separated by "|"; empty: any text
    std::string_view summary; ///< what it does, with %1 for its value: "show step %1"
    bool training;            ///< whether it changes what is trained: then it costs time
};

/// All there are: places, what-ifs, training, what is opened, what is pointed at. "set.ID" stands for every setting.
std::span<const LinkInfo> linkTable();
/// The entry for an id ("set.lr" finds "set."), or nullptr.
const LinkInfo *findLink(std::string_view id);
/// What is wrong with a step, or nothing: an unknown id, a value that is none, or out of its range.
std::optional<std::string> linkProblem(const LinkStep &step);
/// What each step of a link will do, in words: "show step 12", "hold the update gate of every unit at 1". Steps that
/// linkTable() does not know are left out.
std::vector<std::string> linkPhrases(const std::vector<LinkStep> &steps);
/// In words what following a link will do, for its tooltip: "Show step 12; hold z at 1 in every unit."
std::string linkInWords(const std::vector<LinkStep> &steps);

} // namespace gatescope
