// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/motion.h"

#include "tests/ui/window_fixture.h"

#include <QMenuBar>
#include <QStyle>

namespace gatescope {

class MotionTest : public WindowTest {
protected:
    ~MotionTest() override { applyReducedMotion(false); }

    static int duration()
    {
        return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, nullptr);
    }
    QAction *action() const
    {
        for (QAction *each : window->findChildren<QAction *>()) {
            if (each->text().remove(QLatin1Char('&')) == QLatin1String("Reduce motion"))
                return each;
        }
        return nullptr;
    }
};

TEST_F(MotionTest, IsStoppedByTheMenuAndAtTheNextStart)
{
    ASSERT_NE(action(), nullptr);
    EXPECT_FALSE(action()->isChecked());
    const int flash = QApplication::cursorFlashTime();
    EXPECT_GT(duration(), 0);
    action()->trigger();
    EXPECT_TRUE(preferences->reduceMotion());
    EXPECT_EQ(duration(), 0);
    EXPECT_EQ(QApplication::cursorFlashTime(), 0);
    EXPECT_FALSE(QApplication::isEffectEnabled(Qt::UI_FadeTooltip));
    applyReducedMotion(false);
    restart();
    EXPECT_TRUE(action()->isChecked());
    EXPECT_EQ(duration(), 0);
    action()->trigger();
    EXPECT_GT(duration(), 0);
    EXPECT_EQ(QApplication::cursorFlashTime(), flash);
}

} // namespace gatescope
