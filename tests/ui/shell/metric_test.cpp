// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_fixture.h"
#include "ui/document/moment/moment_bar.h"
#include "ui/look/theme.h"
#include "ui/shell/bars/metric.h"
#include "ui/shell/dialogs/export_dialog.h"

#include <QComboBox>
#include <QFontMetrics>
#include <QSlider>
#include <QUndoStack>

#include <algorithm>

#include <gtest/gtest.h>

namespace gatescope {

TEST(Metric, NeverCutsANumber)
{
    Metric metric(QStringLiteral("left"), QStringLiteral("00:00"), {});
    const int before = metric.sizeHint().width();
    const QFontMetrics figure(themeFont(TextRole::Figure));
    for (const char *value : {"0:10", "4:07:01", "4.96·10⁻⁵", "−1.234·10⁻³⁰", "1,234,567 / 1,234,567"}) {
        metric.setValue(QString::fromUtf8(value));
        EXPECT_GE(metric.sizeHint().width(), figure.horizontalAdvance(QString::fromUtf8(value))) << value;
    }
    const int widest = metric.sizeHint().width();
    EXPECT_GT(widest, before);
    metric.setValue(QStringLiteral("0:09"));
    EXPECT_EQ(metric.sizeHint().width(), widest); // the others do not move again
}

/// Epochs are counted in one way, on the bar on top, in the cards and at the choices of weights.
class EpochNumberTest : public WindowTest {
protected:
    QString onTop() const
    {
        const auto metrics = window->findChildren<Metric *>();
        const auto found = std::ranges::find_if(
            metrics, [](const Metric *metric) { return metric->caption() == QLatin1String("epoch"); });
        return found == metrics.end() ? QString() : (*found)->value().section(QLatin1Char(' '), 0, 0);
    }
    MomentBar &bar() const { return *window->findChild<MomentBar *>(); }
    /// Of the weights that can be chosen, in Export and in Predict, the first.
    QStringList choices() const
    {
        const ExportDialog dialog(*document, window.get());
        QStringList texts{dialog.findChild<QComboBox *>(QStringLiteral("export-weights"))->itemText(0)};
        for (const QComboBox *combo : window->findChildren<QComboBox *>()) {
            if (combo->itemText(0).contains(QLatin1String("epoch"))
                && combo->itemText(1).startsWith(QLatin1String("best")))
                texts << combo->itemText(0);
        }
        return texts;
    }
};

TEST_F(EpochNumberTest, IsTheSameWhereverItIsSaid)
{
    show({1440, 900});
    openSmallSeries();
    ASSERT_GE(document->training().snapshot()->batchesPerEpoch, 3);
    EXPECT_EQ(onTop(), "0");
    document->training().stepEpoch();
    ASSERT_TRUE(settle());
    EXPECT_EQ(onTop(), "1");
    EXPECT_TRUE(waitFor([this] { return bar().text().contains(QLatin1String("after epoch 1")); }))
        << bar().text().toStdString();
    for (int batch = 0; batch < 2; ++batch) {
        document->training().stepBatch();
        ASSERT_TRUE(settle());
    }
    EXPECT_EQ(onTop(), "2");
    EXPECT_TRUE(waitFor([this] { return bar().text().contains(QStringLiteral("epoch 2 · batch 2")); }))
        << bar().text().toStdString();
    EXPECT_GE(choices().size(), 2);
    for (const QString &choice : choices())
        EXPECT_TRUE(choice.contains(QLatin1String("epoch 2"))) << choice.toStdString();
    bar().slider().setValue(bar().slider().maximum() - 1); // after the first batch of the second epoch
    EXPECT_TRUE(waitFor([this] { return bar().text().endsWith(QLatin1String("epoch 2")); }))
        << bar().text().toStdString();
    bar().slider().setValue(bar().slider().maximum() - 2);
    EXPECT_TRUE(waitFor([this] { return bar().text().endsWith(QLatin1String("epoch 1")); }))
        << bar().text().toStdString();
}

TEST_F(EpochNumberTest, AResetTakenBackBringsItsFilm)
{
    show({1440, 900});
    openSmallSeries();
    document->training().stepEpoch();
    ASSERT_TRUE(settle());
    const QString place = bar().text();
    const int moments = bar().slider().maximum();
    ASSERT_GT(moments, 0);
    document->resetToSameWeights();
    ASSERT_TRUE(settle());
    EXPECT_EQ(bar().text(), "nothing trained yet");
    document->undoStack().undo();
    ASSERT_TRUE(
        waitFor([this] { return document->training().snapshot() && document->training().snapshot()->step > 0; }));
    ASSERT_TRUE(settle());
    EXPECT_EQ(bar().text(), place);
    EXPECT_EQ(bar().slider().maximum(), moments);
    EXPECT_EQ(onTop(), "1");
}

} // namespace gatescope
