// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace gatescope {

/// Everything but a circle around the pointer is dimmed, so that a class sees where to look. Lies over its parent, as
/// large as it, and lets clicks and keys through.
class Spotlight : public QWidget {
    Q_OBJECT

public:
    explicit Spotlight(QWidget &window);

    void setOn(bool on);
    /// Where the light is, in the window's coordinates.
    QPoint centre() const { return m_centre; }
    int radius() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    QRect lit() const;

    QTimer m_follow; ///< pointer moves over others' children do not come here
    QPoint m_centre;
};

} // namespace gatescope
