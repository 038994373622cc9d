// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/sweep/sweep_job.h"
#include "ui/widgets/exported_card.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace gatescope {

class SweepPlot;
class SweepTable;

/// One or two settings over values and seeds: the form, the progress, every run as a point with mean and spread beside
/// the best baseline, and the runs by their validation loss. A point is a run of the shelf and opens.
class SweepCard final : public ExportedCard {
    Q_OBJECT

public:
    explicit SweepCard(RunShelf &shelf, QWidget *parent = nullptr);

    SweepJob &job() { return *m_job; }
    /// Starts what the form says. @return problems, each with its field; empty when it runs
    std::vector<Problem> start(const Settings &settings, const OpenData &open);

    /// Why none can begin, as a sentence; empty: one can.
    void setObstacle(const QString &why);

    QString exportCaption() const override { return header().caption(); }
    void paintContent(QCPPainter &painter, const QSize &size) override;
    QString csv() const override;

Q_SIGNALS:
    void startWanted();
    void showWanted(std::uint64_t id);

private:
    QWidget *buildForm();
    void follow();
    void tellState();

    SweepJob *m_job;
    QComboBox *m_setting[2];
    QLineEdit *m_values[2];
    QString m_obstacle;
    QSpinBox *m_seeds;
    QPushButton *m_start;
    QPushButton *m_pause;
    QPushButton *m_cancel;
    QProgressBar *m_progress;
    QLabel *m_words;
    SweepPlot *m_plot;
    SweepTable *m_table;
    std::size_t m_shown = 0;
};

} // namespace gatescope
