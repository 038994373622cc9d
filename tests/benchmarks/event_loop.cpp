// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long the event loop is kept from the next event while the monkey of tests/ui plays with a window that trains:
// prints the share of the deliveries (a click with all it sets off, a timer, a picture) beyond 16, 50, 100 and 250 ms,
// and what took longest. Aim: none beyond 250 ms. what else the machine did is for the reader to know. usage:
// gatescope_event_loop [EVENTS [SEED]]
#include "tests/ui/shell/monkey.h"
#include "ui/document/shared/preferences.h"
#include "ui/document/shared/selection.h"
#include "ui/shell/files/file_actions.h"
#include "ui/workspaces.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMetaEnum>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <functional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace {

using namespace gatescope;

/// Takes the time that each delivery of an event keeps its loop, without that of loops within it (menus, dialogs).
class MeasuredApplication : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        const int level = QThread::currentThread()->loopLevel();
        if (!measuring || (m_inside && level == m_level))
            return QApplication::notify(receiver, event);
        std::string what = std::string(QMetaEnum::fromType<QEvent::Type>().valueToKey(event->type())) + " to "
                           + receiver->metaObject()->className();
        for (const QObject *named = receiver; named && what.size() < 200; named = named->parent()) {
            if (!named->objectName().isEmpty())
                what += " in " + named->objectName().toStdString();
        }
        const auto outer = std::make_pair(std::exchange(m_inside, true), std::exchange(m_level, level));
        const double outerNested = std::exchange(m_nested, 0.0);
        QElapsedTimer clock;
        clock.start();
        const bool done = QApplication::notify(receiver, event);
        const double whole = 1e-6 * static_cast<double>(clock.nsecsElapsed());
        spans.emplace_back(whole - m_nested, what);
        m_nested = outerNested + whole;
        std::tie(m_inside, m_level) = outer;
        return done;
    }

    bool measuring = false;
    std::vector<std::pair<double, std::string>> spans; ///< milliseconds, and of what

private:
    bool m_inside = false;
    int m_level = 0;       ///< of the loop whose event is being delivered
    double m_nested = 0.0; ///< milliseconds in deliveries of loops within it
};

void report(std::vector<std::pair<double, std::string>> spans)
{
    std::ranges::sort(spans, std::greater());
    std::printf("%zu deliveries", spans.size());
    for (const double limit : {16.0, 50.0, 100.0, 250.0})
        std::printf(", %td beyond %.0f ms",
                    std::ranges::count_if(spans, [limit](const auto &span) { return span.first > limit; }), limit);
    std::printf("; longest %.0f ms\n", spans.empty() ? 0.0 : spans.front().first);
    for (std::size_t i = 0; i < std::min<std::size_t>(10, spans.size()); ++i)
        std::printf("  %6.1f ms  %s\n", spans[i].first, spans[i].second.c_str());
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir folder;
    qputenv("HOME", folder.path().toUtf8()); // a lesson that an event writes stays out of one's own
    MeasuredApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    const int events = argc > 1 ? std::max(1, std::atoi(argv[1])) : 20'000;
    const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
    Theme theme;
    Preferences preferences(folder.filePath(QStringLiteral("preferences.ini")));
    Document document(GATESCOPE_RESOURCES);
    Selection selection;
    MainWindow window(document, selection, theme, preferences, makeWorkspaces);
    window.files().setUnsavedQuestion([](const QString &) { return UnsavedAnswer::Discard; });
    document.openDefault();
    window.resize(1440, 900);
    window.show();
    while (document.opening().isBusy())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    application.measuring = true;
    Monkey(window, document, theme, seed).play(events);
    application.measuring = false;
    report(std::move(application.spans));
    return 0;
}
