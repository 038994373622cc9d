// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What was looked at when a session was saved is what stands on the screen when it is opened again.
#include "tests/ui/window_fixture.h"

#include "core/inspect/units/gate_weights.h"
#include "core/io/model/model_file.h"
#include "ui/data/data_workspace.h"
#include "ui/document/moment/shown_moment.h"
#include "ui/document/shared/actions.h"
#include "ui/inspect/cell/cell_card.h"
#include "ui/inspect/cell/pin_bar.h"
#include "ui/inspect/inspect_workspace.h"
#include "ui/inspect/question/edits_json.h"
#include "ui/inspect/shown/inspection.h"
#include "ui/train/train_workspace.h"
#include "ui/train/view_dock.h"
#include "ui/train/views/live_view.h"
#include "ui/widgets/controls/choice_bar.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QSpinBox>

namespace gatescope {

class ShownAgain : public WindowTest {
protected:
    void SetUp() override
    {
        show({1400, 900});
        openSmallSeries();
        document->training().stepEpoch();
        ASSERT_TRUE(settle());
        document->training().stepEpoch();
        ASSERT_TRUE(settle());
        QApplication::processEvents();
    }

    InspectWorkspace &inspect() { return *child<InspectWorkspace>("inspect"); }
    TrainWorkspace &train() { return *child<TrainWorkspace>("train"); }
    ShownMoment &moment() { return inspect().inspection().moment(); }
    QString saved()
    {
        const QString path = folder.filePath("shown.safetensors");
        EXPECT_TRUE(document->file().save(path));
        return path;
    }
    void open(const QString &path)
    {
        document->opening().openFile(path);
        ASSERT_TRUE(waitFor([this] { return !document->opening().isBusy(); }));
        QApplication::processEvents();
    }
    /// Starts the program anew, with nothing remembered, and opens the file.
    void openInAnotherProgram(const QString &path)
    {
        restartUnsaved();
        show({1400, 900});
        open(path);
    }
    void choose(const char *box, int index)
    {
        auto *found = child<QComboBox>(box);
        found->setCurrentIndex(index);
        Q_EMIT found->activated(index);
    }
    static WhatIf everyKindOfEdit()
    {
        WhatIf edits;
        edits.gates = {{Gate::Reset, {}, {}, 0.5}, {Gate::Update, Index{1}, Index{2}, {}}};
        edits.silenced = {{0, 3}};
        edits.inputs = {{4, 0, -0.25}};
        edits.states = {{1, 5, 0, 0.125}};
        return edits;
    }
};

TEST_F(ShownAgain, WhatIfsAndPinsComeBackWithTheSession)
{
    window->showWorkspace("inspect");
    inspect().inspection().setEdits(everyKindOfEdit(), "ask");
    inspect().cell().pins().toggle({1, 2, CellStage::Candidate, "r ⊙ u"});
    inspect().cell().direction().setCurrent(1);
    selection->setCursor({3, 1, 5, 2});
    const Matrix<float> h = inspect().inspection().run().layers[1].h;
    ASSERT_NE(inspect().inspection().ghost(), nullptr);
    openInAnotherProgram(saved());
    EXPECT_EQ(window->currentWorkspace()->info().id, "inspect");
    EXPECT_EQ(inspect().inspection().edits(), everyKindOfEdit());
    ASSERT_TRUE(inspect().inspection().hasRun());
    EXPECT_EQ(inspect().inspection().run().layers[1].h, h);
    EXPECT_EQ(selection->cursor(), (Cursor{3, 1, 5, 2}));
    ASSERT_EQ(inspect().cell().pins().pins().size(), 1U);
    EXPECT_EQ(inspect().cell().pins().pins()[0], (Pin{1, 2, CellStage::Candidate, "r ⊙ u"}));
    EXPECT_EQ(inspect().cell().direction().current(), 1);
}

TEST_F(ShownAgain, AnEarlierMomentComesBackWithItsWeightsAndNumbers)
{
    ASSERT_GT(moment().moments().size(), 4U);
    const TrainingMoment earlier = moment().moments()[3];
    moment().show(earlier.step);
    const auto shown = moment().snapshot();
    openInAnotherProgram(saved());
    ASSERT_NE(moment().earlier(), nullptr);
    EXPECT_EQ(moment().earlier()->step, earlier.step);
    EXPECT_EQ(moment().snapshot()->parameters, *earlier.parameters);
    EXPECT_EQ(moment().snapshot()->gradientNorms, shown->gradientNorms);
    EXPECT_EQ(moment().snapshot()->trace->output, shown->trace->output);
    EXPECT_EQ(document->training().snapshot()->step, moment().moments().back().step)
        << "the training itself stands where it was";
    moment().showNow();
    EXPECT_EQ(loadModel(saved().toStdString()).session->view.moment, std::nullopt);
}

TEST_F(ShownAgain, AWeightThatIsTriedComesBackAndIsNotTheModels)
{
    const WeightTrial trial{{1, Gate::Update, 2, 3}, 0.75F};
    const std::vector<float> weights = document->training().snapshot()->parameters;
    moment().tryWeight(trial);
    openInAnotherProgram(saved());
    ASSERT_NE(moment().trial(), nullptr);
    EXPECT_EQ(*moment().trial(), trial);
    EXPECT_EQ(document->training().snapshot()->parameters, weights);
}

TEST_F(ShownAgain, EveryWorkspaceShowsWhatWasChosen)
{
    train().docks()[0]->hide();
    train().docks().back()->show();
    choose("loss-smoothing", 3);
    child<QAction>("loss-log")->setChecked(false);
    choose("gates-mode", 1);
    choose("hidden-order", 2);
    choose("gradients-mode", 2);
    choose("weights-page", 1);
    child<DataWorkspace>("data")->showPage(DataWorkspace::Columns);
    window->showWorkspace("predict");
    QApplication::processEvents();
    choose("weights", 1);
    choose("interval", 3);
    child<QCheckBox>("future")->click();
    child<QSpinBox>("free-steps")->setValue(7);
    window->showWorkspace("train");
    const SessionView before = document->file().view();
    const QString path = saved();
    openInAnotherProgram(path);
    EXPECT_EQ(document->file().view(), before);
    EXPECT_TRUE(train().docks()[0]->isHidden());
    EXPECT_FALSE(train().docks().back()->isHidden());
    EXPECT_EQ(child<QComboBox>("loss-smoothing")->currentIndex(), 3);
    EXPECT_FALSE(child<QAction>("loss-log")->isChecked());
    EXPECT_EQ(child<QComboBox>("gates-mode")->currentIndex(), 1);
    EXPECT_EQ(child<QComboBox>("hidden-order")->currentIndex(), 2);
    EXPECT_EQ(child<QComboBox>("gradients-mode")->currentIndex(), 2);
    EXPECT_EQ(child<QComboBox>("weights-page")->currentIndex(), 1);
    EXPECT_EQ(child<DataWorkspace>("data")->page(), DataWorkspace::Columns);
    EXPECT_EQ(child<QComboBox>("weights")->currentIndex(), 1);
    EXPECT_EQ(child<QComboBox>("interval")->currentIndex(), 3);
    EXPECT_FALSE(child<QCheckBox>("future")->isChecked());
    EXPECT_EQ(child<QSpinBox>("free-steps")->value(), 7);
}

TEST_F(ShownAgain, OpeningReplacesWhatIsShownNow)
{
    const QString path = saved();
    const SessionView before = document->file().view();
    inspect().inspection().setEdits(everyKindOfEdit(), "ask");
    moment().show(moment().moments()[2].step);
    moment().tryWeight(WeightTrial{{0, Gate::Reset, 0, 0}, 1.0F});
    choose("gates-mode", 1);
    train().docks()[1]->hide();
    EXPECT_NE(document->file().view(), before);
    open(path);
    EXPECT_EQ(document->file().view(), before);
    EXPECT_TRUE(inspect().inspection().edits().empty());
    EXPECT_EQ(moment().earlier(), nullptr);
    EXPECT_EQ(moment().trial(), nullptr);
}

TEST_F(ShownAgain, AStateThatFitsNothingShowsWhatThereIs)
{
    ModelFile model = loadModel(saved().toStdString());
    model.session->view.states = {
        {"inspect",
         R"({"inspect.aside":"no such page","zone":99,"pins":[7,{"stage":9}],"what-ifs":{"gates":[{"gate":"n"}],
            "silenced":[{"layer":70,"unit":1}],"inputs":[3]}})"},
        {"train", R"({"panels":"none","views":[],"trial":{"gate":"z","layer":9,"unit":0,"column":0,"value":1}})"},
        {"predict", R"({"weights":7,"output":99,"interval":"wide","page":"nowhere","rows":-5})"},
        {"data", R"({"page":3})"},
        {"another", R"({"its own":1})"}};
    const QString path = folder.filePath("odd.safetensors");
    saveModel(path.toStdString(), model);
    openInAnotherProgram(path);
    ASSERT_NE(document->training().snapshot(), nullptr);
    EXPECT_EQ(document->training().snapshot()->step, model.step);
    EXPECT_TRUE(inspect().inspection().edits().empty());
    EXPECT_EQ(moment().trial(), nullptr);
    EXPECT_TRUE(inspect().cell().pins().pins().empty());
    for (const char *id : {"data", "train", "inspect", "predict", "compare"})
        EXPECT_TRUE(window->showWorkspace(id)) << id;
}

TEST(EditsJson, GivesEveryKindOfEditBack)
{
    WhatIf edits;
    edits.gates = {{Gate::Reset, {}, {}, {}}, {Gate::Update, Index{0}, Index{7}, 0.25}};
    edits.silenced = {{1, 2}};
    edits.inputs = {{3, 1, -1.5}};
    edits.states = {{0, 4, 6, 1.0}};
    EXPECT_EQ(editsFromJson(editsJson(edits)), edits);
    EXPECT_TRUE(editsJson({}).isEmpty());
    EXPECT_TRUE(editsFromJson({}).empty());
}

} // namespace gatescope
