// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sources/generated_tasks.h"
#include "ui/document/document.h"
#include "ui/document/moment/shown_moment.h"
#include "ui/document/shared/selection.h"
#include "ui/inspect/cell/cell_card.h"
#include "ui/inspect/inspect_workspace.h"
#include "ui/inspect/shown/inspect_view.h"
#include "ui/inspect/shown/inspection.h"

#include <QTest>

#include <gtest/gtest.h>

namespace gatescope {

/// A workspace over a small network on a generated series, as the main window would bind them.
class InspectBench {
public:
    /// @param layers 0: nothing is opened at all
    explicit InspectBench(Index layers = 2, Formulation formulation = Formulation::ResetAfter)
        : document(GATESCOPE_RESOURCES), moment(document.training()), workspace(document, moment, selection)
    {
        if (layers > 0)
            open(layers, formulation);
        workspace.resize(1400, 900);
        workspace.show();
    }

    void open(Index layers, Formulation formulation)
    {
        GeneratedData made = generateTask("sine-mix", {}, 1);
        made.options.window = 20;
        document.opening().openGenerated(made, "sine mix");
        Settings settings = document.settings();
        settings.network.hidden = 6;
        settings.network.layers = layers;
        settings.network.formulation = formulation;
        EXPECT_TRUE(document.setSettings(settings).empty());
        const PreparedData<float> &data = *document.data();
        selection.setLimits({data.train.size() + data.validation.size() + data.test.size(), layers, 20, 6});
    }

    /// Trains some batches one by one, so that each becomes a moment.
    void trainBatches(int batches)
    {
        for (int batch = 0; batch < batches; ++batch) {
            const std::int64_t before = document.training().snapshot()->step;
            document.training().stepBatch();
            EXPECT_TRUE(QTest::qWaitFor([&] { return document.training().snapshot()->step > before; }));
        }
    }

    Inspection &inspection() { return workspace.inspection(); }
    const Trace<float> &run() { return inspection().run(); }
    /// What stands on screen for a symbol of the shown cell view.
    QString shownValue(const QString &name)
    {
        InspectView &view = workspace.cell().view();
        view.grab();
        const Spot *spot = view.spot(name);
        return spot ? spot->value : QString();
    }

    Document document;
    Selection selection;
    ShownMoment moment;
    InspectWorkspace workspace;
};

} // namespace gatescope
