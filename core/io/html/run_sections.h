// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"
#include "core/model/network.h"
#include "core/train/options/training_options.h"
#include "core/train/training_records.h"

#include <array>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace gatescope {

/// A table as HtmlPage takes it: the first row is the header, the first column names its row.
using PageRows = std::vector<std::vector<std::string>>;

/// A row with the name of what it is of.
std::vector<std::string> namedRow(std::string name, const std::vector<std::string> &cells);

/// A skill as the pages write it: "+31.2 %", "below −99900 %"; never broken at the end of a line.
std::string pageSkill(double skill);

/// What a page says of one network on its data: measured once when made, told in parts by whoever writes the page.
template <typename Scalar>
class RunSections {
public:
    /// @param parameters  in ParameterLayout @param history  of the training, for the verdicts
    /// @param data        no text; it, the settings and the history must outlive this
    /// @param opponents   of the data under the settings' loss
    /// Cost a forecast of every part.
    template <typename Value>
    RunSections(const Settings &settings, const std::vector<Value> &parameters, std::span<const EpochRecord> history,
                const PreparedData<Scalar> &data, std::shared_ptr<const Opponents> opponents);

    /// The skill on every part and the verdicts that hold, a sentence each; never empty.
    std::vector<std::string> verdictSentences() const;
    /// The names of the scores, two a part; of the network and of each baseline the scores.
    std::vector<std::string> scoreNames() const;
    std::vector<std::string> ownScores() const;
    PageRows baselineScores() const;
    std::string scoreCaption() const;
    /// Shares of shut and open gates of every layer, its number first.
    static std::vector<std::string> healthNames();
    struct Health {
        PageRows rows;
        std::string caption; ///< over how many sequences
    };
    Health health();
    /// One gate of every layer over the first sequence that the network did not learn from, as markup: z, where it is
    /// held r, where both are held nothing.
    /// @param whose  begins each title: "A: "
    std::vector<std::string> gateMaps(const std::string &whose = {});

private:
    bool classes() const;
    const PartEvaluation &on(DataPart part) const { return m_parts[static_cast<std::size_t>(part)]; }
    /// The part whose gates are shown: validation where there is one.
    const SequenceSet<Scalar> &shownSet() const;

    const Settings &m_settings;
    std::span<const EpochRecord> m_history;
    const PreparedData<Scalar> &m_data;
    std::shared_ptr<const Opponents> m_opponents;
    Network<Scalar> m_network;
    std::array<Forecast, 4> m_forecasts;
    std::array<PartEvaluation, 4> m_parts;
};

} // namespace gatescope
