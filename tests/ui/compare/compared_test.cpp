// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compare/compare_fixture.h"
#include "ui/widgets/common/view_export.h"
#include "ui/widgets/drawn/painted_view.h"

#include <QSlider>

namespace gatescope {

TEST_F(Compare, TheWorkspaceShowsCurvesDifferencesAndPairs)
{
    openSmallSeries();
    train(4, 2);
    train(6, 2);
    show();
    ASSERT_TRUE(window->showWorkspace(QStringLiteral("compare")));
    QApplication::processEvents();
    ASSERT_EQ(kept().size(), 2U) << "the run in force is kept when it is looked at";
    document->shelf().flush();
    const std::vector<ViewExport *> views = workspace().exports();
    ASSERT_EQ(views.size(), 3U);
    EXPECT_EQ(views[0]->csv().count(QStringLiteral("A,")), 2);
    const QString table = views[1]->csv();
    EXPECT_TRUE(table.contains(QStringLiteral("hidden,4,6"))) << table.toStdString();
    EXPECT_FALSE(table.contains(QStringLiteral("lr,")));
    EXPECT_TRUE(table.contains(QStringLiteral("validation.skill,")));
    EXPECT_FALSE(table.contains(QStringLiteral("test.skill,"))) << "not until it is asked for";
    EXPECT_FALSE(views[2]->csv().isEmpty());
}

TEST_F(Compare, NoMoreThanEightAreCompared)
{
    openSmallSeries();
    for (int i = 0; i < 9; ++i)
        train(2 + i);
    document->keepRun();
    ASSERT_EQ(kept().size(), 9U);
    ComparedRuns &compared = workspace().compared();
    for (int i = 0; i < 8; ++i)
        EXPECT_TRUE(compared.setChosen(kept()[static_cast<std::size_t>(i)].id, true));
    EXPECT_FALSE(compared.setChosen(kept()[8].id, true));
    EXPECT_EQ(compared.runs().size(), 8U);
    document->removeKept(kept()[0].id);
    EXPECT_EQ(compared.runs().size(), 7U);
    EXPECT_EQ(compared.runs().front().letter(), QStringLiteral("B")) << "each keeps its letter";
}

TEST_F(Compare, ReportsArePages)
{
    openSmallSeries();
    train(4, 2);
    train(6, 2);
    document->keepRun();
    const QString html = folder.filePath(QStringLiteral("two.html")), pdf = folder.filePath(QStringLiteral("two.pdf"));
    for (const QString &path : {html, pdf}) {
        workspace().reportTo(path);
        ASSERT_TRUE(waitFor([this] { return !workspace().isReporting(); }));
    }
    const auto content = [](const QString &path) {
        QFile in(path);
        EXPECT_TRUE(in.open(QIODevice::ReadOnly));
        return in.readAll();
    };
    EXPECT_TRUE(content(html).contains("Hidden units"));
    EXPECT_EQ(content(html).count("<svg"), 5) << "the curves, and the update gates of two layers of each";
    for (const char *part : {"What to make of them", "Scores beside the baselines", "last value", "dead units",
                             "A: Update gate z", "B: Update gate z"})
        EXPECT_TRUE(content(html).contains(part)) << part;
    const QByteArray before = content(html);
    workspace().reportTo(html);
    ASSERT_TRUE(waitFor([this] { return !workspace().isReporting(); }));
    EXPECT_TRUE(content(html) == before) << "the same runs give the same bytes";
    EXPECT_TRUE(content(pdf).startsWith("%PDF"));
    const QString one = folder.filePath(QStringLiteral("one.html"));
    window->files().reportTo(one);
    ASSERT_TRUE(waitFor([this] { return !window->files().isReporting(); }));
    EXPECT_TRUE(content(one).contains("gatescope-cli train wave.csv"));
}

TEST_F(Compare, GatesOverTheTrainingAreAmongTheCurves)
{
    openSmallSeries();
    train(4, 3);
    train(6, 2);
    show();
    ASSERT_TRUE(window->showWorkspace(QStringLiteral("compare")));
    QApplication::processEvents();
    QComboBox *curve = box(QStringLiteral("What is drawn")), *layer = box(QStringLiteral("Layer"));
    EXPECT_FALSE(layer->isVisible());
    for (int i = 0; i < curve->count(); ++i) {
        if (curve->itemText(i) != QStringLiteral("update gate, mean"))
            continue;
        curve->setCurrentIndex(i);
        const QString all = workspace().exports()[0]->csv();
        EXPECT_EQ(all.count(QStringLiteral("A,")), 3);
        EXPECT_EQ(all.count(QStringLiteral("B,")), 2);
        EXPECT_TRUE(layer->isVisible());
        ASSERT_EQ(layer->count(), 3);
        layer->setCurrentIndex(2);
        const Matrix<float> &gates = kept()[1].run.history.epochs().back().gates;
        const double expected = static_cast<double>(gates(static_cast<Index>(GateFigure::UpdateMean), 1));
        const QString one = workspace().exports()[0]->csv();
        EXPECT_NE(one, all);
        EXPECT_TRUE(one.contains(QStringLiteral(",2,") + csvNumber(expected))) << one.toStdString();
        return;
    }
    FAIL() << "no such curve";
}

TEST_F(Compare, TwoFilmsGoBatchForBatch)
{
    openSmallSeries();
    train(4, 3);
    train(6, 3);
    show();
    ASSERT_TRUE(window->showWorkspace(QStringLiteral("compare")));
    QApplication::processEvents();
    auto *slider = child<QSlider>("pair-moment");
    ASSERT_TRUE(slider->isEnabled());
    Heatmap *map = heatmapNamed(QStringLiteral("Two runs on one sequence"));
    const Matrix<float> end = *map->panels()[0].values;
    slider->setValue(0);
    QApplication::processEvents();
    EXPECT_NE(*map->panels()[0].values, end);
    EXPECT_EQ(map->panels()[0].caption, QStringLiteral("batch 0"));
    EXPECT_EQ(map->panels()[1].caption, QStringLiteral("batch 0"));
    // What is drawn is the network of that moment.
    const auto &film = document->shelf().films().find(kept()[0].id);
    ASSERT_GT(film.size(), 2U);
    Network<float> network(kept()[0].run.settings.network);
    std::ranges::copy(*film.front().parameters, network.parameters().begin());
    const Trace<float> trace = traceSequence<float>(network, document->data()->train.input(selection->sequence()), {},
                                                    kept()[0].run.settings.training);
    EXPECT_EQ(*map->panels()[0].values, trace.layers[0].z);
    slider->setValue(slider->maximum());
    QApplication::processEvents();
    EXPECT_EQ(*map->panels()[0].values, end);
    QTest::mouseClick(child<QWidget>("pair-play"), Qt::LeftButton);
    ASSERT_TRUE(waitFor([slider] { return slider->value() > 0 && slider->value() < slider->maximum(); }));
    QTest::mouseClick(child<QWidget>("pair-play"), Qt::LeftButton);
    const int stopped = slider->value();
    QTest::qWait(400);
    EXPECT_EQ(slider->value(), stopped);
}

TEST_F(Compare, OpenedCellsStandBesideEachOther)
{
    openSmallSeries();
    train(4, 2);
    train(6, 2);
    show();
    ASSERT_TRUE(window->showWorkspace(QStringLiteral("compare")));
    QComboBox *what = box(QStringLiteral("What is shown of both"));
    what->setCurrentIndex(what->count() - 1);
    Q_EMIT what->activated(what->currentIndex());
    selection->setCursor({0, 0, 5, 3});
    QApplication::processEvents();
    const QString csv = workspace().exports()[2]->csv();
    Network<float> network(kept()[1].run.settings.network);
    std::ranges::copy(kept()[1].run.state->parameters, network.parameters().begin());
    const Trace<float> trace =
        traceSequence<float>(network, document->data()->train.input(0), {}, kept()[1].run.settings.training);
    EXPECT_TRUE(csv.contains(QStringLiteral(",z,result,") + csvNumber(static_cast<double>(trace.layers[0].z(3, 5)))))
        << csv.toStdString();
    EXPECT_EQ(csv.count(QStringLiteral(",sum,")), 8) << "four stages of two runs";
    auto *cells = workspace().findChild<PaintedView *>();
    ASSERT_NE(cells, nullptr);
    EXPECT_EQ(cells->spots().size(), 8U);
    selection->setUnit(2);
    EXPECT_NE(workspace().exports()[2]->csv(), csv) << "the cells follow the cursor";
}

TEST_F(Compare, OtherFormulationsAreNamedInWhatTheirGatesMean)
{
    openSmallSeries();
    train(4);
    Settings settings = document->settings();
    settings.network.formulation = Formulation::ResetBefore;
    ASSERT_TRUE(document->setSettings(settings).empty());
    document->resetToSameWeights();
    document->training().stepEpoch();
    ASSERT_TRUE(settle());
    show();
    ASSERT_TRUE(window->showWorkspace(QStringLiteral("compare")));
    QApplication::processEvents();
    Heatmap *map = heatmapNamed(QStringLiteral("Two runs on one sequence"));
    ASSERT_EQ(map->panels().size(), 3U);
    EXPECT_TRUE(map->panels()[0].title.contains(QStringLiteral("(1 keeps)"))) << map->panels()[0].title.toStdString();
    EXPECT_TRUE(map->panels()[1].title.contains(QStringLiteral("(1 takes the new)")));
}

TEST_F(Compare, ClassesAndNumbersAreNotSetAgainstEachOther)
{
    openSmallSeries();
    train(4);
    QByteArray csv = "time,wave,sign\n";
    for (int i = 0; i < 160; ++i)
        csv += QByteArray::number(i) + ',' + QByteArray::number(std::sin(0.3 * i), 'g', 8) + ','
               + (std::sin(0.3 * i) > 0 ? "up" : "down") + '\n';
    document->opening().openFile(file(QStringLiteral("classes.csv"), csv));
    ASSERT_TRUE(waitFor([this] { return !document->opening().isBusy(); }));
    DataOptions options = document->dataOptions();
    options.features = {"wave"};
    options.targets = {"sign"};
    options.task = TaskKind::Classification;
    options.window = 8;
    ASSERT_TRUE(document->setDataOptions(options).empty());
    train(5);
    show();
    ASSERT_TRUE(window->showWorkspace(QStringLiteral("compare")));
    document->shelf().flush();
    QApplication::processEvents();
    ASSERT_EQ(kept().size(), 2U);
    const std::vector<ViewExport *> views = workspace().exports();
    EXPECT_TRUE(views[0]->exportCaption().contains(QStringLiteral("different data")))
        << views[0]->exportCaption().toStdString();
    const QString table = views[1]->csv();
    EXPECT_TRUE(table.contains(QStringLiteral("validation.accuracy,,"))) << table.toStdString();
    EXPECT_FALSE(views[2]->exportCaption().isEmpty());
    workspace().reportTo(folder.filePath(QStringLiteral("mixed.html")));
    ASSERT_TRUE(waitFor([this] { return !workspace().isReporting(); }));
    QFile page(folder.filePath(QStringLiteral("mixed.html")));
    ASSERT_TRUE(page.open(QIODevice::ReadOnly));
    const QByteArray mixed = page.readAll();
    EXPECT_TRUE(mixed.contains("cannot be set against"));
    EXPECT_TRUE(mixed.contains("Of A the data is not the one that was open")) << "and of B everything";
    EXPECT_TRUE(mixed.contains("B: Update gate z"));
}

} // namespace gatescope
