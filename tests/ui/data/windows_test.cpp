// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/data/data_fixture.h"

#include "core/data/options/option_table.h"
#include "ui/data/draft/data_draft.h"
#include "ui/data/windows/series_card.h"
#include "ui/data/windows/split_plot.h"
#include "ui/data/windows/window_card.h"
#include "ui/data/windows/window_places.h"
#include "ui/data/windows/windows_form.h"
#include "ui/document/opponents/live_opponents.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QWheelEvent>

#include <cmath>

namespace gatescope {

namespace {

class Windows : public DataFixture {
protected:
    WindowsForm &form() { return *workspace.findChild<WindowsForm *>(); }
    SplitPlot &plot() { return *workspace.findChild<SplitPlot *>(); }
    /// A field of this form: a text's form has fields of the same names.
    template <typename Widget>
    Widget *widget(const char *name)
    {
        auto *found = form().findChild<Widget *>(QString::fromLatin1(name));
        return found ? found : DataFixture::widget<Widget>(name);
    }
    QString text(const char *name) { return widget<QLabel>(name)->text(); }

    void showPage()
    {
        workspace.showPage(DataWorkspace::Windows);
        workspace.show();
        workspace.grab();
    }
};

} // namespace

TEST_F(Windows, ShowsWhatIsInForce)
{
    openSine();
    EXPECT_EQ(workspace.page(), DataWorkspace::Windows);
    EXPECT_EQ(widget<QSpinBox>("window")->value(), 32);
    EXPECT_EQ(widget<QLineEdit>("horizon")->text(), "1");
    EXPECT_EQ(widget<QSpinBox>("split")->value(), 70);
    EXPECT_TRUE(text("window-counts").contains(QString::number(document.data()->train.size())))
        << text("window-counts").toStdString();
    EXPECT_TRUE(text("scale-hint").contains("280 rows of the training part only")) << text("scale-hint").toStdString();
    EXPECT_EQ(text("question"), "From 32 rows of value, predict value 1 row ahead.");
}

TEST_F(Windows, ChangesTheLengthAsOneStepThatCanBeUndone)
{
    openSine();
    const int before = document.undoStack().count();
    auto *length = widget<QSpinBox>("window");
    for (int rows = 31; rows >= 20; --rows)
        length->setValue(rows);
    EXPECT_TRUE(QTest::qWaitFor([this] { return document.dataOptions().window == 20; }));
    EXPECT_EQ(document.undoStack().count(), before + 1);
    EXPECT_EQ(document.data()->train.steps(), 20);
    document.undoStack().undo();
    EXPECT_EQ(document.dataOptions().window, 32);
    EXPECT_EQ(length->value(), 32);
}

TEST_F(Windows, MovesTheDrawnWindowBeforeTheWindowsAreMadeAnew)
{
    openSine();
    ASSERT_TRUE(plot().window());
    widget<QSpinBox>("window")->setValue(50);
    widget<QSpinBox>("stride")->setValue(7);
    EXPECT_EQ(plot().window()->length, 50);
    EXPECT_EQ(plot().window()->stride, 7);
    EXPECT_EQ(document.dataOptions().window, 32);
}

TEST_F(Windows, KeepsAWindowThatIsTooLongBesideItsFieldAndNotInForce)
{
    openSine();
    widget<QSpinBox>("window")->setValue(5000);
    workspace.draft().apply();
    EXPECT_EQ(document.dataOptions().window, 32);
    EXPECT_EQ(widget<QSpinBox>("window")->value(), 5000);
    EXPECT_FALSE(form().problem("window").isEmpty());
    widget<QSpinBox>("window")->setValue(30);
    workspace.draft().apply();
    EXPECT_EQ(document.dataOptions().window, 30);
    EXPECT_TRUE(form().problem("window").isEmpty()) << form().problem("window").toStdString();
}

TEST_F(Windows, NothingTrainsOnOtherWindowsThanTheFormShows)
{
    openSine();
    showPage();
    EXPECT_TRUE(document.obstacle().isEmpty());
    auto *length = widget<QSpinBox>("window");
    const int before = length->value();
    length->setValue(100'000);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !document.obstacle().isEmpty(); }));
    EXPECT_NE(document.data(), nullptr);
    length->setValue(before);
    EXPECT_TRUE(QTest::qWaitFor([&] { return document.obstacle().isEmpty(); }));
}

TEST_F(Windows, ReadsSeveralHorizons)
{
    openSine();
    auto *horizon = widget<QLineEdit>("horizon");
    horizon->setText("6, 1,3");
    Q_EMIT horizon->editingFinished();
    workspace.draft().apply();
    EXPECT_EQ(document.dataOptions().horizons, (std::vector<Index>{1, 3, 6}));
    EXPECT_EQ(document.data()->outputs(), 3);
    horizon->setText("1, two");
    Q_EMIT horizon->editingFinished();
    EXPECT_TRUE(form().problem("horizon").contains("two")) << form().problem("horizon").toStdString();
    EXPECT_EQ(document.dataOptions().horizons, (std::vector<Index>{1, 3, 6}));
}

TEST_F(Windows, RangesOfHorizonsAreKeptAsWritten)
{
    openSine();
    auto *horizon = widget<QLineEdit>("horizon");
    horizon->setText("1-12");
    Q_EMIT horizon->editingFinished();
    workspace.draft().apply();
    EXPECT_EQ(document.data()->outputs(), 12);
    EXPECT_EQ(horizon->text(), "1-12");
}

TEST_F(Windows, EveryOptionOfTheTableHasAField)
{
    openSine();
    for (const DataOption &option : dataOptionTable()) {
        const QString id = QString::fromUtf8(option.id.data(), static_cast<qsizetype>(option.id.size()));
        const bool elsewhere = option.group == "Columns" || option.id == "seed";
        const bool leak = option.group == "Mistakes worth seeing";
        EXPECT_TRUE(elsewhere || leak || form().findChild<QWidget *>(id) != nullptr) << option.id;
    }
}

TEST_F(Windows, TheWheelScrollsTheFormAndChangesNothing)
{
    openSine();
    showPage();
    auto *split = widget<QSpinBox>("split");
    QWheelEvent wheel(QPointF(5, 5), split->mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, -120), Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(split, &wheel);
    EXPECT_EQ(split->value(), 70);
    EXPECT_FALSE(wheel.isAccepted());
}

TEST_F(Windows, TakesWhatTheTimeColumnProposesWithOneClick)
{
    QByteArray rows = "month,sales\n";
    for (int month = 0; month < 60; ++month)
        rows += QStringLiteral("%1,%2\n")
                    .arg(QDate(2019, 1, 1).addMonths(month).toString(Qt::ISODate))
                    .arg(100.0 + 20.0 * std::sin(month * 0.5236) + month)
                    .toUtf8();
    open(write("months.csv", rows));
    showPage();
    EXPECT_TRUE(text("proposal").contains("12 rows are a year")) << text("proposal").toStdString();
    widget<QPushButton>("use-proposal")->click();
    workspace.draft().apply();
    ASSERT_TRUE(waitForFile());
    EXPECT_EQ(document.dataOptions().window, 12);
    EXPECT_EQ(document.data()->validation.size(), 9);
    EXPECT_EQ(document.data()->test.size(), 9);
    EXPECT_FALSE(widget<QPushButton>("use-proposal")->isVisible());
    document.undoStack().undo();
    EXPECT_NE(document.dataOptions().window, 12);
}

TEST_F(Windows, SaysTheSeasonInForceAndTakesAnother)
{
    openSine();
    showPage();
    ASSERT_TRUE(QTest::qWaitFor([this] { return !document.training().opponents().isMeasuring(); }, 20'000));
    const Index found = document.training().opponents().all()->season().rows;
    ASSERT_GT(found, 0);
    EXPECT_TRUE(text("season-found").contains(QString::number(found) + " rows, from the autocorrelation"))
        << text("season-found").toStdString();
    auto *season = widget<QLineEdit>("season");
    season->setText("20");
    Q_EMIT season->editingFinished();
    workspace.draft().apply();
    ASSERT_TRUE(waitForFile());
    ASSERT_TRUE(QTest::qWaitFor([this] { return text("season-found").contains("20 rows, as given"); }, 20'000))
        << text("season-found").toStdString();
    EXPECT_EQ(document.dataOptions().season, 20);
}

TEST_F(Windows, LooksBackAndPredictsChangesWhereAsked)
{
    openSine();
    const Index before = document.data()->validation.size();
    auto *lookBack = widget<QComboBox>("look-back");
    lookBack->setCurrentIndex(1);
    Q_EMIT lookBack->activated(1);
    auto *predict = widget<QComboBox>("predict");
    predict->setCurrentIndex(1);
    Q_EMIT predict->activated(1);
    workspace.draft().apply();
    EXPECT_EQ(document.dataOptions().lookBack, LookBack::All);
    EXPECT_EQ(document.dataOptions().predict, TargetForm::Change);
    EXPECT_EQ(document.data()->validation.size(), before + 32);
    EXPECT_FALSE(widget<QComboBox>("split-by")->isEnabled()); // there is no sequence id
    document.undoStack().undo();
    EXPECT_EQ(lookBack->currentIndex(), 0);
}

TEST_F(Windows, MovesTheSplitBySpinBoxes)
{
    openSine();
    widget<QSpinBox>("split")->setValue(50);
    workspace.draft().apply();
    EXPECT_NEAR(document.dataOptions().split[0], 0.5, 1e-9);
    EXPECT_NEAR(document.dataOptions().split[1], 0.15, 1e-9);
    EXPECT_NEAR(document.dataOptions().split[2], 0.35, 1e-9);
    EXPECT_EQ(document.data()->partRows[1], 200);
}

TEST_F(Windows, MovesTheSplitByDraggingItsBorder)
{
    openSine();
    showPage();
    QWidget *canvas = plot().findChild<QWidget *>();
    const int from = static_cast<int>(std::lround(plot().borderPixel(1)));
    const int to = from - (static_cast<int>(plot().borderPixel(2)) - from);
    const QPoint middle(0, plot().height() / 2);
    QTest::mousePress(canvas, Qt::LeftButton, {}, middle + QPoint(from, 0));
    QTest::mouseMove(canvas, middle + QPoint(to, 0));
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, middle + QPoint(to, 0));
    workspace.draft().apply();
    EXPECT_NEAR(document.dataOptions().split[0], 0.55, 0.011);
    EXPECT_NEAR(document.dataOptions().split[0] + document.dataOptions().split[1], 0.85, 1e-9);
}

TEST_F(Windows, FollowsTheSharedCursor)
{
    openSine();
    selection.setSequence(17);
    EXPECT_EQ(plot().window()->start, static_cast<double>(document.data()->train.start(17)));
    QTest::keyClick(&plot(), Qt::Key_Right);
    EXPECT_EQ(selection.sequence(), 18);
    Q_EMIT plot().rowPointed(100.0 + 15.5);
    EXPECT_EQ(document.data()->train.start(selection.sequence()), 100);
}

TEST_F(Windows, LeavesTheMistakesOffAndTellsWhenTheyAreMade)
{
    openSine();
    EXPECT_FALSE(widget<QCheckBox>("leak-scale")->isChecked());
    EXPECT_FALSE(widget<QCheckBox>("leak-shuffle")->isChecked());
    widget<QCheckBox>("leak-scale")->click();
    workspace.draft().apply();
    EXPECT_TRUE(document.data()->options.scaleOnAllRows);
    EXPECT_TRUE(text("scale-hint").contains("all rows")) << text("scale-hint").toStdString();
    widget<QCheckBox>("leak-shuffle")->click();
    workspace.draft().apply();
    EXPECT_TRUE(document.data()->options.shuffleBeforeSplit);
}

TEST_F(Windows, DrawsTheScaledWindowThatTheNetworkReads)
{
    openSine();
    selection.setSequence(5);
    auto *card = workspace.findChild<WindowCard *>();
    const Matrix<float> input = document.data()->train.input(5);
    for (Index step = 0; step < input.cols(); ++step)
        EXPECT_EQ(card->plot().valueAt(0, static_cast<double>(step)), static_cast<double>(input(0, step)));
    EXPECT_EQ(card->csv().split("\r\n").size(), 34);
}

TEST_F(Windows, ExportsTheWholeSeriesInItsUnit)
{
    openSine(120);
    auto *card = workspace.findChild<SeriesCard *>();
    const QStringList lines = card->csv().split("\r\n", Qt::SkipEmptyParts);
    ASSERT_EQ(lines.size(), 121);
    EXPECT_EQ(lines[0], "row,part,value");
    EXPECT_EQ(lines[100].section(',', 2).toDouble(), document.table().column(Index{0}).values()[99]);
    EXPECT_EQ(lines[85].section(',', 1, 1), "validation");
}

TEST(WindowPlaces, FindsTheNearestWindow)
{
    const GeneratedData sine = generateTask("sine-mix", {{"rows", 400}});
    DataOptions options = sine.options;
    options.stride = 10;
    const PreparedData<float> data = prepareData<float>(sine.table, options);
    EXPECT_EQ(nearestWindow(data, 44.0), 4);
    EXPECT_EQ(windowStart(data, 4), 40);
    EXPECT_EQ(windowStart(data, data.train.size()), data.validation.start(0));
    EXPECT_EQ(windowStart(data, data.train.size() + data.validation.size()), std::nullopt);
}

TEST(WindowPlaces, SaysTheQuestionInOneSentence)
{
    DataOptions options;
    options.targets = {"kind"};
    options.task = TaskKind::Classification;
    options.window = 1;
    options.horizons = {0};
    EXPECT_EQ(questionSentence(options, {"a", "b", "c"}, {}), "From 1 row of a, b and c, tell which kind they are.");
    options.task = TaskKind::Regression;
    options.window = 48;
    options.horizons = {6};
    EXPECT_EQ(questionSentence(options, {"t"}, {0, 3600, 7200}),
              "From 48 rows (2 days) of t, predict kind 6 rows (6 hours) ahead.");
}

} // namespace gatescope
