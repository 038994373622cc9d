// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/drawn_text.h"
#include "ui/look/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/common/still_text.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLayout>

#include <gtest/gtest.h>

namespace gatescope {

namespace {

/// What a header shows at some width.
class ShownHeader {
public:
    ShownHeader()
    {
        header.addButton(QStringLiteral("export"), QStringLiteral("Save"), {});
        header.setShortTitle(QStringLiteral("Hidden"));
    }

    QString title(int width)
    {
        resize(width);
        return header.findChild<QLabel *>()->text();
    }
    QString caption(int width)
    {
        resize(width);
        return header.findChild<StillText *>()->text();
    }
    void resize(int width)
    {
        header.resize(width, header.sizeHint().height());
        header.show();
        QApplication::processEvents();
    }

    Theme theme; ///< the usual size of type, whatever was shown before
    CardHeader header{QStringLiteral("Hidden state")};
};

} // namespace

TEST(CardHeader, TitlesStandInLineWithAndWithoutControls)
{
    const Theme theme;
    CardHeader plain(QStringLiteral("Verdict")), buttoned(QStringLiteral("Scores")), full(QStringLiteral("Series"));
    buttoned.addButton(QStringLiteral("export"), QStringLiteral("Save"), {});
    full.addTool(new QComboBox);
    for (CardHeader *header : {&plain, &buttoned, &full}) {
        header->resize(400, header->sizeHint().height());
        header->show();
        QApplication::processEvents();
    }
    const auto middle = [](const CardHeader &header) { return header.findChild<QLabel *>()->geometry().center().y(); };
    EXPECT_EQ(middle(plain), middle(full));
    EXPECT_EQ(middle(buttoned), middle(full));
    EXPECT_EQ(plain.height(), full.height());
}

TEST(CardHeader, ShortensTheCaptionBeforeTheTitle)
{
    ShownHeader shown;
    shown.header.setCaption(QStringLiteral("probe sequence 3 · after epoch 2"));
    EXPECT_EQ(shown.caption(600), QStringLiteral("probe sequence 3 · after epoch 2"));
    EXPECT_EQ(shown.caption(270), QStringLiteral("… · after epoch 2"));
    EXPECT_EQ(shown.caption(165), QString());
    EXPECT_EQ(shown.title(165), QStringLiteral("Hidden state"));
}

TEST(CardHeader, TitleGivesWayToAMark)
{
    ShownHeader shown;
    shown.header.setCaption(QStringLiteral("probe sequence 3 · as of batch 40, epoch 0"), QStringLiteral("batch 40"));
    EXPECT_EQ(shown.caption(600), QStringLiteral("probe sequence 3 · as of batch 40, epoch 0"));
    EXPECT_EQ(shown.caption(340), QStringLiteral("… · as of batch 40, epoch 0"));
    EXPECT_EQ(shown.caption(240), QStringLiteral("batch 40"));
    EXPECT_EQ(shown.title(240), QStringLiteral("Hidden state"));
    EXPECT_EQ(shown.caption(195), QStringLiteral("batch 40"));
    EXPECT_EQ(shown.title(195), QStringLiteral("Hidden"));
    shown.header.setCaption(QStringLiteral("after epoch 2"));
    EXPECT_EQ(shown.title(195), QStringLiteral("Hidden state"));
}

/// What was made short for this is never elided: the controls go below it first.
TEST(CardHeader, AShortTitleIsNeverElidedForItsControls)
{
    const Theme theme;
    CardHeader header(QStringLiteral("Gradients through time"));
    header.setShortTitle(QStringLiteral("Gradients"));
    auto *box = new QComboBox;
    box->addItem(QStringLiteral("clip histogram"));
    header.addTool(box);
    header.addButton(QStringLiteral("export"), QStringLiteral("Save"), {});
    for (int width = 420; width >= 200; width -= 4) {
        header.resize(width, header.sizeHint().height());
        header.show();
        QApplication::processEvents();
        EXPECT_FALSE(header.findChild<QLabel *>()->text().contains(QChar(0x2026))) << width;
    }
}

namespace {

/// A control that has its size only when it is seen, and says so to nobody.
class LateTool : public QWidget {
public:
    QSize sizeHint() const override { return {m_isSeen ? 200 : 20, 20}; }

protected:
    bool event(QEvent *event) override
    {
        m_isSeen = m_isSeen || event->type() == QEvent::Show;
        return QWidget::event(event);
    }

private:
    bool m_isSeen = false;
};

} // namespace

TEST(CardHeader, HasTheSizesOfItsControlsWhenItIsFirstSeen)
{
    const Theme theme;
    CardHeader header(QStringLiteral("Gradients through time"));
    auto *tool = new LateTool;
    header.addTool(tool);
    header.addButton(QStringLiteral("export"), QStringLiteral("Save"), {});
    header.resize(320, header.sizeHint().height());
    QApplication::processEvents();
    header.show(); // and nothing more: what is first painted is right
    header.layout()->activate();
    const QLabel *title = header.findChild<QLabel *>();
    EXPECT_EQ(title->text(), QStringLiteral("Gradients through time"));
    EXPECT_GE(tool->y(), title->geometry().bottom()) << "below the title, where it has room";
}

TEST(StillText, LosesWholePartsWhereItIsLongerThanItsPlaceAndNothingWithinOne)
{
    const Theme theme;
    StillText text;
    text.setText(QStringLiteral("120 rows · drag a border to move the split"));
    const auto drawnAt = [&text](int width) {
        text.resize(width, 20);
        QStringList drawn;
        for (const DrawnText &each : drawnTexts(text)) {
            EXPECT_FALSE(each.isCut()) << width;
            drawn << each.text;
        }
        return drawn.join(QLatin1Char('|'));
    };
    EXPECT_EQ(drawnAt(400), QStringLiteral("120 rows · drag a border to move the split"));
    EXPECT_EQ(drawnAt(120), QStringLiteral("120 rows · …"));
    EXPECT_EQ(drawnAt(30), QString());
}

} // namespace gatescope
