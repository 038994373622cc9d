// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/boxes.h"
#include "tests/ui/cut_texts.h"
#include "tests/ui/drawn_text.h"
#include "tests/ui/screen/screen_fixture.h"

#include "ui/document/shared/key_bindings.h"
#include "ui/shell/dialogs/class_dialog.h"
#include "ui/shell/dialogs/export_dialog.h"
#include "ui/shell/dialogs/keys_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>

namespace gatescope {

class CutTextTest : public ScreenTest {
protected:
    void look(const std::string &place) { look(*window, place); }

    void look(QWidget &shown, const std::string &place)
    {
        cuts.look(shown, [&](const std::string &what) { report(what, place); });
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

    CutTexts cuts;
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
    std::printf("%d widgets and %d texts looked at\n", cuts.widgets(), cuts.texts());
}

/// What a page needs may have changed while it was hidden.
TEST_F(CutTextTest, NothingIsCutInWhatWasSeenBeforeDataWereOpen)
{
    show({800, 600});
    forEachScreen([&](const std::string &name) { look("empty, " + name); });
    openTrained();
    forEachScreen([&](const std::string &name) { look("then " + name); });
    EXPECT_EQ(faults(), "");
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
    EXPECT_GT(cuts.texts(), 0);
    std::printf("%d widgets and %d texts looked at\n", cuts.widgets(), cuts.texts());
}

TEST_F(CutTextTest, NothingIsCutInAnyBox)
{
    show({1440, 900});
    openTrained();
    document->keepRun();
    for (const double text : {0.9, 1.0, 1.1, 1.3, 1.5}) {
        theme.setTextScale(text);
        letItSettle();
        const std::string at = std::to_string(qRound(text * 100)) + " %, ";
        const QStringList seen = forEachBox(*window, folder, [&](const std::string &name, QDialog &box) {
            letItSettle();
            EXPECT_LE(box.width(), 800 * text) << at << name;
            EXPECT_LE(box.height(), 600 * text) << at << name;
            look(box, at + name);
        });
        EXPECT_EQ(seen, boxNames()) << at;
    }
    EXPECT_EQ(faults(), "");
    EXPECT_GT(cuts.texts(), 0);
    std::printf("%d widgets and %d texts looked at\n", cuts.widgets(), cuts.texts());
}

TEST_F(CutTextTest, NorAreTheLongestNumbers)
{
    show({1024, 768});
    openWild();
    for (const double text : {1.0, 1.3})
        walk({static_cast<int>(std::ceil(800 * text)), static_cast<int>(std::ceil(600 * text))}, text);
    walk({1440, 900}, 1.0);
    EXPECT_EQ(faults(), "");
    std::printf("%d widgets and %d texts looked at\n", cuts.widgets(), cuts.texts());
}

} // namespace gatescope
