// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/monkey.h"
#include "tests/ui/window_fixture.h"

#include <malloc.h>

namespace gatescope {

namespace {

constexpr int kEventsOfAWindow = 10'000;
/// What a window may leave behind that was used for long, beside what the first one did. What lives with a window has
/// bounds of its own, and tests: films, windows for undo, results.
constexpr double kLeftMegabytes = 4.0;
#ifdef __SANITIZE_ADDRESS__
constexpr bool kMemoryIsMeasured = false; // what is given back stays in quarantine
#else
constexpr bool kMemoryIsMeasured = true;
#endif

/// What is allocated and not freed; what the system holds for the process also counts holes between it.
double heapMegabytes()
{
    const struct mallinfo2 heap = ::mallinfo2();
    return static_cast<double>(heap.uordblks + heap.hblkhd) / 1e6;
}

} // namespace

class MonkeyTest : public WindowTest {
protected:
    void openNewWindow()
    {
        restartUnsaved(); // ends all background work
        show({1024, 768});
        openSmallSeries();
    }

    void play(std::uint64_t seed)
    {
        openNewWindow();
        Monkey(*window, *document, theme, seed).play(kEventsOfAWindow);
        EXPECT_TRUE(window->isVisible());
        // Whatever columns were clicked: there is a training, or a sentence that says why there is none.
        EXPECT_TRUE(document->training().snapshot() || !document->dataProblem().isEmpty());
    }
};

TEST_F(MonkeyTest, TwentyThousandEventsWhileTrainingBreakNothing)
{
    play(20260101);
    openNewWindow();
    const double before = heapMegabytes();
    play(20260102);
    openNewWindow();
    if (kMemoryIsMeasured) {
        EXPECT_LE(heapMegabytes(), before + kLeftMegabytes);
    }
    window->close();
}

} // namespace gatescope
