// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/file/lesson_fields.h"

#include "core/data/text/number_text.h"
#include "core/error.h"
#include "core/lesson/file/lesson_words.h"

#include <algorithm>
#include <set>

namespace gatescope {

namespace {

/// The fields of one block, taken one by one; what is left over at the end is a mistake.
class Fields {
public:
    Fields(std::string_view kind, std::size_t line, const std::vector<LessonField> &fields, const TellAt &tell)
        : m_kind(kind), m_line(line), m_fields(fields), m_tell(tell)
    {
    }

    const LessonField *find(const std::string &key)
    {
        m_known.insert(key);
        const auto found = std::ranges::find(m_fields, key, &LessonField::key);
        return found == m_fields.end() ? nullptr : &*found;
    }
    std::string text(const std::string &key)
    {
        const LessonField *field = find(key);
        return field ? field->value : std::string();
    }
    std::string required(const std::string &key)
    {
        const std::string value = text(key);
        if (value.empty())
            m_tell(m_line, "the block " + m_kind + " lacks \"" + key + ": …\"");
        return value;
    }
    double number(const std::string &key, std::optional<double> fallback)
    {
        const LessonField *field = find(key);
        if (!field && fallback)
            return *fallback;
        const auto value = field ? parseNumber(field->value) : std::nullopt;
        if (!value)
            m_tell(field ? field->line : m_line, key + " of the block " + m_kind + " must be a number"
                                                     + (field ? ", found " + quoted(field->value) : ""));
        return value.value_or(0.0);
    }
    /// A link: "train.to=5", "do:train.to=5", or the name of a stored run alone.
    DoLink link(const std::string &key)
    {
        const LessonField *field = find(key);
        if (!field || field->value.empty())
            return {};
        std::string value = field->value.starts_with("do:") ? field->value.substr(3) : field->value;
        if (value.find('=') == std::string::npos && value.ends_with(".safetensors"))
            value = "open=" + value;
        return {field->line, {}, parseLink(value, at(field->line))};
    }
    TellProblem at(std::size_t line) const
    {
        return [this, line](const std::string &message) { m_tell(line, message); };
    }
    std::size_t lineOf(const std::string &key)
    {
        const LessonField *field = find(key);
        return field ? field->line : m_line;
    }
    const std::vector<LessonField> &all() const { return m_fields; }
    void done(const std::set<std::string> &repeatable = {})
    {
        std::set<std::string> seen;
        for (const LessonField &field : m_fields) {
            if (!m_known.contains(field.key))
                m_tell(field.line, "the block " + m_kind + " has no key " + quoted(field.key));
            else if (!seen.insert(field.key).second && !repeatable.contains(field.key))
                m_tell(field.line, "the block " + m_kind + " says " + quoted(field.key) + " twice");
        }
    }

private:
    std::string m_kind;
    std::size_t m_line;
    const std::vector<LessonField> &m_fields;
    const TellAt &m_tell;
    std::set<std::string> m_known;
};

void readChoice(Fields &fields, LessonAsk &ask, const TellAt &tell)
{
    const std::string list = fields.required("options"), answer = fields.required("answer");
    for (std::size_t begin = 0; begin <= list.size();) {
        const std::size_t bar = std::min(list.find('|', begin), list.size());
        ask.options.emplace_back(trimmed(std::string_view(list).substr(begin, bar - begin)));
        begin = bar + 1;
    }
    const auto right = std::ranges::find(ask.options, answer);
    if (ask.options.size() < 2 || std::ranges::find(ask.options, "") != ask.options.end())
        tell(fields.lineOf("options"), "options are at least two, separated by |");
    else if (right == ask.options.end())
        tell(fields.lineOf("answer"), "the answer " + quoted(answer) + " is none of the options");
    ask.right = static_cast<std::size_t>(right - ask.options.begin());
}

void readNumber(Fields &fields, LessonAsk &ask)
{
    const std::string answer = fields.required("answer");
    ask.tolerance = fields.number("tolerance", std::nullopt);
    if (const auto value = parseNumber(answer))
        ask.answer = *value;
    else if (const auto metric = parseMetric(answer, fields.at(fields.lineOf("answer"))))
        ask.answer = *metric;
}

LessonAsk readAsk(Fields &fields, const TellAt &tell)
{
    LessonAsk ask;
    ask.pair = fields.text("pair");
    const std::string time = fields.text("when");
    ask.time = time == "before" ? AskTime::Before : time == "after" ? AskTime::After : AskTime::Page;
    if (!time.empty() && time != "before" && time != "page" && time != "after")
        tell(fields.lineOf("when"), "when must be before, page or after, found " + quoted(time));
    if (ask.time == AskTime::After && !ask.pair.empty() && !fields.find("question"))
        return ask; // the item of the same pair that was asked before
    ask.question = fields.required("question");
    ask.because = fields.required("because");
    const std::string kind = fields.text("kind").empty() ? "choice" : fields.text("kind");
    ask.of = fields.link("of");
    if (kind == "choice") {
        readChoice(fields, ask, tell);
    } else if (kind == "number") {
        ask.kind = AskKind::Number;
        readNumber(fields, ask);
    } else if (kind == "where") {
        ask.kind = AskKind::Where;
        ask.place = fields.link("answer").steps;
        if (ask.place.empty())
            tell(fields.lineOf("answer"), "the answer of a where is a place: inspect.step=15&inspect.unit=6");
    } else {
        tell(fields.lineOf("kind"), "kind must be choice, number or where, found " + quoted(kind));
    }
    return ask;
}

LessonCheck readCheck(Fields &fields, const TellAt &tell)
{
    LessonCheck check;
    check.task = fields.required("task");
    check.when = parseConditions(fields.required("when"), fields.at(fields.lineOf("when")));
    check.by = fields.link("by");
    if (check.by.steps.empty())
        tell(fields.lineOf("by"), "the block check lacks \"by: …\", the link that makes it true");
    for (const LessonField &field : fields.all()) {
        if (field.key == "hint")
            check.hints.push_back(field.value);
    }
    fields.find("hint");
    return check;
}

LessonPromise readPromise(Fields &fields, const TellAt &tell)
{
    LessonPromise promise;
    const std::string metric = fields.required("metric");
    if (!metric.empty())
        promise.metric = parseMetric(metric, fields.at(fields.lineOf("metric"))).value_or(MetricCall{});
    promise.value = fields.number("value", std::nullopt);
    promise.tolerance = fields.number("tolerance", std::nullopt);
    if (promise.tolerance < 0.0)
        tell(fields.lineOf("tolerance"), "the tolerance must not be negative");
    promise.of = fields.link("of");
    return promise;
}

} // namespace

std::optional<LessonBlock> readLessonBlock(std::string_view kind, std::size_t line,
                                           const std::vector<LessonField> &given, const TellAt &tell)
{
    Fields fields(kind, line, given, tell);
    LessonBlock block{line, {}};
    if (kind == "ask")
        block.content = readAsk(fields, tell);
    else if (kind == "check")
        block.content = readCheck(fields, tell);
    else if (kind == "promise")
        block.content = readPromise(fields, tell);
    else
        return std::nullopt;
    fields.done(kind == "check" ? std::set<std::string>{"hint"} : std::set<std::string>{});
    return block;
}

} // namespace gatescope
