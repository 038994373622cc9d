// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace gatescope {

class StillText;

/// The weight pointed at: its value, to be set by hand as a what-if, and what that does. A trial is kept or taken back.
class WeightBar : public QWidget {
    Q_OBJECT

public:
    explicit WeightBar(QWidget *parent = nullptr);

    /// @param name  of the weight; empty: there is none, and nothing can be set
    void showWeight(const QString &name, double value);
    /// @param answer  what the trial does; empty: there is none @param hindrance  why it cannot be kept; empty: it can
    void showTrial(const QString &answer, const QString &hindrance);

    QDoubleSpinBox &value() { return *m_value; }
    QPushButton &keepButton() { return *m_keep; }
    QPushButton &takeBackButton() { return *m_takeBack; }
    QString answer() const;

Q_SIGNALS:
    void valueChosen(double value);
    void keepWanted();
    void takeBackWanted();

private:
    StillText *m_name;
    QDoubleSpinBox *m_value;
    QPushButton *m_keep;
    QPushButton *m_takeBack;
    QLabel *m_answer;
    QString m_shown; ///< the weight's name
};

} // namespace gatescope
