// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_fixture.h"

#include "ui/document/shared/key_bindings.h"
#include "ui/shell/dialogs/keys_dialog.h"
#include "ui/widgets/common/problem_label.h"

#include <QAction>
#include <QCheckBox>
#include <QKeySequenceEdit>

namespace gatescope {

class KeysTest : public WindowTest {
protected:
    void SetUp() override
    {
        show();
        openSmallSeries();
    }
    KeyBindings &keys() const { return *window->findChild<KeyBindings *>(); }
    QKeySequence keyOf(const char *id) const { return child<QAction>(id)->shortcut(); }
    /// Presses a key in the dialog's field of an action.
    static void press(KeysDialog &dialog, const char *id, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        auto *edit = dialog.findChild<QKeySequenceEdit *>(QStringLiteral("key-") + QLatin1String(id));
        edit->setKeySequence(QKeySequence(QKeyCombination(modifiers, key)));
        Q_EMIT edit->editingFinished();
    }
};

TEST_F(KeysTest, AKeyCanBeChangedAndStaysSo)
{
    KeysDialog dialog(keys());
    press(dialog, "batch", Qt::Key_J);
    EXPECT_EQ(keyOf("batch"), QKeySequence(Qt::Key_J));
    EXPECT_TRUE(child<QAction>("batch")->toolTip().endsWith("(J)"));
    QTest::keyClick(window.get(), Qt::Key_B);
    QTest::keyClick(window.get(), Qt::Key_J);
    EXPECT_TRUE(waitFor([this] { return document->training().snapshot()->step == 1; }));
    EXPECT_TRUE(settle());
    EXPECT_EQ(document->training().snapshot()->step, 1);
    restart();
    EXPECT_EQ(keyOf("batch"), QKeySequence(Qt::Key_J));
    keys().reset();
    EXPECT_EQ(keyOf("batch"), QKeySequence(Qt::Key_B));
    restart();
    EXPECT_EQ(keyOf("batch"), QKeySequence(Qt::Key_B));
}

TEST_F(KeysTest, ATakenKeyIsRefusedAndItsHolderNamed)
{
    KeysDialog dialog(keys());
    const auto *problem = dialog.findChild<ProblemLabel *>();
    press(dialog, "batch", Qt::Key_E);
    EXPECT_EQ(keyOf("batch"), QKeySequence(Qt::Key_B));
    EXPECT_EQ(keyOf("epoch"), QKeySequence(Qt::Key_E));
    EXPECT_TRUE(problem->text().contains("“Train to the end of the epoch”"))
        << "as the list calls it: " << problem->text().toStdString();
    press(dialog, "batch", Qt::Key_N); // the views' own
    EXPECT_EQ(keyOf("batch"), QKeySequence(Qt::Key_B));
    EXPECT_TRUE(problem->text().contains("next number")) << problem->text().toStdString();
    press(dialog, "batch", Qt::Key_Backspace);
    EXPECT_TRUE(keyOf("batch").isEmpty());
    EXPECT_TRUE(problem->text().isEmpty());
    press(dialog, "epoch", Qt::Key_B); // free now
    EXPECT_EQ(keyOf("epoch"), QKeySequence(Qt::Key_B));
}

TEST_F(KeysTest, SingleKeysCanBeSwitchedOff)
{
    KeysDialog dialog(keys());
    press(dialog, "batch", Qt::Key_E);
    EXPECT_FALSE(dialog.findChild<ProblemLabel *>()->text().isEmpty());
    dialog.findChild<QCheckBox *>("single-keys")->setChecked(false);
    EXPECT_TRUE(dialog.findChild<ProblemLabel *>()->text().isEmpty()) << "the key that was refused is free now";
    for (const char *id : {"batch", "epoch", "phase", "reset", "new-weights"})
        EXPECT_TRUE(keyOf(id).isEmpty()) << id;
    EXPECT_EQ(keyOf("run"), QKeySequence(Qt::Key_Space));
    EXPECT_FALSE(keyOf("file.save").isEmpty());
    EXPECT_FALSE(keyOf("help.this").isEmpty());
    restart();
    EXPECT_TRUE(keyOf("batch").isEmpty());
    keys().set("batch", QKeySequence(Qt::CTRL | Qt::Key_B));
    EXPECT_EQ(keyOf("batch"), QKeySequence(Qt::CTRL | Qt::Key_B));
}

TEST_F(KeysTest, TheListNamesEveryActionThatHasAKey)
{
    const QString page = KeysDialog(keys()).html();
    for (const QString &id : keys().ids()) {
        const QKeySequence key = keys().action(id)->shortcut();
        EXPECT_TRUE(key.isEmpty() || page.contains(key.toString(QKeySequence::NativeText).toHtmlEscaped()))
            << id.toStdString();
    }
}

} // namespace gatescope
