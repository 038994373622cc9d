// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/application.h"
#include "app/gui/end_signals.h"
#include "app/gui/painters.h"
#include "core/error.h"
#include "core/memory_reserve.h"
#include "core/sentence.h"
#include "ui/document/document.h"
#include "ui/document/saving/autosave.h"
#include "ui/document/shared/preferences.h"
#include "ui/document/shared/selection.h"
#include "ui/document/shared/state_folder.h"
#include "ui/look/language.h"
#include "ui/look/theme.h"
#include "ui/shell/pictures.h"
#include "ui/shell/window/class_actions.h"
#include "ui/shell/window/main_window.h"
#include "ui/shell/window/window_keeper.h"
#include "ui/workspaces.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QIcon>
#include <QLocale>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <clocale>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <memory>
#include <utility>

namespace {

/// The folder with data sets, lessons and help: beside an installed program, else in the source tree it was built from.
std::filesystem::path resourcesFolder()
{
    const QString installed =
        QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral(GATESCOPE_RESOURCES_FROM_BIN));
    return QFileInfo::exists(installed) ? QFileInfo(installed).canonicalFilePath().toStdString()
                                        : std::string(GATESCOPE_SOURCE_RESOURCES);
}

bool hasOption(int argc, char **argv, std::initializer_list<const char *> names)
{
    return std::any_of(argv + 1, argv + argc, [&](const char *argument) {
        return std::any_of(names.begin(), names.end(),
                           [&](const char *name) { return std::strncmp(argument, name, std::strlen(name)) == 0; });
    });
}

/// Whether a window can be shown. Qt itself would end the program with a trace of its search for plugins.
bool hasDisplay()
{
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY")
           || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
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
        {QStringLiteral("run"), QStringLiteral("Start the training at once.")},
        {QStringLiteral("state-folder"),
         QStringLiteral("Where all that the program remembers is kept: preferences, unsaved trainings, runs, lessons."),
         QStringLiteral("folder")},
        {QStringLiteral("autosave-folder"), QStringLiteral("Where unsaved trainings are kept for recovery."),
         QStringLiteral("folder")},
        {QStringLiteral("runs-folder"), QStringLiteral("Where trained runs are kept beside each other."),
         QStringLiteral("folder")},
        {QStringLiteral("autosave-seconds"),
         QStringLiteral("How often they are kept, instead of what the File menu says; 0 switches it off."),
         QStringLiteral("seconds")},
        {QStringLiteral("theme"), QStringLiteral("light, dark or contrast instead of the remembered theme."),
         QStringLiteral("name")},
        {QStringLiteral("language"), QStringLiteral("en or de instead of the remembered language of the screen."),
         QStringLiteral("code")},
        {QStringLiteral("class"), QStringLiteral("Open a class set-up: what a teacher prepared."),
         QStringLiteral("file")},
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
    else if (name == QLatin1String("light-contrast"))
        theme.setMode(ThemeMode::LightContrast);
    else
        return name.isEmpty();
    return true;
}

/// What the window would say, on standard error.
void tellErrors(gatescope::Document &document)
{
    QObject::connect(&document, &gatescope::Document::message, &document,
                     [](gatescope::Severity severity, const QString &text) {
                         if (severity == gatescope::Severity::Error)
                             std::fprintf(stderr, "error: %s\n", qPrintable(text));
                     });
}

