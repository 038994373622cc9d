// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace gatescope {

/// A sentence beside the field it is about: what is wrong and the way out. Takes no room while it has nothing to say.
class ProblemLabel : public QLabel {
    Q_OBJECT

public:
    explicit ProblemLabel(QWidget *parent = nullptr);

    /// Shows the sentence; empty hides the label.
    void setProblem(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColors();
};

} // namespace gatescope
