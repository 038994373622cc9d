// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/shown/inspection.h"
#include "ui/inspect/units/fixed_points_job.h"

#include <QWidget>

class QComboBox;

namespace gatescope {

class PortraitView;
class QuietLabel;

/// Under which constant input the fixed points in the phase portrait are, and what they say. They are looked for in the
/// background, for the newest weights and input, and only while they are asked for and on screen.
class FixedPointsBar : public QWidget {
    Q_OBJECT

public:
    FixedPointsBar(Inspection &inspection, PortraitView &view, QWidget *parent = nullptr);

    bool isSearching() const { return m_job.isRunning(); }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum Input { Off, Zero, Mean, Cursor };

    void follow();
    void cursorMoved();
    void search();
    Vector<double> input() const;
    void take(const FixedPoints &found, const QString &problem);

    Inspection &m_inspection;
    PortraitView &m_view;
    FixedPointsJob m_job;
    QComboBox *m_input;
    QuietLabel *m_sentence;
    Index m_cursorStep = -1; ///< whose input the points are of
};

} // namespace gatescope
