// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/predict/forecast/predict_view.h"
#include "ui/widgets/card.h"

namespace gatescope {

class NoteList;

/// What the scores are worth, in the sentences of the core, and what is to be known of the free run and the future.
class VerdictCard : public Card {
    Q_OBJECT

public:
    explicit VerdictCard(QWidget *parent = nullptr);

    void showView(const PredictView &view);
    QStringList sentences() const;

Q_SIGNALS:
    /// A change that a verdict proposes is to be made.
    void changeWanted(const gatescope::OptionChange &change);

private:
    NoteList *m_notes;
};

} // namespace gatescope
