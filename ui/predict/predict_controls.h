// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/predict/forecast/forecast_result.h"

#include <QJsonObject>
#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QPushButton;
class QSpinBox;

namespace gatescope {

class StillText;

class Actions;

/// The line over the views of Predict: which weights, which output, the free run, other data, and saving.
class PredictControls : public QWidget {
    Q_OBJECT

public:
    explicit PredictControls(QWidget *parent = nullptr);

    WeightsChoice weights() const;
    /// @param bestEpoch  0: there are no best weights yet
    void setWeights(std::int64_t currentEpoch, std::int64_t bestEpoch);
    Index output() const;
    void setOutputs(const QStringList &outputs);

    bool freeRunWanted() const;
    Index freeStart() const;
    Index freeSteps() const;
    /// Limits of the start; keeps what is chosen where it can.
    void setFreeRun(bool possible, Index least, Index most, Index start, Index steps);
    void setFreeStart(Index row);
    /// Its length can be set by a link.
    void bindPlaces(Actions &actions);
    /// Why a free run cannot be shown; empty: it can.
    void setFreeProblem(const QString &problem);

    /// Whether the rows after the last known one are drawn.
    bool futureWanted() const;
    /// The level of the interval that is drawn; nothing: none is.
    std::optional<double> intervalLevel() const;
    /// Why there can be no interval; empty: there can.
    void setIntervalProblem(const QString &problem);

    /// What is chosen, for a session's file; and choosing it again, as far as it is offered.
    QJsonObject state() const;
    void choose(const QJsonObject &state);

    /// The name of the other file whose rows are predicted; empty: the open data.
    void setOtherFile(const QString &name);
    void setBusy(bool busy);
    void setAnything(bool anything);

Q_SIGNALS:
    void weightsChosen();
    void outputChosen();
    void freeRunChanged();
    void futureChanged();
    void intervalChosen();
    void otherFileWanted();
    void openDataWanted();
    void saveWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QPushButton *addButton(const QString &icon, const QString &title, const QString &tip);
    void setUpFields();
    void showState();
    void fit();
    void setBrief(bool brief);
    void showWeights();

    QComboBox *m_weights, *m_output, *m_interval;
    QCheckBox *m_free, *m_future;
    QSpinBox *m_start, *m_steps;
    QHBoxLayout *m_buttons;
    QPushButton *m_other, *m_back, *m_save;
    StillText *m_state;
    std::int64_t m_currentEpoch = 0, m_bestEpoch = 0;
    bool m_isBrief = false; ///< words give way to numbers
    bool m_isBusy = false;
    QString m_problem;
};

} // namespace gatescope
