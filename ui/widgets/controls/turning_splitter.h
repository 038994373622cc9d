// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace gatescope {

/// Parts side by side; while it may turn, under each other where their least widths do not fit beside each other: it is
/// then as wide as its widest part at least, however it stands.
class TurningSplitter : public QSplitter {
    Q_OBJECT

public:
    explicit TurningSplitter(QWidget *parent = nullptr);

    /// At first it may not.
    void setMayTurn(bool may);
    /// Stands as its width asks for; to be called after restoreState(), which brings the old direction back.
    void arrange();
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    bool m_mayTurn = false;
};

} // namespace gatescope
