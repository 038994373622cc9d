// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/file/lesson_words.h"

#include "core/ascii.h"
#include "core/data/text/number_text.h"
#include "core/error.h"
#include "core/lesson/file/link_table.h"
#include "core/lesson/file/metric_table.h"

#include <algorithm>
#include <array>

namespace gatescope {

namespace {

constexpr std::size_t kLongestLink = 2000;
constexpr std::size_t kMostSteps = 32;

int hexDigit(char c)
{
    if (isDigit(c))
        return c - '0';
    const char lower = lowered(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// %XX to bytes; what is no such thing stays.
std::string decoded(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = i + 2 < text.size() && text[i] == '%' ? hexDigit(text[i + 1]) : -1;
        const int low = high >= 0 ? hexDigit(text[i + 2]) : -1;
        if (low >= 0) {
            plain += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

std::vector<std::string_view> splitAt(std::string_view text, std::string_view mark)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t place = text.find(mark);
        parts.push_back(trimmed(text.substr(0, place)));
        if (place == std::string_view::npos)
            return parts;
        text.remove_prefix(place + mark.size());
    }
}

/// One "![alt](target)" or "[label](target)" from `begin` on.
struct MarkdownLink {
    bool picture = false;
    std::string_view label, target;
    std::size_t end = 0; ///< place after it
};

std::optional<MarkdownLink> linkAt(std::string_view text, std::size_t begin)
{
    const std::size_t close = text.find("](", begin);
    const std::size_t end = close == std::string_view::npos ? close : text.find(')', close);
    const std::size_t nextOpen = text.find('[', begin + 1);
    if (end == std::string_view::npos || (nextOpen != std::string_view::npos && nextOpen < close))
        return std::nullopt;
    return MarkdownLink{begin > 0 && text[begin - 1] == '!', text.substr(begin + 1, close - begin - 1),
                        trimmed(text.substr(close + 2, end - close - 2)), end + 1};
}

} // namespace

bool isPlainName(std::string_view name)
{
    constexpr std::size_t kLongestName = 255; // bytes, of common file systems
    return !name.empty() && name.size() <= kLongestName && name.front() != '.'
           && std::ranges::none_of(name,
                                   [](char c) { return c == '/' || c == '\\' || c == ':' || (c >= '\0' && c < ' '); });
}

std::vector<LinkStep> parseLink(std::string_view text, const TellProblem &tell)
{
    std::vector<LinkStep> steps;
    if (text.size() > kLongestLink) {
        tell("the link has " + std::to_string(text.size()) + " characters, at most " + std::to_string(kLongestLink)
             + " are allowed; split it into several links");
        return steps;
    }
    for (const std::string_view part : splitAt(text, "&")) {
        const std::size_t sign = part.find('=');
        LinkStep step{decoded(part.substr(0, sign)),
                      sign == std::string_view::npos ? std::string() : decoded(part.substr(sign + 1))};
        if (steps.size() == kMostSteps) {
            tell("the link does more than " + std::to_string(kMostSteps) + " things; split it into several links");
            return steps;
        }
        if (const auto problem = linkProblem(step))
            tell(*problem);
        else
            steps.push_back(std::move(step));
    }
    return steps;
}

std::optional<MetricCall> parseMetric(std::string_view text, const TellProblem &tell)
{
    text = trimmed(text);
    const std::size_t question = text.find('?');
    MetricCall call{std::string(text.substr(0, question)), {}};
    if (question != std::string_view::npos) {
        for (const std::string_view part : splitAt(text.substr(question + 1), "&")) {
            const std::size_t sign = part.find('=');
            call.arguments[std::string(part.substr(0, sign))] =
                sign == std::string_view::npos ? std::string() : decoded(part.substr(sign + 1));
        }
    }
    if (const auto problem = metricProblem(call)) {
        tell(*problem);
        return std::nullopt;
    }
    return call;
}

std::vector<LessonCondition> parseConditions(std::string_view text, const TellProblem &tell)
{
    static constexpr std::array<std::pair<std::string_view, Comparison>, 5> kSigns = {{{"<=", Comparison::AtMost},
                                                                                       {">=", Comparison::AtLeast},
                                                                                       {"<", Comparison::Less},
                                                                                       {">", Comparison::Greater},
                                                                                       {" = ", Comparison::Equal}}};
    std::vector<LessonCondition> conditions;
    for (const std::string_view part : splitAt(text, " and ")) {
        const auto *const sign = std::ranges::find_if(
            kSigns, [&](const auto &entry) { return part.find(entry.first) != std::string_view::npos; });
        const std::size_t place = sign == kSigns.end() ? std::string_view::npos : part.find(sign->first);
        const auto value = place == std::string_view::npos ? std::optional<double>()
                                                           : parseNumber(part.substr(place + sign->first.size()));
        if (!value) {
            tell("a condition is METRIC, one of < <= = >= > with blanks around, and a number; found "
                 + quoted(std::string(part)));
            continue;
        }
        if (auto metric = parseMetric(part.substr(0, place), tell))
            conditions.push_back({std::move(*metric), sign->second, *value});
    }
    return conditions;
}

std::vector<DoLink> linksIn(std::string_view markdown, std::size_t firstLine, const std::filesystem::path &folder,
                            const std::function<void(std::size_t line, const std::string &message)> &tell)
{
    std::vector<DoLink> links;
    std::size_t line = firstLine;
    bool inCode = false;
    for (std::size_t i = 0; i < markdown.size(); ++i) {
        line += markdown[i] == '\n' ? 1 : 0;
        if (markdown[i] == '`')
            inCode = !inCode;
        if (markdown[i] == '\n' && i + 1 < markdown.size() && markdown[i + 1] == '\n')
            inCode = false; // a code span ends with its paragraph
        if (inCode || markdown[i] != '[')
            continue;
        const auto found = linkAt(markdown, i);
        if (!found)
            continue;
        if (found->picture) {
            const std::string name(found->target);
            if (!isPlainName(name) || !std::filesystem::is_regular_file(std::filesystem::symlink_status(folder / name)))
                tell(line,
                     "the picture " + quoted(name) + " is no file of the lesson's folder; put it beside lesson.md");
        } else if (found->target.starts_with("do:")) {
            std::vector<LinkStep> steps =
                parseLink(found->target.substr(3), [&](const std::string &message) { tell(line, message); });
            links.push_back({line, std::string(found->label), std::move(steps)});
        }
    }
    return links;
}

} // namespace gatescope
