// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QWidget>

namespace gatescope {

/// A small caption over one bold figure, as wide as the widest figure to expect, so that nothing moves as it counts.
class Metric : public QWidget {
    Q_OBJECT

public:
    /// @param widest  a sample of the longest text that the figure will show
    Metric(const QString &caption, const QString &widest, const QString &tip, QWidget *parent = nullptr);

    void setValue(const QString &value);
    const QString &value() const { return m_value; }
    void setCaption(const QString &caption);
    const QString &caption() const { return m_caption; }
    enum class Tone { Plain, Bad };
    /// Draws the figure in the colour of errors, where it is one to worry about.
    void setTone(Tone tone);
    Tone tone() const { return m_tone; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// A longer text came than the field had room for.
    void grew();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void keepRoomFor(QString &widest, TextRole role, const QString &text);

    QString m_caption;
    QString m_widestCaption;
    QString m_widest;
    QString m_value;
    Tone m_tone = Tone::Plain;
};

} // namespace gatescope
