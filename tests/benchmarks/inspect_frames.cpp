// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How fluid Inspect is on long sequences: drives the real window offscreen, 1440 × 900, by its keys. A frame is the
// time from a key (or the player's tick) to everything that follows it being painted. Prints the median and the worst
// frame of each view and of whole-run changes in milliseconds, by the clock and by the processor time of the screen's
// thread, which leaves out what else the machine did. usage: gatescope_inspect_frames [KEYS]
#include "tests/benchmarks/workload.h"
#include "ui/document/document.h"
#include "ui/document/shared/preferences.h"
#include "ui/document/shared/selection.h"
#include "ui/inspect/aside/aside_card.h"
#include "ui/inspect/cell/cell_card.h"
#include "ui/inspect/inspect_workspace.h"
#include "ui/inspect/question/edit_form.h"
#include "ui/inspect/question/what_if_panel.h"
#include "ui/inspect/shown/inspect_view.h"
#include "ui/inspect/timeline/timeline_card.h"
#include "ui/inspect/timeline/timeline_view.h"
#include "ui/look/theme.h"
#include "ui/shell/window/main_window.h"
#include "ui/widgets/controls/choice_bar.h"
#include "ui/workspaces.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QTemporaryDir>

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <utility>

namespace {

using namespace gatescope;

struct Moment {
    double clock = 0.0, processor = 0.0; ///< milliseconds
};

/// An application that measures frames: from the start of the event in which something changed to the end of the
/// repaint that follows it.
class FrameApplication : public QApplication {
public:
    FrameApplication(int &argc, char **argv) : QApplication(argc, argv) { m_clock.start(); }

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (std::exchange(m_inside, true))
            return QApplication::notify(receiver, event);
        m_eventStart = now();
        const bool repaint = event->type() == QEvent::UpdateRequest; // the event is gone afterwards
        const bool done = QApplication::notify(receiver, event);
        m_inside = false;
        if (m_open && repaint) {
            const Moment end = now();
            frames.push_back({end.clock - m_start.clock, end.processor - m_start.processor});
            m_open = false;
        }
        return done;
    }

    /// Something changed in the event that is being handled: its frame is under way.
    void changed()
    {
        if (!std::exchange(m_open, true))
            m_start = m_inside ? m_eventStart : now();
    }
    bool frameUnderWay() const { return m_open; }

    std::vector<Moment> frames;

private:
    Moment now() const { return {1e-6 * static_cast<double>(m_clock.nsecsElapsed()), 1e3 * threadSeconds()}; }

    QElapsedTimer m_clock;
    bool m_inside = false, m_open = false;
    Moment m_eventStart, m_start;
};

void print(const char *what, const std::vector<Moment> &frames)
{
    std::vector<double> clock, processor;
    for (const Moment &frame : frames) {
        clock.push_back(frame.clock);
        processor.push_back(frame.processor);
    }
    std::ranges::sort(clock);
    std::ranges::sort(processor);
    if (frames.empty())
        std::printf("%-44s nothing was painted\n", what);
    else
        std::printf("%-44s %5zu frames   %6.2f median %6.2f worst   processor %6.2f median %6.2f worst\n", what,
                    frames.size(), clock[clock.size() / 2], clock.back(), processor[processor.size() / 2],
                    processor.back());
}

/// One network and length of sequence in the whole window.
class Bench {
public:
    Bench(FrameApplication &application, Index steps, Index hidden, int keys)
        : m_application(application), m_preferences(m_folder.filePath(QStringLiteral("preferences.ini"))),
          m_document(GATESCOPE_RESOURCES), m_window(m_document, m_selection, m_theme, m_preferences, makeWorkspaces),
          m_keys(keys)
    {
        m_document.openDefault();
        DataOptions data = m_document.dataOptions();
        data.window = steps;
        Settings settings = m_document.settings();
        settings.network.hidden = hidden;
        if (!m_document.setDataOptions(data).empty() || !m_document.setSettings(settings).empty())
            throw DataError("the bundled data does not take the benchmark's settings");
        for (int batch = 1; batch <= 12; ++batch) { // some moments to go back to
            m_document.training().stepBatch();
            while (m_document.training().snapshot()->step < batch)
                QApplication::processEvents(QEventLoop::AllEvents, 20);
        }
        m_window.resize(1440, 900);
        m_window.show();
        m_window.showWorkspace(QStringLiteral("inspect"));
        m_workspace = qobject_cast<InspectWorkspace *>(m_window.currentWorkspace());
        QObject::connect(&m_workspace->inspection(), &Inspection::cursorMoved, &m_window,
                         [this] { m_application.changed(); });
        QObject::connect(&m_workspace->inspection(), &Inspection::runChanged, &m_window,
                         [this] { m_application.changed(); });
        settle();
    }

