// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/screen/screen_fixture.h"

#include "ui/document/shared/workspace.h"
#include "ui/widgets/controls/choice_bar.h"
#include "ui/widgets/form/segment_bar.h"

#include <QAbstractButton>
#include <QPointer>

#include <cmath>

namespace gatescope {

ScreenTest::ScreenTest()
{
    theme.setMode(ThemeMode::Light);
}

void ScreenTest::letItSettle()
{
    for (int i = 0; i < 4; ++i)
        QApplication::processEvents();
}

void ScreenTest::openTrained()
{
    openSmallSeries();
    Settings settings = document->settings();
    settings.network.layers = 2;
    settings.training.epochs = 4;
    ASSERT_TRUE(document->setSettings(settings).empty());
    for (int epoch = 1; epoch <= 2; ++epoch) {
        document->training().stepEpoch();
        ASSERT_TRUE(waitFor(
            [&] { return document->training().snapshot()->epoch == epoch && state() != SessionState::Running; }));
    }
}

void ScreenTest::openWild()
{
    QByteArray csv = "time,tiny,huge\n";
    for (int i = 0; i < 120; ++i)
        csv += QByteArray::number(i) + ',' + QByteArray::number(-1.234e-30 * (1.0 + 0.5 * std::sin(0.3 * i)), 'g', 8)
               + ',' + QByteArray::number(1e36 * std::sin(0.2 * i), 'g', 8) + '\n';
    document->opening().openFile(file(QStringLiteral("wild.csv"), csv));
    ASSERT_TRUE(waitFor([this] { return !document->opening().isBusy(); }));
    DataOptions options = document->dataOptions();
    options.features = {"tiny", "huge"};
    options.targets = {"tiny", "huge"};
    options.window = 8;
    ASSERT_TRUE(document->setDataOptions(options).empty());
    Settings settings = document->settings();
    settings.network.hidden = 6;
    settings.training.batch = 16;
    settings.training.threads = 1;
    ASSERT_TRUE(document->setSettings(settings).empty());
    document->training().stepEpoch();
    ASSERT_TRUE(
        waitFor([this] { return document->training().snapshot()->epoch == 1 && state() != SessionState::Running; }));
}

void ScreenTest::setSize(const QSize &size, double textScale)
{
    theme.setTextScale(textScale);
    window->resize(size);
    letItSettle();
}

void ScreenTest::forEachScreen(const std::function<void(const std::string &)> &visit)
{
    for (Workspace *workspace : window->workspaces()) {
        window->showWorkspace(workspace->info().id);
        if (document->training().session()) {
            ASSERT_TRUE(settle());
        }
        letItSettle();
        visit(workspace->info().id.toStdString());
        forEachChoice(*workspace, workspace->info().id.toStdString(), visit);
    }
}

void ScreenTest::forEachChoice(QWidget &workspace, const std::string &name,
                               const std::function<void(const std::string &)> &visit)
{
    QList<QPointer<QWidget>> bars;
    for (SegmentBar *bar : workspace.findChildren<SegmentBar *>())
        bars << bar;
    for (ChoiceBar *bar : workspace.findChildren<ChoiceBar *>())
        bars << bar;
    QList<QPointer<QWidget>> behind; // what only another choice brings to sight
    for (const QPointer<QWidget> &bar : bars) {
        if (!bar->isVisible())
            behind << bar;
    }
    for (const QPointer<QWidget> &bar : bars) {
        forEachOther(bar, [&](const QString &chosen) {
            visit(name + ", " + chosen.toStdString());
            for (const QPointer<QWidget> &other : bars) {
                if (!other || !bar || other == bar)
                    continue;
                // Two bars in one header ask for one view: every choice of one with every other of its neighbour.
                const bool isBeside =
                    other->parentWidget() == bar->parentWidget() && bars.indexOf(other) > bars.indexOf(bar);
                if (isBeside || behind.contains(other))
                    forEachOther(other, [&](const QString &further) {
                        visit(name + ", " + (chosen + QStringLiteral(", ") + further).toStdString());
                    });
            }
        });
    }
}

void ScreenTest::forEachOther(const QPointer<QWidget> &bar, const std::function<void(const QString &)> &visit)
{
    if (!bar || !bar->isVisible())
        return;
    QPointer<QAbstractButton> first;
    const QList<QAbstractButton *> buttons = bar->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (button->isChecked())
            first = button;
    }
    for (const QPointer<QAbstractButton> button : buttons) {
        if (!button || button == first || !button->isVisible() || !button->isEnabled())
            continue;
        button->click();
        letItSettle();
        visit(button->accessibleName());
    }
    if (first)
        first->click();
    letItSettle();
}

std::string ScreenTest::faults() const
{
    std::string text;
    for (const auto &[what, found] : m_faults)
        text += what + "  (" + std::to_string(found.first) + " times, first in " + found.second + ")\n";
    return text;
}

} // namespace gatescope
