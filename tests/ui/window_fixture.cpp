// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_fixture.h"

#include "ui/workspaces.h"

#include <QFile>

#include <cmath>

namespace gatescope {

WindowTest::WindowTest()
{
    start();
}

WindowTest::~WindowTest()
{
    window.reset(); // before what it shows
    document.reset();
}

void WindowTest::start()
{
    preferences = std::make_unique<Preferences>(folder.filePath(QStringLiteral("preferences.ini")));
    theme.setMode(preferences->themeMode());
    document = std::make_unique<Document>(GATESCOPE_RESOURCES);
    selection = std::make_unique<Selection>();
    window = std::make_unique<MainWindow>(*document, *selection, theme, *preferences, makeWorkspaces);
    // Nobody is there to answer a box that waits.
    window->files().setUnsavedQuestion([](const QString &) { return UnsavedAnswer::Discard; });
}

void WindowTest::restart()
{
    window->close();
    restartUnsaved();
}

void WindowTest::restartUnsaved()
{
    window.reset();
    selection.reset();
    document.reset();
    preferences.reset();
    start();
}

void WindowTest::show(const QSize &size)
{
    window->resize(size);
    window->show();
    QApplication::processEvents();
}

void WindowTest::openSmallSeries()
{
    QByteArray csv = "time,wave\n";
    for (int i = 0; i < 160; ++i)
        csv += QByteArray::number(i) + ',' + QByteArray::number(std::sin(0.3 * i), 'g', 8) + '\n';
    document->opening().openFile(file(QStringLiteral("wave.csv"), csv));
    ASSERT_TRUE(waitFor([this] { return !document->opening().isBusy(); }));
    DataOptions options = document->dataOptions();
    options.features = {"wave"};
    options.targets = {"wave"};
    options.window = 8;
    ASSERT_TRUE(document->setDataOptions(options).empty());
    Settings settings = document->settings();
    settings.network.hidden = 6;
    settings.training.batch = 16;
    settings.training.threads = 1;
    ASSERT_TRUE(document->setSettings(settings).empty());
    document->undoStack().clear();
    document->poll();
}

QString WindowTest::file(const QString &name, const QByteArray &content) const
{
    const QString path = folder.filePath(name);
    QFile out(path);
    EXPECT_TRUE(out.open(QIODevice::WriteOnly));
    out.write(content);
    return path;
}

bool WindowTest::waitFor(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, 30000);
}

bool WindowTest::settle()
{
    document->training().session()->trainerState(); // answered after all commands before it
    document->poll();
    return waitFor([this] { return !document->training().isTraining(); });
}

} // namespace gatescope
