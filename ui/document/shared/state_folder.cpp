// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/shared/state_folder.h"

#include <QDir>
#include <QStandardPaths>

namespace gatescope {

namespace {

/// Of the whole program, as the desktop's folders are; empty: those.
QString &moved()
{
    static QString folder;
    return folder;
}

QDir folderIn(QStandardPaths::StandardLocation location)
{
    return moved().isEmpty() ? QDir(QStandardPaths::writableLocation(location) + QStringLiteral("/gatescope"))
                             : QDir(moved());
}

} // namespace

void StateFolder::moveTo(const QString &folder)
{
    moved() = folder.isEmpty() ? QString() : QDir(folder).absolutePath();
}

QString StateFolder::preferences()
{
    return folderIn(QStandardPaths::GenericConfigLocation).filePath(QStringLiteral("gatescope.ini"));
}

std::filesystem::path StateFolder::data(const QString &name)
{
    return folderIn(QStandardPaths::GenericDataLocation).filePath(name).toStdString();
}

} // namespace gatescope
