// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The same training saved by the command line and by the window.
#include "app/cli/run_cli.h"
#include "core/io/model/moment_tensors.h"
#include "core/train/settings/settings_table.h"
#include "tests/ui/shell/files/session_fixture.h"

#include <QFile>

#include <sstream>

namespace gatescope {

class SameFile : public SessionTest {};

TEST_F(SameFile, HasTheSameBytesFromTheCommandLineAndFromTheWindow)
{
    writeWave(QStringLiteral("wave.csv"));
    const std::string data = path(QStringLiteral("wave.csv")).toStdString();
    const std::string model = path(QStringLiteral("cli.safetensors")).toStdString();
    std::ostringstream out, err;
    cli::Context context{out, err};
    ASSERT_EQ(cli::runCli({"train",   data, "--target", "wave", "--window",  "8", "--hidden", "3",  "--layers", "1",
                           "--batch", "16", "--epochs", "3",    "--threads", "1", "--film",   "32", "--out",    model},
                          context),
              0)
        << err.str();

    Document document(GATESCOPE_RESOURCES);
    open(document, QString::fromStdString(data));
    Settings settings = document.settings();
    settings.network.hidden = 3;
    settings.network.layers = 1;
    settings.training.batch = 16;
    settings.training.epochs = 3;
    settings.training.threads = 1;
    ASSERT_TRUE(document.setSettings(settings).empty());
    DataOptions options = document.dataOptions();
    options.window = 8;
    ASSERT_TRUE(document.setDataOptions(options).empty());
    document.training().start();
    ASSERT_TRUE(waitFor([&document] { return document.training().snapshot()->state == SessionState::Finished; }));
    settle(document);
    const QString saved = path(QStringLiteral("window.safetensors"));
    ASSERT_TRUE(document.file().save(saved));

    const ModelFile first = loadModel(model), second = loadModel(saved.toStdString());
    for (const SettingInfo &setting : settingsTable())
        EXPECT_EQ(settingText(setting, first.settings), settingText(setting, second.settings)) << setting.id;
    EXPECT_EQ(first.preparation->options, second.preparation->options);
    EXPECT_EQ(first.parameters, second.parameters);
    EXPECT_EQ(first.dataSource, second.dataSource);
    EXPECT_EQ(first.session, second.session);
    EXPECT_EQ(momentsOf(first).size(), momentsOf(second).size());
    EXPECT_GT(momentsOf(second).size(), 10U) << "its film goes with it";
    QFile one(QString::fromStdString(model)), other(saved);
    ASSERT_TRUE(one.open(QIODevice::ReadOnly) && other.open(QIODevice::ReadOnly));
    EXPECT_EQ(one.readAll(), other.readAll());
}

} // namespace gatescope
