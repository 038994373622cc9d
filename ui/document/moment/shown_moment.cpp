// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/moment/shown_moment.h"

#include "core/train/optimisation/loss.h"
#include "ui/document/shared/epoch_reached.h"
#include "ui/look/theme.h"

#include <algorithm>
#include <limits>

namespace gatescope {

namespace {

constexpr int kFrameMilliseconds = 120;
constexpr std::size_t kFrames = 100; ///< of a film: longer trainings leave moments out

} // namespace

ShownMoment::ShownMoment(LiveTraining &training, QObject *parent) : QObject(parent), m_training(training)
{
    connect(&training, &LiveTraining::snapshotChanged, this, &ShownMoment::follow);
    connect(&training, &LiveTraining::sessionReset, this, &ShownMoment::restart);
    connect(&m_film, &QTimer::timeout, this, &ShownMoment::playNext);
    follow();
}

ShownMoment::~ShownMoment() = default;

void ShownMoment::restart()
{
    const bool wasEarlier = m_earlier.has_value() || m_trial.has_value();
    setPlaying(false);
    m_earlier.reset();
    m_trial.reset();
    m_made.reset();
    m_generation = -1;
    follow();
    if (wasEarlier)
        Q_EMIT changed();
}

void ShownMoment::follow()
{
    const std::shared_ptr<const Snapshot> snapshot = m_training.snapshot();
    const bool another = snapshot && m_generation >= 0 && snapshot->generation != m_generation;
    m_generation = snapshot ? snapshot->generation : -1;
    m_moments = m_training.session() ? m_training.session()->moments() : std::vector<TrainingMoment>();
    if (another && (m_earlier || m_trial)) {
        setPlaying(false);
        m_earlier.reset();
        m_trial.reset();
        m_made.reset();
        Q_EMIT changed();
    }
    Q_EMIT momentsChanged();
}

void ShownMoment::show(std::optional<std::int64_t> step)
{
    std::optional<TrainingMoment> found;
    if (step && !m_moments.empty()) {
        const auto distance = [&](const TrainingMoment &moment) { return std::abs(moment.step - *step); };
        const auto nearest = std::ranges::min_element(m_moments, {}, distance);
        if (nearest + 1 != m_moments.end())
            found = *nearest;
    }
    const bool same = found.has_value() == m_earlier.has_value() && (!found || found->step == m_earlier->step);
    if (same)
        return;
    m_earlier = std::move(found);
    m_made.reset();
    Q_EMIT changed();
}

void ShownMoment::tryWeight(const std::optional<WeightTrial> &trial)
{
    std::shared_ptr<const Snapshot> now = m_training.snapshot();
    const bool fits = trial && now && weightIndex(now->settings.network, trial->place);
    const std::optional<WeightTrial> next = fits ? trial : std::nullopt;
    if (next == m_trial)
        return;
    m_trial = next;
    m_triedOf.reset();
    Q_EMIT changed();
}

std::shared_ptr<const Snapshot> ShownMoment::snapshot() const
{
    std::shared_ptr<const Snapshot> base = untried();
    if (!m_trial || !base)
        return base;
    if (m_triedOf != base) {
        m_tried = withTrial(*base);
        m_triedOf = base;
    }
    return m_tried;
}

std::shared_ptr<const Snapshot> ShownMoment::withTrial(const Snapshot &base) const
{
    const std::optional<std::size_t> index = weightIndex(base.settings.network, m_trial->place);
    auto made = std::make_shared<Snapshot>(base);
    if (!index || *index >= made->parameters.size())
        return made;
    made->parameters[*index] = m_trial->value;
    made->gradientNorms = {}; // the last batch's were those of the network without the trial
    made->trace = traceOf(made->parameters, base);
    return made;
}

std::shared_ptr<const Snapshot> ShownMoment::untried() const
{
    std::shared_ptr<const Snapshot> now = m_training.snapshot();
    // Between a new session and the news of it, the moment is still one of another network.
    if (!m_earlier || !now || m_earlier->parameters->size() != now->parameters.size())
        return now;
    if (!m_made || m_made->probe != now->probe)
        m_made = snapshotOf(*m_earlier, *now);
    return m_made;
}

std::shared_ptr<const Snapshot> ShownMoment::snapshotOf(const TrainingMoment &moment, const Snapshot &now) const
{
    auto made = std::make_shared<Snapshot>();
    made->state = SessionState::Paused; // an earlier moment stands still
    made->settings = now.settings;
    made->generation = now.generation;
    made->step = moment.step;
    made->epoch = moment.epoch;
    made->batchesPerEpoch = now.batchesPerEpoch;
    made->batchInEpoch = std::max<std::int64_t>(0, moment.step - moment.epoch * now.batchesPerEpoch);
    made->loss = std::numeric_limits<double>::quiet_NaN();
    made->parameters = *moment.parameters;
    if (moment.gradientNorms)
        made->gradientNorms = *moment.gradientNorms;
    made->updateRatios = moment.updateRatios;
    made->gateGradients = moment.gateGradients;
    made->probe = now.probe;
    made->trace = traceOf(made->parameters, now);
    return made;
}

/// The probe's walk through these weights; null without data.
std::shared_ptr<const Trace<float>> ShownMoment::traceOf(const std::vector<float> &parameters,
                                                         const Snapshot &now) const
{
    const std::shared_ptr<const PreparedData<float>> data = m_training.data();
    if (!data)
        return nullptr;
    const Index trainSize = data->train.size();
    const SequenceSet<float> &set = now.probe < trainSize ? data->train : data->validation;
    const Index index = now.probe < trainSize ? now.probe : now.probe - trainSize;
    if (!m_network || !(m_network->options() == now.settings.network))
        m_network.emplace(now.settings.network);
    std::ranges::copy(parameters, m_network->parameters().begin());
    return std::make_shared<const Trace<float>>(
        traceSequence<float>(*m_network, set.input(index), set.targets(index, lossStepsOf(now.settings.training, set)),
                             now.settings.training));
}

QString ShownMoment::placeInTraining() const
{
    return m_trial ? tr("%1 · one weight tried").arg(placeOfMoment()) : placeOfMoment();
}

QString ShownMoment::placeOfMoment() const
{
    const std::shared_ptr<const Snapshot> snapshot = m_training.snapshot();
    if (!snapshot)
        return {};
    if (m_earlier)
        return tr("as of batch %1, epoch %2")
            .arg(groupedNumber(m_earlier->step))
            .arg(epochReached(*m_earlier, *snapshot));
    if (snapshot->step == 0)
        return tr("before training");
    if (snapshot->batchInEpoch == 0)
        return tr("after epoch %1").arg(snapshot->epoch);
    return tr("epoch %1 · batch %2").arg(epochReached(*snapshot)).arg(snapshot->batchInEpoch);
}

QString ShownMoment::mark() const
{
    if (m_trial)
        return tr("one weight tried");
    return m_earlier ? tr("batch %1").arg(groupedNumber(m_earlier->step)) : QString();
}

std::size_t ShownMoment::shownIndex() const
{
    if (!m_earlier)
        return m_moments.empty() ? 0 : m_moments.size() - 1;
    const auto found = std::ranges::lower_bound(m_moments, m_earlier->step, {}, &TrainingMoment::step);
    return static_cast<std::size_t>(found - m_moments.begin());
}

void ShownMoment::setPlaying(bool playing)
{
    playing = playing && m_moments.size() > 1;
    if (playing == m_film.isActive())
        return;
    if (playing) {
        if (!m_earlier)
            show(m_moments.front().step);
        m_film.start(kFrameMilliseconds);
    } else {
        m_film.stop();
    }
    Q_EMIT playingChanged(playing);
}

void ShownMoment::playNext()
{
    const std::size_t next = shownIndex() + std::max<std::size_t>(1, m_moments.size() / kFrames);
    if (next + 1 < m_moments.size()) {
        show(m_moments[next].step);
        return;
    }
    showNow();
    setPlaying(false);
}

} // namespace gatescope
