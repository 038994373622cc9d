// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/data/data_fixture.h"
#include "tests/ui/drawn_text.h"

#include "ui/data/columns/columns_model.h"
#include "ui/data/columns/columns_view.h"
#include "ui/data/columns/rows_model.h"
#include "ui/data/columns/type_menu.h"
#include "ui/data/draft/data_draft.h"
#include "ui/widgets/common/problem_label.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

#include <cmath>

namespace gatescope {

namespace {

const QByteArray kWeather = "day,rain,wind,kind\n"
                            "2024-01-01,1.5,2,wet\n2024-01-02,0,3,dry\n2024-01-03,,4,dry\n2024-01-04,2,1,wet\n"
                            "2024-01-05,3,2,wet\n2024-01-06,1,2,dry\n2024-01-07,0,5,dry\n2024-01-08,2,6,wet\n"
                            "2024-01-09,1,2,dry\n2024-01-10,0,5,dry\n2024-01-11,2,6,wet\n2024-01-12,2,6,wet\n";

class Columns : public DataFixture {
protected:
    /// Clicks into the middle of a cell of the table of columns.
    void click(int row, int section)
    {
        auto *view = widget<ColumnsView>("columns");
        workspace.showPage(DataWorkspace::Columns);
        workspace.show();
        const QRect cell = view->visualRect(view->model()->index(row, section));
        ASSERT_FALSE(cell.isEmpty());
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, cell.center());
    }

    QString problem()
    {
        QString text;
        for (const ProblemLabel *label : workspace.findChildren<ProblemLabel *>())
            text += label->isVisibleTo(&workspace) ? label->text() : QString();
        return text;
    }
};

constexpr int kFeature = ColumnsModel::FirstRole;
constexpr int kTarget = ColumnsModel::FirstRole + 1;

} // namespace

TEST_F(Columns, GivesARoleByOneClickAndUndoesIt)
{
    open(write("weather.csv", kWeather));
    widget<QComboBox>("missing")->setCurrentIndex(1);
    workspace.draft().edit([](DataOptions &options) {
        options.missing = MissingPolicy::Drop;
        options.window = 2;
    });
    workspace.draft().apply();
    ASSERT_TRUE(document.data());
    EXPECT_EQ(document.data()->targetNames, std::vector<std::string>{"wind"});
    click(1, kTarget);
    workspace.draft().apply();
    EXPECT_EQ(document.dataOptions().targets, (std::vector<std::string>{"rain", "wind"}));
    document.undoStack().undo();
    EXPECT_EQ(document.dataOptions().targets, std::vector<std::string>{"wind"});
    EXPECT_EQ(workspace.draft().options().targets, std::vector<std::string>{"wind"});
}

TEST_F(Columns, TakesARoleAwayWithTheSpaceKey)
{
    open(write("weather.csv", kWeather));
    auto *view = widget<ColumnsView>("columns");
    workspace.showPage(DataWorkspace::Columns);
    workspace.show();
    view->setCurrentIndex(view->model()->index(1, kFeature));
    EXPECT_EQ(view->currentIndex().data(Qt::CheckStateRole).toInt(), Qt::Checked);
    QTest::keyClick(view, Qt::Key_Space);
    EXPECT_EQ(view->currentIndex().data(Qt::CheckStateRole).toInt(), Qt::Unchecked);
    EXPECT_EQ(workspace.draft().options().features, std::vector<std::string>{"wind"});
}

TEST_F(Columns, RefusesTextAsAFeatureAndSaysWhy)
{
    open(write("weather.csv", kWeather));
    const DataOptions before = workspace.draft().options();
    click(3, kFeature);
    EXPECT_EQ(workspace.draft().options(), before);
    EXPECT_TRUE(problem().contains("column of numbers")) << problem().toStdString();
}

TEST_F(Columns, MakesAClassificationOfATextTarget)
{
    open(write("weather.csv", kWeather));
    click(3, kTarget);
    EXPECT_EQ(workspace.draft().options().task, TaskKind::Classification);
    EXPECT_EQ(workspace.draft().options().targets, std::vector<std::string>{"kind"});
}

