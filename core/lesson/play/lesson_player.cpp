// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/play/lesson_player.h"

#include "core/data/text/number_text.h"
#include "core/error.h"
#include "core/inspect/phase_caption.h"
#include "core/lesson/file/link_table.h"
#include "core/train/settings/settings_table.h"

#include <algorithm>

namespace gatescope {

double lessonWork(const Settings &settings, Index steps, std::int64_t batches)
{
    const double sequences = static_cast<double>(batches) * static_cast<double>(settings.training.batch);
    return 6.0 * sequences * static_cast<double>(steps) * static_cast<double>(settings.network.parameterCount());
}

namespace {

std::int64_t whole(const LinkStep &step)
{
    return static_cast<std::int64_t>(parseNumber(step.value).value_or(0.0));
}

} // namespace

void LessonPlayer::play(const DoLink &link)
{
    m_place = {};
    if (link.steps.empty() || link.steps.front().id != "open")
        open("");
    for (const LinkStep &step : link.steps)
        follow(step);
}

void LessonPlayer::open(const std::string &name)
{
    m_place = {};
    m_trail = "open=" + name;
    if (const auto known = m_known.find(m_trail); known != m_known.end()) {
        m_state = known->second;
        return;
    }
    const auto found = m_lesson.starts.find(name);
    if (found == m_lesson.starts.end() && !name.ends_with(".safetensors"))
        throw DataError("the lesson has no start." + name + "; open names one, or a stored run of its folder");
    const LessonStart start = found == m_lesson.starts.end() ? LessonStart{0, name, {}} : found->second;
    m_state = std::make_shared<LessonState>(openLessonStart(start, m_lesson.folder, m_resources));
    m_known[m_trail] = m_state;
}

void LessonPlayer::follow(const LinkStep &step)
{
    if (step.id == "open")
        open(step.value);
    else if (const LinkInfo *info = findLink(step.id); info && info->training) {
        m_trail += "&" + step.id + "=" + step.value;
        if (const auto known = m_known.find(m_trail); known != m_known.end()) {
            m_state = known->second;
            return;
        }
        ownState();
        train(step);
        m_known[m_trail] = m_state;
    } else
        goTo(step);
}

/// A state that is remembered under its trail stays as it is: what follows works on a copy.
void LessonPlayer::ownState()
{
    auto copy = std::make_shared<LessonState>(*m_state);
    copy->trainer = std::make_shared<Trainer<float>>(copy->settings,
                                                     TrainingData<float>{copy->data->train, copy->data->validation});
    copy->trainer->restore(m_state->trainer->state());
    m_state = std::move(copy);
}

void LessonPlayer::train(const LinkStep &step)
{
    if (step.id == "train.to") {
        advance(whole(step), 0);
        return;
    }
    if (step.id == "train.steps") {
        advance(0, whole(step));
        return;
    }
    if (step.id == "press" && step.value != "reset") {
        press(step.value);
        return;
    }
    if (step.id != "train.reset" && step.id != "press") {
        const SettingInfo *setting = findSetting(std::string_view(step.id).substr(4));
        setSettingText(*setting, m_state->settings, step.value);
        if (setting->effect == SettingEffect::Live) {
            m_state->trainer->setLiveSettings(m_state->settings);
            return;
        }
    }
    // New weights: a setting that waits for them, or the reset that was asked for.
    m_state->trainer = std::make_shared<Trainer<float>>(
        m_state->settings, TrainingData<float>{m_state->data->train, m_state->data->validation});
    const auto parameters = std::as_const(m_state->trainer->network()).parameters();
    m_state->parameters.assign(parameters.begin(), parameters.end());
    m_state->history.clear();
    m_state->batch = {};
    m_state->epoch = m_state->steps = m_state->bestEpoch = m_state->divergedStep = 0;
}

/// As the key would; what only moves the picture changes nothing here.
void LessonPlayer::press(const std::string &action)
{
    if (action == "batch")
        advance(0, m_state->trainer->stepsTrained() + 1);
    else if (action == "epoch")
        advance(m_state->trainer->epochsTrained() + 1, 0);
    else if (action == "run")
        advance(m_state->settings.training.epochs, 0);
}

void LessonPlayer::advance(std::int64_t epochs, std::int64_t steps)
{
    LessonState &state = *m_state;
    Trainer<float> &trainer = *state.trainer;
    Settings settings = state.settings;
    settings.training.epochs = std::max(settings.training.epochs, epochs);
    trainer.setLiveSettings(settings);
    const std::int64_t target = epochs > 0 ? epochs * trainer.batchesPerEpoch() : steps;
    const double work = lessonWork(state.settings, state.data->train.steps(), target - trainer.stepsTrained());
    if (work > kMostLessonWork)
        throw DataError("training so far takes " + formatNumber(work, 2) + " multiplications, a link may take "
                        + formatNumber(kMostLessonWork, 2) + "; store the run and open it");
    std::vector<float> before;
    while (trainer.stepsTrained() < target) {
        StepResult result;
        if (steps > 0) { // phase by phase, and the update is measured
            const auto weights = std::as_const(trainer.network()).parameters();
            before.assign(weights.begin(), weights.end());
            while (trainer.stepPhase(result) != Phase::Update && result.outcome != StepOutcome::Diverged) {
            }
        } else {
            result = trainer.step();
        }
        state.batch = result.batch;
        if (result.outcome == StepOutcome::Diverged) {
            state.divergedStep = trainer.batchUnderWay().step;
            break;
        }
        if (steps > 0) {
            const UpdateRatios update =
                updateRatios<float>(trainer.settings().network, before, std::as_const(trainer.network()).parameters());
            state.updatePercent = 100.0 * phaseNumbers(trainer, &update).updateRatio;
        }
        if (result.epoch)
            state.history.push_back(*result.epoch);
        if (result.outcome == StepOutcome::Finished || result.outcome == StepOutcome::EarlyStopped)
            break;
    }
    const auto parameters = std::as_const(trainer.network()).parameters();
    state.parameters.assign(parameters.begin(), parameters.end());
    state.epoch = trainer.epochsTrained();
    state.steps = trainer.stepsTrained();
    state.bestEpoch = trainer.bestEpoch();
    state.bestLoss = trainer.bestLoss();
}

void LessonPlayer::goTo(const LinkStep &step)
{
    const double number = parseNumber(step.value).value_or(0.0);
    if (step.id == "inspect.sequence")
        m_place.sequence = whole(step);
    else if (step.id == "inspect.layer")
        m_place.layer = whole(step) - 1;
    else if (step.id == "inspect.step")
        m_place.step = whole(step);
    else if (step.id == "inspect.unit")
        m_place.unit = whole(step);
    else if (step.id == "hold.r")
        m_place.holdReset = number;
    else if (step.id == "hold.z")
        m_place.holdUpdate = number;
    else if (step.id == "hold.clear")
        m_place.holdReset = m_place.holdUpdate = std::nullopt;
    else if (step.id == "moment" && whole(step) > m_state->epoch)
        throw DataError("the run has no moment after epoch " + step.value + ", it was trained for "
                        + std::to_string(m_state->epoch));
    const auto &network = m_state->settings.network;
    m_state->sequence(m_place.sequence);
    if (m_place.layer >= network.layers || m_place.unit >= network.hidden || m_place.step >= m_state->data->all.steps())
        throw DataError(step.id + "=" + step.value + " is not there: the network has " + std::to_string(network.layers)
                        + " layers of " + std::to_string(network.hidden) + " units, a sequence "
                        + std::to_string(m_state->data->all.steps()) + " steps");
}

} // namespace gatescope
