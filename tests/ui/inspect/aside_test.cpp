// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/gradient/lag_profile.h"
#include "tests/ui/drawn_text.h"
#include "tests/ui/inspect/inspect_bench.h"
#include "ui/inspect/aside/aside_card.h"
#include "ui/inspect/backward/twin_runner.h"
#include "ui/inspect/drawn/stage_painting.h"
#include "ui/inspect/search/pattern_panel.h"
#include "ui/inspect/shown/inspect_view.h"
#include "ui/inspect/timeline/timeline_card.h"
#include "ui/inspect/timeline/timeline_view.h"
#include "ui/inspect/units/health_view.h"
#include "ui/look/theme.h"
#include "ui/widgets/controls/choice_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>
#include <QTreeWidget>

#include <gtest/gtest.h>

namespace gatescope {

TEST(AsideCard, DrawsAndExportsEveryPage)
{
    InspectBench bench;
    AsideCard &aside = bench.workspace.aside();
    for (int page = 1; page < 7; ++page) {
        aside.pages().setCurrent(page);
        aside.grab();
        ASSERT_EQ(aside.exports().size(), 1U) << page;
        ViewExport &view = *aside.exports().front();
        EXPECT_FALSE(view.exportName().isEmpty());
        EXPECT_FALSE(viewPicture(view, {300, 200}, 1.0).isNull());
        if (page != 5) { // the pattern search has found nothing yet
            EXPECT_GT(view.csv().count('\n'), 5) << view.exportName().toStdString();
        }
    }
}

TEST(HealthView, WrapsWhatItFoundInsteadOfCuttingIt)
{
    InspectBench bench;
    bench.trainBatches(2);
    bench.workspace.aside().pages().setCurrent(4);
    auto *view = bench.workspace.aside().findChild<HealthView *>();
    view->resize(230, 400);
    view->grab();
    int findings = 0;
    for (const Spot &spot : view->spots()) {
        if (!spot.value.startsWith(spot.name + QLatin1Char(':')))
            continue;
        ++findings;
        const QFontMetricsF metrics(themeFont(TextRole::Caption));
        const double needed =
            metrics.boundingRect(QRectF(0, 0, spot.area.width(), 1000), Qt::TextWordWrap, spot.value).height();
        EXPECT_GE(spot.area.height(), needed - 0.5) << spot.value.toStdString();
        EXPECT_LE(spot.area.bottom(), view->height());
    }
    EXPECT_EQ(findings, 3);
}

TEST(HealthView, FindsTwinsOverManySequencesAndSaysOverHowMany)
{
    InspectBench bench;
    bench.trainBatches(2);
    bench.workspace.aside().pages().setCurrent(4);
    auto *view = bench.workspace.aside().findChild<HealthView *>();
    ASSERT_NE(view, nullptr);
    const auto sequences = [&] {
        view->grab();
        static const QRegularExpression words(QStringLiteral("over (\\d+) sequences"));
        for (const Spot &spot : view->spots()) {
            if (const auto match = words.match(spot.name + QLatin1Char(' ') + spot.value); match.hasMatch())
                return match.captured(1).toLongLong();
        }
        return 0LL;
    };
    const auto there = static_cast<long long>(bench.document.data()->validation.size());
    ASSERT_GT(there, 1);
    EXPECT_GT(sequences(), 1);
    EXPECT_LE(sequences(), std::min(there, 100LL));
    // It does not depend on which sequence is shown.
    const long long before = sequences();
    bench.selection.setCursor({3, 0, 4, 0});
    EXPECT_EQ(sequences(), before);
}

TEST(AsideCard, SurvivesHavingNoData)
{
    InspectBench bench(0);
    for (int page = 0; page < 8; ++page) {
        bench.workspace.aside().pages().setCurrent(page);
        bench.workspace.aside().grab();
        QTest::mouseClick(&bench.workspace.aside(), Qt::LeftButton, {}, {80, 120});
        for (ViewExport *view : bench.workspace.aside().exports())
            EXPECT_LE(view->csv().count('\n'), 1) << view->exportName().toStdString();
    }
}

TEST(PatternPanel, TakesTheUnitsOfTheLayerOfTheCursor)
{
    InspectBench bench;
    bench.workspace.aside().pages().setCurrent(5);
    PatternPanel &panel = bench.workspace.aside().patterns();
    for (const std::int64_t layer : {0, 1, 0}) {
        bench.selection.setCursor({0, layer, 10, 0});
        const UnitPattern expected = patternOf(bench.run().layers[static_cast<std::size_t>(layer)].h, 17, 3, 0.3);
        EXPECT_EQ(panel.pattern().units, expected.units) << layer;
    }
    const UnitPattern first = patternOf(bench.run().layers[0].h, 17, 3, 0.3);
    EXPECT_NE(first.units, patternOf(bench.run().layers[1].h, 17, 3, 0.3).units);
}

TEST(PatternPanel, FindsItsOwnPlaceAndGoesThere)
{
    InspectBench bench;
    bench.selection.setCursor({5, 1, 4, 0});
    bench.workspace.aside().pages().setCurrent(5);
    PatternPanel &panel = bench.workspace.aside().patterns();
    // Every unit with a positive state in steps 4 to 6 is on above a low threshold.
    panel.setRange(4, 6);
    const UnitPattern pattern = panel.pattern();
    if (pattern.units.empty())
        panel.findChild<QDoubleSpinBox *>()->setValue(-1.0);
    ASSERT_FALSE(panel.pattern().units.empty());
    panel.search();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !panel.isSearching(); }));
    ASSERT_FALSE(panel.matches().empty());
    EXPECT_EQ(panel.matches().front().score, 1.0);
    EXPECT_GT(panel.csv().count('\n'), 1);
    auto *part = panel.findChild<QComboBox *>();
    auto *list = panel.findChild<QTreeWidget *>();
    part->setCurrentIndex(1 - part->currentIndex()); // the places stay those of the part that was searched
    list->setCurrentItem(list->topLevelItem(list->topLevelItemCount() - 1));
    EXPECT_EQ(bench.inspection().place(), (SequencePlace{DataPart::Train, panel.matches().back().sequence}));
    panel.search();
    EXPECT_TRUE(panel.matches().empty()) << "those before are of another search";
    ASSERT_TRUE(QTest::qWaitFor([&] { return !panel.isSearching(); }));
    EXPECT_FALSE(panel.matches().empty());
    for (const bool running : {false, true}) {
        if (running) {
            panel.findChild<QDoubleSpinBox *>()->setValue(-1.0); // every unit is on
            panel.setRange(4, 6);
            panel.search();
            ASSERT_TRUE(panel.isSearching());
        }
        bench.document.opening().openGenerated(generateTask("running-parity", {}, 1), "other");
        EXPECT_FALSE(panel.isSearching());
        EXPECT_TRUE(panel.matches().empty());
        EXPECT_EQ(list->topLevelItemCount(), 0) << "places of other data";
    }
}

