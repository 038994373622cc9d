// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepared_data.h"
#include "core/lesson/file/lesson.h"
#include "core/train/trainer.h"

#include <memory>

namespace gatescope {

/// What stands open while a lesson is played without a screen.
struct LessonState {
    std::shared_ptr<const PreparedData<float>> data; ///< never null once opened; shared, for it may be large
    Matrix<double> rawInputs; ///< (I × rows) features in original units: a mark is a mark, whatever the scaling
    Settings settings;
    std::vector<float> parameters; ///< those that are looked at
    std::shared_ptr<Trainer<float>> trainer;
    std::vector<EpochRecord> history; ///< with that of a stored run
    std::int64_t epoch = 0, steps = 0, bestEpoch = 0;
    double bestLoss = 0.0;
    BatchRecord batch;             ///< the last one; step 0: none yet
    double updatePercent = 0.0;    ///< of the last batch, where it was trained by train.steps
    std::int64_t divergedStep = 0; ///< 0: not diverged

    /// Sequences counted through training, validation and test. @throws DataError beyond them
    std::pair<const SequenceSet<float> *, Index> sequence(std::int64_t number) const;
};

/// The place that is looked at, and what is held there. Layers count from 0 here.
struct LessonPlace {
    std::int64_t sequence = 0, layer = 0, step = 0, unit = 0;
    std::optional<double> holdReset, holdUpdate;
};

/// Opens what a start names: a generated task, a data set of the program, a CSV or a stored run of the folder.
/// @param resources  the program's resources folder
/// @throws Error saying what is wrong; nothing outside the lesson's folder and the program's data sets is read
LessonState openLessonStart(const LessonStart &start, const std::filesystem::path &folder,
                            const std::filesystem::path &resources);

/// What a link may train at most, in multiplications: about two seconds of one processor. It is counted, not timed, so
/// that a lesson that passes here passes on every machine.
inline constexpr double kMostLessonWork = 4e10;
/// Multiplications of some batches. @param steps  of a sequence
double lessonWork(const Settings &settings, Index steps, std::int64_t batches);

/// Does what links do, without a screen: opens, sets, trains, holds, goes to places.
class LessonPlayer {
public:
    LessonPlayer(const Lesson &lesson, std::filesystem::path resources)
        : m_lesson(lesson), m_resources(std::move(resources))
    {
    }

    /// Opens the start anew and follows a link. What was trained already in this way is not trained again.
    /// @throws Error: what cannot be done, naming the id
    void play(const DoLink &link);
    const LessonState &state() const { return *m_state; }
    const LessonPlace &place() const { return m_place; }

private:
    void open(const std::string &name);
    void follow(const LinkStep &step);
    void train(const LinkStep &step);
    void press(const std::string &action);
    void goTo(const LinkStep &step);
    void advance(std::int64_t epochs, std::int64_t steps);
    void ownState();

    const Lesson &m_lesson;
    std::filesystem::path m_resources;
    std::map<std::string, std::shared_ptr<LessonState>> m_known; ///< by what was done to get there
    std::shared_ptr<LessonState> m_state;
    std::string m_trail;
    LessonPlace m_place;
};

/// The value of a metric. @throws Error where it has none here: no such part, layer or column
double lessonMetric(const MetricCall &call, const LessonState &state, const LessonPlace &place);

} // namespace gatescope
