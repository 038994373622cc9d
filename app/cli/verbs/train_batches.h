// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/files/csv_writer.h"
#include "core/train/trainer.h"

#include <optional>
#include <string>
#include <vector>

namespace gatescope::cli {

/// The batches since the beginning, thinned as they come: 10,000 to 20,000 of them at equal distances and the last one,
/// however long it trains. They are there to be plotted.
class ThinnedBatches {
public:
    explicit ThinnedBatches(std::vector<BatchRecord> past) : m_kept(std::move(past)) { thin(); }

    void add(const BatchRecord &record)
    {
        m_last = record;
        if (++m_seen % m_stride == 0)
            m_kept.push_back(record);
        thin();
    }

    std::vector<BatchRecord> records() const
    {
        std::vector<BatchRecord> all = m_kept;
        if (m_last && (all.empty() || all.back().step != m_last->step))
            all.push_back(*m_last);
        return all;
    }

private:
    static constexpr std::size_t kMost = 20'000;

    void thin()
    {
        while (m_kept.size() > kMost) {
            for (std::size_t i = 0; 2 * i < m_kept.size(); ++i)
                m_kept[i] = m_kept[2 * i];
            m_kept.resize((m_kept.size() + 1) / 2);
            m_stride *= 2;
        }
    }

    std::vector<BatchRecord> m_kept;
    std::optional<BatchRecord> m_last;
    std::int64_t m_seen = 0, m_stride = 1;
};

/// --history: every batch goes to the file as it comes, none stays in memory; what is there appears when it is whole.
class BatchLog {
public:
    explicit BatchLog(const std::optional<std::string> &path)
    {
        if (!path)
            return;
        m_writer.emplace(*path);
        m_writer->row(std::vector<std::string>{"epoch", "batch", "loss", "gradient_norm"});
    }

    void add(const BatchRecord &batch)
    {
        if (m_writer)
            m_writer->row(std::vector<std::string>{std::to_string(batch.epoch), std::to_string(batch.batch),
                                                   csvNumber(batch.loss), csvNumber(batch.gradientNorm)});
    }

    void commit()
    {
        if (m_writer)
            m_writer->commit();
    }

private:
    std::optional<CsvWriter> m_writer;
};

} // namespace gatescope::cli
