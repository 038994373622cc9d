// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/predict/predict_fixture.h"

#include "ui/look/plain_text.h"
#include "ui/predict/backtest/backtest_card.h"
#include "ui/predict/cards/confusion_card.h"
#include "ui/predict/cards/score_card.h"
#include "ui/predict/cards/verdict_card.h"
#include "ui/widgets/form/segment_bar.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>

namespace gatescope {

namespace {

class Worth : public Predict {
protected:
    BacktestCard &backtest() { return *workspace.findChild<BacktestCard *>(); }
    QTableView &table() { return *backtest().findChild<QTableView *>(); }

    /// Shows a page of the lower half, as a click on its segment does.
    void showPage(const QString &title)
    {
        for (QAbstractButton *button : workspace.findChild<SegmentBar *>()->findChildren<QAbstractButton *>()) {
            if (button->text() == title)
                button->click();
        }
    }

    bool waitForEnd()
    {
        return QTest::qWaitFor([this] { return widget<QPushButton>("backtest-run")->text() == "Run"; }, 60'000);
    }

    void fewEpochs(int epochs)
    {
        Settings settings = document.settings();
        settings.training.epochs = epochs;
        ASSERT_TRUE(document.setSettings(settings).empty());
    }

    /// Three series over the same hundred days.
    void openPanel()
    {
        QFile file(folder.filePath("panel.csv"));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("day,store,sales\n");
        for (int day = 0; day < 100; ++day) {
            for (const char *store : {"A", "B", "C"})
                file.write(QStringLiteral("%1,%2,%3\n")
                               .arg(QDate(2024, 1, 1).addDays(day).toString(Qt::ISODate), store)
                               .arg(std::sin(day / 3.0) + (store[0] - 'A'))
                               .toUtf8());
        }
        file.close();
        document.opening().openFile(file.fileName());
        ASSERT_TRUE(QTest::qWaitFor([this] { return !document.opening().isBusy(); }, 20'000));
        DataOptions options = document.dataOptions();
        options.features = options.targets = {"sales"};
        options.sequenceId = "store";
        options.splitBy = SplitBy::Rows;
        options.window = 6;
        ASSERT_TRUE(document.setDataOptions(options).empty());
    }
};

} // namespace

TEST_F(Worth, ScoresSayWhatToDoWhileThereAreNone)
{
    workspace.show();
    const auto *card = workspace.findChild<ScoreCard *>();
    const auto *table = card->findChild<QTableView *>();
    const auto words = [card] {
        QStringList shown;
        for (const QLabel *label : card->findChildren<QLabel *>()) {
            if (label->isVisible())
                shown << label->text();
        }
        return shown.join(QLatin1Char('|'));
    };
    EXPECT_FALSE(table->isVisible()) << "an empty box says nothing";
    EXPECT_TRUE(words().contains(QStringLiteral("open data"))) << words().toStdString();
    openTask("sine-mix");
    look();
    EXPECT_TRUE(table->isVisible());
    EXPECT_FALSE(words().contains(QStringLiteral("open data")));
}

TEST_F(Worth, RunFillsTheBacktestWithWhatTheCoreComputes)
{
    openTask("noisy-season", {{"rows", 300}});
    fewEpochs(1);
    look();
    showPage("Backtest");
    ASSERT_TRUE(backtest().isVisible());
    widget<QSpinBox>("backtest-origins")->setValue(2);
    widget<QPushButton>("backtest-run")->click();
    EXPECT_EQ(widget<QPushButton>("backtest-run")->text(), "Cancel");
    EXPECT_TRUE(backtest().findChild<QProgressBar *>()->isVisible());
    ASSERT_TRUE(waitForEnd());
    EXPECT_FALSE(backtest().findChild<QProgressBar *>()->isVisible());
    const auto origins =
        gatescope::backtest<float>(document.table(), document.dataOptions(), document.settings(), {2, true});
    ASSERT_EQ(table().model()->rowCount(), 3); // and their mean
    for (int row = 0; row < 2; ++row)
        EXPECT_EQ(table().model()->index(row, 0).data().toString(),
                  scoreText(origins[static_cast<std::size_t>(row)].scores->rootMeanSquaredError));
    const QStringList lines = backtest().csv().split("\r\n", Qt::SkipEmptyParts);
    ASSERT_EQ(lines.size(), 3);
    EXPECT_EQ(lines[1].split(',')[0].toLongLong(), origins[0].row);
    EXPECT_EQ(lines[1].split(',')[3].toDouble(), origins[0].scores->rootMeanSquaredError);
}

TEST_F(Worth, CancelEndsABacktestWithoutAResult)
{
    openTask("noisy-season", {{"rows", 2000}});
    fewEpochs(5000);
    look();
    showPage("Backtest");
    auto *run = widget<QPushButton>("backtest-run");
    run->click();
    ASSERT_TRUE(QTest::qWaitFor([&] { return run->text() == "Cancel"; }, 20'000));
    run->click();
    EXPECT_FALSE(run->isEnabled()); // until the thread has heard
    ASSERT_TRUE(waitForEnd());
    EXPECT_TRUE(run->isEnabled());
    EXPECT_EQ(table().model()->rowCount(), 0);
    EXPECT_TRUE(backtest().csv().isEmpty());
    EXPECT_TRUE(widget<QSpinBox>("backtest-origins")->isEnabled());
    fewEpochs(1); // and it can be run again
    widget<QSpinBox>("backtest-origins")->setValue(1);
    run->click();
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(table().model()->rowCount(), 2);
}

TEST_F(Worth, BacktestsManySeriesAtTimesForAll)
{
    openPanel();
    fewEpochs(1);
    look();
    showPage("Backtest");
    widget<QSpinBox>("backtest-origins")->setValue(3);
    ASSERT_TRUE(widget<QPushButton>("backtest-run")->isEnabled());
    widget<QPushButton>("backtest-run")->click();
    ASSERT_TRUE(waitForEnd());
    ASSERT_EQ(table().model()->rowCount(), 4);
    EXPECT_EQ(document.dataOptions().time, "day");
    EXPECT_TRUE(document.table().column(0).datesOnly());
    EXPECT_EQ(table().model()->headerData(0, Qt::Vertical).toString(), "2024-03-26"); // day 85 of 100
}

TEST_F(Worth, VerdictsSpeakOfControlsAndOfferThem)
{
    openTask("random-walk", {{"rows", 600}});
    DataOptions options = document.dataOptions();
    options.shuffleBeforeSplit = true;
    ASSERT_TRUE(document.setDataOptions(options).empty());
    look();
    auto *card = workspace.findChild<VerdictCard *>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return card->sentences().join(' ').contains("Leakage"); }, 20'000));
    EXPECT_FALSE(card->sentences().join(' ').contains("--")) << card->sentences().join('\n').toStdString();
    QPushButton *offered = nullptr;
    for (QPushButton *button : card->findChildren<QPushButton *>("note-action")) {
        if (button->text().contains("Shuffle windows"))
            offered = button;
    }
    ASSERT_NE(offered, nullptr);
    EXPECT_EQ(offered->text(), "Set “Shuffle windows before the split: no”");
    offered->click();
    ASSERT_TRUE(QTest::qWaitFor([this] { return !document.opening().isBusy(); }, 20'000));
    EXPECT_FALSE(document.dataOptions().shuffleBeforeSplit);
    document.undoStack().undo();
    EXPECT_TRUE(document.dataOptions().shuffleBeforeSplit);
}

TEST_F(Worth, ClassesHaveTheirCardsAndBaselines)
{
    openTask("parity");
    look();
    ASSERT_TRUE(QTest::qWaitFor([this] { return !workspace.isBusy() && workspace.view().answer.judgement; }, 20'000));
    const auto *scores = workspace.findChild<ScoreCard *>();
    const QString csv = scores->csv();
    for (const char *line : {"baseline.majority.accuracy", "baseline.frequencies.cross_entropy"})
        EXPECT_TRUE(csv.contains(QLatin1String(line))) << line << csv.toStdString();
    EXPECT_TRUE(workspace.findChild<ConfusionCard *>()->isVisible());
    EXPECT_FALSE(workspace.grab().isNull());
    const auto *card = workspace.findChild<VerdictCard *>();
    EXPECT_GE(card->sentences().size(), static_cast<qsizetype>(workspace.view().answer.judgement->verdicts.size()))
        << card->sentences().join('\n').toStdString();
}

} // namespace gatescope
