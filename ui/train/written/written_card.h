// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepared_data.h"
#include "core/session/snapshot.h"
#include "ui/document/shared/background_job.h"
#include "ui/widgets/card.h"

#include <deque>
#include <optional>

class QDoubleSpinBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace gatescope {

class ProblemLabel;
class ShownMoment;

/// What a network of characters writes, after every epoch, at a temperature: newest first. Hidden for other data. The
/// network of a snapshot writes on a thread of its own; training never waits for it.
class WrittenCard : public Card {
    Q_OBJECT

public:
    explicit WrittenCard(ShownMoment &moment, QWidget *parent = nullptr);

    /// One sample on screen.
    struct Sample {
        QString place; ///< "epoch 3": which weights wrote it
        std::string start, text;
        double temperature = 1.0;
        std::uint64_t seed = 0;
    };
    const std::deque<Sample> &samples() const { return m_samples; }
    double temperature() const;
    /// Writes anew where it changes.
    void setTemperature(double temperature);
    bool isWriting() const { return m_job.isRunning(); }
    /// Lets the shown moment's weights write anew.
    void write();
    /// Goes on with the newest sample.
    void writeMore();

private:
    struct Wanted {
        std::shared_ptr<const Snapshot> snapshot;
        std::shared_ptr<const PreparedData<float>> prepared; ///< the text that its network learns
        QString place;
        bool more = false; ///< goes on with the newest sample
    };

    void makeTools();
    void follow();
    void forget();
    void ask(const std::shared_ptr<const Snapshot> &snapshot, bool more);
    void begin(Wanted wanted);
    void take(Sample sample, bool more);
    void showSamples();

    ShownMoment &m_moment;
    QLineEdit *m_start;
    QDoubleSpinBox *m_temperature;
    QPushButton *m_write, *m_more;
    ProblemLabel *m_problem;
    QPlainTextEdit *m_paper;
    BackgroundJob m_job;
    std::optional<Wanted> m_next; ///< asked for while another sample was written
    std::deque<Sample> m_samples; ///< newest first
    std::int64_t m_generation = -1, m_epoch = 0;
};

} // namespace gatescope
