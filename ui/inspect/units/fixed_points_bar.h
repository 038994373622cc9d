// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/dynamics/flow_job.h"
#include "ui/inspect/shown/inspection.h"
#include "ui/inspect/shown/kept_results.h"
#include "ui/inspect/units/fixed_points_job.h"

#include <QWidget>

class QCheckBox;
class QComboBox;

namespace gatescope {

class PointsHistory;
class PointsList;
class PortraitView;
class QuietLabel;

/// Under which constant input the fixed points in the phase portrait are, what they say, the list of them, and how many
/// there were at every kept moment. They are looked for in the background, for the newest weights and input, and only
/// while they are asked for and on screen; what was found is kept, so that a film finds it there.
class FixedPointsBar : public QWidget {
    Q_OBJECT

public:
    FixedPointsBar(Inspection &inspection, PortraitView &view, QWidget *parent = nullptr);

    bool isSearching() const { return m_job.isRunning() || m_ahead.isRunning() || m_flow.isRunning(); }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum Input { Off, Zero, Mean, Cursor };

    void addControls();
    void follow();
    void cursorMoved();
    void search();
    Vector<double> input() const;
    ResultKey keyOf(std::span<const float> parameters) const;
    void take(const FixedPoints &found, const QString &problem);
    void show(const FixedPoints &found);
    void clear();
    /// Looks ahead: for the points of the kept moments, one after the other, while nothing else is to be done.
    void lookAhead();
    /// The kept moments, evenly thinned to as many as are looked at.
    std::vector<TrainingMoment> momentsAsked() const;
    void showHistory();
    void followFlow();
    void takeFlow(const FlowField &field, const QString &problem);

    Inspection &m_inspection;
    PortraitView &m_view;
    FixedPointsJob m_job, m_ahead;
    FlowJob m_flow;
    KeptResults<FixedPoints> m_kept{400};
    ResultKey m_shownKey, m_aheadKey;
    QComboBox *m_input;
    QCheckBox *m_arrows, *m_basins;
    QuietLabel *m_sentence, *m_flowNote;
    PointsList *m_list;
    PointsHistory *m_history;
    Index m_cursorStep = -1;  ///< whose input the points are of
    Index m_flowLayer = -1;   ///< whose plane the flow was asked for
    bool m_waiting = false;   ///< the training went on since the search under way began
    QTimer m_rest;            ///< between two searches while a training runs, which needs the processor
    Vector<double> m_ofInput; ///< that the points shown, or looked for, are of
    QString m_ofMoment;       ///< the place in the training that the search under way is of
};

} // namespace gatescope
