// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/inspect/inspect_bench.h"
#include "ui/inspect/aside/aside_card.h"
#include "ui/inspect/question/edit_form.h"
#include "ui/inspect/question/what_if_panel.h"
#include "ui/inspect/shown/inspect_view.h"
#include "ui/widgets/controls/choice_bar.h"

#include <QPushButton>

#include <gtest/gtest.h>

namespace gatescope {

TEST(WhatIfPanel, HoldsAGateAndKeepsTheUntouchedRunAsAGhost)
{
    InspectBench bench;
    bench.selection.setCursor({2, 0, 10, 3});
    const Trace<float> untouched = bench.run();
    EditForm &form = bench.workspace.aside().whatIf().form();
    form.setKind(EditKind::Update);
    form.ask(0.25);
    ASSERT_NE(bench.inspection().ghost(), nullptr);
    EXPECT_TRUE((bench.run().layers[0].z.row(3).array() == 0.25F).all());
    EXPECT_EQ(bench.shownValue("z").toStdString(), "0.2500");
    EXPECT_TRUE(bench.inspection().ghost()->layers[0].z.isApprox(untouched.layers[0].z, 1e-5F));
    EXPECT_NE(bench.run().output(0), bench.inspection().ghost()->output(0));
    EXPECT_TRUE(bench.workspace.aside().whatIf().answer().contains("value +1 moves"))
        << bench.workspace.aside().whatIf().answer().toStdString();
    bench.workspace.cell().grain().setCurrent(2);
    EXPECT_TRUE(bench.shownValue("residual of z").startsWith("held at +0.2500; its equation gives "))
        << bench.shownValue("residual of z").toStdString();
    EXPECT_TRUE(bench.shownValue("residual of r").startsWith("recomputed − stored"));
    EXPECT_TRUE(bench.shownValue("untouched z").startsWith("untouched z = +"));
}

TEST(WhatIfPanel, UndoesAndRedoes)
{
    InspectBench bench;
    EditForm &form = bench.workspace.aside().whatIf().form();
    const float before = bench.run().output(0);
    form.setKind(EditKind::Silence);
    form.ask(0.0);
    form.setKind(EditKind::Reset);
    form.ask(0.5);
    form.ask(0.7); // the same knob: one change
    EXPECT_EQ(bench.inspection().edits().gates.at(0).value, 0.7);
    bench.document.undoStack().undo();
    EXPECT_TRUE(bench.inspection().edits().gates.empty());
    EXPECT_EQ(bench.inspection().edits().silenced.size(), 1U);
    bench.document.undoStack().undo();
    EXPECT_TRUE(bench.inspection().edits().empty());
    EXPECT_EQ(bench.run().output(0), before);
    bench.document.undoStack().redo();
    EXPECT_EQ(bench.inspection().edits().silenced.size(), 1U);
}

TEST(WhatIfPanel, SetsInputsInOriginalUnits)
{
    InspectBench bench;
    bench.selection.setCursor({1, 0, 7, 0});
    EditForm &form = bench.workspace.aside().whatIf().form();
    form.setKind(EditKind::Input);
    const ColumnScale &scale = bench.document.data()->inputScaler.column(0);
    const double original = scale.inverse(0.5);
    form.ask(original);
    EXPECT_NEAR(static_cast<double>(bench.run().input(0, 7)), 0.5, 0.01);
    EXPECT_EQ(bench.inspection().ghost()->input(0, 7), bench.document.data()->train.input(1)(0, 7));
}

TEST(WhatIfPanel, PutsTheMeasuredSlopeBesideTheBackPropagatedOne)
{
    InspectBench bench;
    WhatIfPanel &panel = bench.workspace.aside().whatIf();
    EXPECT_TRUE(panel.slope().isEmpty());
    panel.measureSlope();
    EXPECT_TRUE(panel.slope().contains("back-propagated")) << panel.slope().toStdString();
    bench.selection.setStep(3);
    EXPECT_TRUE(panel.slope().isEmpty());
}

TEST(WhatIfPanel, LetsEveryEditGoByItsOwnButton)
{
    InspectBench bench;
    EditForm &form = bench.workspace.aside().whatIf().form();
    form.setKind(EditKind::State);
    form.ask(0.9);
    const QString phrase = QString::fromStdString(bench.inspection().edits().phrases().at(0));
    QAbstractButton *remove = nullptr;
    for (QAbstractButton *button : bench.workspace.findChildren<QAbstractButton *>()) {
        if (button->accessibleName() == QStringLiteral("Remove: %1").arg(phrase))
            remove = button;
    }
    ASSERT_NE(remove, nullptr);
    remove->click();
    EXPECT_TRUE(bench.inspection().edits().empty());
    EXPECT_EQ(bench.inspection().ghost(), nullptr);
}

TEST(WhatIfPanel, DropsEditsThatFitNoLongerAndSaysSo)
{
    InspectBench bench;
    bench.selection.setCursor({0, 1, 3, 5});
    EditForm &form = bench.workspace.aside().whatIf().form();
    form.setKind(EditKind::Silence);
    form.ask(0.0);
    QString told;
    QObject::connect(&bench.document, &Document::message, &bench.document,
                     [&](Severity, const QString &text) { told = text; });
    Settings smaller = bench.document.settings();
    smaller.network.hidden = 3;
    ASSERT_TRUE(bench.document.setSettings(smaller).empty());
    EXPECT_TRUE(bench.inspection().edits().empty());
    EXPECT_TRUE(told.contains("what-ifs")) << told.toStdString();
    EXPECT_EQ(bench.run().network.hidden, 3);
}

} // namespace gatescope
