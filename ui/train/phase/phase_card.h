// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

namespace gatescope {

class Document;
class PhaseView;

/// What the phase just done did, while phases are done one by one (P, or slow motion); hidden otherwise.
class PhaseCard : public Card {
    Q_OBJECT

public:
    explicit PhaseCard(Document &document, QWidget *parent = nullptr);

    PhaseView &view() const { return *m_view; }

private:
    void follow();

    Document &m_document;
    PhaseView *m_view;
};

} // namespace gatescope
