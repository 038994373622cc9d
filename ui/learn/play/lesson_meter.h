// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/play/lesson_player.h"
#include "ui/document/document.h"
#include "ui/document/shared/background_job.h"
#include "ui/document/shared/selection.h"

#include <functional>
#include <optional>

namespace gatescope {

class Actions;

/// Measures on the living program what a lesson's checks ask, and computes the answers of its questions, as
/// `lesson check` does. What costs more than a look is done on a thread of its own.
class LessonMeter : public QObject {
    Q_OBJECT

public:
    LessonMeter(Document &document, Selection &selection, Actions &actions, QObject *parent = nullptr);

    /// What the program stands at, by all that a check can ask: changes when any of it does.
    struct Moment {
        std::shared_ptr<const Snapshot> snapshot;
        LessonPlace place;

        bool operator==(const Moment &other) const;
    };
    Moment moment() const;

    /// Whether a task's conditions hold now; `tell` gets it, with what was found ("validation loss 0.0014"), unless
    /// another question comes before the answer.
    void ask(const LessonCheck &check, std::function<void(bool holds, const QString &found)> tell);
    /// The right answer of a number question. `tell` gets nothing, and why, where it cannot be computed.
    void answer(const Lesson &lesson, const LessonAsk &ask,
                std::function<void(std::optional<double> value, const QString &problem)> tell);
    /// Whether the places that a where question wants are the ones selected.
    bool isAt(const std::vector<LinkStep> &places) const;

private:
    std::shared_ptr<LessonState> state();

    Document &m_document;
    Selection &m_selection;
    Actions &m_actions;
    std::shared_ptr<const PreparedData<float>> m_rawOf; ///< the windows that m_raw belongs to
    Matrix<double> m_raw;
    BackgroundJob m_check, m_answer;
};

} // namespace gatescope
