// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/predict/predict_workspace.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace gatescope {

/// A document with the Predict workspace on it, and a folder for files.
class Predict : public ::testing::Test {
protected:
    Predict() { workspace.resize(1200, 760); }

    void openTask(const char *id, const std::map<std::string, double> &values = {{"rows", 300}})
    {
        document.opening().openGenerated(generateTask(id, values), QString::fromLatin1(id));
        Settings settings = document.settings();
        settings.network.hidden = 6;
        settings.network.layers = 1;
        document.setSettings(settings);
    }

    /// Shows the workspace and waits for its figures.
    void look()
    {
        workspace.show();
        ASSERT_TRUE(QTest::qWaitFor([this] { return !workspace.isBusy() && workspace.view().hasForecasts(); }, 20'000));
    }

    void trainOneEpoch()
    {
        document.training().stepEpoch();
        ASSERT_TRUE(QTest::qWaitFor(
            [this] { return document.training().snapshot()->epoch == 1 && !document.training().isTraining(); },
            20'000));
        ASSERT_TRUE(QTest::qWaitFor([this] { return !workspace.isBusy(); }, 20'000));
    }

    Network<float> network() const
    {
        const auto snapshot = document.training().snapshot();
        Network<float> made(snapshot->settings.network);
        std::ranges::copy(snapshot->parameters, made.parameters().begin());
        return made;
    }

    template <typename Widget>
    Widget *widget(const char *name)
    {
        auto *found = workspace.findChild<Widget *>(QString::fromLatin1(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }

    QStringList lines(const QString &name)
    {
        QFile file(folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return QString::fromUtf8(file.readAll()).split("\r\n", Qt::SkipEmptyParts);
    }

    QTemporaryDir folder;
    Document document{GATESCOPE_RESOURCES};
    PredictWorkspace workspace{document};
};

} // namespace gatescope
