// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_fixture.h"

#include "core/math/random.h"
#include "ui/document/shared/workspace.h"

#include <QAbstractButton>
#include <QMenuBar>
#include <QTimer>
#include <QToolButton>

#include <fstream>
#include <unistd.h>

namespace gatescope {

namespace {

constexpr int kEvents = 20'000;
/// What the second half of the events may add besides the runs on the shelf, when every view has been open for long: 96
/// for undo and what is drawn, and films (64 MB) fill up to their limit.
constexpr double kGrowthMegabytes = 96.0 + 64.0;
#ifdef __SANITIZE_ADDRESS__
constexpr bool kMemoryIsMeasured = false; // what is given back stays in quarantine
#else
constexpr bool kMemoryIsMeasured = true;
#endif

double residentMegabytes()
{
    std::ifstream file("/proc/self/statm");
    double pages = 0.0;
    file >> pages >> pages;
    return pages * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

} // namespace

class MonkeyTest : public WindowTest {
protected:
    /// Closes menus, popups and dialogs as soon as they open, also in event loops of their own.
    void closeWhatPopsUp()
    {
        connect = QObject::connect(&closer, &QTimer::timeout, [] {
            if (QWidget *popup = QApplication::activePopupWidget())
                popup->close();
            if (QWidget *dialog = QApplication::activeModalWidget())
                dialog->close();
        });
        closer.start(5);
    }

    /// A visible widget of the window that can be clicked without asking for a file.
    QWidget *anyWidget(Random &random) const
    {
        QList<QWidget *> widgets;
        for (QWidget *widget : window->findChildren<QWidget *>()) {
            const auto *tool = qobject_cast<QToolButton *>(widget);
            if (widget->isVisible() && !qobject_cast<QMenuBar *>(widget) && !(tool && tool->menu())
                && widget->window() == window.get())
                widgets << widget;
        }
        return widgets.isEmpty()
                   ? window.get()
                   : widgets[static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(widgets.size())))];
    }

    void oneEvent(QWidget &widget, Random &random)
    {
        constexpr std::array keys = {
            Qt::Key_Space,  Qt::Key_B,       Qt::Key_P,         Qt::Key_R,   Qt::Key_Left,   Qt::Key_Right,
            Qt::Key_Up,     Qt::Key_Down,    Qt::Key_Home,      Qt::Key_End, Qt::Key_PageUp, Qt::Key_PageDown,
            Qt::Key_Tab,    Qt::Key_Backtab, Qt::Key_0,         Qt::Key_7,   Qt::Key_Period, Qt::Key_Minus,
            Qt::Key_Return, Qt::Key_Escape,  Qt::Key_Backspace, Qt::Key_E};
        const QPoint place(static_cast<int>(random.below(static_cast<std::uint64_t>(std::max(widget.width(), 1)))),
                           static_cast<int>(random.below(static_cast<std::uint64_t>(std::max(widget.height(), 1)))));
        switch (random.below(8)) {
        case 0:
        case 1:
            QTest::mouseClick(&widget, Qt::LeftButton, {}, place);
            break;
        case 2:
            QTest::mouseMove(&widget, place);
            break;
        case 3:
            QTest::mouseDClick(&widget, Qt::LeftButton, {}, place);
            break;
        case 4: {
            QWheelEvent wheel(place, widget.mapToGlobal(place), {}, {0, random.below(2) == 0 ? 120 : -120},
                              Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(&widget, &wheel);
            break;
        }
        default:
            QTest::keyClick(&widget, keys[random.below(keys.size())]);
            break;
        }
    }

    double shelfMegabytes() const { return static_cast<double>(document->shelf().shelf().bytes()) / 1048576.0; }

    QTimer closer;
    QMetaObject::Connection connect;
};

TEST_F(MonkeyTest, TwentyThousandEventsWhileTrainingBreakNothing)
{
    show({1024, 768});
    openSmallSeries();
    closeWhatPopsUp();
    Random random(20260101);
    document->start();
    double half = 0.0;
    for (int i = 0; i < kEvents; ++i) {
        if (i == kEvents / 2)
            half = residentMegabytes() - shelfMegabytes();
        oneEvent(*anyWidget(random), random);
        if (i % 500 == 0) {
            window->resize(640 + static_cast<int>(random.below(900)), 420 + static_cast<int>(random.below(500)));
            theme.setMode(static_cast<ThemeMode>(random.below(4)));
            for (const Workspace *workspace : window->workspaces())
                window->showWorkspace(workspace->info().id);
            QApplication::processEvents();
        }
        if (i % 997 == 0 && document->session()) {
            Settings settings = document->settings(); // large networks would only make the machine slow
            settings.network.hidden = 4;
            settings.network.layers = 2;
            settings.training.threads = 1;
            document->setSettings(settings);
            document->newTraining(ResetWeights::Same);
            document->undoStack().clear();
            document->start();
        }
    }
    closer.stop();
    QApplication::processEvents();
    const double end = residentMegabytes() - shelfMegabytes();
    RecordProperty("resident_at_half", static_cast<int>(half));
    RecordProperty("resident_at_end", static_cast<int>(end));
    if (kMemoryIsMeasured) {
        EXPECT_LE(end, half + kGrowthMegabytes);
    }
    EXPECT_TRUE(window->isVisible());
    // Whatever columns were clicked: there is a training, or a sentence that says why there is none.
    EXPECT_TRUE(document->snapshot() || !document->dataProblem().isEmpty());
    window->close();
}

} // namespace gatescope
