// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/shown/inspect_view.h"

namespace gatescope {

/// The cell opened backward for one unit: where its δ comes from, what becomes of it inside, and on which paths it
/// leaves.
class BackwardUnit final : public InspectView {
    Q_OBJECT

public:
    explicit BackwardUnit(Inspection &inspection, QWidget *parent = nullptr);

    QString csv() const override;
    QSize sizeHint() const override { return {680, minimumSizeHint().height()}; }
    QSize minimumSizeHint() const override;

protected:
    void draw(QPainter &painter, const QSizeF &size, Spots &spots) const override;
    QString missing() const override;

private:
    struct Stage;

    std::vector<Stage> stages() const;
    Stage arrives() const;
    Stage inside() const;
    Stage leaves() const;
    void drawStage(QPainter &painter, const QRectF &area, const Stage &stage, Spots &spots) const;
};

} // namespace gatescope
