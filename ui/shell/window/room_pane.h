// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace gatescope {

class Workspace;

/// The room of one workspace. Beside a lesson, where room is short, it scrolls rather than cut anything; else the
/// workspace has what there is.
class RoomPane : public QScrollArea {
    Q_OBJECT

public:
    /// Takes the workspace.
    explicit RoomPane(Workspace &workspace, QWidget *parent = nullptr);

    void setGuided(bool guided);
    QSize minimumSizeHint() const override { return {0, 0}; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    /// The keys are the workspace's: they move its cursor, not the room.
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fit();
    QSize neededFor(int width) const;

    Workspace &m_workspace;
    bool m_guided = false;
};

} // namespace gatescope
