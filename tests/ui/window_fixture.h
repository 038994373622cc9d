// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/document/shared/preferences.h"
#include "ui/document/shared/selection.h"
#include "ui/look/theme.h"
#include "ui/shell/files/file_actions.h"
#include "ui/shell/window/main_window.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <gtest/gtest.h>

namespace gatescope {

/// The whole program without a display: document, selection, window, preferences in a folder of their own.
class WindowTest : public ::testing::Test {
protected:
    WindowTest();
    ~WindowTest() override;

    /// Closes the window and starts the program again with the same preferences.
    void restart();
    /// Starts the program again without the earlier window having written anything.
    void restartUnsaved();
    void show(const QSize &size = {1200, 800});
    /// Opens a small sine series, so that epochs take milliseconds.
    void openSmallSeries();
    /// Writes a text file and returns its path.
    QString file(const QString &name, const QByteArray &content) const;

    /// Runs the event loop until the condition holds; false after 30 s.
    static bool waitFor(const std::function<bool()> &condition);
    /// Runs the event loop until the training has answered all that was asked of it.
    bool settle();
    SessionState state() const { return document->training().snapshot()->state; }

    template <typename T>
    T *child(const char *name) const
    {
        return window->findChild<T *>(QString::fromLatin1(name));
    }

    QTemporaryDir folder;
    Theme theme;
    std::unique_ptr<Preferences> preferences;
    std::unique_ptr<Document> document;
    std::unique_ptr<Selection> selection;
    std::unique_ptr<MainWindow> window;

private:
    void start();
};

} // namespace gatescope
