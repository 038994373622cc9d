// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What can become of a file that is opened, without a document or a window.
#include "ui/document/opening/opening.h"

#include "core/io/model/model_file.h"
#include "core/io/tensors/npz.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace gatescope {

class OpeningTest : public ::testing::Test {
protected:
    OpeningTest()
    {
        QObject::connect(&opening, &Opening::dataReady, &opening, [this](const OpenData &data) { ready = data; });
        QObject::connect(&opening, &Opening::modelReady, &opening,
                         [this](const ReadModel &, const OpenData &data) { ready = data; });
        QObject::connect(&opening, &Opening::message, &opening,
                         [this](Severity, const QString &text) { message = text; });
    }

    QString path(const char *name) const { return folder.filePath(QString::fromLatin1(name)); }

    void write(const char *name, int rows, const char *header = "wave\n") const
    {
        QFile file(path(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(header);
        for (int row = 0; row < rows; ++row)
            file.write(QByteArray::number(row % 7) + '\n');
    }

    void writeTensors(const char *name, float factor) const
    {
        std::vector<float> x, y;
        for (int i = 0; i < 40; ++i)
            x.push_back(factor * static_cast<float>(i));
        for (int i = 0; i < 20; ++i)
            y.push_back(factor * static_cast<float>(i));
        TensorFile file;
        file.tensors = {makeTensor<float>("x", {20, 2, 1}, x), makeTensor<float>("y", {20, 1}, y)};
        writeTensorFile(path(name).toStdString(), file);
    }

    static QString firstVersion(const char *name)
    {
        return QStringLiteral(GATESCOPE_FIXTURES "/first-version/") + QString::fromLatin1(name);
    }

    /// Until nothing is read or prepared any more.
    void finish()
    {
        const QDeadlineTimer deadline(30'000);
        while (opening.isBusy() && !deadline.hasExpired()) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
            opening.poll();
        }
    }

    QTemporaryDir folder;
    Opening opening{GATESCOPE_RESOURCES};
    OpenData ready;
    QString message;
};

TEST_F(OpeningTest, ReadsAFileAndIsIdleAgain)
{
    write("wave.csv", 100);
    EXPECT_EQ(opening.state(), Opening::State::Idle);
    opening.openFile(path("wave.csv"));
    EXPECT_EQ(opening.state(), Opening::State::Reading);
    finish();
    EXPECT_EQ(opening.state(), Opening::State::Idle);
    ASSERT_TRUE(ready.prepared);
    EXPECT_EQ(ready.prepared->featureNames, std::vector<std::string>{"wave"});
}

TEST_F(OpeningTest, BrokenFileIsToldAndNothingIsReady)
{
    opening.openFile(path("missing.csv"));
    finish();
    EXPECT_EQ(opening.state(), Opening::State::Idle);
    EXPECT_TRUE(message.contains(QStringLiteral("missing.csv"))) << message.toStdString();
    EXPECT_FALSE(ready.source);
}

TEST_F(OpeningTest, ManyWindowsAreMadeInTheBackgroundAndCanBeGivenUp)
{
    write("wave.csv", 300'000);
    QSignalSpy cancelled(&opening, &Opening::cancelled);
    opening.openFile(path("wave.csv"));
    const QDeadlineTimer deadline(30'000);
    while (opening.state() == Opening::State::Reading && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        opening.poll();
    }
    ASSERT_EQ(opening.state(), Opening::State::Preparing);
    opening.cancel();
    finish();
    EXPECT_EQ(opening.state(), Opening::State::Idle);
    EXPECT_EQ(cancelled.size() + (ready.prepared ? 1 : 0), 1);
}

TEST_F(OpeningTest, ModelWithoutItsDataAsksForThem)
{
    QFile::copy(firstVersion("forecast.safetensors"), path("model.safetensors"));
    QSignalSpy asked(&opening, &Opening::modelNeedsData);
    opening.openFile(path("model.safetensors"));
    finish();
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(opening.state(), Opening::State::AsksForData);
    opening.openModelData(firstVersion("wave.csv"));
    finish();
    EXPECT_EQ(opening.state(), Opening::State::Idle);
    ASSERT_TRUE(ready.prepared);
}

TEST_F(OpeningTest, ModelOfChangedDataAsksBeforeItGoesOn)
{
    QFile::copy(firstVersion("forecast.safetensors"), path("model.safetensors"));
    write("wave.csv", 160);
    QSignalSpy asked(&opening, &Opening::modelDataChanged);
    opening.openFile(path("model.safetensors"));
    finish();
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(opening.state(), Opening::State::AsksAboutChange);
    opening.openOnChangedData(true);
    EXPECT_EQ(opening.state(), Opening::State::Idle);
    EXPECT_TRUE(ready.prepared);
}

TEST_F(OpeningTest, ModelOfTensorsKeepsItsScalersOnOtherTensors)
{
    writeTensors("other.npz", 3.0F);
    QFile::copy(firstVersion("tensors.safetensors"), path("model.safetensors"));
    opening.openFile(path("model.safetensors"));
    finish();
    ASSERT_EQ(opening.state(), Opening::State::AsksForData);
    opening.openModelData(path("other.npz"));
    finish();
    if (opening.state() == Opening::State::AsksAboutChange)
        opening.openOnChangedData(true);
    ASSERT_TRUE(ready.given);
    const ModelFile model = loadModel(path("model.safetensors").toStdString());
    EXPECT_EQ(ready.given->inputScaler, model.preparation->inputScaler);
    ASSERT_TRUE(ready.prepared);
    EXPECT_EQ(ready.prepared->inputScaler, model.preparation->inputScaler);
}

TEST_F(OpeningTest, TensorsOfWholeNumbersAreRefusedWithTheCure)
{
    TensorFile file;
    file.tensors = {makeTensor<std::int64_t>("x", {2, 1, 1}, std::vector<std::int64_t>{1, 2})};
    writeTensorFile(path("whole.npz").toStdString(), file);
    opening.openFile(path("whole.npz"));
    finish();
    EXPECT_TRUE(message.contains(QStringLiteral("astype('float32')"))) << message.toStdString();
}

} // namespace gatescope
