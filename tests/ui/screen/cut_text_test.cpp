// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/drawn_text.h"
#include "tests/ui/screen/screen_fixture.h"

#include "ui/document/shared/key_bindings.h"
#include "ui/shell/dialogs/class_dialog.h"
#include "ui/shell/dialogs/export_dialog.h"
#include "ui/shell/dialogs/keys_dialog.h"

#include <QAbstractItemView>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>

namespace gatescope {

namespace {

/// A viewport whose content is longer than it: what its edge cuts can be scrolled to.
bool isScrolled(const QWidget &widget)
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(widget.parentWidget());
    return area && area->viewport() == &widget
           && (area->verticalScrollBar()->maximum() > 0 || area->horizontalScrollBar()->maximum() > 0);
}

std::string nameOf(const QWidget &widget)
{
    std::string name;
    for (const QWidget *part = &widget; part && !part->isWindow(); part = part->parentWidget()) {
        if (!part->objectName().isEmpty() || part == &widget || !part->accessibleName().isEmpty())
            name = std::string(part->metaObject()->className())
                       .substr(11 * (std::string(part->metaObject()->className()).rfind("gatescope::", 0) == 0))
                   + "[" + (part->objectName().isEmpty() ? part->accessibleName() : part->objectName()).toStdString()
                   + "] " + name;
    }
    return name;
}

/// Digits as 0, so that a fault that comes with many numbers is one fault.
std::string kindOf(QString text)
{
    static const QRegularExpression digits(QStringLiteral("\\d+"));
    return text.replace(digits, QStringLiteral("0")).left(60).toStdString();
}

/// What the text needs, and what there is.
std::string sizes(const DrawnText &drawn)
{
    const auto words = [](const QRectF &area) {
        return std::to_string(qRound(area.left())) + ", " + std::to_string(qRound(area.top())) + " to "
               + std::to_string(qRound(area.right())) + ", " + std::to_string(qRound(area.bottom()));
    };
    return " (covers " + words(drawn.ink) + "; seen is " + words(drawn.clip) + ")";
}

} // namespace

class CutTextTest : public ScreenTest {
protected:
    void look(const std::string &place) { look(*window, place); }

