// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QJsonObject>
#include <QKeySequence>
#include <QWidget>

#include <functional>
#include <vector>

class QAction;
class QSettings;

namespace gatescope {

class Actions;
struct ClassSetup;
class Document;
class Preferences;
class Selection;
struct SessionView;
class ViewExport;

/// How a workspace presents itself in the rail and the menus.
struct WorkspaceInfo {
    QString id;    ///< "train": in settings and object names
    QString title; ///< "Train"
    QString icon;  ///< name of a picture in resources/icons, without its ending
    QString tip;   ///< one plain sentence
};

/// A page of the main window: Data, Train, Inspect, Predict. It sees the document and the selection, never other pages.
class Workspace : public QWidget {
    Q_OBJECT

public:
    explicit Workspace(WorkspaceInfo info, QWidget *parent = nullptr);

    const WorkspaceInfo &info() const { return m_info; }

    /// What can be exported now; the File menu lists them.
    virtual std::vector<ViewExport *> exports() { return {}; }
    /// Whether nothing is being computed that will change what is shown: pictures wait for it.
    virtual bool isSettled() const { return true; }
    /// Switches of docks and panels, for the View menu; owned by the workspace.
    virtual QList<QAction *> viewActions() { return {}; }
    /// Remembers and brings back splitters, docks and choices. What is damaged falls back to the default.
    virtual void saveLayout(QSettings &settings) const;
    virtual void restoreLayout(const QSettings &settings);
    virtual void resetLayout() {}
    /// Puts what is shown here into a session's view, and shows what such a view says, as far as there is such a thing.
    virtual void keepView(SessionView &) const {}
    virtual void showView(const SessionView &) {}
    /// Binds what this page can be told to do and to show; called once, before the window is shown.
    virtual void bindActions(Actions &) {}
    /// Pages that stand beside all the other workspaces while they are not hidden; one at a time.
    virtual QList<QWidget *> sidePages() { return {}; }
    /// Everything is shown larger, with few controls, for a class.
    virtual void setPresenting(bool) {}
    /// Shows what a class set-up says; an empty one shows everything.
    virtual void applyClass(const ClassSetup &) {}
    /// A side page stands beside this one, or went.
    virtual void setGuided(bool) {}

protected:
    /// What a session's view holds of this page, by its id; empty where it holds nothing.
    QJsonObject stateIn(const SessionView &view) const;
    void keepState(SessionView &view, const QJsonObject &state) const;

private:
    WorkspaceInfo m_info;
};

/// Makes the workspaces of a window, in the order of the rail.
using WorkspaceMaker = std::function<std::vector<Workspace *>(Document &, Selection &, Preferences &, QWidget *parent)>;

} // namespace gatescope
