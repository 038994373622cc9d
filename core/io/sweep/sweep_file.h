// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/sweep/sweep_row.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace gatescope {

/// What a sweep was made with, by the names of its options, so that its table is not mixed with another's.
using SweepIdentity = std::map<std::string, std::string>;

/// Settings and data options, without those that are swept, the seed and the threads; with what is given on top.
SweepIdentity sweepIdentity(const SweepPlan &plan, SweepIdentity more);

/// The table of a sweep as a CSV file:
///
///   <names of the
///   axes>,seed,best_validation_loss,best_epoch,parameters,skill.train,skill.validation[,skill.test],seconds
///
/// One row a run, sorted by values, then seed; empty where there is no number. The file is replaced whole with every
/// row, so that whoever looks finds a table; opened again, it goes on. A small file beside it (".S.csv.sweep") says
/// what its rows were made with.
class SweepFile {
public:
    /// Reads what is there already. @throws OptionError where that is another table, or was made with other options,
    /// naming them; DataError for a row that is none; IoError
    SweepFile(std::filesystem::path path, const SweepPlan &plan, bool withTest, SweepIdentity identity);

    const std::vector<SweepRow> &rows() const { return m_rows; }
    /// nullptr when that run is not there.
    const SweepRow *find(const SweepPoint &point) const;
    /// Whether rows are there of which nothing says what they were made with.
    bool isUnproven() const { return m_unproven; }
    /// Takes a row (over an old one of the same run) and writes all. @throws IoError; the file is then as it was
    void add(SweepRow row);

private:
    std::filesystem::path beside() const;
    void read();
    void checkIdentity();

    std::filesystem::path m_path;
    std::vector<std::string> m_header;
    std::size_t m_axes;
    bool m_withTest;
    SweepIdentity m_identity;
    std::vector<SweepRow> m_rows;
    bool m_unproven = false;
    bool m_identityWritten = false;
};

/// The header and the cells of rows, as the file holds them.
std::vector<std::string> sweepHeader(const std::vector<std::string> &axes, bool withTest);
std::vector<std::string> sweepCells(const SweepRow &row, bool withTest);

} // namespace gatescope
