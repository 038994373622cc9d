// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/words/words_fixture.h"

#include "tests/ui/words/said_texts.h"
#include "ui/document/shared/actions.h"
#include "ui/document/shared/key_bindings.h"
#include "ui/document/shared/workspace.h"
#include "ui/shell/dialogs/class_dialog.h"
#include "ui/shell/dialogs/export_dialog.h"
#include "ui/shell/dialogs/keys_dialog.h"
#include "ui/widgets/common/view_export.h"
#include "ui/widgets/form/segment_bar.h"

#include <QAbstractButton>

#include <cstring>

namespace gatescope {

WordsTest::WordsTest()
{
    language.choose(QStringLiteral("en"));
}

WordsTest::~WordsTest()
{
    window.reset(); // before its words
    Language next;
    next.choose(QStringLiteral("en"));
}

void WordsTest::trainThreeEpochs()
{
    for (std::int64_t epoch = 1; epoch <= 3; ++epoch) {
        document->training().stepEpoch();
        ASSERT_TRUE(waitFor([&] {
            return document->training().snapshot()->epoch == epoch && !document->training().isTraining();
        })) << epoch;
    }
}

void WordsTest::look(const std::string &place, const std::function<void(const std::string &, QWidget &)> &at)
{
    EXPECT_TRUE(waitFor([this] { return window->currentWorkspace()->isSettled(); })) << place;
    QTest::qWait(150); // labels that are drawn with the next frame
    at(place, *window);
}

void WordsTest::walk(const QSize &size, const std::function<void(const std::string &, QWidget &)> &at)
{
    restartUnsaved();
    show(size);
    window->showWorkspace(QStringLiteral("data"));
    look("data, start", at);
    openSmallSeries();
    for (const char *id : {"data", "train", "inspect", "predict", "compare", "learn"}) {
        window->showWorkspace(QString::fromLatin1(id));
        look(std::string(id) + ", untrained", at);
    }
    trainThreeEpochs();
    for (const char *id : {"data", "train", "inspect", "predict", "compare", "learn"}) {
        window->showWorkspace(QString::fromLatin1(id));
        look(id, at);
        // Pages of the workspace; Inspect's are gone through below.
        const QList<SegmentBar *> bars = window->currentWorkspace()->findChildren<SegmentBar *>();
        if (bars.isEmpty() || std::string(id) == "inspect")
            continue;
        for (QAbstractButton *page : bars.front()->findChildren<QAbstractButton *>()) {
            if (!page->isEnabled() || page->isHidden())
                continue;
            page->click();
            look(std::string(id) + ", page " + page->text().toStdString(), at);
        }
    }
    window->showWorkspace(QStringLiteral("inspect"));
    for (const char *aside : {"what-if", "lag", "portrait", "memory", "health", "search", "lens"}) {
        window->actions().set(QStringLiteral("inspect.aside"), QString::fromLatin1(aside));
        look(std::string("inspect, ") + aside, at);
    }
    window->showWorkspace(QStringLiteral("inspect"));
    for (const char *grain : {"layer", "unit", "products"}) {
        window->actions().set(QStringLiteral("inspect.grain"), QString::fromLatin1(grain));
        for (const char *direction : {"backward", "forward"}) {
            window->actions().set(QStringLiteral("inspect.cell"), QString::fromLatin1(direction));
            look(std::string("inspect, ") + grain + ", " + direction, at);
        }
    }
    KeyBindings keys(window->actions(), preferences->store(), window.get());
    KeysDialog keysDialog(keys, window.get());
    ExportDialog exportDialog(*document, window.get());
    ClassDialog classDialog(window->workspaces(), document->resources(), {}, window.get());
    for (QDialog *dialog : {static_cast<QDialog *>(&keysDialog), static_cast<QDialog *>(&exportDialog),
                            static_cast<QDialog *>(&classDialog)}) {
        dialog->show();
        QTest::qWait(50);
        at(dialog->metaObject()->className(), *dialog);
        dialog->hide();
    }
}

QStringList WordsTest::textsWith(QWidget &shown) const
{
    QStringList texts = textsOn(shown) + textsBeside(shown);
    if (&shown == window.get()) {
        for (ViewExport *view : window->currentWorkspace()->exports())
            texts += textsOf(*view, {900, 500});
    }
    return texts;
}

GermanWords::GermanWords()
{
    EXPECT_TRUE(load(QStringLiteral(":/i18n/gatescope_de.qm")));
}

bool GermanWords::holds(const char *context, const char *source) const
{
    return !QTranslator::translate(context, source).isNull()
           || !QTranslator::translate(context, source, "", 1).isNull();
}

bool GermanWords::isOurs(const char *context)
{
    return std::strncmp(context, "gatescope::", 11) == 0 || std::strcmp(context, "QObject") == 0
           || std::strcmp(context, "Example") == 0 || std::strcmp(context, "TypeMenu") == 0;
}

} // namespace gatescope
