// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/data/data_fixture.h"

#include "ui/data/start/example_card.h"
#include "ui/data/start/start_page.h"

#include <QDoubleSpinBox>
#include <QPushButton>

namespace gatescope {

namespace {

class Start : public DataFixture {
protected:
    ExampleCard *card(const QString &title)
    {
        for (ExampleCard *candidate : workspace.findChild<StartPage *>()->cards()) {
            if (candidate->example().title == title)
                return candidate;
        }
        ADD_FAILURE() << title.toStdString();
        return nullptr;
    }
};

} // namespace

TEST_F(Start, IsShownWhileNothingIsOpen)
{
    workspace.show();
    EXPECT_EQ(workspace.page(), DataWorkspace::Start);
    for (const DataWorkspace::Page page : {DataWorkspace::Columns, DataWorkspace::Windows, DataWorkspace::Start}) {
        workspace.showPage(page);
        EXPECT_FALSE(workspace.grab().isNull());
    }
}

TEST_F(Start, HasACardForEveryBundledSeriesAndEveryTask)
{
    std::size_t bundled = 0, generated = 0;
    for (const ExampleCard *candidate : workspace.findChild<StartPage *>()->cards()) {
        bundled += candidate->example().dataset.has_value();
        generated += candidate->example().task != nullptr;
        EXPECT_FALSE(candidate->example().summary.isEmpty());
        EXPECT_FALSE(candidate->accessibleName().isEmpty());
    }
    EXPECT_EQ(bundled, bundledDatasets(GATESCOPE_RESOURCES).size());
    EXPECT_EQ(generated, generatedTasks().size());
}

TEST_F(Start, DrawsEveryCardFromItsData)
{
    workspace.show();
    EXPECT_TRUE(QTest::qWaitFor(
        [this] {
            const auto &cards = workspace.findChild<StartPage *>()->cards();
            return std::ranges::all_of(cards, [](const ExampleCard *candidate) { return candidate->hasPicture(); });
        },
        20'000));
}

TEST_F(Start, OpensARealSeriesByDoubleClick)
{
    workspace.show();
    const std::vector<BundledDataset> datasets = bundledDatasets(GATESCOPE_RESOURCES);
    ASSERT_FALSE(datasets.empty());
    ExampleCard *first = card(QString::fromStdString(datasets.front().title));
    QTest::mouseDClick(first, Qt::LeftButton);
    ASSERT_TRUE(document.data());
    EXPECT_EQ(document.title(), QString::fromStdString(datasets.front().title));
    EXPECT_EQ(document.dataOptions(), datasets.front().options);
    EXPECT_EQ(workspace.page(), DataWorkspace::Windows);
}

TEST_F(Start, MakesATaskWithTheChosenOptions)
{
    workspace.show();
    card("Delayed echo")->click();
    widget<QDoubleSpinBox>("delay")->setValue(5);
    widget<QDoubleSpinBox>("rows")->setValue(300);
    QTest::mouseClick(widget<QPushButton>("open-example"), Qt::LeftButton);
    EXPECT_EQ(document.title(), "Delayed echo");
    ASSERT_EQ(document.table().rows(), 300);
    const auto input = document.table().column("input").values();
    const auto echo = document.table().column("echo").values();
    EXPECT_EQ(echo[105], input[100]);
}

TEST_F(Start, KeepsEverythingWhenAFileCannotBeRead)
{
    openSine();
    const auto before = document.data();
    QSignalSpy messages(&document, &Document::message);
    open(folder.filePath("not-there.csv"));
    ASSERT_EQ(messages.count(), 1);
    EXPECT_EQ(messages[0][0].value<Severity>(), Severity::Error);
    EXPECT_TRUE(messages[0][1].toString().contains("not-there.csv")) << messages[0][1].toString().toStdString();
    EXPECT_EQ(document.data(), before);
    open(write("empty.csv", ""));
    EXPECT_EQ(messages.count(), 2);
    EXPECT_EQ(document.data(), before);
}

TEST_F(Start, OffersToCancelWhileAFileIsRead)
{
    QByteArray text = "a,b\n";
    for (int row = 0; row < 200'000; ++row)
        text += QByteArray::number(row) + ",1\n";
    const QString path = write("long.csv", text);
    workspace.show();
    document.opening().openFile(path);
    auto *cancel = widget<QPushButton>("cancel-opening");
    EXPECT_TRUE(cancel->isVisible());
    QTest::mouseClick(cancel, Qt::LeftButton);
    EXPECT_TRUE(waitForFile());
    EXPECT_FALSE(cancel->isVisible());
}

TEST(ExamplePicture, OfATaskShowsItsRuleBesideTheCurve)
{
    const auto picture = [](const char *id) { return examplePicture(generateTask(id)); };
    const ExamplePicture echo = picture("delayed-echo");
    ASSERT_EQ(echo.rule.size(), echo.curve.size());
    EXPECT_NE(echo.rule, echo.curve);
    const ExamplePicture adding = picture("adding");
    EXPECT_GT(std::ranges::count(adding.rule, 1.0), 1); // the marks
    EXPECT_TRUE(std::ranges::all_of(adding.rule, [](double mark) { return mark == 0.0 || mark == 1.0; }));
    EXPECT_TRUE(picture("random-walk").rule.empty()); // it has none
}

} // namespace gatescope
