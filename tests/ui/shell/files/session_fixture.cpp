// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/files/session_fixture.h"

#include <QFile>
#include <QTest>

#include <cmath>

namespace gatescope {

void SessionTest::writeWave(const QString &name, int rows, double scale) const
{
    QFile file(path(name));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("wave\n");
    for (int row = 0; row < rows; ++row)
        file.write(QByteArray::number(scale * std::sin(0.3 * row), 'f', 6) + '\n');
}

void SessionTest::open(Document &document, const QString &file)
{
    document.opening().openFile(file);
    ASSERT_TRUE(waitFor([&document] { return !document.opening().isBusy(); }));
}

void SessionTest::openWave(Document &document, const QString &name) const
{
    writeWave(name);
    open(document, path(name));
    Settings settings = document.settings();
    settings.network.hidden = 5;
    settings.network.layers = 2;
    settings.network.dropout = 0.2;
    settings.training.optimizer = OptimizerKind::AdamW;
    settings.training.schedule = ScheduleKind::Cosine;
    settings.training.batch = 16;
    settings.training.epochs = 1000;
    settings.training.threads = 1;
    ASSERT_TRUE(document.setSettings(settings).empty());
    DataOptions options = document.dataOptions();
    options.window = 8;
    ASSERT_TRUE(document.setDataOptions(options).empty());
    document.undoStack().clear();
}

void SessionTest::trainBatches(Document &document, int batches)
{
    for (int i = 0; i < batches; ++i)
        document.training().stepBatch();
    settle(document);
}

void SessionTest::settle(Document &document)
{
    document.training().pauseAndWait();
    ASSERT_FALSE(document.training().isTraining());
}

bool SessionTest::waitFor(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, 30'000);
}

} // namespace gatescope
