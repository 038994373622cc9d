// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_fixture.h"

#include "ui/document/shared/workspace.h"
#include "ui/train/train_workspace.h"
#include "ui/train/view_dock.h"
#include "ui/train/view_table.h"
#include "ui/train/views/gradient/gradient_view.h"
#include "ui/train/views/gradient/stability_plot.h"
#include "ui/train/views/live_view.h"
#include "ui/widgets/common/view_export.h"
#include "ui/widgets/heatmap/heatmap.h"

#include <QComboBox>
#include <QFile>
#include <QSvgRenderer>
#include <QToolButton>

namespace gatescope {

class LiveViewsTest : public WindowTest {
protected:
    TrainWorkspace &train() const
    {
        window->showWorkspace("train");
        return *child<TrainWorkspace>("train");
    }
    void trainAnEpoch()
    {
        const std::int64_t epoch = document->training().snapshot()->epoch;
        document->training().stepEpoch();
        ASSERT_TRUE(waitFor(
            [&] { return document->training().snapshot()->epoch == epoch + 1 && !document->training().isTraining(); }));
        document->poll();
    }
    LiveView &view(const char *id) const { return *child<LiveView>((std::string("view-") + id).c_str()); }
};

TEST_F(LiveViewsTest, SurviveHavingNoData)
{
    show();
    for (ViewDock *dock : train().docks()) {
        LiveView &empty = dock->view();
        EXPECT_FALSE(viewPicture(empty, {320, 200}, 1.0).isNull());
        EXPECT_LE(empty.csv().count('\n'), 1) << empty.id().toStdString();
        for (QWidget *widget : empty.findChildren<QWidget *>()) {
            QTest::mouseMove(widget, widget->rect().center());
            QTest::mouseClick(widget, Qt::LeftButton);
            QTest::keyClick(widget, Qt::Key_Right);
        }
    }
}

TEST_F(LiveViewsTest, ShowTheNumbersOfTheSnapshot)
{
    show({1400, 900});
    openSmallSeries();
    trainAnEpoch();
    train();
    QApplication::processEvents();
    const auto *gates = view("gates").findChild<Heatmap *>();
    ASSERT_EQ(gates->panels().size(), 6U); // the input above either gate, then two layers
    EXPECT_EQ(gates->panels()[2].values.get(), &document->training().snapshot()->trace->layers[0].r);
    EXPECT_EQ(gates->panels()[5].values.get(), &document->training().snapshot()->trace->layers[1].z);
    const auto *hidden = view("hidden").findChild<Heatmap *>();
    EXPECT_EQ(hidden->panels()[1].values.get(), &document->training().snapshot()->trace->layers[1].h);
    ASSERT_TRUE(waitFor([this] { return document->training().opponents().all() != nullptr; }));
    const QString losses = view("loss").csv();
    EXPECT_EQ(losses.count("\ntraining,"), document->training().history().batches());
    EXPECT_TRUE(losses.contains("\nvalidation,1,"));
    EXPECT_TRUE(losses.contains("\nlast-value,"));
    EXPECT_TRUE(view("gradients").csv().contains("\nnow,2,7,"));
    EXPECT_TRUE(view("gates").exportCaption().contains("after epoch 1")) << view("gates").exportCaption().toStdString();
}

TEST_F(LiveViewsTest, SayWhichLayersHaveRoomHoweverNarrowTheyAre)
{
    show({1400, 900});
    openSmallSeries(); // two layers
    trainAnEpoch();
    train();
    for (const char *id : {"gates", "hidden"}) {
        EXPECT_FALSE(view(id).exportCaption().contains("of 2")) << id;
        window->resize(720, 450);
        QTest::qWait(50);
        EXPECT_TRUE(view(id).exportCaption().endsWith("layer 1 of 2")) << view(id).exportCaption().toStdString();
        const HeatmapPanel &panel = view(id).findChild<Heatmap *>()->panels().back();
        EXPECT_TRUE(panel.title.endsWith("layer 1 of 2")) << panel.title.toStdString();
        window->resize(1400, 900);
        QTest::qWait(50);
    }
}

TEST_F(LiveViewsTest, GradientsShowWhereTruncationCutsThem)
{
    show({1400, 900});
    openSmallSeries(); // windows of 8 rows
    Settings settings = document->settings();
    settings.training.truncation = 3;
    ASSERT_TRUE(document->setSettings(settings).empty());
    trainAnEpoch();
    train();
    QApplication::processEvents();
    const auto &gradients = dynamic_cast<const GradientView &>(view("gradients"));
    EXPECT_EQ(gradients.firstStep(), 5);
    child<QComboBox>("gradients-mode")->setCurrentText("by epoch");
    const auto panels = gradients.findChild<Heatmap *>()->panels();
    ASSERT_EQ(panels.size(), 2U);
    const Matrix<float> &values = *panels.front().values;
    EXPECT_TRUE(values.leftCols(4).array().isNaN().all());
    EXPECT_TRUE(values.rightCols(3).array().isFinite().all());
    EXPECT_TRUE(std::isfinite(panels.front().minimum));
}

TEST_F(LiveViewsTest, StabilityIsMeasuredAtEveryKeptMomentWhileItIsShown)
{
    show({1400, 900});
    openSmallSeries();
    trainAnEpoch();
    train();
    QApplication::processEvents();
    auto *gauge = view("gradients").findChild<StabilityPlot *>();
    ASSERT_NE(gauge, nullptr);
    EXPECT_TRUE(gauge->known().empty()) << "nothing while it is not shown";
    child<QComboBox>("gradients-mode")->setCurrentText("stability");
    const std::vector<TrainingMoment> moments = document->training().session()->moments();
    ASSERT_TRUE(waitFor([&] { return gauge->known().size() == moments.size() && !gauge->isMeasuring(); }));
    const TrainingMoment &last = moments.back();
    const Stability again =
        measureStability(document->settings().network, *last.parameters, document->data()->validation);
    EXPECT_EQ(gauge->known().at(last.step).lyapunov, again.lyapunov);
    EXPECT_LT(again.lyapunov, 0.0) << "a network that has hardly learnt forgets";
    EXPECT_EQ(view("gradients").csv().count('\n'), std::ssize(moments) + 1);
    EXPECT_TRUE(view("gradients").exportCaption().contains("every kept moment"))
        << view("gradients").exportCaption().toStdString();
    EXPECT_FALSE(viewPicture(view("gradients"), {320, 200}, 1.0).isNull());
}

TEST_F(LiveViewsTest, PointingAtOneMovesTheCursorOfAll)
{
    show({1400, 900});
    openSmallSeries();
    train();
    QApplication::processEvents();
    auto *gates = view("gates").findChild<Heatmap *>();
    const QRect cells = gates->cellsRect(4); // reset gate of the second layer
    QTest::mouseClick(gates, Qt::LeftButton, {},
                      {cells.left() + cells.width() * 11 / 16, cells.top() + cells.height() * 7 / 12});
    EXPECT_EQ(selection->cursor(), (Cursor{0, 1, 5, 3}));
    QTest::keyClick(gates, Qt::Key_Right);
    EXPECT_EQ(selection->step(), 6);
}

TEST_F(LiveViewsTest, SortUnitsByHalfLifeOrSimilarityOrNotAtAll)
{
    show({1400, 900});
    openSmallSeries();
    train();
    QApplication::processEvents();
    const auto *map = view("hidden").findChild<Heatmap *>();
    for (int order = 0; order < 3; ++order) {
        child<QComboBox>("hidden-order")->setCurrentIndex(order);
        std::vector<Index> rows = map->panels()[0].order;
        EXPECT_EQ(rows.empty(), order == 0);
        std::sort(rows.begin(), rows.end());
        for (std::size_t i = 0; i < rows.size(); ++i)
            EXPECT_EQ(rows[i], static_cast<Index>(i));
    }
}

TEST_F(LiveViewsTest, AreEnlargedAndComeBack)
{
    show({1400, 900});
    TrainWorkspace &workspace = train();
    ViewDock *first = workspace.docks()[0];
    QMetaObject::invokeMethod(first, "enlargeToggled");
    EXPECT_TRUE(first->isVisible());
    EXPECT_FALSE(workspace.docks()[1]->isVisible());
    QMetaObject::invokeMethod(first, "enlargeToggled");
    for (std::size_t i = 0; i < kOpenAtFirst; ++i)
        EXPECT_TRUE(workspace.docks()[i]->isVisible());
}

TEST_F(LiveViewsTest, AreSavedAsPicturesAndNumbers)
{
    show({1400, 900});
    openSmallSeries();
    trainAnEpoch();
    for (ViewDock *dock : train().docks()) {
        LiveView &shown = dock->view();
        const QString stem = folder.filePath(shown.exportName());
        for (const char *ending : {".png", ".svg", ".pdf", ".csv"})
            saveView(shown, stem + ending);
        EXPECT_FALSE(QImage(stem + ".png").isNull());
        EXPECT_TRUE(QSvgRenderer(stem + ".svg").isValid());
        QFile pdf(stem + ".pdf");
        ASSERT_TRUE(pdf.open(QIODevice::ReadOnly));
        EXPECT_TRUE(pdf.read(5) == "%PDF-");
        QFile csv(stem + ".csv");
        ASSERT_TRUE(csv.open(QIODevice::ReadOnly));
        EXPECT_EQ(QString::fromUtf8(csv.readAll()), shown.csv());
        EXPECT_GT(shown.csv().count('\n'), 10);
    }
}

TEST_F(LiveViewsTest, SaveNothingWhereTheyCannotAndSayWhy)
{
    LiveView &loss = train().docks()[0]->view();
    EXPECT_THROW(saveView(loss, folder.filePath("missing/loss.png")), IoError);
    EXPECT_THROW(saveView(loss, folder.filePath("loss.bmp")), OptionError);
}

TEST_F(LiveViewsTest, FollowAChangeOfTheme)
{
    show({1400, 900});
    openSmallSeries();
    trainAnEpoch();
    LiveView &loss = train().docks()[0]->view();
    theme.setMode(ThemeMode::Light);
    QApplication::processEvents();
    const QColor light = viewPicture(loss, {400, 300}, 1.0).pixelColor(2, 2);
    theme.setMode(ThemeMode::Dark);
    QApplication::processEvents();
    const QColor dark = viewPicture(loss, {400, 300}, 1.0).pixelColor(2, 2);
    theme.setMode(ThemeMode::System);
    EXPECT_GT(light.lightness(), 200);
    EXPECT_LT(dark.lightness(), 60);
}

} // namespace gatescope