    void measure()
    {
        std::printf("T = %td, H = %td, %td layers\n", m_workspace->inspection().run().steps(),
                    m_workspace->inspection().run().network.hidden, m_workspace->inspection().run().network.layers);
        measureCells();
        measureQuestions();
        m_workspace->aside().pages().setCurrent(0);
        measureWholeRuns();
        measureFilm();
    }

private:
    void settle() const
    {
        while (m_application.frameUnderWay() || !m_workspace->isSettled())
            QApplication::processEvents(QEventLoop::AllEvents, 20);
        QApplication::processEvents();
    }

    void press(Qt::Key key)
    {
        QWidget *target = QApplication::focusWidget();
        if (!target)
            target = &m_workspace->timeline().view();
        QApplication::postEvent(target, new QKeyEvent(QEvent::KeyPress, key, Qt::NoModifier));
        QApplication::postEvent(target, new QKeyEvent(QEvent::KeyRelease, key, Qt::NoModifier));
        QApplication::processEvents();
        while (m_application.frameUnderWay())
            QApplication::processEvents(QEventLoop::AllEvents, 20);
    }

    /// From the start of the sequence through its steps.
    void scrub(const QString &what)
    {
        m_workspace->timeline().view().setFocus();
        press(Qt::Key_Home);
        settle();
        m_application.frames.clear();
        for (int i = 0; i < m_keys; ++i)
            press(Qt::Key_Right);
        print(qPrintable(QStringLiteral("  scrub, ") + what), m_application.frames);
    }

    void measureCells()
    {
        for (int direction = 0; direction < 2; ++direction) {
            m_workspace->cell().direction().setCurrent(direction);
            for (int grain = 0; grain < 3; ++grain) {
                m_workspace->cell().grain().setCurrent(grain);
                scrub(m_workspace->cell().view().exportName());
            }
        }
        m_workspace->cell().direction().setCurrent(0);
        m_workspace->cell().grain().setCurrent(1);
    }

    void measureQuestions()
    {
        for (int page = 0; page < 7; ++page) {
            m_workspace->aside().pages().setCurrent(page);
            settle();
            scrub(m_workspace->aside().exports().front()->exportName());
        }
    }

    /// Does something as an event of its own, as a click would, and waits for the frame that follows.
    template <typename Action>
    void act(Action &&action)
    {
        QMetaObject::invokeMethod(&m_window, std::forward<Action>(action), Qt::QueuedConnection);
        QApplication::processEvents();
        while (m_application.frameUnderWay())
            QApplication::processEvents(QEventLoop::AllEvents, 20);
    }

    void measureWholeRuns()
    {
        Inspection &inspection = m_workspace->inspection();
        m_application.frames.clear();
        for (int i = 1; i <= 10; ++i)
            act([&] { inspection.showSequence({DataPart::Train, i}); });
        print("  another sequence", m_application.frames);
        m_application.frames.clear();
        for (int i = 0; i < 10; ++i)
            act([&] { inspection.moment().show(i); });
        print("  another moment of the training", m_application.frames);
        inspection.moment().showNow();
        settle();
        m_application.frames.clear();
        EditForm &form = m_workspace->aside().whatIf().form();
        form.setKind(EditKind::Update);
        for (int i = 0; i < 10; ++i)
            act([&] { form.ask(0.05 + 0.09 * i); });
        print("  a gate held: another value", m_application.frames);
        scrub(QStringLiteral("with the ghost of a what-if"));
    }

    /// The sequence and the training, both by their own clocks.
    void measureFilm()
    {
        m_workspace->timeline().view().setFocus();
        press(Qt::Key_Home);
        m_application.frames.clear();
        m_workspace->timeline().setPlaying(true);
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < 3000)
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        m_workspace->timeline().setPlaying(false);
        print("  play the sequence", m_application.frames);
        m_application.frames.clear();
        ShownMoment &moment = m_workspace->inspection().moment();
        moment.setPlaying(true);
        while (moment.isPlaying())
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        settle();
        print("  play the training", m_application.frames);
    }

    FrameApplication &m_application;
    QTemporaryDir m_folder;
    Preferences m_preferences;
    Theme m_theme;
    Document m_document;
    Selection m_selection;
    MainWindow m_window;
    InspectWorkspace *m_workspace = nullptr;
    int m_keys;
};

} // namespace

int main(int argc, char **argv)
{
    const int keys = argc > 1 ? std::max(1, std::atoi(argv[1])) : 100;
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    FrameApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    try {
        Bench(application, 500, 64, keys).measure();
        Bench(application, 200, 128, keys).measure();
    } catch (const gatescope::Error &error) {
        std::fprintf(stderr, "error: %s\n", error.what());
        return error.exitCode();
    }
    return 0;
}
