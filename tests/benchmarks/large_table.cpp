// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the screen stays responsive with a CSV of a million rows and twenty columns: drives the real window offscreen
// and prints, for each thing a user does, how long it took and the longest time the event loop let a timer wait (50 ms
// or less). usage: gatescope_large_table [ROWS]
#include "core/error.h"
#include "tests/benchmarks/heartbeat.h"
#include "ui/data/data_workspace.h"
#include "ui/document/document.h"
#include "ui/document/shared/preferences.h"
#include "ui/document/shared/selection.h"
#include "ui/look/theme.h"
#include "ui/shell/window/main_window.h"
#include "ui/workspaces.h"

#include <QApplication>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>

#include <clocale>
#include <cmath>
#include <cstdio>
#include <functional>

namespace {

using namespace gatescope;

constexpr int kColumns = 20;

void writeTable(const QString &path, int rows)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        throw IoError("cannot write " + path.toStdString());
    QByteArray text;
    for (int column = 0; column < kColumns; ++column)
        text += (column > 0 ? ",c" : "c") + QByteArray::number(column);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < kColumns; ++column)
            text += (column > 0 ? ',' : '\n') + QByteArray::number(std::sin(0.01 * row * (column + 1)), 'f', 5);
        if (text.size() > 1 << 20) {
            file.write(text);
            text.clear();
        }
    }
    file.write(text + '\n');
}

class Drive {
public:
    explicit Drive(const QString &folder)
        : m_folder(folder), m_preferences(folder + QStringLiteral("/preferences.ini")), m_document(GATESCOPE_RESOURCES),
          m_window(m_document, m_selection, m_theme, m_preferences, makeWorkspaces)
    {
        m_document.openDefault();
        m_window.resize(1440, 900);
        m_window.show();
        m_window.showWorkspace(QStringLiteral("data"));
        runEvents(1.0);
    }

    void run()
    {
        const QString csv = m_folder + QStringLiteral("/table.csv");
        const QString model = m_folder + QStringLiteral("/model.safetensors");
        measure("open the table", [&] { m_document.opening().openFile(csv); });
        if (m_document.data() == nullptr)
            throw DataError("the table makes no windows: " + m_document.dataProblem().toStdString());
        measure("show the columns",
                [this] { m_window.findChild<DataWorkspace *>()->showPage(DataWorkspace::Columns); });
        measure("scroll the rows", [this] { scroll(); });
        measure("change the columns",
                [this] { changeOptions([](DataOptions &options) { options.features.resize(10); }); });
        measure("change the window", [this] { changeOptions([](DataOptions &options) { options.window = 48; }); });
        measure("scale otherwise",
                [this] { changeOptions([](DataOptions &options) { options.scale = ScaleKind::MinMax; }); });
        measure("undo", [this] { m_document.undoHistory().undo(); });
        for (const char *workspace : {"train", "inspect", "predict", "data"})
            measure(workspace, [this, workspace] { m_window.showWorkspace(QString::fromLatin1(workspace)); });
        measure("train ten batches", [this] {
            for (int i = 0; i < 10; ++i)
                m_document.training().stepBatch();
        });
        measure("save the session", [&] { m_document.file().save(model); });
        measure("change the settings", [this] {
            Settings settings = m_document.settings();
            settings.training.loss.kind = LossKind::Huber;
            m_document.setSettings(settings);
        });
        measure("open the session", [&] { m_document.opening().openFile(model); });
        measure("read as text", [this] {
            CsvOptions options;
            options.types["c3"] = ColumnType::Text;
            m_document.opening().reread(options);
        });
    }

private:
    void measure(const char *what, const std::function<void()> &action)
    {
        QElapsedTimer clock;
        clock.start();
        const Heartbeat heart;
        QTimer::singleShot(0, &m_window, action);
        runEvents(0.05);
        while (m_document.opening().isBusy())
            runEvents(0.02);
        const double seconds = 1e-3 * static_cast<double>(clock.elapsed());
        runEvents(1.0);
        std::printf("%-20s %6.2f s, a timer waited %6.1f ms at longest\n", what, seconds, 1e3 * heart.longest);
        std::fflush(stdout);
    }

    void changeOptions(const std::function<void(DataOptions &)> &change)
    {
        DataOptions options = m_document.dataOptions();
        change(options);
        m_document.setDataOptions(options);
    }

    void scroll()
    {
        for (QTableView *view : m_window.findChildren<QTableView *>()) {
            if (!view->isVisible())
                continue;
            QScrollBar *bar = view->verticalScrollBar();
            for (int step = 0; step <= 40; ++step) {
                bar->setValue(bar->minimum() + (bar->maximum() - bar->minimum()) / 40 * step);
                runEvents(0.01);
            }
        }
    }

    QString m_folder;
    Preferences m_preferences;
    Theme m_theme;
    Document m_document;
    Selection m_selection;
    MainWindow m_window;
};

} // namespace

int main(int argc, char **argv)
{
    const int rows = argc > 1 ? std::max(1000, std::atoi(argv[1])) : 1'000'000;
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    const QTemporaryDir folder;
    try {
        writeTable(folder.filePath(QStringLiteral("table.csv")), rows);
        Drive(folder.path()).run();
    } catch (const gatescope::Error &error) {
        std::fprintf(stderr, "error: %s\n", error.what());
        return error.exitCode();
    }
    return 0;
}
