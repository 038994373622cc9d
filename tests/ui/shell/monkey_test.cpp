// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/monkey.h"
#include "tests/ui/window_fixture.h"

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
    double shelfMegabytes() const { return static_cast<double>(document->shelf().shelf().bytes()) / 1048576.0; }
};

TEST_F(MonkeyTest, TwentyThousandEventsWhileTrainingBreakNothing)
{
    show({1024, 768});
    openSmallSeries();
    double half = 0.0;
    Monkey(*window, *document, theme, 20260101).play(kEvents, [&](int event) {
        if (event == kEvents / 2)
            half = residentMegabytes() - shelfMegabytes();
    });
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
