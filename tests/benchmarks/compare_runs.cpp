// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What keeping and comparing runs costs: memory of 50 runs of 2 × 64 on the shelf, a frame of Compare with 8 runs of
// 10,000 batches (offscreen, 1440 × 900), and a sweep of 5 × 3 short runs beside the same runs one by one.
// usage: gatescope_compare_runs
#include "core/data/sources/generated_tasks.h"
#include "core/session/sweep/sweep_runner.h"
#include "tests/benchmarks/workload.h"
#include "ui/compare/compare_workspace.h"
#include "ui/compare/runs/compared_runs.h"
#include "ui/document/document.h"
#include "ui/document/shared/preferences.h"
#include "ui/document/shared/selection.h"
#include "ui/look/theme.h"
#include "ui/shell/window/main_window.h"
#include "ui/workspaces.h"

#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <clocale>
#include <cmath>
#include <cstdio>
#include <fstream>

#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

namespace {

using namespace gatescope;

constexpr std::int64_t kBatches = 10'000;
constexpr std::int64_t kBatchesPerEpoch = 50;
constexpr int kCompared = 8;
constexpr int kRounds = 20;

double residentMegabytes()
{
    malloc_trim(0);
    std::ifstream file("/proc/self/statm");
    double size = 0.0, resident = 0.0;
    file >> size >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

/// Of all threads of this process.
double processSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// A history as noisy as a real one.
History longHistory(int run)
{
    History history;
    HistoryBlock block;
    for (std::int64_t step = 1; step <= kBatches; ++step) {
        const double x = static_cast<double>(step);
        const double loss = (0.1 + 0.02 * run) + std::exp(-x / 1500) * (1 + 0.3 * std::sin(7.0 * x + run));
        const std::int64_t epoch = (step - 1) / kBatchesPerEpoch + 1;
        block.batches.push_back({step, epoch, (step - 1) % kBatchesPerEpoch + 1, loss, 2 * loss, loss, 1e-3});
        if (step % kBatchesPerEpoch == 0)
            block.epochs.push_back({epoch, loss, 1.1 * loss, 1e-3, true, Matrix<float>::Constant(2, 32, 0.1F),
                                    Matrix<float>::Constant(kGateFigures, 2, 0.5F)});
    }
    history.append(block);
    return history;
}

/// The real window.
class Window {
public:
    Window()
        : m_preferences(m_folder.filePath(QStringLiteral("preferences.ini"))), m_document(GATESCOPE_RESOURCES),
          m_window(m_document, m_selection, m_theme, m_preferences, makeWorkspaces)
    {
        m_document.openDefault();
        m_window.resize(1440, 900);
        m_window.show();
        m_window.showWorkspace(QStringLiteral("compare"));
        m_workspace = qobject_cast<CompareWorkspace *>(m_window.currentWorkspace());
        QApplication::processEvents();
    }

    /// Puts a run of two layers of 64 units with a long history on the shelf.
    void addRun(int number)
    {
        KeptRun kept;
        kept.run.settings = m_document.settings();
        kept.run.settings.network.layers = 2;
        kept.run.settings.network.hidden = 64;
        kept.run.settings.training.seed = static_cast<std::uint64_t>(number);
        kept.run.settings.training.epochs = kBatches / kBatchesPerEpoch;
        Trainer<float> trainer(kept.run.settings, {m_document.data()->train, m_document.data()->validation});
        trainer.step();
        kept.run.state = trainer.state();
        kept.run.history = longHistory(number);
        kept.run.data.reference = m_document.source()->reference;
        kept.preparation = std::make_shared<const Preparation>(*m_document.data());
        kept.title = "benchmark";
        kept.batchesPerEpoch = kBatchesPerEpoch;
        m_document.shelf().add(std::move(kept), m_document.data(), nullptr);
    }

    void settle() const
    {
        while (m_document.shelf().isBusy())
            QApplication::processEvents(QEventLoop::AllEvents, 20);
        m_workspace->isSettled();
        QApplication::processEvents();
    }

    void measureMemory()
    {
        settle();
        const double before = residentMegabytes();
        for (int run = 0; run < 50; ++run)
            addRun(run);
        settle();
        std::printf("50 runs of 2 × 64, %lld batches each:  %.0f MB more resident, %.0f MB counted, %zu kept\n",
                    static_cast<long long>(kBatches), residentMegabytes() - before,
                    static_cast<double>(m_document.shelf().shelf().bytes()) / 1e6,
                    m_document.shelf().shelf().runs().size());
    }

    /// From a change to everything painted.
    void measureFrames()
    {
        ComparedRuns &compared = m_workspace->compared();
        for (const KeptRun &kept : m_document.shelf().shelf().runs())
            compared.setChosen(kept.id,
                               static_cast<int>(compared.runs().size()) < kCompared || compared.isChosen(kept.id));
        settle();
        std::printf("Compare with %zu runs:\n", compared.runs().size());
        const auto boxes = m_workspace->findChildren<QComboBox *>();
        const auto box = [&boxes](const QString &name) {
            const auto found =
                std::ranges::find_if(boxes, [&](QComboBox *each) { return each->accessibleName() == name; });
            return *found;
        };
        QComboBox *curve = box(QStringLiteral("What is drawn")), *axis = box(QStringLiteral("Horizontal axis"));
        curve->setCurrentIndex(1); // every batch
        print("  another axis, every batch", [&](int i) { axis->setCurrentIndex(i % 2); });
        print("  another curve", [&](int i) { curve->setCurrentIndex(i % 2 == 0 ? 3 : 1); });
        print("  the window painted again", [this](int) { m_window.repaint(); });
        print("  another step pointed at", [this](int i) { m_selection.setStep(i % 8); });
    }

private:
    template <typename Act>
    void print(const char *what, Act act)
    {
        std::vector<double> clock, processor;
        for (int i = 0; i < kRounds; ++i) {
            QElapsedTimer timer;
            timer.start();
            const double before = threadSeconds();
            act(i);
            QApplication::processEvents(); // queued replots
            QApplication::processEvents(); // and what they repaint
            clock.push_back(1e-6 * static_cast<double>(timer.nsecsElapsed()));
            processor.push_back(1e3 * (threadSeconds() - before));
        }
        std::printf("%-34s %6.1f ms median %6.1f worst   processor %6.1f median %6.1f worst\n", what, median(clock),
                    *std::ranges::max_element(clock), median(processor), *std::ranges::max_element(processor));
    }

    QTemporaryDir m_folder;
    Preferences m_preferences;
    Theme m_theme;
    Document m_document;
    Selection m_selection;
    MainWindow m_window;
    CompareWorkspace *m_workspace = nullptr;
};

/// Wall and processor seconds of a sweep.
std::pair<double, double> sweepSeconds(const SweepPlan &plan, const std::vector<SweepData<float>> &data,
                                       const std::vector<std::size_t> &points, int jobs)
{
    QElapsedTimer timer;
    timer.start();
    const double before = processSeconds();
    SweepWatch<float> watch;
    watch.finished = [](SweepResult<float> &&) {};
    runSweep<float>(plan, data, points, {jobs, false, 0}, watch);
    return {1e-9 * static_cast<double>(timer.nsecsElapsed()), processSeconds() - before};
}

void measureSweep()
{
    const GeneratedData made = generateTask("sine-mix");
    const DataOptions options = made.options;
    const PreparedData<float> prepared = prepareData<float>(made.table, options);
    Settings settings;
    settings.network.layers = 1;
    settings.training.epochs = 4;
    settings.training.threads = 1;
    const std::vector<SweepAxis> axes = {{"hidden", {"8", "12", "16", "24", "32"}}};
    SweepPlan plan = planSweep(axes, 3, settings, options);
    std::vector<SweepData<float>> data = prepareSweep<float>(plan, [&](const DataOptions &) { return prepared; });
    addOpponents(plan, data);
    const auto cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    std::vector<std::size_t> all(plan.points.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = i;
    std::vector<double> wall, processor;
    for (int round = 0; round < 5; ++round) {
        double alone = 0.0, aloneProcessor = 0.0;
        for (const std::size_t point : all) {
            const auto [seconds, used] = sweepSeconds(plan, data, {point}, 1);
            alone += seconds;
            aloneProcessor += used;
        }
        const auto [seconds, used] = sweepSeconds(plan, data, all, cores);
        wall.push_back(seconds * cores / alone);
        processor.push_back(used / aloneProcessor);
    }
    std::printf(
        "A sweep of 5 × 3 runs on %d cores:  %.2f times the sum of its runs ÷ cores (median of 5 rounds; %.2f to "
        "%.2f), processor time %.2f times\n",
        cores, median(wall), *std::ranges::min_element(wall), *std::ranges::max_element(wall), median(processor));
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    try {
        Window window;
        window.measureMemory();
        window.measureFrames();
        measureSweep();
    } catch (const gatescope::Error &error) {
        std::fprintf(stderr, "error: %s\n", error.what());
        return error.exitCode();
    }
    return 0;
}
