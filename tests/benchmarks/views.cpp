// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What watching costs: drives the real window offscreen, 1600 × 900 with its four live views, while the seed model of
// 64 units trains on windows of 32 rows with two threads, in turns with the same training that nobody watches. Prints
// the ratio of their speeds (0.95 or more), the longest time the event loop was busy in one go (50 ms or less) and the
// time from the process's start to the first picture of the window (0.5 s or less). usage: gatescope_views [ROUNDS
// [SECONDS]]
#include "tests/benchmarks/heartbeat.h"
#include "tests/benchmarks/workload.h"
#include "ui/document/document.h"
#include "ui/document/shared/preferences.h"
#include "ui/document/shared/selection.h"
#include "ui/look/theme.h"
#include "ui/shell/window/main_window.h"
#include "ui/workspaces.h"

#include <QApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <numeric>
#include <thread>
#include <utility>

#include <unistd.h>

namespace {

using namespace gatescope;

/// Since the kernel made this process, to its clock tick of 10 ms.
double secondsSinceProcessStart()
{
    std::ifstream file("/proc/self/stat");
    std::string word;
    for (int field = 1; field <= 22 && file >> word; ++field) {
    }
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec)
           - std::stod(word) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

/// An application that measures the processor time each event takes, while it is told to.
class MeasuredApplication : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (!measuring || std::exchange(m_inside, true))
            return QApplication::notify(receiver, event);
        const double start = threadSeconds();
        const bool done = QApplication::notify(receiver, event);
        spans.push_back(threadSeconds() - start);
        m_inside = false;
        return done;
    }

    bool measuring = false;
    std::vector<double> spans; ///< seconds, of the outermost events

private:
    bool m_inside = false;
};

/// Until the window has drawn all of itself once and waits for its user.
void waitForPicture(QWidget &window)
{
    class Painted : public QObject {
    public:
        bool eventFilter(QObject *, QEvent *event) override
        {
            if (event->type() == QEvent::Paint)
                seen = true;
            return false;
        }
        bool seen = false;
    } painted;
    window.installEventFilter(&painted);
    while (!painted.seen)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QCoreApplication::processEvents();
}

/// The first bundled data set in windows of 32 rows; 64 units, two threads, no end.
void setUp(Document &document)
{
    DataOptions data = document.dataOptions();
    data.window = 32;
    Settings settings = document.settings();
    settings.network.hidden = 64;
    settings.training.threads = 2;
    settings.training.epochs = 100000;
    settings.training.earlyStopPatience = 0; // which the data set asks for
    if (!document.setDataOptions(data).empty() || !document.setSettings(settings).empty())
        throw DataError("the bundled data does not take the benchmark's settings");
}

/// Batches a second while the window shows them.
/// @param longestStall  becomes the longest time the event loop let a timer wait, where that is longer
double watched(Document &document, MeasuredApplication &application, double seconds, double &longestStall)
{
    document.training().start();
    runEvents(0.3);
    const std::int64_t before = document.training().history().lastBatch().step;
    QElapsedTimer clock;
    clock.start();
    {
        const Heartbeat heart;
        application.measuring = true;
        runEvents(seconds);
        application.measuring = false;
        longestStall = std::max(longestStall, heart.longest);
    }
    document.poll();
    const double rate = static_cast<double>(document.training().history().lastBatch().step - before)
                        / (1e-9 * static_cast<double>(clock.nsecsElapsed()));
    document.training().pause();
    runEvents(0.2);
    return rate;
}

/// Batches a second of a training of the same settings and data while nobody asks for anything.
double headless(TrainingSession &session, double seconds)
{
    const auto wait = [](double time) { std::this_thread::sleep_for(std::chrono::duration<double>(time)); };
    session.run();
    wait(0.3);
    session.drainHistory();
    wait(seconds);
    const double rate = static_cast<double>(session.drainHistory().batches.size()) / seconds;
    session.pause();
    wait(0.2);
    return rate;
}

double median(std::vector<double> values)
{
    std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
    return values[values.size() / 2];
}

void compare(Document &document, MeasuredApplication &application, int rounds, double seconds)
{
    TrainingSession alone(document.settings(), {document.data()->train, document.data()->validation});
    std::vector<double> with, without, ratios;
    double longestStall = 0.0;
    for (int round = 0; round < rounds; ++round) {
        // Alternately first, so that a slow moment of the machine hits both alike.
        if (round % 2 == 0)
            without.push_back(headless(alone, seconds));
        with.push_back(watched(document, application, seconds, longestStall));
        if (round % 2 == 1)
            without.push_back(headless(alone, seconds));
        ratios.push_back(with.back() / without.back());
    }
    const auto batch = static_cast<double>(document.settings().training.batch);
    const auto [low, high] = std::ranges::minmax(ratios);
    std::printf(
        "samples a second: %.0f headless, %.0f watched; median of the ratios %.3f (%.3f to %.3f), wanted 0.95\n",
        batch * median(without), batch * median(with), median(ratios), low, high);
    const double busy = std::accumulate(application.spans.begin(), application.spans.end(), 0.0);
    std::printf("event loop: a timer waited %.1f ms at longest, wanted 50; an event took %.1f ms of the processor "
                "at longest, all of them %.1f %% of a core\n",
                1e3 * longestStall, 1e3 * std::ranges::max(application.spans), 100.0 * busy / (rounds * seconds));
}

} // namespace

int main(int argc, char **argv)
{
    const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 9;
    const double seconds = argc > 2 ? std::max(0.1, std::atof(argv[2])) : 2.0;
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    MeasuredApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    const QTemporaryDir folder;
    gatescope::Preferences preferences(folder.filePath(QStringLiteral("preferences.ini")));
    gatescope::Theme theme;
    gatescope::Document document(GATESCOPE_RESOURCES);
    gatescope::Selection selection;
    gatescope::MainWindow window(document, selection, theme, preferences, gatescope::makeWorkspaces);
    document.openDefault();
    window.resize(1600, 900);
    window.show();
    waitForPicture(window);
    std::printf("from the process's start to the window: %.2f s, wanted 0.5\n", secondsSinceProcessStart());
    try {
        setUp(document);
        window.showWorkspace(QStringLiteral("train"));
        runEvents(0.5);
        compare(document, application, rounds, seconds);
    } catch (const gatescope::Error &error) {
        std::fprintf(stderr, "error: %s\n", error.what());
        return error.exitCode();
    }
    return 0;
}
