// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/sweep/sweep_row.h"
#include "ui/widgets/plot/plot.h"

#include <string>
#include <vector>

class QCPErrorBars;
class QCPItemText;

namespace gatescope {

class SweepJob;

/// A sweep's runs over the values of its first setting: a ring for each run, a disc with bars for mean and spread over
/// the seeds, a colour for each value of the second setting, and the best baseline as a line.
class SweepPlot : public Plot {
    Q_OBJECT

public:
    explicit SweepPlot(const SweepJob &job, QWidget *parent = nullptr);

    void draw();

private:
    /// What is drawn, and where: worked out of the rows anew each time.
    struct Drawn;

    void drawGroups(const Drawn &drawn);
    void drawBaseline(Drawn &drawn);
    QString hoverTextAt(double x) const;
    std::vector<std::string> firstValues() const;

    const SweepJob &m_job;
    std::vector<QCPErrorBars *> m_bars;
    QCPItemText *m_baseline = nullptr;
};

} // namespace gatescope
