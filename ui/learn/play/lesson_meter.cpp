// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/play/lesson_meter.h"

#include "core/error.h"
#include "core/lesson/file/metric_table.h"
#include "core/lesson/play/lesson_source.h"
#include "ui/document/shared/actions.h"
#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"
#include "ui/look/short_number.h"

#include <algorithm>

namespace gatescope {

namespace {

/// What is known without running the network.
bool isCheap(const MetricCall &metric)
{
    return metric.id.starts_with("place.") || metric.id.starts_with("batch.") || metric.id.starts_with("best.")
           || metric.id == "epoch" || metric.id == "steps" || metric.id == "diverged.step" || metric.id == "parameters"
           || metric.id == "windows" || metric.id == "window";
}

/// "training loss: 0.0312"; a batch that never came is no number.
QString findingText(const std::string &id, double value)
{
    if (id == "diverged.step" && value == 0.0)
        return LessonMeter::tr("loss and gradient: finite in every batch");
    return QStringLiteral("%1: %2").arg(coreWords(findLessonMetric(id)->summary), shortNumber(value));
}

/// What the conditions came to, in words.
struct Findings {
    bool holds = true;
    QString text;
};

/// Measures the conditions of one kind; ends with the first that does not hold.
void measure(const LessonCheck &check, const LessonState &state, const LessonPlace &place, bool cheap,
             Findings &findings)
{
    for (const LessonCondition &condition : check.when) {
        if (!findings.holds || isCheap(condition.metric) != cheap)
            continue;
        const double value = lessonMetric(condition.metric, state, place);
        findings.holds = condition.holds(value);
        if (condition.metric.id.starts_with("place."))
            continue; // where one stands is seen
        if (!findings.text.isEmpty())
            findings.text += QLatin1Char('\n');
        findings.text += findingText(condition.metric.id, value);
    }
}

std::optional<double> heldAt(const Actions &actions, const char *id)
{
    const QString value = actions.value(QString::fromLatin1(id));
    return value.isEmpty() ? std::nullopt : std::optional(value.toDouble());
}

} // namespace

LessonMeter::LessonMeter(Document &document, Selection &selection, Actions &actions, QObject *parent)
    : QObject(parent), m_document(document), m_selection(selection), m_actions(actions)
{
}

bool LessonMeter::Moment::operator==(const Moment &other) const
{
    return snapshot == other.snapshot && place.sequence == other.place.sequence && place.layer == other.place.layer
           && place.step == other.place.step && place.unit == other.place.unit
           && place.holdReset == other.place.holdReset && place.holdUpdate == other.place.holdUpdate;
}

LessonMeter::Moment LessonMeter::moment() const
{
    return {m_document.training().snapshot(),
            {m_selection.sequence(), m_selection.layer(), m_selection.step(), m_selection.unit(),
             heldAt(m_actions, "hold.r"), heldAt(m_actions, "hold.z")}};
}

std::shared_ptr<LessonState> LessonMeter::state()
{
    const auto data = m_document.data();
    const auto now = m_document.training().snapshot();
    if (!data || !now)
        return nullptr;
    if (m_rawOf != data) {
        m_raw = rawInputsOf(*data, m_document.table());
        m_rawOf = data;
    }
    auto state = std::make_shared<LessonState>();
    state->data = data;
    state->rawInputs = m_raw;
    state->settings = now->settings;
    state->parameters = now->parameters;
    state->history = m_document.training().history().epochs();
    state->epoch = now->epoch;
    state->steps = now->step;
    state->bestEpoch = now->bestEpoch;
    state->bestLoss = now->bestLoss;
    if (m_document.training().history().batches() > 0)
        state->batch = m_document.training().history().lastBatch();
    if (now->state == SessionState::Diverged)
        state->divergedStep = now->step + 1;
    return state;
}

void LessonMeter::ask(const LessonCheck &check, std::function<void(bool, const QString &)> tell)
{
    const std::shared_ptr<LessonState> now = state();
    if (!now) {
        tell(false, {});
        return;
    }
    const LessonPlace place = moment().place;
    const auto findings = std::make_shared<Findings>();
    try {
        measure(check, *now, place, true, *findings);
    } catch (const Error &) {
        findings->holds = false; // nothing is trained yet: there is no such number
    }
    const bool more = std::ranges::any_of(check.when, [](const auto &each) { return !isCheap(each.metric); });
    if (!findings->holds || !more) {
        m_check.abandon();
        tell(findings->holds, findings->text);
        return;
    }
    m_check.start(
        [check, now, place, findings](const std::stop_token &) { measure(check, *now, place, false, *findings); },
        [findings, tell](const QString &error) {
            tell(error.isEmpty() && findings->holds, error.isEmpty() ? findings->text : QString());
        });
}

void LessonMeter::answer(const Lesson &lesson, const LessonAsk &ask,
                         std::function<void(std::optional<double>, const QString &)> tell)
{
    if (const double *value = std::get_if<double>(&ask.answer)) {
        tell(*value, {});
        return;
    }
    const auto found = std::make_shared<double>(0.0);
    m_answer.start(
        [found, lesson, of = ask.of, metric = std::get<MetricCall>(ask.answer),
         resources = m_document.resources()](const std::stop_token &) {
            LessonPlayer player(lesson, resources);
            player.play(of);
            *found = lessonMetric(metric, player.state(), player.place());
        },
        [found, tell](const QString &error) { tell(error.isEmpty() ? std::optional(*found) : std::nullopt, error); });
}

bool LessonMeter::isAt(const std::vector<LinkStep> &places) const
{
    return std::ranges::all_of(places, [this](const LinkStep &step) {
        return !step.id.starts_with("inspect.") || m_actions.value(fromText(step.id)) == fromText(step.value);
    });
}

} // namespace gatescope
