// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/shared/preferences.h"

#include "ui/document/shared/state_folder.h"
#include "ui/look/language.h"

#include <QFile>
#include <QFileInfo>
#include <QObject>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr int kRecentFiles = 10;
constexpr int kAutosaveSeconds = 30;
constexpr int kMostAutosaveSeconds = 3600;

/// Whether the file can be an INI file: text without NUL bytes, each line a comment, a group or a key with a value.
bool looksLikeIni(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return true;
    if (!QFileInfo(path).isFile()) // a pipe or a device: opening it could last for ever
        return false;
    if (!file.open(QIODevice::ReadOnly) || file.size() > (1 << 22))
        return false;
    const QByteArray content = file.readAll();
    if (content.contains('\0'))
        return false;
    const QList<QByteArray> lines = content.split('\n');
    return std::all_of(lines.begin(), lines.end(), [](const QByteArray &line) {
        const QByteArray text = line.trimmed();
        return text.isEmpty() || text.startsWith(';') || text.startsWith('#') || text.contains('=')
               || (text.startsWith('[') && text.endsWith(']'));
    });
}

} // namespace

Preferences::Preferences(const QString &path)
{
    // QSettings waits for ever on a lock that is a pipe.
    if (const QFileInfo lock(path + QStringLiteral(".lock")); (lock.exists() || lock.isSymLink()) && !lock.isFile())
        QFile::remove(lock.filePath());
    bool sound = looksLikeIni(path);
    if (sound) {
        m_store = std::make_unique<QSettings>(path, QSettings::IniFormat);
        sound = m_store->status() == QSettings::NoError;
    }
    if (!sound) {
        m_store.reset();
        const QString aside = path + QStringLiteral(".damaged");
        QFile::remove(aside);
        QFile::rename(path, aside);
        m_damage =
            QObject::tr("The preferences could not be read and are back at their defaults; the old file is now %1.")
                .arg(QFileInfo(aside).fileName());
        m_store = std::make_unique<QSettings>(path, QSettings::IniFormat);
    }
    m_store->setFallbacksEnabled(false);
}

QString Preferences::defaultPath()
{
    return StateFolder::preferences();
}

QStringList Preferences::recentFiles() const
{
    QStringList files;
    const int count = std::clamp(m_store->value(QStringLiteral("recent/count"), 0).toInt(), 0, kRecentFiles);
    for (int i = 0; i < count; ++i) {
        const QString file = m_store->value(QStringLiteral("recent/file%1").arg(i)).toString();
        if (!file.isEmpty() && !files.contains(file))
            files.append(file);
    }
    return files;
}

void Preferences::addRecentFile(const QString &path)
{
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    files = files.mid(0, kRecentFiles);
    clearRecentFiles();
    m_store->setValue(QStringLiteral("recent/count"), files.size());
    for (int i = 0; i < files.size(); ++i)
        m_store->setValue(QStringLiteral("recent/file%1").arg(i), files[i]);
}

void Preferences::clearRecentFiles()
{
    m_store->remove(QStringLiteral("recent"));
}

ThemeMode Preferences::themeMode() const
{
    const QString text = m_store->value(QStringLiteral("look/theme")).toString();
    return text == QLatin1String("light")            ? ThemeMode::Light
           : text == QLatin1String("dark")           ? ThemeMode::Dark
           : text == QLatin1String("contrast")       ? ThemeMode::HighContrast
           : text == QLatin1String("light-contrast") ? ThemeMode::LightContrast
                                                     : ThemeMode::System;
}

void Preferences::setThemeMode(ThemeMode mode)
{
    const char *text = mode == ThemeMode::Light           ? "light"
                       : mode == ThemeMode::Dark          ? "dark"
                       : mode == ThemeMode::HighContrast  ? "contrast"
                       : mode == ThemeMode::LightContrast ? "light-contrast"
                                                          : "system";
    m_store->setValue(QStringLiteral("look/theme"), QLatin1String(text));
}

QString Preferences::language() const
{
    const QString code = m_store->value(QStringLiteral("look/language")).toString();
    const bool known = std::ranges::any_of(
        languageTable(), [&code](const LanguageInfo &info) { return code == QLatin1String(info.code); });
    return known ? code : QString();
}

void Preferences::setLanguage(const QString &code)
{
    m_store->setValue(QStringLiteral("look/language"), code);
}

double Preferences::textScale() const
{
    bool sound = false;
    const double scale = m_store->value(QStringLiteral("look/textScale"), 1.0).toDouble(&sound);
    return sound && std::isfinite(scale) ? std::clamp(scale, 0.8, 2.0) : 1.0;
}

void Preferences::setTextScale(double scale)
{
    m_store->setValue(QStringLiteral("look/textScale"), scale);
}

bool Preferences::reduceMotion() const
{
    return m_store->value(QStringLiteral("look/reduceMotion"), false).toBool();
}

void Preferences::setReduceMotion(bool reduce)
{
    m_store->setValue(QStringLiteral("look/reduceMotion"), reduce);
}

int Preferences::autosaveSeconds() const
{
    bool sound = false;
    const int seconds = m_store->value(QStringLiteral("run/autosaveSeconds"), kAutosaveSeconds).toInt(&sound);
    return sound && seconds >= 0 && seconds <= kMostAutosaveSeconds ? seconds : kAutosaveSeconds;
}

void Preferences::setAutosaveSeconds(int seconds)
{
    m_store->setValue(QStringLiteral("run/autosaveSeconds"), seconds);
}

int Preferences::speed() const
{
    bool sound = false;
    const int speed = m_store->value(QStringLiteral("run/speed"), kFullSpeed).toInt(&sound);
    return sound ? std::clamp(speed, 0, kFullSpeed) : kFullSpeed;
}

void Preferences::setSpeed(int speed)
{
    m_store->setValue(QStringLiteral("run/speed"), speed);
}

} // namespace gatescope
