// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/document/shared/workspace.h"

#include <QMainWindow>

#include <vector>

class QBoxLayout;
class QMenu;
class QStackedWidget;

namespace gatescope {

class Actions;
class Autosave;
class ClassActions;
class FileActions;
class HelpPanel;
class KeyBindings;
class Notices;
class Preferences;
class Rail;
class RoomPane;
class RunActions;
class Selection;
class StatusLine;
class Theme;
class TransportBar;

/// The frame: menus, rail, transport bar, message bar, the workspaces, status line. Window, layouts and preferences
/// are remembered; what is damaged falls back to the default. Files dropped onto it open.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(Document &document, Selection &selection, Theme &theme, Preferences &preferences,
               const WorkspaceMaker &workspaces, QWidget *parent = nullptr);
    ~MainWindow() override;

    const std::vector<Workspace *> &workspaces() const { return m_workspaces; }
    Workspace *currentWorkspace() const;
    /// By its id; false when there is none of this name.
    bool showWorkspace(const QString &id);
    void resetLayout();
    ClassActions &classActions() { return *m_class; }
    /// Which workspaces the rail offers, in their order; keys of the others do nothing.
    void setShownWorkspaces(const std::vector<bool> &shown);
    const std::filesystem::path &resourcesFolder() const { return m_document.resources(); }
    void tell(Severity severity, const QString &text) { m_document.showMessage(severity, text); }
    HelpPanel &help() { return *m_help; }
    FileActions &files() { return *m_files; }
    /// What menus, keys and lessons press and show, by id.
    Actions &actions() { return *m_registry; }
    /// Writes window, layouts and workspace into the preferences, for the window that comes after this one.
    void remember();
    /// Shows what it says in the status line, lets the menu set its interval, and offers what it finds to recover.
    void useAutosave(Autosave &autosave);
    Autosave *autosave() const { return m_autosave; }

Q_SIGNALS:
    /// Another language is in the preferences; this window's words stay in theirs.
    void languageChosen();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    friend class MainMenu;
    friend class Presenting;

    void buildFrame();
    void addWorkspaces(const WorkspaceMaker &make);
    void connectDocument();
    void showWorkspaceAt(int index);
    void updateTitle();
    void bindSelection();
    void bindPlaces();
    SessionView view() const;
    void arrangeRail();
    void showView(const SessionView &view);
    void recall();

    Document &m_document;
    Selection &m_selection;
    Theme &m_theme;
    Preferences &m_preferences;
    Actions *m_registry;
    RunActions *m_actions;
    KeyBindings *m_keys = nullptr;
    Rail *m_rail;
    TransportBar *m_transport;
    QStackedWidget *m_pages;
    Notices *m_notices;
    FileActions *m_files;
    ClassActions *m_class;
    Autosave *m_autosave = nullptr;
    StatusLine *m_status;
    QBoxLayout *m_beside; ///< the lesson, and the pages
    HelpPanel *m_help;
    std::vector<Workspace *> m_workspaces;
    QList<RoomPane *> m_rooms; ///< one a workspace, in the same order
    std::vector<bool> m_shown; ///< by a class set-up; empty: all
    bool m_centreCursor = true;
    bool m_presenting = false;
    QList<QWidget *> m_sides; ///< pages that stand beside the others, hidden or not
};

} // namespace gatescope
