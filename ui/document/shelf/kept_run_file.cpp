// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/shelf/kept_run_file.h"

#include "core/io/model/session_file.h"

#include <algorithm>
#include <filesystem>

namespace gatescope {

RunRecord recordOf(const KeptRun &kept)
{
    return {kept.run.name, kept.run.note, kept.title, kept.pinned, kept.metrics};
}

ModelFile modelOfKept(const KeptRun &kept, const std::string &savedAs)
{
    ModelFile model = sessionOf(kept.run);
    model.session->isAutosave = true; // a copy of the program's own: it is never saved over by a person
    model.session->savedAs = savedAs;
    model.session->run = recordOf(kept);
    return model;
}

KeptRun keptRunOf(const ModelFile &model)
{
    KeptRun kept;
    kept.run = runOf<float>(model);
    kept.preparation = std::make_shared<const Preparation>(*model.preparation);
    if (model.session->run) {
        kept.title = model.session->run->title;
        kept.pinned = model.session->run->pinned;
        kept.metrics = model.session->run->metrics;
    }
    if (kept.title.empty())
        kept.title = std::filesystem::path(model.dataSource).filename().string();
    for (const auto &[id, value] : recordedMetrics(kept.run))
        kept.metrics.emplace(id, value);
    const auto windows = static_cast<std::int64_t>(kept.run.state->progress.permutation.size());
    const std::int64_t batch = std::max<std::int64_t>(1, kept.run.settings.training.batch);
    kept.batchesPerEpoch = std::max<std::int64_t>(1, (windows + batch - 1) / batch);
    return kept;
}

} // namespace gatescope
