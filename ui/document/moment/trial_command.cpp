// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/moment/trial_command.h"

namespace gatescope {

TrialCommand::TrialCommand(ShownMoment &moment, const std::optional<WeightTrial> &after, const QString &text)
    : QUndoCommand(text), m_moment(&moment), m_before(moment.trial() ? std::optional(*moment.trial()) : std::nullopt),
      m_after(after)
{
}

void TrialCommand::redo()
{
    if (m_moment)
        m_moment->tryWeight(m_after);
}

void TrialCommand::undo()
{
    if (m_moment)
        m_moment->tryWeight(m_before);
}

bool TrialCommand::mergeWith(const QUndoCommand *other)
{
    const auto *later = dynamic_cast<const TrialCommand *>(other);
    if (!later || !m_after || !later->m_after || !(later->m_after->place == m_after->place))
        return false;
    m_after = later->m_after;
    return true;
}

} // namespace gatescope
