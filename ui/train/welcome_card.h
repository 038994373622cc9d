// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace gatescope {

class Actions;

/// Words for the first minute: what this is, and four things to do, each a click that does it. Closed once, it is gone
/// for good.
class WelcomeCard : public QWidget {
    Q_OBJECT

public:
    explicit WelcomeCard(QWidget *parent = nullptr);

    /// Binds the four things. @pre called once
    void bindActions(Actions &actions);
    bool isDone() const { return m_isDone; }
    void setDone(bool done);
    /// Whether there is room for it, and nothing else speaks.
    void setWanted(bool wanted);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showIfWanted();
    void applyFonts();

    QLabel *m_title;
    QLabel *m_text;
    bool m_isDone = false;
    bool m_isWanted = true;
};

} // namespace gatescope
