// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace gatescope {

/// A field for a number of any size, such as 0.001 or 1e-8. ↑ and ↓ go to the next of 1, 2, 5, 10, 20, 50 …
class NumberEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit NumberEdit(QWidget *parent = nullptr) : QLineEdit(parent)
    {
        setTextMargins(2, 0, 2, 0);
        setProperty("number", true); // no blank in it: Space is for the training
    }

    /// The next of 1, 2, 5 × 10^k above (direction 1) or below (−1) a positive value; 0 stays 0.
    static double neighbour(double value, int direction);

Q_SIGNALS:
    /// The user asked for another value by key or wheel.
    void stepped(double value);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace gatescope
