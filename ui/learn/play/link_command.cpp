// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/play/link_command.h"

#include "core/error.h"
#include "core/lesson/file/link_table.h"
#include "ui/document/shared/actions.h"
#include "ui/look/plain_text.h"

#include <algorithm>
#include <set>

namespace gatescope {

namespace {

QString undoText(const DoLink &link)
{
    if (link.steps.empty())
        return LinkRunner::tr("open the lesson's example");
    constexpr qsizetype kLongest = 40;
    return link.label.empty() ? LinkRunner::tr("what the lesson did") : plainText(link.label, kLongest);
}

/// A run as it stands; one whose training has failed has no state to be kept.
OpenRun runBefore(Document &document)
{
    try {
        return document.openRun();
    } catch (const Error &) {
        return {};
    }
}

} // namespace

LinkCommand::LinkCommand(Document &document, Actions &actions, LinkRunner &runner, const DoLink &link)
    : DocumentCommand(document, undoText(link)), m_runner(&runner), m_steps(link.steps),
      m_changesRun(link.steps.empty() || std::ranges::any_of(link.steps, [](const LinkStep &step) {
                       const LinkInfo *info = findLink(step.id);
                       return info && info->training;
                   }))
{
    std::set<std::string> ids;
    for (const LinkStep &step : link.steps)
        ids.insert(step.id);
    if (m_changesRun) {
        m_before = runBefore(document);
        ids.insert(
            {"workspace", "hold.clear", "moment", "inspect.sequence", "inspect.layer", "inspect.step", "inspect.unit"});
    }
    // The sequence before what lies in it, and the page that shows them last.
    for (const LinkInfo &info : linkTable()) {
        if (info.id != "workspace" && ids.contains(std::string(info.id)) && actions.place(fromText(info.id)))
            m_restore.push_back(actions.keep(fromText(info.id)));
    }
    if (ids.contains("workspace"))
        m_restore.push_back(actions.keep(QStringLiteral("workspace")));
}

void LinkCommand::forward()
{
    if (m_runner)
        m_runner->perform(m_steps);
}

void LinkCommand::back()
{
    if (!m_runner)
        return;
    m_runner->cancel();
    if (m_changesRun && m_before.data)
        m_document.show(m_before);
    for (const std::function<void()> &restore : m_restore)
        restore();
}

void LinkCommand::letGo()
{
    m_before = {};
    m_restore.clear();
}

} // namespace gatescope
