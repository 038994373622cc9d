// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/document.h"
#include "ui/shell/preferences.h"
#include "ui/shell/selection.h"
#include "ui/shell/theme.h"
#include "ui/shell/window/main_window.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>

#include <clocale>

namespace {

/// The folder with data sets, lessons and help: beside an installed program, else in the source tree it was built from.
std::filesystem::path resourcesFolder()
{
    const QString installed = QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral(GATESCOPE_RESOURCES_FROM_BIN));
    return QFileInfo::exists(installed) ? QFileInfo(installed).canonicalFilePath().toStdString() : std::string(GATESCOPE_SOURCE_RESOURCES);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("GateScope"));
    QApplication::setApplicationVersion(QStringLiteral(GATESCOPE_VERSION));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/gatescope.svg")));
    // Qt has set the user's locale: numbers in files and on screen keep their decimal point.
    std::setlocale(LC_NUMERIC, "C");
    QLocale::setDefault(QLocale::c());

    gatescope::Preferences preferences(gatescope::Preferences::defaultPath());
    gatescope::Theme theme;
    theme.setMode(preferences.themeMode());
    theme.setTextScale(preferences.textScale());
    gatescope::Document document(resourcesFolder());
    gatescope::Selection selection;
    gatescope::MainWindow window(document, selection, theme, preferences);
    const QStringList arguments = QApplication::arguments().mid(1);
    document.openDefault();
    if (!arguments.isEmpty())
        document.openFile(arguments.front());
    window.show();
    return QApplication::exec();
}
