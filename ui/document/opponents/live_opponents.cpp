// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/opponents/live_opponents.h"

#include "core/data/sources/generated_tasks.h"
#include "core/evaluation/text_sample.h"
#include "ui/look/plain_text.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// Keeps the windows that the opponents look into.
struct HeldOpponents {
    std::shared_ptr<const PreparedData<float>> windows;
    std::shared_ptr<const Opponents> opponents;
};

} // namespace

LiveOpponents::LiveOpponents(QObject *parent) : QObject(parent) {}

void LiveOpponents::measure(const Windows &windows, const TrainingOptions &training, const DataReference &origin)
{
    const Loss loss = training.loss;
    const bool text = windows && windows->text;
    const bool comparable = training.lossAt == LossAt::End || text;
    if (windows && windows == m_windows && loss == m_loss && comparable == m_comparable
        && (!text || (training.lossAt == m_lossAt && training.burnIn == m_burnIn)))
        return;
    m_job.abandon();
    m_comparable = comparable;
    m_windows = windows;
    m_loss = loss;
    m_lossAt = training.lossAt;
    m_burnIn = training.burnIn;
    clear();
    if (!windows)
        return;
    m_part = windows->validation.size() > 0 ? DataPart::Validation : DataPart::Train;
    if (text) {
        measureText(training.lossSteps(windows->train.steps()));
        return;
    }
    m_floor = comparable ? gatescope::knownFloorLoss(*windows, loss, origin) : std::nullopt;
    const auto made = std::make_shared<std::shared_ptr<const Opponents>>();
    m_job.start([made, windows,
                 loss](const std::stop_token &stop) { *made = Opponents::of(*windows, loss, untilStopped(stop)); },
                [this, made, windows](const QString &) {
                    if (*made)
                        take(std::shared_ptr<const Opponents>(
                            std::make_shared<const HeldOpponents>(HeldOpponents{windows, *made}), made->get()));
                });
}

void LiveOpponents::measureText(Index steps)
{
    const auto scores = std::make_shared<std::vector<TextScore>>();
    m_job.start(
        [scores, windows = m_windows, part = m_part, steps](const std::stop_token &stop) {
            *scores = scoreCharacterBaselines(*windows, part, steps, untilStopped(stop));
        },
        [this, scores](const QString &) {
            m_losses.clear();
            for (std::size_t i = 0; i < scores->size(); ++i)
                m_losses.push_back({&characterBaselineTable()[i], (*scores)[i].crossEntropy});
            Q_EMIT measured();
        });
}

void LiveOpponents::clear()
{
    m_opponents.reset();
    m_losses.clear();
    m_floor.reset();
    Q_EMIT measured();
}

void LiveOpponents::take(std::shared_ptr<const Opponents> opponents)
{
    m_opponents = std::move(opponents);
    m_losses.clear();
    for (const BaselineResult &result : m_opponents->results()) {
        const std::optional<BaselineScore> &score = result.on(m_part);
        if (m_comparable && score && score->loss && 2 * score->windows >= m_opponents->places(m_part).size())
            m_losses.push_back({result.info, *score->loss});
    }
    Q_EMIT measured();
}

const OpponentLoss *LiveOpponents::best() const
{
    const auto lowest = std::ranges::min_element(m_losses, {}, &OpponentLoss::loss);
    return lowest == m_losses.end() ? nullptr : &*lowest;
}

std::optional<double> LiveOpponents::skill(double loss) const
{
    const OpponentLoss *opponent = best();
    if (opponent == nullptr || !(opponent->loss > 0.0) || !std::isfinite(loss))
        return std::nullopt;
    return 1.0 - loss / opponent->loss;
}

std::optional<double> knownFloorLoss(const PreparedData<float> &windows, const Loss &loss, const DataReference &origin)
{
    if (origin.origin != DataOrigin::Generated)
        return std::nullopt;
    GeneratedData made;
    made.task = origin.id;
    made.values = origin.values;
    if (const GeneratedTask *task = findGeneratedTask(origin.id)) {
        for (const TaskOption &option : task->options)
            made.values.try_emplace(std::string(option.id), option.byDefault);
    }
    const std::optional<double> floor = knownFloor(made, windows.options);
    if (!floor || *floor == 0.0)
        return floor;
    if (loss.kind != LossKind::MeanSquared || windows.targetScaler.size() == 0)
        return std::nullopt;
    const double scale = windows.targetScaler.column(0).scale;
    return *floor / (scale * scale);
}

QString skillWords(double skill)
{
    const double times = 1.0 - skill;
    if (times > 9999.0)
        return QStringLiteral("> × ") + countText(9999);
    if (times > 10.0)
        return QStringLiteral("× ") + countText(std::llround(times));
    const QString percent = QString::number(std::abs(skill) * 100.0, 'f', 0);
    return (skill < 0 ? QStringLiteral("−") : QStringLiteral("+")) + percent + QStringLiteral(" %");
}

} // namespace gatescope
