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
    /// @param letters  of text that a part is wide at least beside another one, whatever its least width
    void setMayTurn(bool may, int letters = 0);
    /// Stands as its width asks for; to be called after restoreState(), which brings the old direction back.
    void arrange();
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    bool m_mayTurn = false;
    int m_letters = 0;
};

} // namespace gatescope
