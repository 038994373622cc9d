// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/cell/pin_bar.h"
#include "ui/inspect/shown/inspect_view.h"

namespace gatescope {

/// The cell opened for one unit: every stage as its equation with this step's numbers, term by term, and what the unit
/// does in words.
class UnitGrain final : public InspectView {
    Q_OBJECT

public:
    explicit UnitGrain(Inspection &inspection, QWidget *parent = nullptr);

    QString csv() const override;
    QSize sizeHint() const override { return {680, minimumSizeHint().height()}; }
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return false; }

Q_SIGNALS:
    /// A number was pressed, or chosen with N and then K, to be pinned or let go.
    void pressed(const gatescope::Pin &pin);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void draw(QPainter &painter, const QSizeF &size, Spots &spots) const override;

private:
    void drawStage(QPainter &painter, const QRectF &area, int index, Spots &spots) const;
    void drawTerms(QPainter &painter, const QRectF &row, const OpenStage &stage, Spots &spots) const;
    static QString resultText(const OpenStage &stage, double value);
    QString innerText(const OpenStage &stage) const;
    /// Asks for the number of a spot to be pinned. @return whether it is one
    bool pin(const Spot &spot);
    QStringList sentences() const;
};

} // namespace gatescope
