// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does when the system lets no thread start: it says so and goes on, and works again when one may.
#include "tests/ui/window_fixture.h"
#include "ui/compare/compare_workspace.h"
#include "ui/compare/sweep/sweep_card.h"
#include "ui/document/shared/background_job.h"
#include "ui/inspect/backward/twin_runner.h"
#include "ui/predict/forecast/forecast_engine.h"

#include <QCheckBox>
#include <QLineEdit>

#include <atomic>
#include <cerrno>
#include <dlfcn.h>
#include <pthread.h>

namespace {

std::atomic<bool> refused = false;

} // namespace

/// Found before the C library's, so that any thread of the program can be refused.
extern "C" int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*work)(void *),
                              void *argument)
{
    using Create = int (*)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
    static const auto create = reinterpret_cast<Create>(::dlsym(RTLD_NEXT, "pthread_create"));
    return refused ? EAGAIN : create(thread, attributes, work, argument);
}

namespace gatescope {

class NoThreads : public WindowTest {
protected:
    ~NoThreads() override { refused = false; }

    /// Trains two batches, so that there is something to look at.
    void openTrained()
    {
        openSmallSeries();
        document->training().stepBatch();
        document->training().stepBatch();
        ASSERT_TRUE(settle());
    }
};

TEST_F(NoThreads, AJobEndsWithTheReason)
{
    BackgroundJob job;
    QString told;
    refused = true;
    job.start([](const std::stop_token &) {}, [&told](const QString &error) { told = error; });
    ASSERT_TRUE(waitFor([&job] { return !job.isRunning(); }));
    EXPECT_TRUE(told.contains("lets no more threads start")) << told.toStdString();
    refused = false;
    job.start([](const std::stop_token &) {}, [&told](const QString &error) { told = error; });
    ASSERT_TRUE(waitFor([&job] { return !job.isRunning(); }));
    EXPECT_EQ(told, QString());
}

TEST_F(NoThreads, AJobsBadAllocIsASentence)
{
    BackgroundJob job;
    QString told;
    job.start([](const std::stop_token &) { throw std::bad_alloc(); }, [&told](const QString &error) { told = error; });
    ASSERT_TRUE(waitFor([&job] { return !job.isRunning(); }));
    EXPECT_TRUE(told.contains("not enough memory")) << told.toStdString();
    EXPECT_FALSE(told.contains("bad_alloc"));
}

TEST_F(NoThreads, AFileIsNotOpenedAndTheOpenOneStays)
{
    openTrained();
    QStringList told;
    QObject::connect(document.get(), &Document::message, window.get(),
                     [&told](Severity, const QString &text) { told << text; });
    refused = true;
    document->opening().openFile(file("other.csv", "a,b\n1,2\n2,3\n3,4\n"));
    ASSERT_TRUE(waitFor([this] { return !document->opening().isBusy(); }));
    refused = false;
    EXPECT_TRUE(told.join(' ').contains("lets no more threads start")) << told.join(' ').toStdString();
    EXPECT_EQ(document->title(), "wave.csv");
    EXPECT_EQ(document->training().snapshot()->step, 2);
}

TEST_F(NoThreads, AForecastSaysSoAndComesLater)
{
    openTrained();
    ForecastEngine engine;
    ForecastRequest request;
    request.data = document->data();
    request.trainedOn = document->data();
    request.network = document->training().snapshot()->settings.network;
    request.parameters = std::make_shared<const std::vector<float>>(document->training().snapshot()->parameters);
    refused = true;
    engine.request(request);
    ASSERT_TRUE(waitFor([&engine] { return !engine.isBusy(); }));
    refused = false;
    EXPECT_NE(engine.answer().error.find("lets no more threads start"), std::string::npos) << engine.answer().error;
    EXPECT_EQ(engine.answer().result, nullptr);
    engine.request(request);
    engine.request(request); // a newer one while the thread is busy
    ASSERT_TRUE(waitFor([&engine] { return !engine.isBusy(); }));
    EXPECT_EQ(engine.answer().error, "");
    EXPECT_NE(engine.answer().result, nullptr);
}

TEST_F(NoThreads, ASweepFailsWithTheReasonAndRunsLater)
{
    openSmallSeries();
    SweepCard &sweep = window->findChild<CompareWorkspace *>()->sweep();
    child<QLineEdit>("sweep-values-1")->setText("2");
    Settings settings = document->settings();
    settings.training.epochs = 1;
    refused = true;
    ASSERT_TRUE(sweep.start(settings, document->open()).empty());
    ASSERT_TRUE(waitFor([&sweep] { return !sweep.job().isBusy(); }));
    EXPECT_EQ(sweep.job().state(), SweepJob::State::Failed);
    EXPECT_TRUE(sweep.job().problem().contains("lets no more threads start")) << sweep.job().problem().toStdString();
    refused = false;
    ASSERT_TRUE(sweep.start(settings, document->open()).empty());
    ASSERT_TRUE(waitFor([&sweep] { return !sweep.job().isBusy(); }));
    EXPECT_EQ(sweep.job().state(), SweepJob::State::Finished);
}

TEST_F(NoThreads, TheTwinSaysSo)
{
    openTrained();
    show();
    window->showWorkspace("inspect");
    QApplication::processEvents();
    auto *compare = child<QCheckBox>("compareWithTwin");
    auto *twin = window->findChild<TwinRunner *>();
    ASSERT_NE(compare, nullptr);
    ASSERT_NE(twin, nullptr);
    refused = true;
    compare->setChecked(true);
    ASSERT_TRUE(waitFor([twin] { return !twin->problem().isEmpty(); }));
    EXPECT_TRUE(twin->problem().contains("lets no more threads start")) << twin->problem().toStdString();
    refused = false;
    compare->setChecked(false);
    EXPECT_EQ(twin->problem(), QString());
    compare->setChecked(true);
    ASSERT_TRUE(waitFor([twin] { return twin->stepsTrained() == 2; }));
}

TEST_F(NoThreads, ATrainingThatCannotBeginLeavesTheOneThatIs)
{
    openTrained();
    const auto before = document->training().snapshot();
    QStringList told;
    QObject::connect(document.get(), &Document::message, window.get(),
                     [&told](Severity, const QString &text) { told << text; });
    refused = true;
    document->resetToNewWeights();
    refused = false;
    EXPECT_TRUE(told.join(' ').contains("lets no more threads start")) << told.join(' ').toStdString();
    EXPECT_EQ(document->training().snapshot()->parameters, before->parameters);
    document->training().stepBatch();
    ASSERT_TRUE(settle());
    EXPECT_EQ(document->training().snapshot()->step, 3);
}

} // namespace gatescope