TEST_F(Columns, AsksWhatToDoWithMissingCellsAndObeys)
{
    open(write("weather.csv", kWeather));
    EXPECT_FALSE(document.data());
    EXPECT_EQ(workspace.page(), DataWorkspace::Columns);
    EXPECT_TRUE(problem().contains("missing")) << problem().toStdString();
    workspace.draft().edit([](DataOptions &options) { options.window = 2; });
    auto *policy = widget<QComboBox>("missing");
    policy->setCurrentIndex(static_cast<int>(MissingPolicy::Interpolate));
    Q_EMIT policy->activated(policy->currentIndex());
    workspace.draft().apply();
    ASSERT_TRUE(document.data());
    EXPECT_EQ(document.data()->options.missing, MissingPolicy::Interpolate);
    EXPECT_TRUE(problem().isEmpty()) << problem().toStdString();
}

TEST_F(Columns, MarksMissingCellsInThePreview)
{
    open(write("weather.csv", kWeather));
    const QAbstractItemModel *rows = widget<QTableView>("rows")->model();
    EXPECT_EQ(rows->rowCount(), 12);
    EXPECT_EQ(rows->index(2, 1).data().toString(), "missing");
    EXPECT_TRUE(rows->index(2, 1).data(Qt::BackgroundRole).isValid());
    EXPECT_FALSE(rows->index(1, 1).data(Qt::BackgroundRole).isValid());
    EXPECT_EQ(rows->index(0, 3).data().toString(), "wet");
    EXPECT_EQ(rows->index(0, 0).data().toString(), "2024-01-01");
}

TEST_F(Columns, WordsThatFollowANumberKeepOffIt)
{
    workspace.resize(1200, 800);
    workspace.show();
    open(write("weather.csv", kWeather));
    QApplication::processEvents();
    auto *rows = widget<QTableView>("rows");
    int pairs = 0;
    for (QWidget *part : {rows->viewport(), rows->horizontalHeader()->viewport()}) {
        const std::vector<DrawnText> texts = drawnTexts(*part);
        for (const DrawnText &left : texts) {
            for (const DrawnText &right : texts) {
                const bool oneLine = left.ink.top() < right.ink.bottom() && right.ink.top() < left.ink.bottom();
                if (!oneLine || left.ink.left() >= right.ink.left())
                    continue;
                ++pairs;
                EXPECT_GE(right.ink.left() - left.ink.right(), 10)
                    << left.text.toStdString() << " | " << right.text.toStdString();
            }
        }
    }
    EXPECT_GT(pairs, 0);
}

TEST_F(Columns, OverrulesTheDelimiterAndUndoesIt)
{
    open(write("semicolons.csv",
               "a;b\n1,5;2,5\n2,5;3,5\n3,5;4,5\n4,5;5,5\n5,5;6,5\n6,5;7,5\n7,5;8,5\n8,5;9,5\n9,5;1,5\n"));
    ASSERT_EQ(document.table().columns().size(), 2U);
    auto *delimiter = widget<QComboBox>("delimiter");
    EXPECT_TRUE(delimiter->itemText(0).contains("semicolon")) << delimiter->itemText(0).toStdString();
    delimiter->setCurrentIndex(delimiter->findData(static_cast<int>('|')));
    Q_EMIT delimiter->activated(delimiter->currentIndex());
    ASSERT_TRUE(waitForFile());
    EXPECT_EQ(document.table().columns().size(), 1U);
    EXPECT_EQ(document.source()->csvOptions.delimiter, '|');
    document.undoStack().undo();
    EXPECT_EQ(document.table().columns().size(), 2U);
    EXPECT_EQ(delimiter->currentIndex(), 0);
}

TEST_F(Columns, KeepsTheRolesWhenTheFileIsReadAgain)
{
    open(write("weather.csv", kWeather));
    workspace.draft().edit([](DataOptions &options) {
        options.targets = {"rain"};
        options.missing = MissingPolicy::Forward;
        options.window = 2;
    });
    workspace.draft().apply();
    CsvOptions options;
    options.comment = "%";
    document.opening().reread(options);
    ASSERT_TRUE(waitForFile());
    EXPECT_EQ(document.dataOptions().targets, std::vector<std::string>{"rain"});
    EXPECT_EQ(document.dataOptions().missing, MissingPolicy::Forward);
    EXPECT_EQ(document.title(), "weather.csv");
}