    void look(QWidget &shown, const std::string &place)
    {
        for (QWidget *widget : shown.findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->window() != &shown || widget->size().isEmpty())
                continue;
            ++widgets;
            lookAtPlace(*widget, place);
            if (isScrolled(*widget) || qobject_cast<QHeaderView *>(widget->parentWidget()))
                continue;
            for (const DrawnText &drawn : drawnTexts(*widget)) {
                ++texts;
                static const QRegularExpression cutNumber(QStringLiteral("[0-9⁰¹²³⁴⁵⁶⁷⁸⁹]…"));
                if (drawn.isCut())
                    report("cut: \"" + kindOf(drawn.text) + "\" in " + nameOf(*widget) + sizes(drawn), place);
                else if (cutNumber.match(drawn.text).hasMatch())
                    report("number cut: \"" + kindOf(drawn.text) + "\" in " + nameOf(*widget), place);
            }
        }
    }

    /// A widget that lies partly outside of its parent cannot be read there.
    void lookAtPlace(const QWidget &widget, const std::string &place)
    {
        const QWidget *parent = widget.parentWidget();
        if (!parent || widget.isWindow() || qobject_cast<const QAbstractScrollArea *>(parent)
            || qobject_cast<const QAbstractScrollArea *>(parent->parentWidget()) || widget.inherits("QScrollBar")
            || widget.inherits("QRubberBand"))
            return;
        if (!parent->rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()))
            report("outside of its parent: " + nameOf(widget) + " " + std::to_string(widget.geometry().bottom())
                       + " of " + std::to_string(parent->height()) + ", " + std::to_string(widget.geometry().right())
                       + " of " + std::to_string(parent->width()),
                   place);
        const auto *label = qobject_cast<const QLabel *>(&widget);
        if (label && label->wordWrap() && !label->text().isEmpty()
            && label->heightForWidth(label->width()) > label->height() + 2)
            report("too low for its lines: \"" + kindOf(label->text()) + "\" in " + nameOf(widget), place);
    }

    void walk(const QSize &size, double textScale)
    {
        setSize(size, textScale);
        EXPECT_LE(window->width(), size.width()) << textScale;
        EXPECT_LE(window->height(), size.height()) << textScale;
        const std::string at = std::to_string(size.width()) + "x" + std::to_string(size.height()) + " at "
                               + std::to_string(qRound(textScale * 100)) + " %, ";
        forEachScreen([&](const std::string &name) { look(at + name); });
    }

    /// A dialog in the size in which it opens, and in the least one it can be given.
    void lookAtDialog(QDialog &dialog, const std::string &place)
    {
        dialog.show();
        letItSettle();
        for (const auto *box : dialog.findChildren<QDialogButtonBox *>()) {
            for (const QAbstractButton *button : box->buttons())
                EXPECT_TRUE(button->icon().isNull()) << place << ": " << button->text().toStdString();
        }
        EXPECT_LE(dialog.width(), 800 * theme.textScale()) << place;
        EXPECT_LE(dialog.height(), 600 * theme.textScale()) << place;
        look(dialog, place);
        const QSize opened = dialog.size();
        for (int turn = 0; turn < 2; ++turn) { // narrower, its lines need more height
            dialog.resize(0, 0);
            letItSettle();
        }
        look(dialog, place + ", at its least");
        dialog.resize(opened);
    }

    void lookAtDialogs()
    {
        const std::string at = std::to_string(qRound(theme.textScale() * 100)) + " %, ";
        ExportDialog weights(*document, window.get());
        auto *formats = weights.findChild<QListWidget *>(QStringLiteral("formats"));
        for (int row = 0; row < formats->count(); ++row) {
            formats->setCurrentRow(row);
            lookAtDialog(weights, at + "export, " + formats->item(row)->text().toStdString());
        }
        KeysDialog keys(*window->findChild<KeyBindings *>(), window.get());
        lookAtDialog(keys, at + "keys");
        ClassDialog classes(window->workspaces(), window->resourcesFolder(), ClassSetup(), window.get());
        lookAtDialog(classes, at + "class set-up");
    }

    int widgets = 0, texts = 0;
};

TEST_F(CutTextTest, ACutTextIsSeen)
{
    QLabel label(QStringLiteral("1234567"));
    label.resize(200, 30);
    const std::vector<DrawnText> whole = drawnTexts(label);
    ASSERT_EQ(whole.size(), 1U);
    EXPECT_EQ(whole[0].text, "1234567");
    EXPECT_FALSE(whole[0].isCut());
    label.resize(20, 30);
    EXPECT_TRUE(drawnTexts(label).at(0).isCut());
}

TEST_F(CutTextTest, NothingIsCutAtAnySizeOfTypeAndWindow)
{
    show({1440, 900});
    openTrained();
    for (const double text : {0.9, 1.1, 1.3, 1.5}) {
        const QSize least(static_cast<int>(std::ceil(800 * text)), static_cast<int>(std::ceil(600 * text)));
        for (const QSize size : {least, QSize(1440, 900), QSize(2560, 1440)}) {
            if (size.width() >= least.width() && size.height() >= least.height())
                walk(size, text);
        }
    }
    EXPECT_EQ(faults(), "");
    std::printf("%d widgets and %d texts looked at\n", widgets, texts);
}

TEST_F(CutTextTest, NothingIsCutInAnyDialog)
{
    show({1440, 900});
    openTrained();
    for (const double text : {0.9, 1.0, 1.3, 1.5}) {
        theme.setTextScale(text);
        letItSettle();
        lookAtDialogs();
    }
    EXPECT_EQ(faults(), "");
    EXPECT_GT(texts, 0);
    std::printf("%d widgets and %d texts looked at\n", widgets, texts);
}

TEST_F(CutTextTest, NorAreTheLongestNumbers)
{
    show({1024, 768});
    openWild();
    for (const double text : {1.0, 1.3})
        walk({static_cast<int>(std::ceil(800 * text)), static_cast<int>(std::ceil(600 * text))}, text);
    walk({1440, 900}, 1.0);
    EXPECT_EQ(faults(), "");
    std::printf("%d widgets and %d texts looked at\n", widgets, texts);
}

} // namespace gatescope
