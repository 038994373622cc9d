// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/runs/compared_runs.h"
#include "ui/document/page_job.h"
#include "ui/document/shared/workspace.h"

class QSplitter;
class QStackedWidget;

namespace gatescope {

class CurvesCard;
class DifferenceCard;
class PairCard;
class RunsPane;
class SegmentBar;
class ShelfCard;
class SweepCard;
class TurningSplitter;

/// The shelf of runs; the chosen ones beside each other: curves, settings and metrics, two on one sequence; and sweeps,
/// which put runs there.
class CompareWorkspace final : public Workspace {
    Q_OBJECT

public:
    CompareWorkspace(Document &document, Selection &selection, QWidget *parent);

    std::vector<ViewExport *> exports() override;
    bool isSettled() const override;
    void saveLayout(QSettings &settings) const override;
    void restoreLayout(const QSettings &settings) override;
    void resetLayout() override;
    void setGuided(bool guided) override;
    void keepView(SessionView &view) const override;
    void showView(const SessionView &view) override;
    ComparedRuns &compared() { return *m_compared; }
    SweepCard &sweep() { return *m_sweep; }
    /// A page on the compared runs, .html or .pdf; made in the background, a message says when it is there.
    void reportTo(const QString &path);
    bool isReporting() const { return m_reporting.isRunning(); }

protected:
    void showEvent(QShowEvent *event) override;

private:
    /// What was trained since is on the shelf too, once it rests.
    void keepResting();
    void startSweep();
    void offerSweep();
    void report();
    QWidget *buildRunsPage();
    void showPage(int page);

    Document &m_document;
    ComparedRuns *m_compared;
    ShelfCard *m_shelf;
    CurvesCard *m_curves;
    DifferenceCard *m_differences;
    PairCard *m_pair;
    SweepCard *m_sweep;
    SegmentBar *m_pages;
    QStackedWidget *m_stack;
    TurningSplitter *m_columns;
    QSplitter *m_rows;
    TurningSplitter *m_below;
    RunsPane *m_runsPane = nullptr;
    PageJob m_reporting;
};

} // namespace gatescope
