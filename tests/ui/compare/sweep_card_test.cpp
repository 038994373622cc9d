// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compare/compare_fixture.h"
#include "ui/compare/sweep/sweep_card.h"

#include <QDir>
#include <QLineEdit>
#include <QTableView>

namespace gatescope {

class SweepInTheWindow : public Compare {
protected:
    SweepCard &sweep() const { return workspace().sweep(); }

    std::vector<Problem> start(const QString &values)
    {
        child<QLineEdit>("sweep-values-1")->setText(values);
        Settings settings = document->settings();
        settings.training.epochs = 2;
        return sweep().start(settings, document->open());
    }

    bool ended()
    {
        return waitFor([this] { return !sweep().job().isBusy(); });
    }
};

TEST_F(SweepInTheWindow, PutsEveryRunOnTheShelfAndEachOpens)
{
    openSmallSeries();
    ASSERT_TRUE(start(QStringLiteral("2, 4")).empty());
    ASSERT_TRUE(ended());
    EXPECT_EQ(sweep().job().state(), SweepJob::State::Finished);
    const std::vector<SweepPlace> &places = sweep().job().places();
    ASSERT_EQ(places.size(), 6U);
    EXPECT_EQ(kept().size(), 6U);
    EXPECT_TRUE(sweep().csv().startsWith(QStringLiteral("hidden,seed,best_validation_loss")));
    document->showKept(places[4].kept);
    EXPECT_EQ(document->settingsInForce().network.hidden, 4);
    EXPECT_EQ(document->settingsInForce().training.seed, 1U);
    EXPECT_EQ(document->training().snapshot()->epoch, 2);
}

TEST_F(SweepInTheWindow, GoesOnFromWhatIsOnTheShelf)
{
    openSmallSeries();
    ASSERT_TRUE(start(QStringLiteral("2")).empty());
    ASSERT_TRUE(ended());
    document->shelf().flush();
    const std::vector<SweepPlace> before = sweep().job().places();
    ASSERT_TRUE(start(QStringLiteral("2, 4")).empty());
    ASSERT_TRUE(ended());
    ASSERT_EQ(sweep().job().places().size(), 6U);
    EXPECT_EQ(kept().size(), 6U) << "three of them were there";
    for (std::size_t i = 0; i < before.size(); ++i)
        EXPECT_EQ(sweep().job().places()[i].row.bestValidationLoss, before[i].row.bestValidationLoss);
}

TEST_F(SweepInTheWindow, NamesProblemsAndTrainsNothing)
{
    openSmallSeries();
    EXPECT_EQ(start(QStringLiteral("0, 4, 9999")).size(), 2U);
    EXPECT_FALSE(sweep().job().isBusy());
    EXPECT_TRUE(kept().empty());
}

TEST_F(SweepInTheWindow, SetsTheHalfLifeBesideTheWindow)
{
    openSmallSeries();
    QComboBox *setting = box(QStringLiteral("First setting"));
    setting->setCurrentIndex(setting->findData(QStringLiteral("window")));
    ASSERT_TRUE(start(QStringLiteral("4, 8")).empty());
    ASSERT_TRUE(ended());
    document->shelf().flush();
    QApplication::processEvents();
    for (const SweepPlace &place : sweep().job().places()) {
        ASSERT_TRUE(place.halfLife);
        EXPECT_EQ(*place.halfLife, document->shelf().shelf().find(place.kept)->metrics.at("half-life.longest"));
        EXPECT_GT(*place.halfLife, 0.0);
    }
    const QAbstractItemModel &table = *sweep().findChild<QTableView *>()->model();
    int column = 0;
    while (table.headerData(column, Qt::Horizontal).toString() != QStringLiteral("half-life (steps)"))
        ASSERT_LT(++column, table.columnCount());
    EXPECT_GT(table.index(0, column).data().toString().toDouble(), 0.0);
}

TEST_F(SweepInTheWindow, ADiskThatTakesNothingCostsNoRun)
{
    document->shelf().setFolder(runs());
    openSmallSeries();
    QString said;
    QObject::connect(&document->shelf(), &RunShelf::message, document.get(),
                     [&said](Severity, const QString &text, const QString &) { said = text; });
    ASSERT_TRUE(QDir(QString::fromStdString(runs().string())).removeRecursively());
    ASSERT_TRUE(start(QStringLiteral("2, 4")).empty());
    ASSERT_TRUE(ended());
    document->shelf().flush();
    EXPECT_EQ(sweep().job().state(), SweepJob::State::Finished);
    EXPECT_EQ(kept().size(), 6U);
    EXPECT_TRUE(said.contains(QStringLiteral("could not be kept in a file"))) << said.toStdString();
}

TEST_F(SweepInTheWindow, IsCancelledAndPaused)
{
    openSmallSeries();
    Settings settings = document->settings();
    settings.training.epochs = 100000;
    child<QLineEdit>("sweep-values-1")->setText(QStringLiteral("2, 4"));
    ASSERT_TRUE(sweep().start(settings, document->open()).empty());
    ASSERT_TRUE(waitFor([this] { return sweep().job().fraction() > 0.0; }));
    sweep().job().setPaused(true);
    EXPECT_TRUE(waitFor([this] { // the batches under way are ended first
        const double held = sweep().job().fraction();
        QTest::qWait(250);
        return sweep().job().fraction() == held;
    }));
    EXPECT_LT(sweep().job().fraction(), 1.0);
    sweep().job().cancel();
    ASSERT_TRUE(ended());
    EXPECT_EQ(sweep().job().state(), SweepJob::State::Cancelled);
}

} // namespace gatescope
