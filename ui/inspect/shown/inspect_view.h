// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/shown/inspection.h"
#include "ui/look/short_number.h"
#include "ui/widgets/drawn/painted_view.h"

namespace gatescope {

/// A painted view of the inspected run: follows run and cursor, says when there is nothing to see, and lets the
/// workspace have the keys that move the cursor.
class InspectView : public PaintedView {
    Q_OBJECT

public:
    InspectView(Inspection &inspection, const QString &title, const QString &name, QWidget *parent = nullptr);

    /// Sequence, moment of the training and cursor, and whether what-ifs are in force.
    QString exportCaption() const override;

protected:
    Inspection &inspection() const { return m_inspection; }
    /// Called before a repaint when the run changed; the cursor's moves only repaint.
    virtual void runChanged() {}
    /// Why it cannot be drawn although there is a run; empty when it can.
    virtual QString missing() const { return {}; }

    /// "layer 1, step 14, unit 3": what a reader hears first after each move.
    QString spokenPlace() const override;
    void showEvent(QShowEvent *event) override;

private:
    void follow();

    Inspection &m_inspection;
};

/// "unit 7 · layer 1 · step 31"
QString cursorText(const Cursor &cursor);

} // namespace gatescope
