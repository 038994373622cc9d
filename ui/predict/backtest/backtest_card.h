// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/predict/backtest/backtest_runner.h"
#include "ui/widgets/exported_card.h"

class QCheckBox;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QStandardItemModel;

namespace gatescope {

class NamedTable;
class QuietLabel;

/// A backtest: origins that roll over the test part, at each of which the network is trained on what lies before it
/// alone; network and naive forecasts side by side.
class BacktestCard final : public ExportedCard {
    Q_OBJECT

public:
    explicit BacktestCard(QWidget *parent = nullptr);

    /// What it would run on; one without a source: there is nothing, and the sentence says why.
    void setInput(const BacktestRequest &input, const QString &problem);
    bool isRunning() const { return m_runner.isRunning(); }
    const BacktestRunner &runner() const { return m_runner; }
    const QStandardItemModel &table() const { return *m_model; }

    QString exportCaption() const override;
    void paintContent(QCPPainter &painter, const QSize &size) override;
    QString csv() const override;

private:
    void build();
    void press();
    void showState();
    void showEnd(const QString &problem);
    void fill();
    void addRow(const QString &title, const std::vector<QString> &cells, int best);
    std::vector<const BaselineInfo *> baselines() const;
    QString timeText(const BacktestOrigin &origin) const;
    QString originText(const BacktestOrigin &origin) const;

    BacktestRunner m_runner;
    BacktestRequest m_input;
    QString m_problem;
    QSpinBox *m_origins;
    QCheckBox *m_refit;
    QPushButton *m_run;
    QProgressBar *m_progress;
    QuietLabel *m_state;
    QStandardItemModel *m_model;
    NamedTable *m_table;
};

} // namespace gatescope
