// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/language.h"
#include "ui/look/theme.h"

#include <QApplication>
#include <QStandardPaths>

#include <clocale>
#include <gtest/gtest.h>

int main(int argc, char **argv)
{
    // gtest_discover_tests runs this at build time, where there may be no display.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    testing::InitGoogleTest(&argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    gatescope::Language language;
    language.choose(QStringLiteral("en")); // whatever the machine speaks; plural forms come with it
    gatescope::Theme theme;
    return RUN_ALL_TESTS();
}
