// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

#include <memory>
#include <vector>

namespace gatescope {

/// Numbers along an axis of series rows: row numbers from 1, or, where the rows have rising times, round dates.
class SeriesTicker : public QCPAxisTicker {
public:
    /// @param times  seconds since 1970 of each row; null, or not rising: row numbers are shown
    void setTimes(std::shared_ptr<const std::vector<double>> times);
    /// The number of the first row: 1, or 0 for steps.
    void setFirstNumber(int first) { m_first = first; }
    bool showsTimes() const { return m_times != nullptr; }

protected:
    QVector<double> createTickVector(double tickStep, const QCPRange &range) override;
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;
    int getSubTickCount(double) override { return 0; }

private:
    std::shared_ptr<const std::vector<double>> m_times;
    QString m_format;
    int m_first = 1;
};

} // namespace gatescope
