// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/controls/forwarded_export.h"

class QScrollArea;
class QStackedWidget;

namespace gatescope {

class ChoiceBar;
class Inspection;
class InspectView;
class PathChart;
class PinBar;

/// The cell under the cursor, forward or backward, at three grains.
class CellCard : public Card {
    Q_OBJECT

public:
    explicit CellCard(Inspection &inspection, QWidget *parent = nullptr);

    ChoiceBar &grain() const { return *m_grain; }
    ChoiceBar &direction() const { return *m_direction; }
    InspectView &view() const;
    PinBar &pins() const { return *m_pins; }
    PathChart &paths() const { return *m_paths; }

private:
    void addView(InspectView *view);
    void showChosen();
    void updateCaption();

    Inspection &m_inspection;
    ChoiceBar *m_grain;
    ChoiceBar *m_direction;
    QStackedWidget *m_pages;
    PathChart *m_paths;
    PinBar *m_pins;
    ForwardedExport m_export;
    std::vector<InspectView *> m_views;
};

} // namespace gatescope
