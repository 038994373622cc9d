// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What has little room shows what matters, and what cannot be done says why.
#include "tests/ui/drawn_text.h"
#include "tests/ui/screen/screen_fixture.h"

#include "ui/document/shared/workspace.h"
#include "ui/train/form/sum_table.h"
#include "ui/widgets/controls/choice_bar.h"
#include "ui/widgets/drawn/painted_view.h"
#include "ui/widgets/form/number_box.h"
#include "ui/widgets/plot/plot.h"

#include <QAbstractButton>
#include <QLabel>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>

#include <map>

namespace gatescope {

class RoomTest : public ScreenTest {
protected:
    QTableView &table(const QString &accessibleName) const
    {
        for (QTableView *view : window->findChildren<QTableView *>()) {
            if (view->accessibleName() == accessibleName)
                return *view;
        }
        ADD_FAILURE() << accessibleName.toStdString();
        return *window->findChild<QTableView *>();
    }

    void showAt(const QSize &size, const QString &workspace)
    {
        setSize(size, 1.0);
        window->showWorkspace(workspace);
        ASSERT_TRUE(waitFor([this] { return window->currentWorkspace()->isSettled(); }));
        letItSettle();
    }

    /// The tooltips of the buttons that cannot be pressed, in all screens.
    std::map<QAbstractButton *, QString> unpressable()
    {
        std::map<QAbstractButton *, QString> tips;
        forEachScreen([&](const std::string &) {
            for (auto *button : window->findChildren<QAbstractButton *>()) {
                const bool isChoice = qobject_cast<ChoiceBar *>(button->parentWidget()) || button->inherits("QCheckBox")
                                      || button->inherits("QRadioButton");
                if (!isChoice && button->isVisible() && !button->isEnabled())
                    tips[button] = button->toolTip();
            }
        });
        return tips;
    }
};

TEST_F(RoomTest, ValuesOfARunAreInSightHoweverNarrow)
{
    show({1440, 900});
    openTrained();
    document->keepRun();
    for (const QSize size : {QSize(800, 600), QSize(1024, 768), QSize(1200, 800), QSize(1440, 900)}) {
        showAt(size, QStringLiteral("compare"));
        const QTableView &runs = table(QStringLiteral("Settings and metrics of the compared runs"));
        ASSERT_EQ(runs.model()->columnCount(), 1);
        EXPECT_EQ(runs.horizontalScrollBar()->maximum(), 0) << size.width();
        EXPECT_GT(runs.columnWidth(0), 120) << size.width();
    }
}

TEST_F(RoomTest, CurvesOfRunsAreHighEnoughToBeReadHoweverLow)
{
    show({1440, 900});
    openTrained();
    document->keepRun();
    for (const QSize size : {QSize(800, 600), QSize(1024, 768), QSize(1440, 900)}) {
        showAt(size, QStringLiteral("compare"));
        for (const Plot *plot : window->currentWorkspace()->findChildren<Plot *>()) {
            if (plot->accessibleName() == QLatin1String("Curves of the compared runs")) {
                EXPECT_GE(plot->height(), 140) << size.height();
            }
        }
        const auto *smoothing = window->currentWorkspace()->findChild<QWidget *>(QStringLiteral("smoothing"));
        ASSERT_NE(smoothing, nullptr);
        EXPECT_TRUE(smoothing->isHidden()); // of the validation loss nothing is smoothed
        const auto *pane = window->currentWorkspace()->findChild<QScrollArea *>(QStringLiteral("runs-pane"));
        ASSERT_NE(pane, nullptr);
        EXPECT_LE(pane->widget()->minimumSizeHint().width(), pane->viewport()->width()) << size.width();
    }
}

TEST_F(RoomTest, ColumnsOfATableNeedNoScrollingSideways)
{
    show({1440, 900});
    openTrained();
    for (const QSize size : {QSize(800, 600), QSize(1024, 768), QSize(1440, 900)}) {
        showAt(size, QStringLiteral("data"));
        int seen = 0;
        forEachChoice(*window->currentWorkspace(), "data", [&](const std::string &) {
            const QTableView &columns = table(QStringLiteral("Columns and their roles"));
            if (!columns.isVisible() || seen++ > 0)
                return;
            EXPECT_EQ(columns.horizontalScrollBar()->maximum(), 0) << size.width();
            const QAbstractItemModel &model = *columns.model();
            for (int row = 0; row < model.rowCount(); ++row) {
                for (int column = 0; column < model.columnCount(); ++column) {
                    const QString text = model.index(row, column).data().toString();
                    if (!columns.isColumnHidden(column)) {
                        EXPECT_LE(columns.fontMetrics().horizontalAdvance(text), columns.columnWidth(column) - 6)
                            << size.width() << ": " << text.toStdString();
                    }
                }
                const QString tip = model.index(row, 0).data(Qt::ToolTipRole).toString();
                const bool isSaid = tip.contains(model.index(row, model.columnCount() - 1).data().toString());
                EXPECT_EQ(isSaid, columns.isColumnHidden(model.columnCount() - 1)) << tip.toStdString();
            }
        });
        EXPECT_GT(seen, 0) << size.width();
    }
}

TEST_F(RoomTest, ScoresFitWithoutScrollingSideways)
{
    show({1440, 900});
    openTrained();
    for (const QSize size : {QSize(800, 600), QSize(1024, 768), QSize(1440, 900)}) {
        showAt(size, QStringLiteral("predict"));
        const QTableView &scores = table(QStringLiteral("Scores of each part"));
        int seen = 0;
        const auto look = [&](const std::string &name) { // a page of its own where it is narrow
            if (!scores.isVisible())
                return;
            ++seen;
            EXPECT_EQ(scores.horizontalScrollBar()->maximum(), 0) << size.width() << " " << name;
        };
        look("predict");
        forEachChoice(*window->currentWorkspace(), "predict", look);
        EXPECT_GT(seen, 0) << size.width();
    }
}

TEST_F(RoomTest, ButtonsThatBelongTogetherWrapTogether)
{
    show({1440, 900});
    openTrained();
    const auto *other = child<QAbstractButton>("other-file"), *save = child<QAbstractButton>("save-predictions");
    window->showWorkspace(QStringLiteral("predict"));
    for (int width = 800; width <= 1440; width += 16) {
        setSize({width, 700}, 1.0);
        EXPECT_EQ(other->mapTo(window.get(), QPoint()).y(), save->mapTo(window.get(), QPoint()).y()) << width;
    }
}

TEST_F(RoomTest, NoSpinBoxWritesAHyphenForAMinus)
{
    show({1440, 900});
    openTrained();
    int seen = 0;
    for (const auto *box : window->findChildren<QAbstractSpinBox *>()) {
        const std::string name = (box->objectName() + QLatin1Char(' ') + box->accessibleName()).toStdString();
        const auto *whole = dynamic_cast<const IntegerBox *>(box);
        const auto *real = dynamic_cast<const DecimalBox *>(box);
        ASSERT_TRUE(whole || real) << name;
        EXPECT_EQ((whole ? whole->textFromValue(-1) : real->textFromValue(-1)).at(0), QChar(0x2212)) << name;
        ++seen;
    }
    EXPECT_GT(seen, 10);
}

TEST_F(RoomTest, AButtonThatNeedsDataSaysSo)
{
    show({1440, 900});
    EXPECT_FALSE(child<QAbstractButton>("sweep-start")->isEnabled());
    const std::map<QAbstractButton *, QString> before = unpressable();
    openTrained();
    document->keepRun();
    const std::map<QAbstractButton *, QString> after = unpressable();
    int compared = 0;
    for (const auto *button : window->findChildren<QAbstractButton *>()) {
        const auto found = before.find(const_cast<QAbstractButton *>(button));
        if (found == before.end() || !button->isEnabled())
            continue;
        ++compared;
        EXPECT_NE(button->toolTip().toStdString(), found->second.toStdString())
            << button->objectName().toStdString() << " " << button->accessibleName().toStdString();
        EXPECT_NE(found->second.toStdString(), "") << button->accessibleName().toStdString();
    }
    EXPECT_GT(compared, 8); // of them Run, Reset, Film, Report, Save predictions
    EXPECT_LT(after.size(), before.size());
}

TEST_F(RoomTest, AnEmptyViewSaysWhatFillsIt)
{
    static const QRegularExpression wayOut(
        QStringLiteral("open|train|choose|tick|drop|trains|shorter|measured|make room|…$|\\bE\\b"),
        QRegularExpression::CaseInsensitiveOption);
    show({1440, 900});
    int seen = 0;
    const auto look = [&](const std::string &name) {
        for (const Plot *plot : window->findChildren<Plot *>()) {
            const auto *words = plot->findChild<QLabel *>(QString(), Qt::FindDirectChildrenOnly);
            if (!plot->isVisible() || !plot->isEmpty() || words->text().isEmpty())
                continue;
            EXPECT_TRUE(wayOut.match(words->text()).hasMatch()) << name << ": " << words->text().toStdString();
            ++seen;
        }
        for (const PaintedView *view : window->findChildren<PaintedView *>()) {
            if (!view->isVisible() || view->emptyText().isEmpty())
                continue;
            EXPECT_TRUE(wayOut.match(view->emptyText()).hasMatch()) << name << ": " << view->emptyText().toStdString();
            ++seen;
        }
    };
    forEachScreen([&](const std::string &name) { look("nothing open, " + name); });
    EXPECT_GT(seen, 5);
    openSmallSeries();
    forEachScreen([&](const std::string &name) { look("untrained, " + name); });
}

TEST_F(RoomTest, ATermThatIsLongStandsInALineOfItsOwn)
{
    SumTable table(QStringLiteral("Memory"));
    table.show(
        {{QStringLiteral("data"), QStringLiteral("1,234,567 numbers, 123,456 windows"), QStringLiteral("9.4 MB"), {}},
         {QStringLiteral("weights"), QStringLiteral("421"), QStringLiteral("1.7 kB"), {}}},
        {QStringLiteral("memory"), {}, QStringLiteral("9.4 MB"), {}});
    table.resize(600, table.sizeHint().height());
    const int wide = table.sizeHint().height();
    for (const int width : {600, 300, 200, 150}) {
        table.resize(width, 10);
        table.resize(width, table.sizeHint().height());
        QString all;
        for (const DrawnText &drawn : drawnTexts(table)) {
            EXPECT_FALSE(drawn.isCut()) << width << " " << drawn.text.toStdString();
            all += drawn.text;
        }
        EXPECT_FALSE(all.contains(QChar(0x2026))) << width;
        EXPECT_TRUE(all.contains(QStringLiteral("windows"))) << width;
    }
    EXPECT_GT(table.sizeHint().height(), wide);
}

} // namespace gatescope
