// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "ui/pictures.h"
#include "ui/shell/document.h"
#include "ui/shell/preferences.h"
#include "ui/shell/selection.h"
#include "ui/shell/theme.h"
#include "ui/shell/window/main_window.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QIcon>
#include <QLocale>
#include <QTemporaryDir>

#include <clocale>
#include <cstdio>
#include <cstring>

namespace {

/// The folder with data sets, lessons and help: beside an installed program, else in the source tree it was built from.
std::filesystem::path resourcesFolder()
{
    const QString installed =
        QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral(GATESCOPE_RESOURCES_FROM_BIN));
    return QFileInfo::exists(installed) ? QFileInfo(installed).canonicalFilePath().toStdString()
                                        : std::string(GATESCOPE_SOURCE_RESOURCES);
}

bool asksForPictures(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        if (std::strncmp(argv[i], "--pictures", 10) == 0)
            return true;
    }
    return false;
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QStringLiteral("Watch a gated recurrent unit network learn."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("file"), QStringLiteral("A CSV, tensor or model file to open."),
                                 QStringLiteral("[file]"));
    parser.addOptions({
        {QStringLiteral("pictures"),
         QStringLiteral("Train without a display and save pictures of all views into <folder>."),
         QStringLiteral("folder")},
        {QStringLiteral("epochs"), QStringLiteral("How many epochs to train for the pictures."),
         QStringLiteral("number")},
        {QStringLiteral("theme"), QStringLiteral("light, dark or contrast instead of the remembered theme."),
         QStringLiteral("name")},
        {QStringLiteral("size"), QStringLiteral("Size of the window in the pictures, such as 1440x900."),
         QStringLiteral("size")},
    });
}

int wrongUse(const char *message)
{
    std::fprintf(stderr, "error: %s\n", message);
    return 2;
}

/// Nothing for an empty text, which leaves the theme as it is; false for a word that names none.
bool setTheme(gatescope::Theme &theme, const QString &name)
{
    using gatescope::ThemeMode;
    if (name == QLatin1String("light"))
        theme.setMode(ThemeMode::Light);
    else if (name == QLatin1String("dark"))
        theme.setMode(ThemeMode::Dark);
    else if (name == QLatin1String("contrast"))
        theme.setMode(ThemeMode::HighContrast);
    else
        return name.isEmpty();
    return true;
}

int makePictures(gatescope::MainWindow &window, gatescope::Document &document, const QCommandLineParser &parser)
{
    gatescope::PictureOptions options;
    options.folder = parser.value(QStringLiteral("pictures"));
    if (parser.isSet(QStringLiteral("epochs"))) {
        bool sound = false;
        options.epochs = parser.value(QStringLiteral("epochs")).toLongLong(&sound);
        if (!sound || options.epochs < 0)
            return wrongUse("--epochs needs a whole number from 0 up");
    }
    if (parser.isSet(QStringLiteral("size"))) {
        const QStringList sides = parser.value(QStringLiteral("size")).split(QLatin1Char('x'));
        options.windowSize = sides.size() == 2 ? QSize(sides[0].toInt(), sides[1].toInt()) : QSize();
        if (options.windowSize.width() < 320 || options.windowSize.height() < 240 || options.windowSize.width() > 8192
            || options.windowSize.height() > 8192)
            return wrongUse("--size needs a width and a height, such as 1440x900");
    }
    try {
        const QStringList files = gatescope::savePictures(window, document, options);
        for (const QString &file : files)
            std::printf("%s\n", qPrintable(file));
        return files.isEmpty() ? 1 : 0;
    } catch (const gatescope::Error &error) {
        std::fprintf(stderr, "error: %s\n", error.what());
        return error.exitCode();
    }
}

} // namespace

int main(int argc, char **argv)
{
    const bool pictures = asksForPictures(argc, argv);
    if (pictures)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("GateScope"));
    QApplication::setApplicationVersion(QStringLiteral(GATESCOPE_VERSION));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/gatescope.svg")));
    // Qt has set the user's locale: numbers in files and on screen keep their decimal point.
    std::setlocale(LC_NUMERIC, "C");
    QLocale::setDefault(QLocale::c());
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);

    // Pictures come out the same whatever a user has set, and leave no trace in the preferences.
    const QTemporaryDir aside;
    gatescope::Preferences preferences(pictures ? aside.filePath(QStringLiteral("preferences.ini"))
                                                : gatescope::Preferences::defaultPath());
    gatescope::Theme theme;
    theme.setMode(preferences.themeMode());
    theme.setTextScale(preferences.textScale());
    if (!setTheme(theme, parser.value(QStringLiteral("theme"))))
        return wrongUse("--theme must be light, dark or contrast");
    gatescope::Document document(resourcesFolder());
    gatescope::Selection selection;
    gatescope::MainWindow window(document, selection, theme, preferences);
    document.openDefault();
    if (pictures)
        return makePictures(window, document, parser);
    if (!parser.positionalArguments().isEmpty())
        document.openFile(parser.positionalArguments().front());
    window.show();
    return QApplication::exec();
}
