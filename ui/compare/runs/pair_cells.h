// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/runs/pair_walk.h"
#include "ui/document/shared/selection.h"
#include "ui/widgets/drawn/painted_view.h"

namespace gatescope {

/// The cells of two runs at one layer, step and unit, opened beside each other: every stage's equation with its
/// numbers.
class PairCells final : public PaintedView {
    Q_OBJECT

public:
    explicit PairCells(QWidget *parent = nullptr);

    /// Opens the cells of those that could walk the sequence; a cursor beyond a network's size stands at its end.
    void show(const std::vector<PairWalk> &walks, const Cursor &cursor);

    QString csv() const override;
    QSize minimumSizeHint() const override;

protected:
    void draw(QPainter &painter, const QSizeF &size, Spots &spots) const override;

private:
    struct Side {
        QString title;
        int place = 0; ///< of the run: its colour
        OpenCell cell;
        Index unit = 0;
    };

    double drawStage(QPainter &painter, double y, double width, std::size_t stage, Spots &spots) const;

    std::vector<Side> m_sides;
};

} // namespace gatescope
