// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document_commands.h"
#include "ui/learn/play/link_runner.h"

#include <QPointer>

namespace gatescope {

/// A link that was followed: undo brings the run, the places and what was held back as they were before.
class LinkCommand : public DocumentCommand {
public:
    LinkCommand(Document &document, Actions &actions, LinkRunner &runner, const DoLink &link);

    std::shared_ptr<KeptData> dataBefore() const override { return m_before.data; }

protected:
    void forward() override;
    void back() override;
    void letGo() override;

private:
    QPointer<LinkRunner> m_runner; ///< the stack outlives the workspace when the program ends
    std::vector<LinkStep> m_steps;
    bool m_changesRun = false;
    OpenRun m_before;
    std::vector<std::function<void()>> m_restore; ///< of its places, in their order
};

} // namespace gatescope