TEST_F(Columns, OverrulesTheTypeOfAColumnAndUndoesIt)
{
    open(write("weather.csv", kWeather));
    click(2, ColumnsModel::Kind);
    auto *menu = workspace.findChild<QMenu *>("type-menu");
    ASSERT_TRUE(menu);
    EXPECT_TRUE(menu->actions()[0]->isChecked());
    menu->actions()[2]->trigger();
    menu->close();
    ASSERT_TRUE(waitForFile());
    EXPECT_EQ(document.table().column("wind").kind(), ColumnKind::Text);
    const QAbstractItemModel *columns = widget<ColumnsView>("columns")->model();
    EXPECT_TRUE(columns->index(2, ColumnsModel::Kind).data().toString().contains("chosen"));
    document.undoStack().undo();
    EXPECT_EQ(document.table().column("wind").kind(), ColumnKind::Number);
}

TEST_F(Columns, LeavesAColumnOutAndBringsItBack)
{
    open(write("weather.csv", kWeather));
    auto *view = widget<ColumnsView>("columns");
    workspace.showPage(DataWorkspace::Columns);
    workspace.show();
    view->setCurrentIndex(view->model()->index(3, ColumnsModel::Kind));
    QTest::keyClick(view, Qt::Key_Space);
    auto *menu = workspace.findChild<QMenu *>("type-menu");
    ASSERT_TRUE(menu);
    menu->actions().back()->trigger();
    menu->close();
    ASSERT_TRUE(waitForFile());
    EXPECT_EQ(document.table().columns().size(), 3U);
    EXPECT_LT(document.table().find("kind"), 0);
    auto *ignored = widget<QToolButton>("ignored-columns");
    EXPECT_TRUE(ignored->isVisibleTo(&workspace));
    ASSERT_EQ(ignored->menu()->actions().size(), 1);
    ignored->menu()->actions()[0]->trigger();
    ASSERT_TRUE(waitForFile());
    EXPECT_GE(document.table().find("kind"), 0);
    EXPECT_FALSE(ignored->isVisibleTo(&workspace));
}

TEST_F(Columns, OtherChoicesKeepTheTypes)
{
    open(write("weather.csv", kWeather));
    CsvOptions options;
    options.types = {{"wind", ColumnType::Text}};
    document.opening().reread(options);
    ASSERT_TRUE(waitForFile());
    auto *comment = widget<QComboBox>("comment");
    comment->setCurrentIndex(comment->findData(QString("%")));
    Q_EMIT comment->activated(comment->currentIndex());
    ASSERT_TRUE(waitForFile());
    EXPECT_EQ(document.source()->csvOptions.comment, "%");
    EXPECT_EQ(document.table().column("wind").kind(), ColumnKind::Text);
}

TEST_F(Columns, MakesManyColumnsFeaturesAtOnce)
{
    QByteArray header = "day", rows;
    for (int column = 0; column < 40; ++column)
        header += ",c" + QByteArray::number(column);
    for (int row = 0; row < 60; ++row) {
        rows += "2024-" + QByteArray::number(row / 28 + 1).rightJustified(2, '0') + "-"
                + QByteArray::number(row % 28 + 1).rightJustified(2, '0');
        for (int column = 0; column < 40; ++column)
            rows += "," + QByteArray::number((row * (column + 3)) % 11);
        rows += "\n";
    }
    open(write("wide.csv", header + "\n" + rows));
    workspace.showPage(DataWorkspace::Columns);
    workspace.show();
    auto *view = widget<ColumnsView>("columns");
    auto *menu = widget<QToolButton>("feature-menu")->menu();
    EXPECT_EQ(featuresInUse(document.table(), workspace.draft().options()).size(), 40U);
    widget<QLineEdit>("column-filter")->setText("c1"); // c1 and c10 … c19
    EXPECT_EQ(view->shownColumns().size(), 11U);
    menu->actions()[1]->trigger(); // none that is shown
    EXPECT_EQ(featuresInUse(document.table(), workspace.draft().options()).size(), 29U);
    widget<QLineEdit>("column-filter")->clear();
    menu->actions()[0]->trigger();
    EXPECT_EQ(featuresInUse(document.table(), workspace.draft().options()).size(), 40U);
    EXPECT_EQ(problem(), "Not taken as features, since they hold no numbers: day.");
    // From the first mark to another one with Shift: off, all of them.
    click(3, kFeature);
    const QRect cell = view->visualRect(view->model()->index(6, kFeature));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::ShiftModifier, cell.center());
    EXPECT_EQ(featuresInUse(document.table(), workspace.draft().options()).size(), 36U);
}

