// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The program itself, killed while it trains.
#include "core/io/model/model_file.h"
#include "core/io/model/training_state.h"
#include "core/math/random.h"
#include "tests/ui/shell/files/session_fixture.h"
#include "ui/document/saving/autosave_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <sys/stat.h>

namespace gatescope {

class KilledProgram : public SessionTest {
protected:
    QString state() const { return path("state"); }
    QString autosaves() const { return state() + "/autosave"; }
    QString runs() const { return state() + "/runs"; }
    QStringList entries(const QString &pattern) const
    {
        return QDir(autosaves()).entryList({pattern}, QDir::Files | QDir::Hidden);
    }

    /// Starts the program training from a session, keeping it every 20 ms, and kills it after the first autosave and
    /// so many milliseconds more.
    void trainAndKill(const QString &session, int milliseconds) const
    {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("QT_QPA_PLATFORM", "offscreen");
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        const qsizetype before = entries("*.safetensors").size();
        program.start(GATESCOPE_PROGRAM, {"--run", "--state-folder", state(), "--autosave-seconds", "0.02", session});
        ASSERT_TRUE(program.waitForStarted());
        ASSERT_TRUE(waitFor([&] { return entries("*.safetensors").size() > before; }));
        QTest::qWait(milliseconds);
        ASSERT_EQ(program.state(), QProcess::Running);
        program.kill(); // SIGKILL
        ASSERT_TRUE(program.waitForFinished());
        ASSERT_EQ(program.exitStatus(), QProcess::CrashExit);
    }

    /// Whether a process has begun to catch a signal: before, it ends the process at once.
    static bool catches(qint64 process, int signal)
    {
        QFile status(QStringLiteral("/proc/%1/status").arg(process));
        if (!status.open(QIODevice::ReadOnly))
            return false;
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("SigCgt:"))
                return (line.mid(8).trimmed().toULongLong(nullptr, 16) >> (signal - 1)) & 1U;
        }
        return false;
    }

    QByteArray content(const QString &file) const
    {
        QFile in(file);
        EXPECT_TRUE(in.open(QIODevice::ReadOnly));
        return in.readAll();
    }
};

TEST_F(KilledProgram, LosesNothingButTheLastIntervalWheneverItHappens)
{
    const QString session = path("session.safetensors");
    {
        Document document(GATESCOPE_RESOURCES);
        openWave(document);
        Settings settings = document.settings();
        settings.network.hidden = 64; // files of half a megabyte: some are caught in mid-write
        settings.training.epochs = 100'000;
        ASSERT_TRUE(document.setSettings(settings).empty());
        document.newTraining(ResetWeights::Same);
        trainBatches(document, 3);
        ASSERT_TRUE(document.file().save(session));
    }
    const QByteArray earlier = content(session);
    const QByteArray data = content(path("wave.csv"));
    Random random(4);
    for (int round = 0; round < 8; ++round) {
        ASSERT_NO_FATAL_FAILURE(trainAndKill(session, static_cast<int>(random.below(150))));
        EXPECT_EQ(content(session), earlier);
        EXPECT_EQ(content(path("wave.csv")), data);
        EXPECT_LE(entries(".gatescope-*").size(), 1);
        auto orphans = AutosaveFile::orphans(autosaves().toStdString());
        ASSERT_EQ(orphans.size(), 1U);
        EXPECT_EQ(entries(".gatescope-*").size(), 0); // the next start removes the stray
        const ModelFile model = loadModel(orphans[0]->path());
        const auto state = trainingState<float>(model);
        ASSERT_TRUE(state);
        EXPECT_GT(state->progress.step, 3);

        // It opens as any session, and trains on from where it stood.
        Document document(GATESCOPE_RESOURCES);
        open(document, QString::fromStdString(orphans[0]->path().string()));
        ASSERT_NE(document.training().snapshot(), nullptr);
        EXPECT_EQ(document.training().snapshot()->parameters, model.parametersAs<float>());
        EXPECT_EQ(document.training().history().batches(), state->progress.step);
        EXPECT_EQ(document.file().suggestedPath(), session);
        trainBatches(document, 1);
        EXPECT_EQ(document.training().snapshot()->step, state->progress.step + 1);
        orphans[0]->remove();
    }
}

