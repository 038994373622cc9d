// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/files/csv_writer.h"
#include "core/train/trainer.h"

#include <optional>
#include <string>
#include <vector>

namespace gatescope::cli {

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
                                                   csvNumberText(batch.loss), csvNumberText(batch.gradientNorm)});
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
