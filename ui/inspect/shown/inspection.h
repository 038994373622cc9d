// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/cell/cell.h"
#include "core/inspect/cell/cell_backward.h"
#include "core/inspect/question/attribution.h"
#include "core/inspect/question/what_if.h"
#include "ui/document/document.h"
#include "ui/document/moment/shown_moment.h"
#include "ui/document/shared/selection.h"
#include "ui/inspect/shown/sequence_place.h"

#include <QObject>

#include <memory>
#include <optional>

namespace gatescope {

/// What the Inspect workspace looks at: one sequence's run through the network as it is (or was, or would be), and the
/// cell the shared cursor stands on. Views read from here and never compute a run themselves.
///
/// Nothing is computed while it is inactive; what is needed only by some views is computed when they ask.
class Inspection : public QObject {
    Q_OBJECT

public:
    Inspection(Document &document, ShownMoment &moment, Selection &selection, QObject *parent = nullptr);
    ~Inspection() override;

    Document &document() { return m_document; }
    Selection &selection() { return m_selection; }
    /// Whether the workspace is on screen; it catches up when it comes back.
    void setActive(bool active);

    /// False: there is nothing to show, and why() says what to do.
    bool hasRun() const { return m_run != nullptr; }
    const QString &why() const { return m_why; }

    // All of the following: @pre hasRun()
    /// What is shown: the edited run while there are edits.
    const Trace<float> &run() const { return *m_run; }
    /// The untouched run while there are edits, else null.
    const Trace<float> *ghost() const { return m_answer ? &m_answer->untouched : nullptr; }
    const WhatIfResult<float> *answer() const { return m_answer ? &*m_answer : nullptr; }
    std::span<const float> parameters() const { return m_snapshot->parameters; }
    const Settings &settings() const { return m_snapshot->settings; }
    const PreparedData<float> &data() const { return *m_data; }
    /// The same for work in the background. Only these fit the run: while this is inactive, the document may have come
    /// to other data, or to none.
    const std::shared_ptr<const PreparedData<float>> &sharedData() const { return m_data; }
    const SequencePlace &place() const { return m_place; }
    /// (O₁ × 1) the targets at the sequence's last row, original units; empty where no change is predicted.
    Matrix<double> lastTarget() const;
    /// The shared cursor, within this run.
    Cursor cursor() const;
    /// "training sequence 12 · epoch 3 · batch 120", or "… · as of batch 120, epoch 3": what every view shows
    QString caption() const;
    std::int64_t stepsTrained() const { return m_snapshot->step; }
    std::int64_t generation() const { return m_snapshot->generation; }
    /// Of the step that led to the shown weights; null before the first, and after a model file was opened.
    const UpdateRatios *updateRatios() const { return m_snapshot->updateRatios.get(); }
    const OpenCell &cell() const;
    /// The same cell of the untouched run while there are edits, else null.
    const OpenCell *ghostCell() const;
    /// What the edits impose on the run; empty without any.
    const HeldValues<float> &held() const;
    /// Null without a target.
    const OpenCellBackward *backward() const;
    const OpenCellBackward *ghostBackward() const;
    /// Of the run that is shown, with what is held.
    const Attribution<float> &attribution() const;
    /// Of the untouched run while there are edits, else null.
    const Attribution<float> *ghostAttribution() const;

    // Questions. Each change can be undone.
    const WhatIf &edits() const { return m_edits; }
    void setEdits(const WhatIf &edits, const QString &what);
    /// The same as a part of a larger step, which undoes it.
    void applyEdits(const WhatIf &edits);
    /// Those of a session that was opened; what does not fit its network is left aside, and said.
    void showEdits(const WhatIf &edits);

    /// The time machine: all of the above is as of its moment.
    ShownMoment &moment() const { return m_moment; }

    // Moving; all kept within what there is.
    void moveTo(std::int64_t layer, std::int64_t step, std::int64_t unit);
    void moveBy(std::int64_t layers, std::int64_t steps, std::int64_t units);
    void showSequence(const SequencePlace &place);

Q_SIGNALS:
    /// Another run, or none: every number may differ.
    void runChanged();
    /// The cursor moved within the run.
    void cursorMoved();
    void editsChanged();

private:
    void refresh();
    void followTraining();
    void compute();
    void forget(const QString &why);
    void moveCursor();
    void closeCells();
    void dropUnfitEdits();
    void dropForeignEdits();

    ShownMoment &m_moment;
    Document &m_document;
    Selection &m_selection;
    bool m_active = false;
    bool m_stale = true;
    QString m_why;
    std::shared_ptr<const PreparedData<float>> m_data;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::shared_ptr<const Trace<float>> m_run;
    std::optional<WhatIfResult<float>> m_answer;
    std::optional<Network<float>> m_network; ///< a copy to run any sequence with
    SequencePlace m_place;
    std::int64_t m_sequence = 0;
    WhatIf m_edits;
    mutable std::optional<OpenCell> m_cell, m_ghostCell;
    mutable std::optional<OpenCellBackward> m_backward, m_ghostBackward;
    mutable std::optional<Attribution<float>> m_attribution, m_ghostAttribution;
};

/// Text of core's on the screen.
inline QString shown(const std::string &text)
{
    return QString::fromStdString(text);
}

} // namespace gatescope
