// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_caption;
    QString m_widest;
    QString m_value;
};

} // namespace gatescope
