// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/runs/compared_runs.h"
#include "ui/widgets/exported_card.h"

class QCheckBox;
class QLabel;
class QStandardItemModel;

namespace gatescope {

class NamedTable;

/// Settings, data options and metrics of the compared runs: a row each, a run a column. Only the differences, unless
/// all is asked for; a press on a row's name sorts the runs by it.
class DifferenceCard final : public ExportedCard {
    Q_OBJECT

public:
    explicit DifferenceCard(ComparedRuns &compared, QWidget *parent = nullptr);

    QString exportCaption() const override { return header().caption(); }
    void paintContent(QCPPainter &painter, const QSize &size) override;
    QString csv() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Row {
        std::string id;
        QString title, tip;
        std::vector<QString> texts; ///< one a run
        std::vector<std::optional<double>> values;
        bool differs = false;
        bool isMetric = false;
        int best = -1; ///< which run is the best by it; −1: none, or they cannot be compared by it
    };

    void fill();
    std::vector<ComparedRun> sortedRuns() const;
    std::vector<Row> rows(const std::vector<ComparedRun> &runs) const;
    std::vector<Row> factRows(const std::vector<ComparedRun> &runs) const;
    std::vector<Row> metricRows(const std::vector<ComparedRun> &runs) const;
    void showRows();
    void nameColumns();
    void sortBy(int row);

    ComparedRuns &m_compared;
    QStandardItemModel *m_model;
    NamedTable *m_table;
    QLabel *m_empty; ///< what stands there without runs
    QCheckBox *m_onlyDifferences;
    QCheckBox *m_withTest;
    std::vector<ComparedRun> m_runs; ///< as shown
    std::vector<Row> m_rows;
    std::string m_sortedBy; ///< id; empty: by letter
    bool m_rising = true;
};

} // namespace gatescope
