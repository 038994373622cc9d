// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/common/file_choice.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace gatescope {

namespace {

/// One for the whole program, as its user is one.
QString &keptFolder()
{
    static QString folder;
    return folder;
}

QString remembered(const QString &path)
{
    rememberFolderOf(path);
    return path;
}

} // namespace

QString fileFolder()
{
    return QFileInfo(keptFolder()).isDir() ? keptFolder() : QString();
}

void setFileFolder(const QString &folder)
{
    keptFolder() = folder;
}

void rememberFolderOf(const QString &file)
{
    if (!file.isEmpty())
        setFileFolder(QFileInfo(file).absolutePath());
}

QString inFileFolder(const QString &name)
{
    const QString folder = fileFolder();
    return folder.isEmpty() || name.contains(QLatin1Char('/')) ? name : QDir(folder).filePath(name);
}

QString fileToOpen(QWidget *parent, const QString &title, const QString &filter)
{
    return remembered(QFileDialog::getOpenFileName(parent, title, fileFolder(), filter));
}

QString fileToSave(QWidget *parent, const QString &title, const QString &name, const QString &filter,
                   QString *chosenFilter)
{
    return remembered(QFileDialog::getSaveFileName(parent, title, inFileFolder(name), filter, chosenFilter));
}

QString folderToOpen(QWidget *parent, const QString &title)
{
    return remembered(QFileDialog::getExistingDirectory(parent, title, fileFolder()));
}

} // namespace gatescope
