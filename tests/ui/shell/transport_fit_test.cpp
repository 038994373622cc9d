// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_fixture.h"
#include "ui/document/shared/actions.h"
#include "ui/document/shared/preferences.h"
#include "ui/shell/bars/metric.h"
#include "ui/shell/bars/transport_bar.h"

#include <QPushButton>

namespace gatescope {

class TransportFit : public WindowTest {
protected:
    TransportBar &bar() const { return *child<TransportBar>("transport"); }

    void expectNothingCut(const std::string &where) const
    {
        QCoreApplication::sendPostedEvents(); // a number that has grown asks for a layout
        for (const QWidget *part : bar().findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
            if (!part->isVisible() || !(qobject_cast<const QPushButton *>(part) || qobject_cast<const Metric *>(part)))
                continue;
            EXPECT_GE(part->width(), part->sizeHint().width()) << where << ", " << part->accessibleName().toStdString();
            EXPECT_TRUE(bar().rect().contains(part->geometry()))
                << where << ", " << part->accessibleName().toStdString();
        }
    }
};

TEST_F(TransportFit, GivesWayInsteadOfCuttingItsWords)
{
    for (const char *language : {"en", "de"}) {
        preferences->setLanguage(QString::fromLatin1(language));
        for (const bool presents : {false, true}) {
            show({800, 600});
            openSmallSeries();
            window->showWorkspace(QStringLiteral("train"));
            window->actions().action(QStringLiteral("view.present"))->setChecked(presents);
            const std::string where = std::string(language) + (presents ? ", presenting" : "");
            for (const int width : {800, 900, 1024, 800}) {
                window->resize(width, 600);
                QTest::qWait(50);
                expectNothingCut(where + ", " + std::to_string(width) + " wide");
            }
            document->training().start();
            ASSERT_TRUE(waitFor([this] { return document->training().snapshot()->step > 0; }));
            QTest::qWait(50);
            expectNothingCut(where + ", running");
            document->training().pause();
            ASSERT_TRUE(settle());
            window->actions().action(QStringLiteral("view.present"))->setChecked(false);
            QTest::qWait(50);
        }
    }
    preferences->setLanguage(QStringLiteral("en"));
}

} // namespace gatescope
