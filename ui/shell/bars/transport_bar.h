// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/snapshot.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QAction;
class QBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QSlider;

namespace gatescope {

class Document;
class Metric;
class RunActions;

/// The bar above every workspace: run, steps, speed, and where the training stands. What is narrow loses its words
/// first, then the least important figures.
class TransportBar : public QWidget {
    Q_OBJECT

public:
    TransportBar(Document &document, RunActions &actions, QWidget *parent = nullptr);

    int speed() const;
    void setSpeed(int speed);
    /// The speed nearest to so many batches a second; 1,000 and more is full speed.
    void setBatchesPerSecond(double batches);
    double batchesPerSecond() const; ///< 1,000 at full speed
    /// Seconds to wait between two batches at a speed: 1 s at 0, none at Preferences::kFullSpeed.
    static double delayAt(int speed);

Q_SIGNALS:
    void speedChanged(int speed);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QPushButton *addButton(QAction *action);
    Metric *addMetric(const QString &caption, const QString &widest, const QString &tip);
    void updateButton(QPushButton &button, const QAction &action) const;
    void showSnapshot(const std::shared_ptr<const Snapshot> &snapshot);
    void showSkill();
    void showTextSkill(std::optional<double> skill);
    void addMetrics();
    void applyFonts();
    void fit();
    void chooseParts();

    Document &m_document;
    std::vector<std::pair<QPushButton *, QAction *>> m_buttons;
    std::vector<Metric *> m_metrics; ///< most important first
    QBoxLayout *m_layout;
    QWidget *m_speedBox;
    QLabel *m_speedCaption;
    QSlider *m_speed;
    Metric *m_epoch, *m_batch, *m_loss, *m_validation, *m_skill, *m_rate, *m_left;
    QProgressBar *m_progress;
    bool m_words = true;
    bool m_mainWord = true; ///< of the first button, which keeps it longest
};

} // namespace gatescope
