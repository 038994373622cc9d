// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/language.h"
#include "ui/look/theme.h"

#include <QApplication>
#include <QTemporaryDir>

#include <clocale>
#include <gtest/gtest.h>

int main(int argc, char **argv)
{
    // gtest_discover_tests runs this at build time, where there may be no display.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    ::testing::InitGoogleTest(&argc, argv);
    const QTemporaryDir home; // tests run side by side: none finds what another has left
    qputenv("HOME", home.path().toUtf8());
    for (const char *moved : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
        qunsetenv(moved);
    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    gatescope::Language language;
    language.choose(QStringLiteral("en")); // whatever the machine speaks; plural forms come with it
    gatescope::Theme theme;
    return RUN_ALL_TESTS();
}