TEST_F(KilledProgram, KeepsTheTrainingWhenItIsEndedFromOutside)
{
    const QString session = path("session.safetensors");
    {
        Document document(GATESCOPE_RESOURCES);
        openWave(document);
        Settings settings = document.settings();
        settings.training.epochs = 100'000;
        ASSERT_TRUE(document.setSettings(settings).empty());
        document.newTraining(ResetWeights::Same);
        trainBatches(document, 3);
        ASSERT_TRUE(document.file().save(session));
    }
    for (const int number : {SIGTERM, SIGINT, SIGHUP}) {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("QT_QPA_PLATFORM", "offscreen");
        program.setProcessEnvironment(environment);
        // Autosaves are off: what is kept is kept for the end alone.
        program.start(GATESCOPE_PROGRAM, {"--run", "--state-folder", state(), "--autosave-seconds", "0", session});
        ASSERT_TRUE(program.waitForStarted());
        ASSERT_TRUE(waitFor([&] { return catches(program.processId(), number); }));
        QTest::qWait(2500); // it trains: nothing outside shows that
        ASSERT_EQ(program.state(), QProcess::Running);
        ASSERT_EQ(entries("*.safetensors").size(), 0);
        ASSERT_EQ(::kill(static_cast<pid_t>(program.processId()), number), 0);
        ASSERT_TRUE(program.waitForFinished());
        EXPECT_EQ(program.exitStatus(), QProcess::NormalExit);
        EXPECT_EQ(program.exitCode(), 128 + number);
        auto orphans = AutosaveFile::orphans(autosaves().toStdString());
        ASSERT_EQ(orphans.size(), 1U);
        const QFileInfo kept(QString::fromStdString(orphans[0]->path().string()));
        EXPECT_EQ(kept.permissions() & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
        const auto state = trainingState<float>(loadModel(orphans[0]->path()));
        ASSERT_TRUE(state);
        EXPECT_GT(state->progress.step, 3);
        orphans[0]->remove();
    }
}

TEST_F(KilledProgram, StartsWhateverLiesInPlaceOfItsOwnFiles)
{
    QDir().mkpath(autosaves());
    const auto start = [this] {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("QT_QPA_PLATFORM", "offscreen");
        program.setProcessEnvironment(environment);
        program.start(GATESCOPE_PROGRAM, {"--state-folder", state()});
        EXPECT_TRUE(program.waitForStarted());
        EXPECT_TRUE(waitFor([&] { return catches(program.processId(), SIGTERM); }));
        QTest::qWait(500);
        ::kill(static_cast<pid_t>(program.processId()), SIGTERM);
        // A start that hangs in opening a pipe never comes to its event loop.
        EXPECT_TRUE(program.waitForFinished(20'000));
        EXPECT_EQ(program.exitCode(), 128 + SIGTERM);
        program.kill();
        program.waitForFinished();
    };
    const QByteArray settings = (state() + "/gatescope.ini").toUtf8();
    ASSERT_EQ(::mkfifo(settings.constData(), 0600), 0);
    start();
    QFile::remove(QString::fromUtf8(settings));
    ASSERT_TRUE(QFile::link("/dev/zero", QString::fromUtf8(settings)));
    start();
    QFile::remove(QString::fromUtf8(settings));
    ASSERT_EQ(::mkfifo((settings + ".lock").constData(), 0600), 0);
    const QString autosave = autosaves() + "/20260101-000000-1-00000000.autosave.safetensors";
    QFile(autosave).open(QIODevice::WriteOnly);
    ASSERT_EQ(::mkfifo((autosave + ".lock").toUtf8().constData(), 0600), 0);
    start();
    QFile::remove(autosave + ".lock");
    ASSERT_EQ(::mkfifo((autosave + ".tries").toUtf8().constData(), 0600), 0);
    start();
}

} // namespace gatescope
