// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QMenu;

namespace gatescope {

class MainWindow;

/// The main window's menus. Everything the program can do is found here by name, with its key.
class MainMenu : public QObject {
    Q_OBJECT

public:
    explicit MainMenu(MainWindow &window);

private:
    /// Gives an action its id: keys and lessons press the same.
    QAction *named(const char *id, QAction *action);
    void addFile();
    void addAutosave(QMenu &file);
    void addEdit();
    void addRun();
    void addView();
    void addLanguages(QMenu &view);
    void addThemes(QMenu &view);
    void addTextSizes(QMenu &view);
    void addHelp();
    void showAbout();
    void fillRecent(QMenu &menu);
    void fillExamples(QMenu &menu);
    void fillExports(QMenu &menu);
    void fillWorkspaceActions(QMenu &menu);

    MainWindow &m_window;
};

} // namespace gatescope
