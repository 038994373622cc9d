// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/phase_caption.h"
#include "core/session/snapshot.h"
#include "ui/widgets/drawn/painted_view.h"

namespace gatescope {

/// One phase of a training step: the five in a row with the present one marked, the network with the parts at work lit
/// and the arrows in the direction in which numbers flow, and what the phase did in words and numbers.
class PhaseView final : public PaintedView {
    Q_OBJECT

public:
    explicit PhaseView(QWidget *parent = nullptr);

    /// @pre snapshot.phaseNumbers
    void show(const Snapshot &snapshot);
    const PhaseCaption &shownCaption() const { return m_phase; }
    /// Where there is little room the words stand alone, without the network.
    void setCompact(bool compact);
    /// Whether a part of the network is drawn as at work.
    bool isLit(NetworkPart part) const;

    QString exportTitle() const override;
    QString csv() const override;
    QSize sizeHint() const override { return {700, minimumSizeHint().height()}; }
    QSize minimumSizeHint() const override;

protected:
    void draw(QPainter &painter, const QSizeF &size, Spots &spots) const override;

private:
    struct Box;

    std::vector<Box> boxes(const QRectF &area) const;
    bool isDone(Phase phase) const { return m_done >= phase; }
    void drawPhases(QPainter &painter, const QRectF &row, Spots &spots) const;
    void drawNetwork(QPainter &painter, const QRectF &area, Spots &spots) const;
    void drawBox(QPainter &painter, const Box &box, Spots &spots) const;
    void drawFlow(QPainter &painter, const std::vector<Box> &all) const;
    void drawWords(QPainter &painter, const QRectF &area, Spots &spots) const;
    QString numbersText() const;

    bool m_compact = false;
    Settings m_settings;
    Phase m_done = Phase::Ready;
    PhaseNumbers m_numbers;
    PhaseCaption m_phase;
};

} // namespace gatescope
