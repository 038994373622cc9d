// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/baselines/baseline_scores.h"
#include "core/evaluation/conformal.h"
#include "core/evaluation/forecast.h"
#include "core/evaluation/skill/skill_interval.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gatescope {

/// One baseline on all parts.
struct BaselineResult {
    const BaselineInfo *info = nullptr;
    std::string why;                                    ///< why it is not there; empty where it is
    std::array<std::optional<BaselineScore>, 4> scores; ///< by DataPart; empty without windows to compare

    const std::optional<BaselineScore> &on(DataPart part) const { return scores[static_cast<std::size_t>(part)]; }
};

/// All that a network has to beat on some data: the baselines, fitted on its training part and scored on every part.
/// It looks into the prepared data, which has to live as long. Immutable once made; may be read by several threads.
class Opponents {
public:
    /// @param progress  told the fraction done @throws ProgressGate::Cancelled when it said no
    /// Cost of the least squares, O(N·p²), and one pass a baseline and part.
    template <typename Scalar>
    static std::shared_ptr<const Opponents> of(const PreparedData<Scalar> &data, const Loss &loss,
                                               const Progress &progress = {});

    const std::vector<BaselineResult> &results() const { return m_results; }
    const BaselineResult *find(std::string_view id) const;
    /// The one with the lowest mean squared error (of classes: cross-entropy) on a part, among those that have a
    /// forecast for at least half of its windows; nullptr when there is none.
    const BaselineResult *best(DataPart part) const;
    const BaselineData &data() const { return m_data; }
    const WindowPlaces &places(DataPart part) const { return m_places[static_cast<std::size_t>(part)]; }
    /// How many sequences of a part are in no score, because their last target is not known (masked in a tensor file).
    Index leftOut(DataPart part) const { return m_leftOut[static_cast<std::size_t>(part)]; }
    const FittedBaseline &fitted(const BaselineResult &result) const;
    const Season &season() const { return m_data.season; }
    /// What MASE divides by, of each target: the in-sample error of the seasonal naive.
    const std::vector<double> &scale() const { return m_scale; }

private:
    Opponents() = default;
    void score(const Loss &loss, const Progress &progress);

    BaselineData m_data;
    std::array<WindowPlaces, 4> m_places;
    std::array<Index, 4> m_leftOut{};
    std::vector<FittedBaseline> m_fitted;
    std::vector<BaselineResult> m_results;
    std::vector<double> m_scale;
};

/// A network's scores on one part, beside the best of its opponents.
struct PartEvaluation {
    DataPart part = DataPart::All;
    Index windows = 0;                              ///< that are scored
    Index leftOut = 0;                              ///< that are not, because their last target is not known
    std::optional<RegressionScores> scores;         ///< all outputs together; of numbers
    std::vector<RegressionScores> outputs;          ///< of each output
    std::optional<ClassificationScores> classes;    ///< of classes
    const BaselineResult *best = nullptr;           ///< strongest opponent; nullptr when there is none
    std::optional<double> skill;                    ///< 1 − error / error of the best, on the windows both forecast
    std::vector<std::optional<double>> outputSkill; ///< of each output against the best's same output
    std::optional<SkillInterval> skillInterval;
    std::optional<double> mase;     ///< mean over the outputs
    std::optional<double> coverage; ///< of the interval, where there is one
};

/// Scores a forecast of a part beside its opponents.
/// @param forecast  of the sequences that are scored (SequenceSet::scored()), with targets @param halfWidths  of the
/// interval, or nullptr
PartEvaluation evaluatePart(const Opponents &opponents, DataPart part, const Forecast &forecast,
                            const Vector<double> *halfWidths = nullptr);

/// "train", "validation", "test", "all": the ids of parts.
std::string_view partId(DataPart part);
/// The class numbers of a forecast of classes.
std::vector<std::int64_t> trueClasses(const Forecast &forecast);

} // namespace gatescope