/// Opens a file and waits until it is read; false, with the reason on standard error, when it cannot be used.
bool openNow(gatescope::Document &document, const QString &path)
{
    using gatescope::Document;
    using gatescope::Severity;
    bool sound = true;
    const auto fail = [&sound](const QString &reason) {
        std::fprintf(stderr, "error: %s\n", qPrintable(reason));
        sound = false;
    };
    QObject scope;
    QObject::connect(&document, &Document::message, &scope,
                     [&sound](Severity severity) { sound = sound && severity != Severity::Error; });
    // Nobody is there to be asked.
    document.opening().disconnect(SIGNAL(modelNeedsData(QString, QString)));
    QObject::connect(&document.opening(), &gatescope::Opening::modelNeedsData, &scope,
                     [&](const QString &model, const QString &data) {
                         fail(QStringLiteral("the data of %1 is not at %2; put it there").arg(model, data));
                     });
    QObject::connect(&document.opening(), &gatescope::Opening::modelDataChanged, &scope,
                     [&document](const QString &change) {
                         std::fprintf(stderr, "warning: %s\n", qPrintable(change));
                         document.opening().openOnChangedData(true);
                     });
    document.opening().openFile(path);
    while (document.opening().isBusy())
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    if (sound && !document.dataProblem().isEmpty())
        fail(document.dataProblem());
    return sound;
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
    if (!parser.positionalArguments().isEmpty() && !openNow(document, parser.positionalArguments().front()))
        return 1;
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

/// @return false for a number of seconds that is none
bool setUp(gatescope::Autosave &autosave, const gatescope::Preferences &preferences, const QCommandLineParser &parser)
{
    double seconds = preferences.autosaveSeconds();
    if (const QString text = parser.value(QStringLiteral("autosave-seconds")); !text.isEmpty()) {
        bool sound = false;
        seconds = text.toDouble(&sound);
        if (!sound || !(seconds >= 0.0 && seconds <= 86400.0))
            return false;
    }
    autosave.setInterval(std::chrono::milliseconds(static_cast<std::int64_t>(std::ceil(1000.0 * seconds))));
    return true;
}

/// Starts the training as soon as what was named on the command line is open.
void runWhenOpen(gatescope::Document &document)
{
    if (document.opening().isBusy())
        QObject::connect(
            &document.opening(), &gatescope::Opening::ended, &document, [&document] { runWhenOpen(document); },
            static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    else
        document.training().start();
}

/// The program with its window, until that is closed or the program is ended from outside: then what was trained is
/// kept for the next start, which offers it, and the exit code is 128 and the signal's number.
int runWindow(gatescope::WindowKeeper &windows, gatescope::Document &document, gatescope::Autosave &autosave,
              const QCommandLineParser &parser)
{
    windows.window().useAutosave(autosave);
    const gatescope::EndSignals signals;
    QObject::connect(&signals, &gatescope::EndSignals::received, &autosave, [&autosave](int number) {
        autosave.keepForTheEnd();
        QApplication::exit(128 + number);
    });
    QObject::connect(qApp, &QGuiApplication::commitDataRequest, &autosave, &gatescope::Autosave::keepForTheEnd);
    QString file = parser.positionalArguments().value(0);
    QString setup = parser.value(QStringLiteral("class"));
    if (file.endsWith(QLatin1String(".gatescope-class"))) // by a double click
        setup = std::exchange(file, QString());
    if (!file.isEmpty())
        document.opening().openFile(file);
    if (!setup.isEmpty())
        windows.window().classActions().open(setup);
    if (parser.isSet(QStringLiteral("run")))
        runWhenOpen(document);
    windows.window().show();
    const int code = QApplication::exec();
    document.shelf().flush();
    if (signals.number() == 0)
        autosave.discard(); // closed by its user, who was asked
    return code;
}

/// What the desktop and Qt are to know of the program, once there is an application.
void introduce()
{
    QApplication::setApplicationName(QStringLiteral("GateScope"));
    QApplication::setApplicationVersion(QStringLiteral(GATESCOPE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.gatescope.GateScope"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/gatescope.svg")));
    // Qt has set the user's locale: numbers in files and on screen keep their decimal point.
    std::setlocale(LC_NUMERIC, "C");
    QLocale::setDefault(QLocale::c());
}

int run(int argc, char **argv, gatescope::MemoryReserve &reserve)
{
    const bool pictures = hasOption(argc, argv, {"--pictures"});
    if (pictures || (!hasDisplay() && hasOption(argc, argv, {"--help", "-h", "--version", "-v"})))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!hasDisplay()) {
        std::fputs(
            "error: there is no display to open a window on; use gatescope-cli, or gatescope --pictures FOLDER\n",
            stderr);
        return 1;
    }
    gatescope::Application application(argc, argv);
    gatescope::startPainters();
    introduce();
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);
    gatescope::StateFolder::moveTo(parser.value(QStringLiteral("state-folder")));

    // Pictures come out the same whatever a user has set, and leave no trace in the preferences.
    const auto aside = pictures ? std::make_unique<QTemporaryDir>() : nullptr;
    gatescope::Preferences preferences(pictures ? aside->filePath(QStringLiteral("preferences.ini"))
                                                : gatescope::Preferences::defaultPath());
    if (pictures)
        preferences.store().setValue(QStringLiteral("layout-train/welcomed"), true);
    gatescope::Language language;
    language.choose(parser.isSet(QStringLiteral("language")) ? parser.value(QStringLiteral("language"))
                    : pictures                               ? QStringLiteral("en")
                                                             : preferences.language());
    gatescope::Theme theme;
    theme.setMode(preferences.themeMode());
    theme.setTextScale(preferences.textScale());
    if (!setTheme(theme, parser.value(QStringLiteral("theme"))))
        return wrongUse("--theme must be light, dark or contrast");
    gatescope::Document document(resourcesFolder());
    gatescope::Selection selection;
    gatescope::WindowKeeper windows(language, preferences, selection, [&] {
        return std::make_unique<gatescope::MainWindow>(document, selection, theme, preferences,
                                                       gatescope::makeWorkspaces);
    });
    application.setTeller([&document, &reserve](const QString &sentence) {
        document.showMessage(gatescope::Severity::Error, sentence);
        reserve.refill();
    });
    if (pictures)
        tellErrors(document);
    document.openDefault();
    if (pictures)
        return makePictures(windows.window(), document, parser);
    const QString folder = parser.value(QStringLiteral("autosave-folder"));
    gatescope::Autosave autosave(document, folder.isEmpty() ? gatescope::Autosave::defaultFolder()
                                                            : std::filesystem::path(folder.toStdString()));
    const QString runs = parser.value(QStringLiteral("runs-folder"));
    document.shelf().setFolder(runs.isEmpty() ? gatescope::RunShelf::defaultFolder()
                                              : std::filesystem::path(runs.toStdString()));
    if (!setUp(autosave, preferences, parser))
        return wrongUse("--autosave-seconds needs a number from 0 to 86400");
    return runWindow(windows, document, autosave, parser);
}

} // namespace

int main(int argc, char **argv)
{
    gatescope::MemoryReserve reserve;
    try {
        return run(argc, argv, reserve);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "error: %s\n", gatescope::sentenceOf(error).c_str());
        return gatescope::exitCodeOf(error);
    }
}
