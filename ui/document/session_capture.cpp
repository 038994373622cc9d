// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/session_capture.h"

#include "core/io/model/data_json.h"
#include "core/io/model/history_tensors.h"
#include "core/io/model/training_state.h"
#include "ui/document/data_sources.h"

#include <algorithm>

namespace gatescope {

namespace {

/// What of a block was recorded up to the moment of the state.
HistoryBlock upTo(const TrainerState<float> &state, HistoryBlock block)
{
    std::erase_if(block.batches, [&state](const BatchRecord &batch) { return batch.step > state.progress.step; });
    std::erase_if(block.epochs, [&state](const EpochRecord &epoch) { return epoch.epoch > state.progress.epoch; });
    return block;
}

} // namespace

ModelFile modelOf(const Document &document, const TrainerState<float> &state, ModelWeights weights)
{
    if (weights == ModelWeights::Best && state.bestParameters.empty())
        throw DataError("There are no best weights yet; train for an epoch first");
    const std::vector<float> &parameters = weights == ModelWeights::Best ? state.bestParameters : state.parameters;
    ModelFile model;
    model.settings = document.snapshot()->settings;
    model.parameters.assign(parameters.begin(), parameters.end());
    model.preparation = static_cast<const Preparation &>(*document.data());
    model.csv = document.source()->csvOptions;
    if (!document.source()->file.isEmpty()) {
        model.csvRecognised = csvOptionsOf(document.recognition());
        model.csvColumns = document.recognition().columns;
    }
    model.dataSource = nameOf(*document.source());
    model.step = state.progress.step;
    model.epoch = weights == ModelWeights::Best ? state.progress.bestEpoch : state.progress.epoch;
    model.history = document.history().epochs();
    return model;
}

SessionCapture::SessionCapture(Document &document)
    : m_document(document), m_history(document.history()), m_state(document.session()->requestTrainerState())
{
    connect(&document, &Document::historyAppended, this,
            [this](const HistoryBlock &block) { m_later.push_back(block); });
    connect(&document, &Document::sessionReset, this, [this] { m_stale = true; });
}

bool SessionCapture::isReady() const
{
    return m_state.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

std::pair<TrainerState<float>, History> SessionCapture::takeTraining()
{
    TrainerState<float> state = m_state.get();
    m_document.drain(); // what was recorded before the state, and is not drained yet
    for (HistoryBlock &block : m_later)
        m_history.append(upTo(state, std::move(block)));
    return {std::move(state), std::move(m_history)};
}

ModelFile SessionCapture::take()
{
    auto [state, history] = takeTraining();
    state.batchHistory = batchRecords(history, std::max<std::int64_t>(1, m_document.snapshot()->batchesPerEpoch));
    state.epochHistory = history.epochs();
    ModelFile model = modelOf(m_document, state, ModelWeights::Current);
    model.history = history.epochs();
    if (m_document.settingsWaitForReset())
        model.waiting = m_document.settings();
    storeTrainingState(model, state);
    storeHistory(model, history);
    model.session = SessionRecord{m_document.source()->reference, m_document.view(), false,
                                  m_document.suggestedPath().toStdString()};
    return model;
}

} // namespace gatescope
