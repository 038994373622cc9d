// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QSettings>
#include <QStringList>

#include <memory>

namespace gatescope {

/// What is remembered between starts, as plain text in one INI file. Whatever cannot be read is as if never set;
/// a file that is no INI at all is set aside, so that nothing in it can stop a start.
class Preferences {
public:
    /// The speed of a training without a delay; 0 is one batch a second.
    static constexpr int kFullSpeed = 10;

    /// @param path  the INI file; its folder is made when something is first written
    explicit Preferences(const QString &path);
    /// ~/.config/gatescope/gatescope.ini, or where the desktop keeps such files.
    static QString defaultPath();

    /// What was wrong with the file and where it was put; empty when nothing was.
    const QString &damage() const { return m_damage; }

    QStringList recentFiles() const;
    void addRecentFile(const QString &path);
    void clearRecentFiles();
    ThemeMode themeMode() const;
    void setThemeMode(ThemeMode mode);
    /// "" for the system's language, or the code of one of languageTable().
    QString language() const;
    void setLanguage(const QString &code);
    double textScale() const;
    void setTextScale(double scale);
    bool reduceMotion() const;
    void setReduceMotion(bool reduce);
    /// Seconds between autosaves of a running training; 0: off.
    int autosaveSeconds() const;
    void setAutosaveSeconds(int seconds);
    int speed() const;
    void setSpeed(int speed);

    /// For windows' geometries and workspaces' layouts, each in its own group.
    QSettings &store() { return *m_store; }
    const QSettings &store() const { return *m_store; }

private:
    std::unique_ptr<QSettings> m_store;
    QString m_damage;
};

} // namespace gatescope
