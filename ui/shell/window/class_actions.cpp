// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window/class_actions.h"

#include "core/sentence.h"
#include "ui/document/document.h"
#include "ui/document/shared/actions.h"
#include "ui/document/shared/workspace.h"
#include "ui/look/plain_text.h"
#include "ui/shell/bars/rail.h"
#include "ui/shell/dialogs/class_dialog.h"
#include "ui/shell/window/main_window.h"
#include "ui/widgets/common/file_choice.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

namespace gatescope {

namespace {

QString classFilter()
{
    return ClassActions::tr("GateScope class (*.gatescope-class)");
}

} // namespace

ClassActions::ClassActions(MainWindow &window, Document &document)
    : QObject(&window), m_window(window), m_document(document)
{
}

void ClassActions::fill(QMenu &menu)
{
    const auto add = [this, &menu](const char *id, const QString &text, const QString &tip, auto work) {
        QAction *action = menu.addAction(text, this, work);
        action->setToolTip(tip);
        m_window.actions().add(QString::fromLatin1(id), action);
    };
    add("class.open", tr("&Open a class set-up…"), tr("Shows what a teacher prepared, and hides the rest."),
        [this] { chooseAndOpen(); });
    add("class.make", tr("&Make a class set-up…"), tr("Writes a file of what you tick: lessons, workspaces, settings."),
        [this] { make(); });
    add("class.again", tr("&Back to the teacher's state"), tr("As the class set-up says, whatever was changed since."),
        [this] { again(); });
    add("class.leave", tr("&Leave the class set-up"), tr("Shows everything again."), [this] { leave(); });
}

bool ClassActions::open(const QString &path)
{
    try {
        m_setup = readClassSetup(path.toStdString());
    } catch (const std::exception &error) {
        m_window.tell(Severity::Error, fromText(sentenceOf(error)));
        return false;
    }
    apply(*m_setup);
    return true;
}

void ClassActions::setStandard()
{
    Settings standard;
    if (m_setup) {
        standard.network.layers = m_setup->layers;
        standard.network.hidden = m_setup->hidden;
    }
    m_document.setStandardSettings(standard);
}

void ClassActions::apply(const ClassSetup &setup)
{
    setStandard();
    std::vector<bool> shown;
    QString first;
    for (const Workspace *workspace : m_window.workspaces()) {
        const std::string id = workspace->info().id.toStdString();
        shown.push_back(setup.workspaces.empty() || std::ranges::find(setup.workspaces, id) != setup.workspaces.end());
        if (shown.back() && first.isEmpty())
            first = workspace->info().id;
    }
    m_window.setShownWorkspaces(shown);
    if (!first.isEmpty() && !setup.workspaces.empty())
        m_window.showWorkspace(first);
    for (Workspace *workspace : m_window.workspaces())
        workspace->applyClass(setup);
}

void ClassActions::again()
{
    if (m_setup)
        apply(*m_setup);
    else
        m_window.tell(Severity::Info, tr("No class set-up is open."));
}

void ClassActions::goOn(const ClassSetup &setup)
{
    m_setup = setup;
    ClassSetup shown = setup;
    shown.lesson.clear();
    apply(shown);
}

void ClassActions::leave()
{
    m_setup.reset();
    apply({});
}

void ClassActions::chooseAndOpen()
{
    const QString path = fileToOpen(&m_window, tr("Open a class set-up"), classFilter());
    if (!path.isEmpty())
        open(path);
}

void ClassActions::make()
{
    ClassDialog dialog(m_window.workspaces(), m_window.resourcesFolder(), m_setup.value_or(ClassSetup()), &m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    QString path =
        fileToSave(&m_window, tr("Save the class set-up"), QStringLiteral("class.gatescope-class"), classFilter());
    if (path.isEmpty())
        return;
    if (!path.endsWith(QLatin1String(".gatescope-class")))
        path += QStringLiteral(".gatescope-class");
    try {
        writeClassSetup(path.toStdString(), dialog.setup());
        m_window.tell(Severity::Info, tr("The class set-up is written: %1.").arg(path));
    } catch (const std::exception &error) {
        m_window.tell(Severity::Error, fromText(sentenceOf(error)));
    }
}

} // namespace gatescope
