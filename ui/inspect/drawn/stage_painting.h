// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/cell/cell.h"
#include "ui/look/quantity.h"
#include "ui/widgets/drawn/painted_view.h"

#include <QFontMetricsF>
#include <QPainter>

namespace gatescope {

class Inspection;

/// What a stage of the cell computes, as the rest of the program colours it.
Quantity stageQuantity(CellStage stage);
/// One plain sentence on a symbol of the cell's equations: "W_r x", "u", "sum", "δ'".
QString symbolTip(const QString &symbol);

/// One stage of the cell in its own panel: a coloured edge, title, equation and meaning over what a view puts below.
class StagePanel {
public:
    StagePanel(QPainter &painter, const QRectF &area, const QPalette &palette, Quantity quantity);

    /// The first line; the meaning gives way where there is no room. @return the rectangle below it
    QRectF drawTitle(const QString &title, const QString &equation, const QString &meaning, std::vector<Spot> &spots);
    /// A small grey line of text.
    void drawCaption(const QRectF &line, const QString &text);

    static double titleHeight();
    static double captionHeight();
    static constexpr double kPadding = 8.0;

private:
    QPainter &m_painter;
    QRectF m_area;
    const QPalette &m_palette;
    QString m_untold; ///< the meaning, where the title has no room for it
    QColor m_color;
};

/// "recomputed − stored = 1.2e−8 (largest over 24 units)"
QString residualText(const OpenStage &stage);
/// "held at +0.9000; its equation gives +0.9914" for the cursor's unit where a what-if holds this stage; else empty.
QString heldText(const Inspection &inspection, const OpenStage &stage);
/// " · untouched z = +0.2500": put behind a caption while a what-if is asked.
QString untouchedText(const QString &symbol, const QString &value);

} // namespace gatescope
