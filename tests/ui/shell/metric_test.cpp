// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/theme.h"
#include "ui/shell/bars/metric.h"

#include <QFontMetrics>

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

} // namespace gatescope
