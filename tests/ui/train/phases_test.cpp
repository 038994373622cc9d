// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_fixture.h"

#include "ui/document/moment/moment_bar.h"
#include "ui/document/moment/shown_moment.h"
#include "ui/document/shared/workspace.h"
#include "ui/train/phase/phase_card.h"
#include "ui/train/phase/phase_view.h"
#include "ui/train/train_workspace.h"
#include "ui/train/view_dock.h"
#include "ui/train/view_table.h"
#include "ui/train/views/live_view.h"
#include "ui/widgets/heatmap/heatmap.h"

#include <QSlider>

#include <algorithm>

namespace gatescope {

class TrainPhasesTest : public WindowTest {
protected:
    void SetUp() override
    {
        show({1400, 900});
        openSmallSeries();
        window->showWorkspace("train");
        QApplication::processEvents();
    }
    TrainWorkspace &train() const { return *child<TrainWorkspace>("train"); }
    PhaseView &view() const { return train().phases().view(); }
    void press(Qt::Key key, Phase expected)
    {
        QTest::keyClick(window.get(), key);
        ASSERT_TRUE(waitFor([&] { return document->training().snapshot()->phase == expected; }));
        document->poll();
    }
    bool says(const char *words) const { return QString::fromStdString(view().shownCaption().text).contains(words); }
};

TEST_F(TrainPhasesTest, StepThroughABatchLightingWhatIsAtWork)
{
    EXPECT_FALSE(train().phases().isVisible());
    press(Qt::Key_P, Phase::Forward);
    ASSERT_TRUE(train().phases().isVisible());
    EXPECT_EQ(view().shownCaption().number, 1);
    EXPECT_TRUE(view().isLit(NetworkPart::Input));
    EXPECT_TRUE(view().isLit(NetworkPart::Cells));
    EXPECT_FALSE(view().isLit(NetworkPart::Loss));
    press(Qt::Key_P, Phase::Loss);
    EXPECT_TRUE(view().isLit(NetworkPart::Loss));
    EXPECT_FALSE(view().isLit(NetworkPart::Cells));
    EXPECT_GT(document->training().snapshot()->phaseNumbers->loss, 0.0);
    press(Qt::Key_P, Phase::Backward);
    EXPECT_TRUE(view().isLit(NetworkPart::Cells));
    EXPECT_TRUE(view().isLit(NetworkPart::Gradients));
    const double norm = document->training().snapshot()->phaseNumbers->gradientNorm;
    EXPECT_GT(norm, 0.0);
    press(Qt::Key_P, Phase::Clip);
    EXPECT_EQ(document->training().snapshot()->phaseNumbers->gradientNorm, norm);
    EXPECT_FALSE(view().isLit(NetworkPart::Weights));
    press(Qt::Key_P, Phase::Update);
    EXPECT_TRUE(view().isLit(NetworkPart::Weights));
    EXPECT_EQ(view().exportTitle(), QStringLiteral("Phase 5 of 5: Update"));
    EXPECT_TRUE(view().csv().contains("update norm of layer 2"));
    EXPECT_TRUE(view().csv().contains("update norm of head"));
    EXPECT_EQ(document->training().snapshot()->step, 1);
}

TEST_F(TrainPhasesTest, GoAwayWhenTheTrainingRunsOn)
{
    press(Qt::Key_P, Phase::Forward);
    ASSERT_TRUE(train().phases().isVisible());
    press(Qt::Key_B, Phase::Update);
    EXPECT_FALSE(train().phases().isVisible());
}

TEST_F(TrainPhasesTest, ArePlayedInSlowMotion)
{
    std::vector<int> numbers;
    QObject::connect(&document->training(), &LiveTraining::snapshotChanged, document.get(), [&] {
        if (train().phases().isVisible() && (numbers.empty() || numbers.back() != view().shownCaption().number))
            numbers.push_back(view().shownCaption().number);
    });
    const std::vector<int> batch{1, 2, 3, 4, 5};
    document->training().setDelay(0.5);
    document->training().start();
    // A machine that was busy elsewhere may skip one in a batch, but not in all.
    EXPECT_TRUE(waitFor([&] { return !std::ranges::search(numbers, batch).empty(); }));
    document->training().pause();
    ASSERT_TRUE(settle());
}

TEST_F(TrainPhasesTest, LeaveRoomForTheViewsInASmallWindow)
{
    window->resize(720, 450);
    press(Qt::Key_P, Phase::Forward);
    QTest::qWait(50); // a header that puts its controls below the title asks for a second layout
    ASSERT_TRUE(train().phases().isVisible());
    std::vector<ViewDock *> docks = train().docks();
    std::erase_if(docks, [](const ViewDock *dock) { return !dock->isVisible(); });
    ASSERT_EQ(docks.size(), kOpenAtFirst);
    for (std::size_t i = 0; i < docks.size(); ++i) {
        const QRect own = docks[i]->geometry();
        EXPECT_TRUE(docks[i]->parentWidget()->rect().contains(own))
            << i << ": " << own.top() << " to " << own.bottom() << " of " << docks[i]->parentWidget()->height();
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_FALSE(own.intersects(docks[j]->geometry())) << i << ' ' << j;
    }
}

TEST_F(TrainPhasesTest, DrawAtEverySize)
{
    press(Qt::Key_P, Phase::Forward);
    press(Qt::Key_P, Phase::Loss);
    for (const QSize &size : {QSize(200, 80), QSize(640, 120), QSize(1200, 200)})
        EXPECT_FALSE(viewPicture(view(), size, 1.0).isNull());
}

class TrainMomentsTest : public TrainPhasesTest {
protected:
    /// One by one, so that each becomes a moment.
    void trainBatches(std::int64_t batches)
    {
        for (std::int64_t i = 0; i < batches; ++i) {
            const std::int64_t before = document->training().snapshot()->step;
            QTest::keyClick(window.get(), Qt::Key_B);
            ASSERT_TRUE(waitFor([&] { return document->training().snapshot()->step == before + 1; }));
        }
        document->poll();
    }
};

TEST_F(TrainMomentsTest, ShowTheNetworkAsItWasInEveryView)
{
    const std::vector<float> initial = document->training().snapshot()->parameters;
    const Matrix<float> gates = document->training().snapshot()->trace->layers[0].r;
    trainBatches(3);
    ASSERT_TRUE(waitFor([&] { return train().moments().slider().maximum() == 3; }));
    ASSERT_NE(document->training().snapshot()->trace->layers[0].r, gates);
    train().moments().slider().setValue(0);
    const auto *map = child<LiveView>("view-gates")->findChild<Heatmap *>();
    EXPECT_TRUE(map->panels()[2].values->isApprox(gates, 1e-6F));
    for (const ViewDock *dock : train().docks()) {
        if (dock->view().id() == QLatin1String("gradients"))
            continue; // before the first batch there was none
        EXPECT_TRUE(dock->view().exportCaption().contains("as of batch 0, epoch 0"))
            << dock->view().id().toStdString() << ": " << dock->view().exportCaption().toStdString();
    }
    train().moments().slider().setValue(2);
    EXPECT_TRUE(child<LiveView>("view-gradients")->exportCaption().contains("as of batch 2"));
    trainBatches(1); // the training goes on, the views stand still
    EXPECT_TRUE(child<LiveView>("view-hidden")->exportCaption().contains("as of batch 2"));
    train().moments().slider().setValue(train().moments().slider().maximum());
    EXPECT_FALSE(child<LiveView>("view-hidden")->exportCaption().contains("as of"));
    EXPECT_EQ(map->panels()[2].values.get(), &document->training().snapshot()->trace->layers[0].r);
}

TEST_F(TrainMomentsTest, AreSharedWithInspect)
{
    trainBatches(2);
    train().moments().slider().setValue(1);
    window->showWorkspace("inspect");
    QApplication::processEvents();
    for (const MomentBar *bar : window->findChildren<MomentBar *>())
        EXPECT_EQ(bar->text().toStdString(), "as of batch 1, epoch 1");
}

} // namespace gatescope
