// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Exported columns hold ids: no translation touches them.
#include "tests/ui/window_fixture.h"
#include "ui/document/shared/workspace.h"
#include "ui/widgets/common/view_export.h"

#include <QTranslator>

namespace gatescope {

namespace {

constexpr QChar kMark(0x00A7);

/// Every sentence of the screen in a language that is easily told: § before each.
class MarkingTranslator : public QTranslator {
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return kMark + QString::fromUtf8(source);
    }
    bool isEmpty() const override { return false; }
};

} // namespace

class ExportedColumns : public WindowTest {};

TEST_F(ExportedColumns, AreTheSameInEveryLanguage)
{
    MarkingTranslator translator;
    QCoreApplication::installTranslator(&translator);
    restartUnsaved();
    show();
    openSmallSeries();
    for (int i = 0; i < 3; ++i)
        document->training().stepEpoch();
    ASSERT_TRUE(settle());
    int filled = 0;
    for (const char *id : {"data", "train", "inspect", "predict"}) {
        ASSERT_TRUE(window->showWorkspace(QString::fromLatin1(id)));
        Workspace *workspace = window->currentWorkspace();
        EXPECT_TRUE(waitFor([workspace] { return workspace->isSettled(); }));
        for (ViewExport *view : workspace->exports()) {
            const QString csv = view->csv();
            filled += csv.count(QLatin1Char('\n')) > 1 ? 1 : 0;
            EXPECT_FALSE(csv.contains(kMark))
                << view->exportName().toStdString() << ": "
                << csv.mid(std::max<qsizetype>(0, csv.indexOf(kMark) - 60), 120).toStdString();
        }
    }
    QCoreApplication::removeTranslator(&translator);
    EXPECT_GT(filled, 8);
}

} // namespace gatescope