TEST(TwinRunner, LearnsFromAsManyBatches)
{
    InspectBench bench;
    bench.trainBatches(3);
    bench.workspace.aside().pages().setCurrent(1);
    auto *compare = bench.workspace.aside().findChild<QCheckBox *>(QStringLiteral("compareWithTwin"));
    ASSERT_NE(compare, nullptr);
    compare->setChecked(true);
    auto *twin = bench.workspace.aside().findChild<TwinRunner *>();
    ASSERT_NE(twin, nullptr);
    ASSERT_TRUE(QTest::qWaitFor([&] { return twin->stepsTrained() == 3; }));
    EXPECT_EQ(twin->gradientNorms().rows(), 2);
    EXPECT_EQ(twin->gradientNorms().cols(), 20);
    EXPECT_GT(twin->gradientNorms()(1, 19), 0.0F);
    compare->setChecked(false);
    EXPECT_EQ(twin->gradientNorms().size(), 0);
}

TEST(StagePanel, WordsGiveWayToNumbersAndAreSaidOnce)
{
    const Theme theme;
    const QString number = QStringLiteral("recomputed − stored = 3.46·10⁻⁸"), meaning = QStringLiteral("what it says");
    const auto drawn = [&](double width) {
        TextDevice device({900, 200});
        QPainter painter(&device);
        const QPalette palette = QApplication::palette();
        StagePanel panel(painter, QRectF(0, 0, 60, 100), palette, Quantity::Candidate); // too narrow for the meaning
        std::vector<Spot> spots;
        panel.drawTitle(QStringLiteral("Candidate"), {}, meaning, spots);
        for (int line = 0; line < 2; ++line)
            panel.drawCaption(QRectF(0, 40 + 20 * line, width, 20), number);
        painter.end();
        QStringList captions;
        for (const DrawnText &text : device.texts()) {
            if (text.text.contains(QStringLiteral("stored")))
                captions << text.text;
        }
        return captions;
    };
    const double room = QFontMetricsF(themeFont(TextRole::Caption)).horizontalAdvance(number);
    EXPECT_EQ(drawn(room + 10), QStringList({number, number}));
    EXPECT_EQ(drawn(room + 300), QStringList({number + QStringLiteral(" · ") + meaning, number}));
}

} // namespace gatescope
