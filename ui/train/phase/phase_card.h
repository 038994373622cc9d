// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

namespace gatescope {

class LiveTraining;
class PhaseView;

/// What the phase just done did, while phases are done one by one (P, or slow motion); hidden otherwise.
class PhaseCard : public Card {
    Q_OBJECT

public:
    explicit PhaseCard(LiveTraining &training, QWidget *parent = nullptr);

    PhaseView &view() const { return *m_view; }

private:
    void follow();

    LiveTraining &m_training;
    PhaseView *m_view;
};

} // namespace gatescope
