// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QKeyEvent;
class QWidget;

namespace gatescope {

/// What a view that is drawn by hand says to a screen reader, for which it would else be an empty box.
class SpokenView {
public:
    virtual ~SpokenView() = default;
    /// The number at the cursor with its place: "z update · layer 1, unit 3, step 14: 0.8312". Empty: no cursor.
    virtual QString spokenValue() const = 0;
    /// All of it in a sentence or a few.
    virtual QString spokenSummary() const = 0;
};

/// Gives every SpokenView the role of a chart, with spokenValue() as its value and as the beginning of its description.
/// Called once a program, before windows are made; again does nothing.
void installSpokenViews();

/// Says the view's value: to be called when its cursor has moved. Costs nothing where no reader listens.
void speakValue(QWidget &view);

/// The key I says the whole view: to a reader, and in a bubble to whoever sees it.
/// @return false when it is another key, or the view is no SpokenView or has nothing to say
bool speakSummaryOn(const QKeyEvent &event, QWidget &view);

} // namespace gatescope
