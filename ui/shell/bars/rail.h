// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QWidget>

#include <vector>

class QBoxLayout;

namespace gatescope {

class Workspace;

/// One workspace in the rail: a picture over its name; the open one carries the accent at its edge.
class RailButton : public QAbstractButton {
    Q_OBJECT

public:
    RailButton(const Workspace &workspace, const QKeySequence &shortcut, QWidget *parent);

    void setCompact(bool compact);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QString m_iconName;
    QString m_tip;
    bool m_compact = false;
};

/// The column of workspaces at the left edge; pictures only where the window is narrow.
class Rail : public QWidget {
    Q_OBJECT

public:
    explicit Rail(QWidget *parent = nullptr);

    void addWorkspace(const Workspace &workspace, const QKeySequence &shortcut);
    void setCurrent(int index);
    /// Which of them can be chosen, in their order.
    void setShown(const std::vector<bool> &shown);
    void setCompact(bool compact);

Q_SIGNALS:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QBoxLayout *m_layout;
    std::vector<RailButton *> m_buttons;
};

} // namespace gatescope
