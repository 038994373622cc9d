// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/model/model_file.h"
#include "ui/document/document.h"

#include <future>

namespace gatescope {

/// The open model as a file holds it, with the weights of a training state; without that state.
/// @throws DataError when there are no best weights yet
/// @pre document.session() and its data are there
ModelFile modelOf(const Document &document, const TrainerState<float> &state, ModelWeights weights);

/// One moment of the session on its way into a file. The training's state is asked for when this is made and comes
/// between two batches; nothing waits for it unless take() is called before isReady(). The history is cut where the
/// state was taken, however far the training has gone on since.
class SessionCapture : public QObject {
    Q_OBJECT

public:
    /// @pre document.session() and its data are there
    explicit SessionCapture(Document &document);

    bool isReady() const;
    /// Whether other data, a reset or an undo has replaced the training meanwhile: there is nothing to take then.
    bool isStale() const { return m_stale; }
    /// Model, preparation, full training state, history, data reference and view. Call once: this or takeTraining().
    /// @throws Error when the training has failed
    ModelFile take();
    /// The state alone, and the history up to it.
    std::pair<TrainerState<float>, History> takeTraining();

private:
    Document &m_document;
    History m_history; ///< as it was when the state was asked for
    std::vector<HistoryBlock> m_later;
    std::future<TrainerState<float>> m_state;
    bool m_stale = false;
};

} // namespace gatescope
