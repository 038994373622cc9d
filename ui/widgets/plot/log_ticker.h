// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/short_number.h"

#include <qcustomplot.h>

namespace gatescope {

/// Numbers on a plain axis, with a true minus.
class NumberTicker : public QCPAxisTicker {
public:
    /// @param whole  whole numbers only: of steps, of epochs
    explicit NumberTicker(bool whole = false) : m_whole(whole) {}
    /// Numbers that are closer than this share of the axis are left out.
    void setLeast(double least) { m_least = least; }
    void generate(const QCPRange &range, const QLocale &locale, QChar formatChar, int precision, QVector<double> &ticks,
                  QVector<double> *subTicks, QVector<QString> *tickLabels) override;

protected:
    double getTickStep(const QCPRange &range) override;
    int getSubTickCount(double tickStep) override;
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;

private:
    bool m_whole;
    double m_least = 0.0;
};

/// Empties what would lie on the number before it.
/// @param least  of the axis' length, between two numbers
void thinLabels(const QVector<double> &ticks, const QCPRange &range, bool logarithmic, double least,
                QVector<QString> &labels);

/// Numbers on a logarithmic axis: 1, 2 and 5 times powers of ten while few decades are shown, powers of ten beyond.
class LogTicker : public QCPAxisTicker {
public:
    /// Numbers that are closer than this share of the axis are left out.
    void setLeast(double least) { m_least = least; }
    void generate(const QCPRange &range, const QLocale &locale, QChar formatChar, int precision, QVector<double> &ticks,
                  QVector<double> *subTicks, QVector<QString> *tickLabels) override;

protected:
    QVector<double> createTickVector(double tickStep, const QCPRange &range) override;
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;
    int getSubTickCount(double tickStep) override;

private:
    double m_least = 0.0;
};

} // namespace gatescope
