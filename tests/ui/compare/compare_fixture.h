// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/window_fixture.h"
#include "ui/compare/compare_workspace.h"
#include "ui/compare/runs/compared_runs.h"
#include "ui/widgets/heatmap/heatmap.h"

#include <QComboBox>

namespace gatescope {

/// The window, with a shelf of runs that it has trained.
class Compare : public WindowTest {
protected:
    std::filesystem::path runs() const { return folder.filePath(QStringLiteral("runs")).toStdString(); }

    void train(std::int64_t hidden, int epochs = 1)
    {
        Settings settings = document->settings();
        settings.network.hidden = hidden;
        ASSERT_TRUE(document->setSettings(settings).empty());
        if (document->settingsWaitForReset())
            document->resetToSameWeights();
        for (int i = 0; i < epochs; ++i) {
            document->training().stepEpoch();
            ASSERT_TRUE(settle());
        }
    }

    const std::vector<KeptRun> &kept() const { return document->shelf().shelf().runs(); }

    QComboBox *box(const QString &accessibleName) const
    {
        for (QComboBox *each : workspace().findChildren<QComboBox *>()) {
            if (each->accessibleName() == accessibleName)
                return each;
        }
        return nullptr;
    }

    Heatmap *heatmapNamed(const QString &accessibleName) const
    {
        for (Heatmap *each : workspace().findChildren<Heatmap *>()) {
            if (each->accessibleName() == accessibleName)
                return each;
        }
        return nullptr;
    }

    /// Notes which data a model asks for.
    void connectNeed(QString &asked) const
    {
        QObject::disconnect(&document->opening(), &Opening::modelNeedsData, &window->files(), nullptr); // a file dialog
        QObject::connect(&document->opening(), &Opening::modelNeedsData, document.get(),
                         [&asked](const QString &, const QString &data) { asked = data; });
    }

    CompareWorkspace &workspace() const
    {
        CompareWorkspace *found = window->findChild<CompareWorkspace *>();
        return *found;
    }
};

} // namespace gatescope