TEST_F(Columns, OffersWhatIsDoubtfulAndReadsItWithOneClick)
{
    QByteArray text = "Date,Time,v\n";
    for (int hour = 0; hour < 72; ++hour)
        text += "2024-01-0" + QByteArray::number(hour / 24 + 1) + ","
                + QByteArray::number(hour % 24).rightJustified(2, '0') + ":00,"
                + (hour % 9 == 5 ? QByteArray("-9999") : QByteArray::number(20 + hour % 7)) + "\n";
    open(write("logger.csv", text));
    workspace.showPage(DataWorkspace::Columns);
    workspace.show();
    const auto offers = [&] {
        QStringList titles;
        for (const QPushButton *button : workspace.findChildren<QPushButton *>("reading-offer"))
            titles << (button->isVisible() ? button->text() : QString());
        return titles;
    };
    const auto take = [&](const QString &title) {
        for (QPushButton *button : workspace.findChildren<QPushButton *>("reading-offer")) {
            if (button->text() == title)
                button->click();
        }
        EXPECT_TRUE(waitForFile());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    };
    EXPECT_EQ(offers(), (QStringList{"Join Date,Time into one time", "Take -9999 as missing"}));
    take("Take -9999 as missing");
    EXPECT_EQ(document.table().column("v").missing().count, 8);
    EXPECT_EQ(widget<QLineEdit>("na")->text(), "-9999");
    EXPECT_EQ(offers(), QStringList{"Join Date,Time into one time"});
    take("Join Date,Time into one time");
    EXPECT_EQ(document.table().columns().size(), 2U);
    EXPECT_EQ(document.table().column("v").missing().count, 8) << "the first choice is kept";
    EXPECT_TRUE(offers().isEmpty());
    document.undoStack().undo();
    EXPECT_EQ(document.table().columns().size(), 3U);
}

TEST_F(Columns, WordsBecomeFeaturesOfAWholeSelection)
{
    open(write("weather.csv", kWeather));
    workspace.showPage(DataWorkspace::Columns);
    workspace.show();
    EXPECT_EQ(featuresInUse(document.table(), workspace.draft().options()), (std::vector<std::string>{"rain", "wind"}));
    QMenu menu;
    fillTypeMenu(menu, document, {"kind"});
    menu.actions()[3]->trigger(); // words as features
    ASSERT_TRUE(waitForFile());
    EXPECT_TRUE(document.table().column("kind").isOneHot());
    auto *view = widget<ColumnsView>("columns");
    EXPECT_EQ(view->model()->index(3, ColumnsModel::Kind).data().toString().left(17), "words as features");
    if (view->model()->index(3, kFeature).data(Qt::CheckStateRole).toInt() != Qt::Checked)
        click(3, kFeature);
    workspace.draft().edit([](DataOptions &options) {
        options.missing = MissingPolicy::Drop;
        options.window = 2;
    });
    workspace.draft().apply();
    EXPECT_EQ(problem(), "");
    ASSERT_TRUE(document.data());
    EXPECT_EQ(document.data()->featureNames.size(), 4U) << "rain, wind, and one for each word";
}

