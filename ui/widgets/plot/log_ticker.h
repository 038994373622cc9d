// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

namespace gatescope {

/// Numbers on a plain axis, with a true minus.
class NumberTicker : public QCPAxisTicker {
public:
    /// @param whole  whole numbers only: of steps, of epochs
    explicit NumberTicker(bool whole = false) : m_whole(whole) {}

protected:
    double getTickStep(const QCPRange &range) override;
    int getSubTickCount(double tickStep) override;
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;

private:
    bool m_whole;
};

/// Numbers on a logarithmic axis: 1, 2 and 5 times powers of ten while few decades are shown, powers of ten beyond.
class LogTicker : public QCPAxisTicker {
protected:
    QVector<double> createTickVector(double tickStep, const QCPRange &range) override;
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;
    int getSubTickCount(double tickStep) override;
};

/// 1e-05 as "10⁻⁵", 0.02 as "0.02": how the axes and bubbles write numbers of any size.
QString shortNumber(double value);

} // namespace gatescope
