// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/screen/screen_fixture.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QButtonGroup>
#include <QComboBox>

namespace gatescope {

class SpokenWalkTest : public ScreenTest {};

TEST_F(SpokenWalkTest, EverythingThatTakesTheFocusHasANameAndARole)
{
    show({1440, 900});
    openTrained();
    int looked = 0;
    forEachScreen([&](const std::string &place) {
        for (QWidget *widget : window->findChildren<QWidget *>()) {
            if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0 || widget->focusProxy())
                continue;
            ++looked;
            const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
            const std::string which =
                std::string(widget->metaObject()->className()) + " " + widget->objectName().toStdString() + " in "
                + (widget->parentWidget() ? widget->parentWidget()->metaObject()->className() : "");
            ASSERT_NE(spoken, nullptr) << which;
            if (spoken->text(QAccessible::Name).trimmed().isEmpty())
                report("no name: " + which, place);
            switch (spoken->role()) {
            case QAccessible::NoRole:
            case QAccessible::Client:
            case QAccessible::Pane:
            case QAccessible::Whitespace:
                report("no role: " + which, place);
                break;
            default:
                break;
            }
        }
    });
    EXPECT_EQ(faults(), "");
    EXPECT_GT(looked, 300);
}

TEST_F(SpokenWalkTest, OneOfSeveralButtonsIsARadioButtonAndABoxKeepsItsName)
{
    show({1440, 900});
    openTrained();
    int radios = 0, boxes = 0;
    forEachScreen([&](const std::string &place) {
        for (QAbstractButton *button : window->findChildren<QAbstractButton *>()) {
            if (!button->isVisible() || !button->group() || !button->group()->exclusive() || !button->isCheckable())
                continue;
            ++radios;
            const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(button);
            EXPECT_EQ(spoken->role(), QAccessible::RadioButton) << place << button->text().toStdString();
            EXPECT_EQ(spoken->state().checked, button->isChecked());
        }
        for (QComboBox *box : window->findChildren<QComboBox *>()) {
            if (!box->isVisible() || box->accessibleName().isEmpty())
                continue;
            ++boxes;
            const QString name = QAccessible::queryAccessibleInterface(box)->text(QAccessible::Name);
            EXPECT_TRUE(name.startsWith(box->accessibleName())) << name.toStdString();
            EXPECT_TRUE(name.endsWith(box->currentText())) << name.toStdString();
        }
    });
    EXPECT_GT(radios, 50);
    EXPECT_GT(boxes, 20);
}

} // namespace gatescope
