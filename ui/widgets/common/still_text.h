// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QWidget>

namespace gatescope {

/// One line of small muted text that changes many times a second. Unlike a label it never asks for a new layout when
/// its text changes: whoever lays it out gives it the room it needs.
class StillText : public QWidget {
    Q_OBJECT

public:
    explicit StillText(QWidget *parent = nullptr, TextRole role = TextRole::Caption);

    void setText(const QString &text);
    const QString &text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }
    /// Of the type the text is drawn in, to measure what fits.
    QFontMetrics metrics() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TextRole m_role;
    QString m_text;
};

} // namespace gatescope
