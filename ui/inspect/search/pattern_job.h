// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/question/pattern_search.h"
#include "ui/inspect/shown/sequence_place.h"

#include <QObject>
#include <QTimer>

#include <future>
#include <memory>
#include <stop_token>

namespace gatescope {

/// A search through one part of the data, on a thread of its own; a new one ends the one before.
class PatternJob : public QObject {
    Q_OBJECT

public:
    explicit PatternJob(QObject *parent = nullptr);
    ~PatternJob() override;

    void start(const NetworkOptions &options, std::vector<float> parameters,
               std::shared_ptr<const PreparedData<float>> data, DataPart part, Index layer, UnitPattern pattern);
    void stop();
    bool isRunning() const { return m_found.valid(); }

Q_SIGNALS:
    /// Ended by itself; the message is why it failed, or empty.
    void ended(const std::vector<gatescope::PatternMatch> &matches, const QString &problem);

private:
    void look();

    std::stop_source m_stop;
    std::future<std::vector<PatternMatch>> m_found;
    QTimer m_timer;
};

} // namespace gatescope
