// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace gatescope {

/// Documents without a window, on a wave of which an epoch takes milliseconds.
class SessionTest : public ::testing::Test {
protected:
    QString path(const QString &name) const { return folder.filePath(name); }
    /// @param scale  of the wave: another one gives other numbers
    void writeWave(const QString &name, int rows = 160, double scale = 1.0) const;
    /// Opens a file and waits for its end, or until something is asked.
    static void open(Document &document, const QString &file);
    /// A wave with a small network whose training uses all that a state holds: dropout, moments, a schedule.
    void openWave(Document &document, const QString &name = QStringLiteral("wave.csv")) const;
    static void trainBatches(Document &document, int batches);
    /// Waits until the training stands still, with all of its history drained.
    static void settle(Document &document);
    static bool waitFor(const std::function<bool()> &condition);

    QTemporaryDir folder;
};

} // namespace gatescope