TEST_F(Columns, TakesATimePatternThatIsTyped)
{
    QByteArray text = "when,v\n";
    for (int day = 1; day <= 28; ++day)
        text += "24/" + QByteArray::number(day).rightJustified(2, '0') + "/03," + QByteArray::number(day % 5) + "\n";
    open(write("odd.csv", text));
    auto *format = workspace.findChild<QComboBox *>("time-format");
    ASSERT_NE(format, nullptr);
    workspace.showPage(DataWorkspace::Columns);
    workspace.show();
    format->lineEdit()->setText("%y/%d/%m");
    QTest::keyClick(format->lineEdit(), Qt::Key_Return);
    EXPECT_TRUE(waitForFile());
    const Column &when = document.table().column("when");
    EXPECT_EQ(when.text(0), "2024-03-01");
    format->lineEdit()->setText("%Q");
    QTest::keyClick(format->lineEdit(), Qt::Key_Return);
    EXPECT_FALSE(document.opening().isBusy());
    EXPECT_EQ(document.table().column("when").text(0), "2024-03-01") << "a pattern that is none changes nothing";
}

TEST(RowsModel, ShowsAMillionRowsWithoutMakingTheirText)
{
    std::vector<double> values(1'000'000);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<double>(i);
    values.back() = std::nan("");
    RowsModel model;
    model.setTable(Table("long", {Column::numbers("n", std::move(values))}));
    EXPECT_EQ(model.rowCount(), 1'000'000);
    EXPECT_EQ(model.index(999'998, 0).data().toString(), "999998");
    EXPECT_EQ(model.index(999'999, 0).data().toString(), "missing");
}

TEST(RowsModel, GivesTheNumbersOfAColumnEquallyManyDecimals)
{
    RowsModel model;
    model.setTable(
        Table("t", {Column::numbers("a", {3, 2.5, -0.125, std::nan("")}), Column::numbers("whole", {1, 20, 300, 4000}),
                    Column::numbers("tiny", {1e-30, 0.5, 1.0 / 3.0, 2}),
                    Column::words("text", std::vector<std::string>{"3", "2.5", "x", "0.125"})}));
    const auto column = [&](int at) {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts << model.index(row, at).data().toString();
        return texts.join(QLatin1Char('|'));
    };
    EXPECT_EQ(column(0), "3.000|2.500|−0.125|missing");
    EXPECT_EQ(column(1), "1|20|300|4000");
    EXPECT_EQ(column(2), "1e−30|0.5|0.3333333333333333|2.0");
    EXPECT_EQ(column(3), "3|2.5|x|0.125");
    EXPECT_EQ(model.index(0, 0).data(Qt::TextAlignmentRole).toInt(), Qt::AlignRight | Qt::AlignVCenter);
}

TEST(ColumnRole, KeepsOneFeatureAndOneTarget)
{
    const Table table("t", {Column::numbers("a", {1, 2}), Column::numbers("b", {3, 4})});
    DataOptions options;
    options.targets = {"b"};
    EXPECT_TRUE(setRole(table, options, table.column(Index{0}), ColumnRole::Feature, false).isEmpty());
    EXPECT_EQ(options.features, std::vector<std::string>{"b"});
    EXPECT_FALSE(setRole(table, options, table.column(Index{1}), ColumnRole::Feature, false).isEmpty());
    EXPECT_FALSE(setRole(table, options, table.column(Index{1}), ColumnRole::Target, false).isEmpty());
    EXPECT_EQ(options.targets, std::vector<std::string>{"b"});
}

TEST(ColumnRole, TakesAnIdOutOfTheFeatures)
{
    const Table table("t", {Column::numbers("id", {1, 2}), Column::numbers("b", {3, 4})});
    DataOptions options;
    options.targets = {"b"};
    EXPECT_TRUE(setRole(table, options, table.column(Index{0}), ColumnRole::SequenceId, true).isEmpty());
    EXPECT_EQ(options.sequenceId, "id");
    EXPECT_EQ(options.features, std::vector<std::string>{"b"});
    const RolesInUse roles(table, options);
    EXPECT_EQ(roles.text(table.column(Index{0})), "sequence id");
    EXPECT_EQ(roles.text(table.column(Index{1})), "feature, target");
}

} // namespace gatescope
