// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/data/data_workspace.h"
#include "ui/document/document.h"
#include "ui/document/shared/preferences.h"
#include "ui/document/shared/selection.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace gatescope {

/// A document with the Data workspace on it, and a folder for files.
class DataFixture : public ::testing::Test {
protected:
    DataFixture() : preferences(folder.filePath("settings.ini")), workspace(document, selection, preferences)
    {
        workspace.resize(1100, 760);
        QObject::connect(&document.training(), &LiveTraining::sessionReset, &selection, [this] {
            const auto data = document.data();
            selection.setLimits(data ? Cursor{data->train.size() + data->validation.size(), 1, data->train.steps(), 1}
                                     : Cursor{0, 0, 0, 0});
        });
    }

    QString write(const QString &name, const QByteArray &text)
    {
        const QString path = folder.filePath(name);
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        EXPECT_EQ(file.write(text), text.size());
        return path;
    }

    /// Reads a file to its end.
    void open(const QString &path, const CsvOptions &options = {})
    {
        document.opening().openFile(path, options);
        EXPECT_TRUE(waitForFile());
    }

    bool waitForFile()
    {
        return QTest::qWaitFor([this] { return !document.opening().isBusy(); }, 20'000);
    }

    void openSine(int rows = 400)
    {
        document.opening().openGenerated(generateTask("sine-mix", {{"rows", rows}}), "Sine mix");
    }

    /// A widget of the workspace by its object name.
    template <typename Widget>
    Widget *widget(const char *name)
    {
        auto *found = workspace.findChild<Widget *>(QString::fromLatin1(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }

    QTemporaryDir folder;
    Document document{GATESCOPE_RESOURCES};
    Selection selection;
    Preferences preferences;
    DataWorkspace workspace;
};

} // namespace gatescope
