// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepared_data.h"
#include "core/inspect/dynamics/fixed_points.h"

#include <QTreeWidget>

namespace gatescope {

/// Every fixed and slow point with its numbers; the chosen one is marked in the portrait, and the other way round.
class PointsList : public QTreeWidget {
    Q_OBJECT

public:
    explicit PointsList(QWidget *parent = nullptr);

    /// @param windows whose classes and scales the answers are in; may be null
    void show(const FixedPoints &found, const PreparedData<float> *windows);
    /// Chooses a point by its place among the fixed points; −1: none. Nothing is signalled.
    void choose(int point);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int point);

private:
    void addPoint(const FixedPoint &point, int index, Index starts, const PreparedData<float> *windows);
};

/// What the head says of an answer, in the data's own words: "odd", "+1.02  −0.98".
QString answerText(const Vector<double> &answer, const PreparedData<float> *data);

} // namespace gatescope
