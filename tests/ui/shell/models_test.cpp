// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/export/formats.h"
#include "ui/document/document.h"
#include "ui/shell/dialogs/export_dialog.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <gtest/gtest.h>

namespace gatescope {

namespace {

class Models : public ::testing::Test {
protected:
    /// Writes a wave and opens it with a small network.
    void openWave(const QString &name, int rows = 300)
    {
        QFile file(folder.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("value\n");
        for (int row = 0; row < rows; ++row)
            file.write(QByteArray::number(std::sin(row / 4.0), 'g', 17) + "\n");
        file.close();
        open(name);
        Settings settings = document.settings();
        settings.network.hidden = 5;
        settings.network.layers = 1;
        EXPECT_TRUE(document.setSettings(settings).empty());
        DataOptions options = document.dataOptions();
        options.window = 10;
        EXPECT_TRUE(document.setDataOptions(options).empty());
    }

    void open(const QString &name)
    {
        document.opening().openFile(folder.filePath(name));
        ASSERT_TRUE(waitForFile());
    }

    bool waitForFile()
    {
        return QTest::qWaitFor([this] { return !document.opening().isBusy(); }, 20'000);
    }

    void trainOneEpoch()
    {
        const auto before = document.training().snapshot()->epoch;
        document.training().stepEpoch();
        ASSERT_TRUE(QTest::qWaitFor(
            [&] { return document.training().snapshot()->epoch > before && !document.training().isTraining(); },
            20'000));
    }

    QTemporaryDir folder;
    Document document{GATESCOPE_RESOURCES};
};

} // namespace

TEST_F(Models, OpensAModelWithItsDataAndSettings)
{
    openWave("wave.csv");
    trainOneEpoch();
    const std::vector<float> weights = document.training().snapshot()->parameters;
    ASSERT_TRUE(document.file().save(folder.filePath("m.safetensors")));
    document.openDefault();
    ASSERT_NE(document.title(), "wave.csv");
    open("m.safetensors");
    EXPECT_EQ(document.title(), "wave.csv");
    EXPECT_EQ(document.dataOptions().window, 10);
    EXPECT_EQ(document.settings().network.hidden, 5);
    EXPECT_EQ(document.training().snapshot()->parameters, weights);
    EXPECT_EQ(document.training().snapshot()->epoch, 1);
    EXPECT_EQ(document.file().path(), folder.filePath("m.safetensors"));
}

TEST_F(Models, AsksForDataThatHasMoved)
{
    openWave("wave.csv");
    ASSERT_TRUE(document.file().save(folder.filePath("m.safetensors")));
    document.openDefault();
    ASSERT_TRUE(QFile::rename(folder.filePath("wave.csv"), folder.filePath("moved.csv")));
    QSignalSpy asked(&document.opening(), &Opening::modelNeedsData);
    open("m.safetensors");
    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(asked[0][0].toString(), "m.safetensors");
    EXPECT_EQ(asked[0][1].toString(), folder.filePath("wave.csv"));
    document.opening().openModelData(folder.filePath("moved.csv"));
    ASSERT_TRUE(waitForFile());
    EXPECT_EQ(document.title(), "moved.csv");
    EXPECT_EQ(document.settings().network.hidden, 5);
    document.undoStack().undo();
    EXPECT_NE(document.title(), "moved.csv");
}

TEST_F(Models, KeepsEverythingWhenTheOpenDataDoesNotFit)
{
    openWave("wave.csv");
    ASSERT_TRUE(document.file().save(folder.filePath("m.safetensors")));
    ASSERT_TRUE(QFile::remove(folder.filePath("wave.csv")));
    document.opening().openGenerated(generateTask("delayed-echo", {{"rows", 300}}), "Delayed echo");
    const auto before = document.data();
    open("m.safetensors");
    QSignalSpy messages(&document, &Document::message);
    document.opening().openModelData({});
    ASSERT_EQ(messages.count(), 1);
    EXPECT_EQ(messages[0][0].value<Severity>(), Severity::Error);
    EXPECT_TRUE(messages[0][1].toString().contains("value")) << messages[0][1].toString().toStdString();
    EXPECT_EQ(document.data(), before);
}

TEST_F(Models, OpensAModelOfABundledSeries)
{
    document.openDefault();
    const QString title = document.title();
    ASSERT_TRUE(document.file().save(folder.filePath("m.safetensors")));
    openWave("wave.csv");
    open("m.safetensors");
    EXPECT_EQ(document.title(), title);
}

TEST_F(Models, RefusesAFileThatIsCutShort)
{
    openWave("wave.csv");
    ASSERT_TRUE(document.file().save(folder.filePath("m.safetensors")));
    QFile file(folder.filePath("m.safetensors"));
    ASSERT_TRUE(file.resize(file.size() / 2));
    const auto before = document.training().snapshot();
    QSignalSpy messages(&document, &Document::message);
    open("m.safetensors");
    ASSERT_EQ(messages.count(), 1);
    EXPECT_EQ(messages[0][0].value<Severity>(), Severity::Error);
    EXPECT_EQ(document.training().snapshot(), before);
}

TEST_F(Models, ExportsEveryFormatAndVerifiesIt)
{
    openWave("wave.csv");
    trainOneEpoch();
    ExportDialog dialog(document);
    for (const ExportFormat &format : exportFormats()) {
        ASSERT_TRUE(dialog.chooseFormat(format.id));
        const QString path = folder.filePath(
            QString::fromUtf8(format.id.data(), static_cast<qsizetype>(format.id.size()))
            + QString::fromUtf8(format.extension.data(), static_cast<qsizetype>(format.extension.size())));
        dialog.exportTo(path);
        ASSERT_TRUE(QTest::qWaitFor([&] { return !dialog.isBusy(); }, 60'000));
        EXPECT_TRUE(QFile::exists(path)) << path.toStdString();
        EXPECT_TRUE(dialog.result().contains("Verified")) << format.id << ": " << dialog.result().toStdString();
    }
}

TEST_F(Models, TellsWhenAnExportIsNotOfThisNetwork)
{
    openWave("wave.csv");
    ExportDialog dialog(document);
    ASSERT_TRUE(dialog.chooseFormat("npz"));
    dialog.exportTo(folder.filePath("w.npz"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !dialog.isBusy(); }, 60'000));
    trainOneEpoch();
    dialog.verify(folder.filePath("w.npz"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !dialog.isBusy(); }, 60'000));
    EXPECT_TRUE(dialog.result().contains("Not equal")) << dialog.result().toStdString();
}

TEST_F(Models, SaysWhyAnExportCannotBeWritten)
{
    openWave("wave.csv");
    ExportDialog dialog(document);
    ASSERT_TRUE(dialog.chooseFormat("json"));
    dialog.exportTo(folder.filePath("no-such-folder/w.json"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !dialog.isBusy(); }, 60'000));
    EXPECT_TRUE(dialog.result().contains("no-such-folder")) << dialog.result().toStdString();
}

} // namespace gatescope
