// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/monkey.h"
#include "tests/ui/window_fixture.h"

#include <algorithm>
#include <malloc.h>
#include <vector>

namespace gatescope {

namespace {

constexpr int kEvents = 20'000;
/// What half of the events may add besides the runs on the shelf, when every view has been open for long: 32 for what
/// is drawn, and films (64 MB) fill up to their limit.
constexpr double kGrowthMegabytes = 32.0 + 64.0;
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
    double shelfMegabytes() const { return static_cast<double>(document->shelf().shelf().bytes()) / 1048576.0; }
};

TEST_F(MonkeyTest, TwentyThousandEventsWhileTrainingBreakNothing)
{
    show({1024, 768});
    openSmallSeries();
    std::vector<double> heap; // each time that a small network has just begun: large ones need what they need
    Monkey(*window, *document, theme, 20260101).play(kEvents, [&](int event) {
        if (event % Monkey::kEventsOfATraining == 0)
            heap.push_back(heapMegabytes() - shelfMegabytes());
    });
    // The least of a quarter: a big network, a sweep, a back-test come and go; what is never freed stays.
    const auto quarter = static_cast<std::ptrdiff_t>(heap.size() / 4);
    const double half = *std::min_element(heap.begin() + quarter, heap.begin() + 2 * quarter);
    const double end = *std::min_element(heap.end() - quarter, heap.end());
    RecordProperty("least_heap_in_the_second_quarter", static_cast<int>(half));
    RecordProperty("least_heap_in_the_last_quarter", static_cast<int>(end));
    if (kMemoryIsMeasured) {
        EXPECT_LE(end, half + kGrowthMegabytes);
    }
    EXPECT_TRUE(window->isVisible());
    // Whatever columns were clicked: there is a training, or a sentence that says why there is none.
    EXPECT_TRUE(document->training().snapshot() || !document->dataProblem().isEmpty());
    window->close();
}

} // namespace gatescope
