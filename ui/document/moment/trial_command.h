// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/moment/shown_moment.h"

#include <QPointer>
#include <QUndoCommand>

namespace gatescope {

/// A weight is tried, or the trial taken back. Turns of the same weight are one change.
class TrialCommand : public QUndoCommand {
public:
    TrialCommand(ShownMoment &moment, const std::optional<WeightTrial> &after, const QString &text);

    void redo() override;
    void undo() override;
    int id() const override { return 3; }
    bool mergeWith(const QUndoCommand *other) override;

private:
    QPointer<ShownMoment> m_moment; ///< the stack outlives the window when the program ends
    std::optional<WeightTrial> m_before, m_after;
};

} // namespace gatescope
