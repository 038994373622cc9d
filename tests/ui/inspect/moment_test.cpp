// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/inspect/inspect_bench.h"
#include "ui/document/moment/moment_bar.h"
#include "ui/inspect/aside/aside_card.h"
#include "ui/inspect/timeline/timeline_card.h"
#include "ui/inspect/units/health_view.h"
#include "ui/widgets/controls/choice_bar.h"

#include <QSlider>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

namespace gatescope {

TEST(MomentBar, ShowsTheNetworkAsItWas)
{
    InspectBench bench;
    const std::vector<float> initial = bench.document.training().snapshot()->parameters;
    bench.trainBatches(4);
    MomentBar &bar = bench.workspace.timeline().moments();
    ASSERT_EQ(bar.slider().maximum(), 4);
    EXPECT_EQ(bar.slider().value(), 4);
    bar.slider().setValue(0);
    ASSERT_NE(bench.moment.earlier(), nullptr);
    EXPECT_TRUE(std::ranges::equal(bench.inspection().parameters(), initial));
    EXPECT_TRUE(bench.inspection().caption().contains("as of batch 0, epoch 0"))
        << bench.inspection().caption().toStdString();
    EXPECT_EQ(bar.text(), QStringLiteral("as of batch 0, epoch 0"));
    bench.trainBatches(1); // an earlier moment stands still
    EXPECT_TRUE(std::ranges::equal(bench.inspection().parameters(), initial));
    bar.slider().setValue(bar.slider().maximum());
    EXPECT_EQ(bench.moment.earlier(), nullptr);
    EXPECT_TRUE(std::ranges::equal(bench.inspection().parameters(), bench.document.training().snapshot()->parameters));
}

TEST(MomentBar, GoesThroughTheTrainingByKeys)
{
    InspectBench bench;
    bench.trainBatches(3);
    QSlider &slider = bench.workspace.timeline().moments().slider();
    slider.setFocus();
    QTest::keyClick(&slider, Qt::Key_Left);
    ASSERT_NE(bench.moment.earlier(), nullptr);
    EXPECT_EQ(bench.moment.earlier()->step, 2);
    QTest::keyClick(&slider, Qt::Key_Home);
    EXPECT_EQ(bench.moment.earlier()->step, 0);
    QTest::keyClick(&slider, Qt::Key_End);
    EXPECT_EQ(bench.moment.earlier(), nullptr);
}

TEST(ShownMoment, NeverShowsTheWeightsOfOneNetworkAsThoseOfAnother)
{
    InspectBench bench;
    bench.trainBatches(2);
    bench.moment.show(0);
    ASSERT_NE(bench.moment.earlier(), nullptr);
    int asked = 0;
    QObject::connect(&bench.document, &Document::dataChanged, &bench.document, [&] {
        const std::shared_ptr<const Snapshot> shown = bench.moment.snapshot();
        ASSERT_NE(shown, nullptr);
        EXPECT_EQ(shown->settings.network, bench.document.training().snapshot()->settings.network);
        EXPECT_EQ(static_cast<Index>(shown->parameters.size()), ParameterLayout(shown->settings.network).size());
        ++asked;
    });
    bench.document.opening().openGenerated(generateTask("adding", {}, 1),
                                           "adding"); // another network: it reads two inputs
    EXPECT_GT(asked, 0);
    EXPECT_EQ(bench.moment.earlier(), nullptr);
}

TEST(ShownMoment, ReproducesTheLossOfItsMoment)
{
    InspectBench bench;
    Settings settings = bench.document.settings();
    settings.training.batch = bench.document.data()->train.size(); // then a batch's loss can be measured again
    ASSERT_TRUE(bench.document.setSettings(settings).empty());
    bench.trainBatches(3);
    Trainer<float> judge(settings, {bench.document.data()->train, bench.document.data()->validation});
    for (const std::int64_t step : {0, 1, 2}) {
        bench.moment.show(step);
        ASSERT_NE(bench.moment.earlier(), nullptr);
        EXPECT_EQ(bench.moment.earlier()->step, step);
        judge.setParameters(bench.inspection().parameters());
        EXPECT_NEAR(judge.evaluate(judge.data().train), bench.moment.earlier()->loss, 1e-6) << step;
    }
}

TEST(ShownMoment, GivesTheGradientOfTheBatchThatLedThere)
{
    InspectBench bench;
    bench.trainBatches(1);
    const Matrix<float> norms = bench.document.training().snapshot()->gradientNorms;
    bench.trainBatches(2);
    bench.moment.show(1);
    EXPECT_EQ(bench.moment.snapshot()->gradientNorms, norms);
    EXPECT_NE(bench.document.training().snapshot()->gradientNorms, norms);
    bench.moment.show(0);
    EXPECT_EQ(bench.moment.snapshot()->gradientNorms.size(), 0);
}

TEST(ShownMoment, GivesTheUpdateThatLedThere)
{
    InspectBench bench;
    bench.workspace.aside().pages().setCurrent(4); // gate health
    auto *view = bench.workspace.aside().findChild<HealthView *>();
    ASSERT_NE(view, nullptr);
    const auto finding = [&] {
        view->grab();
        const Spot *spot = view->spot(QStringLiteral("last update / weights"));
        return spot ? spot->value : QString();
    };
    EXPECT_TRUE(finding().endsWith(QStringLiteral("none yet"))) << finding().toStdString();
    bench.trainBatches(1);
    const QString found = finding(), csv = view->csv();
    EXPECT_TRUE(found.contains(QStringLiteral("over the tensors"))) << found.toStdString();
    bench.trainBatches(2);
    EXPECT_NE(finding(), found);
    bench.moment.show(1);
    EXPECT_EQ(finding(), found);
    EXPECT_EQ(view->csv(), csv);
    bench.moment.show(0);
    EXPECT_TRUE(finding().endsWith(QStringLiteral("none yet"))) << finding().toStdString();
}

TEST(ShownMoment, ForgetsAnEarlierTraining)
{
    InspectBench bench;
    bench.trainBatches(2);
    bench.moment.show(0);
    ASSERT_NE(bench.moment.earlier(), nullptr);
    bench.document.newTraining(ResetWeights::New);
    EXPECT_EQ(bench.moment.earlier(), nullptr);
    ASSERT_TRUE(QTest::qWaitFor([&] { return bench.moment.moments().size() == 1; }));
    EXPECT_EQ(bench.workspace.timeline().moments().slider().maximum(), 0);
}

TEST(ShownMoment, PlaysTheTrainingAsAFilm)
{
    InspectBench bench;
    bench.trainBatches(4);
    std::vector<std::int64_t> steps;
    QObject::connect(&bench.moment, &ShownMoment::changed, &bench.moment,
                     [&] { steps.push_back(bench.inspection().stepsTrained()); });
    bench.moment.setPlaying(true);
    EXPECT_TRUE(bench.moment.isPlaying());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !bench.moment.isPlaying(); }));
    EXPECT_EQ(steps, (std::vector<std::int64_t>{0, 1, 2, 3, 4}));
    EXPECT_EQ(bench.moment.earlier(), nullptr);
}

TEST(ShownMoment, HasNothingToPlayWithoutData)
{
    InspectBench bench(0);
    bench.moment.show(7);
    bench.moment.setPlaying(true);
    EXPECT_FALSE(bench.moment.isPlaying());
    EXPECT_EQ(bench.moment.earlier(), nullptr);
    EXPECT_EQ(bench.moment.snapshot(), nullptr);
    EXPECT_FALSE(bench.workspace.timeline().moments().slider().isEnabled());
}

} // namespace gatescope
