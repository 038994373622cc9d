// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace gatescope {

/// The folder in which file dialogs begin: that of the file chosen or opened last. Empty: the working directory.
QString fileFolder();
void setFileFolder(const QString &folder);
/// Goes on from this file's folder the next time.
void rememberFolderOf(const QString &file);
/// The name within fileFolder(); a path that has a folder of its own stays as it is.
QString inFileFolder(const QString &name);

/// Asks for a file that is there. Empty: the user thought better of it.
QString fileToOpen(QWidget *parent, const QString &title, const QString &filter);
/// Asks where to save. @param name  what it is to be called unless the user says otherwise
QString fileToSave(QWidget *parent, const QString &title, const QString &name, const QString &filter,
                   QString *chosenFilter = nullptr);
QString folderToOpen(QWidget *parent, const QString &title);

} // namespace gatescope
