// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_fixture.h"

#include "ui/train/form/number_edit.h"
#include "ui/train/form/parameter_count.h"
#include "ui/train/form/setting_row.h"
#include "ui/train/form/settings_form.h"
#include "ui/train/form/sum_table.h"
#include "ui/widgets/common/problem_label.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

#include <numeric>

namespace gatescope {

class SettingsFormTest : public WindowTest {
protected:
    void SetUp() override
    {
        show({1400, 1000});
        openSmallSeries();
        window->showWorkspace("train");
    }
    SettingRow *row(const char *id) const { return child<SettingsForm>("settings-form")->row(QString::fromLatin1(id)); }
    void type(const char *id, const QString &text) const
    {
        auto *edit = child<QLineEdit>((std::string("setting-") + id).c_str());
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }
};

TEST_F(SettingsFormTest, HasARowForEverySettingWithATooltipAndAName)
{
    child<SettingsForm>("settings-form")->setWhole(true);
    for (const SettingInfo &setting : settingsTable()) {
        const std::string id(setting.id);
        SettingRow *found = row(id.c_str());
        ASSERT_NE(found, nullptr) << id;
        EXPECT_FALSE(found->field()->toolTip().isEmpty()) << id;
        EXPECT_FALSE(found->field()->accessibleName().isEmpty()) << id;
        EXPECT_EQ(found->isVisibleTo(found->parentWidget()), setting.relevant(document->settings())) << id;
    }
}

TEST_F(SettingsFormTest, BeginsWithAFewSettingsAndSaysWhatElseIsSet)
{
    auto *more = child<QToolButton>("more-settings");
    const auto *others = child<QLabel>("other-settings");
    EXPECT_TRUE(row("lr")->isVisible());
    EXPECT_FALSE(row("batch")->isVisible());
    EXPECT_FALSE(child<SumTable>("memory-need")->isVisible());
    Settings settings = document->settings();
    settings.training.batch = 7;
    settings.training.earlyStopPatience = 3;
    ASSERT_TRUE(document->setSettings(settings).empty());
    EXPECT_TRUE(others->text().contains("Batch size: 7; Early stopping: 3")) << others->text().toStdString();
    QTest::mouseClick(more, Qt::LeftButton);
    EXPECT_TRUE(row("batch")->isVisible());
    EXPECT_TRUE(child<SumTable>("memory-need")->isVisible());
    EXPECT_FALSE(others->isVisible());
    QTest::mouseClick(more, Qt::LeftButton);
    EXPECT_FALSE(row("batch")->isVisible());
}

TEST_F(SettingsFormTest, ShowsASettingThatWaitsWhereItWouldNotBe)
{
    document->training().stepBatch();
    ASSERT_TRUE(waitFor([this] { return document->training().snapshot()->step == 1; }));
    Settings settings = document->settings();
    settings.network.bias = !settings.network.bias;
    EXPECT_FALSE(row("bias")->isVisible());
    ASSERT_TRUE(document->setSettings(settings).empty());
    EXPECT_TRUE(row("bias")->isVisible());
    document->resetToSameWeights();
    EXPECT_FALSE(row("bias")->isVisible());
}

TEST_F(SettingsFormTest, ShowsTheMemoryATrainingWillTake)
{
    const auto *memory = child<SumTable>("memory-need");
    const QString before = memory->total().amount;
    ASSERT_EQ(memory->terms().size(), 6U);
    for (const SumTerm &term : memory->terms()) {
        EXPECT_FALSE(term.amount.isEmpty()) << term.name.toStdString();
        EXPECT_FALSE(term.explanation.isEmpty()) << term.name.toStdString();
    }
    child<QSpinBox>("setting-hidden")->setValue(500);
    EXPECT_NE(memory->total().amount, before);
}

TEST_F(SettingsFormTest, SaysBeforeAResetThatTheMemoryDoesNotSuffice)
{
    const auto *problem = child<ProblemLabel>("memory-problem");
    EXPECT_TRUE(problem->isHidden());
    document->training().stepBatch();
    ASSERT_TRUE(waitFor([this] { return document->training().snapshot()->step == 1; }));
    Settings settings = document->settings();
    settings.network.hidden = 4096;
    settings.network.layers = 32;
    settings.training.batch = 65536;
    ASSERT_TRUE(document->setSettings(settings).empty());
    EXPECT_FALSE(problem->isHidden());
    EXPECT_TRUE(problem->text().contains("are free")) << problem->text().toStdString();
}

TEST_F(SettingsFormTest, AppliesAtOnceWhileNothingIsTrained)
{
    child<QSpinBox>("setting-hidden")->setValue(9);
    EXPECT_EQ(document->settings().network.hidden, 9);
    EXPECT_EQ(document->training().snapshot()->settings.network.hidden, 9);
    EXPECT_FALSE(document->settingsWaitForReset());
}

TEST_F(SettingsFormTest, KeepsWhatNeedsNewWeightsWaitingForAReset)
{
    document->training().stepBatch();
    ASSERT_TRUE(waitFor([this] { return document->training().snapshot()->step == 1; }));
    child<QSpinBox>("setting-hidden")->setValue(11);
    EXPECT_EQ(document->training().snapshot()->settings.network.hidden, 6);
    EXPECT_TRUE(document->settingsWaitForReset());
    auto *apply = child<QPushButton>("apply-settings");
    ASSERT_TRUE(apply->isVisible());
    QTest::mouseClick(apply, Qt::LeftButton);
    EXPECT_EQ(document->training().snapshot()->settings.network.hidden, 11);
    EXPECT_FALSE(document->settingsWaitForReset());
    EXPECT_FALSE(apply->isVisible());
}

TEST_F(SettingsFormTest, ChangesTheLearningRateOfARunningTraining)
{
    document->training().stepBatch();
    ASSERT_TRUE(waitFor([this] { return document->training().snapshot()->step == 1; }));
    type("lr", "0.02");
    EXPECT_TRUE(waitFor([this] { return document->training().snapshot()->learningRate == 0.02; }));
    EXPECT_FALSE(document->settingsWaitForReset());
}

TEST_F(SettingsFormTest, TellsOfAValueThatCannotBeUsedBesideItsFieldAndChangesNothing)
{
    type("lr", "-3");
    EXPECT_EQ(document->settings().training.learningRate, 0.001);
    auto *label = row("lr")->findChild<ProblemLabel *>();
    EXPECT_TRUE(label->isVisible());
    EXPECT_TRUE(label->text().contains("-3")) << label->text().toStdString();
    type("lr", "0.01");
    EXPECT_FALSE(label->isVisible());
    EXPECT_EQ(document->settings().training.learningRate, 0.01);
}

TEST_F(SettingsFormTest, UndoTakesAChangeBackAndShowsIt)
{
    child<QComboBox>("setting-optimizer")->setFocus();
    QTest::keyClick(child<QComboBox>("setting-optimizer"), Qt::Key_Down);
    const OptimizerKind changed = document->settings().training.optimizer;
    ASSERT_NE(changed, OptimizerKind::Adam);
    document->undoStack().undo();
    EXPECT_EQ(document->settings().training.optimizer, OptimizerKind::Adam);
    EXPECT_EQ(child<QComboBox>("setting-optimizer")->currentIndex(), 0);
    document->undoStack().redo();
    EXPECT_EQ(document->settings().training.optimizer, changed);
}

TEST(NumberEdit, StepsThroughOneTwoFive)
{
    EXPECT_NEAR(NumberEdit::neighbour(0.001, 1), 0.002, 1e-12);
    EXPECT_NEAR(NumberEdit::neighbour(0.002, 1), 0.005, 1e-12);
    EXPECT_NEAR(NumberEdit::neighbour(0.005, 1), 0.01, 1e-12);
    EXPECT_NEAR(NumberEdit::neighbour(0.001, -1), 0.0005, 1e-12);
    EXPECT_NEAR(NumberEdit::neighbour(3.0, 1), 5.0, 1e-12);
    EXPECT_NEAR(NumberEdit::neighbour(3.0, -1), 2.0, 1e-12);
    EXPECT_EQ(NumberEdit::neighbour(0.0, 1), 0.0);
}

TEST(ParameterCount, TermsAddUpToTheNumberOfParameters)
{
    for (const Formulation formulation : {Formulation::ResetAfter, Formulation::ResetBefore}) {
        for (const bool bias : {false, true}) {
            for (const Index layers : {1, 2, 3, 4, 5, 9}) {
                NetworkOptions options;
                options.inputs = 5;
                options.hidden = 7;
                options.outputs = 3;
                options.layers = layers;
                options.formulation = formulation;
                options.bias = bias;
                const auto terms = layerCounts(options);
                const auto sum = std::accumulate(terms.begin(), terms.end(), std::int64_t{0},
                                                 [](auto total, const LayerCount &term) { return total + term.count; });
                EXPECT_EQ(sum, options.parameterCount()) << layers << " layers, bias " << bias;
            }
        }
    }
}

} // namespace gatescope
