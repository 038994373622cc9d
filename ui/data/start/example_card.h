// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/data/start/example.h"

#include <QAbstractButton>

namespace gatescope {

/// Draws an example's curves into a rectangle, each over its own range and thinned to its pixels.
void paintPicture(QPainter &painter, const QRectF &rect, const ExamplePicture &picture, const QPalette &palette);

/// A card with the picture of a series, its title and what it teaches. A click chooses it, a double click or Enter
/// opens it.
class ExampleCard : public QAbstractButton {
    Q_OBJECT

public:
    ExampleCard(Example example, QWidget *parent = nullptr);

    const Example &example() const { return m_example; }
    void setPicture(ExamplePicture picture);
    bool hasPicture() const { return !m_picture.curve.empty(); }

    QSize sizeHint() const override;
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void opened();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Example m_example;
    ExamplePicture m_picture;
};

} // namespace gatescope
