// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/cell/cell_stage.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace gatescope {

class FlowLayout;
class Inspection;
struct OpenStage;

/// One number of a cell that stays in sight while the cursor moves: same layer and unit, the cursor's step.
struct Pin {
    Index layer = 0, unit = 0;
    CellStage stage = CellStage::Reset;
    QString symbol; ///< "W_r x", "sum", "r"

    bool operator==(const Pin &) const = default;
};

/// The pinned numbers in a row; pressing one lets it go.
class PinBar : public QWidget {
    Q_OBJECT

public:
    explicit PinBar(Inspection &inspection, QWidget *parent = nullptr);

    /// Pins a number, or lets it go when it is pinned.
    void toggle(const Pin &pin);
    void clear();
    const std::vector<Pin> &pins() const { return m_pins; }
    /// "layer 1 · unit 7 · W_r x = +0.4100"
    QString text(const Pin &pin) const;

private:
    void rebuild();
    void follow();

    Inspection &m_inspection;
    FlowLayout *m_row;
    std::vector<Pin> m_pins;
};

/// The number that a symbol stands for in a unit; NaN when the stage has no such symbol.
double stageValue(const OpenStage &stage, const QString &symbol, Index unit);

} // namespace gatescope
