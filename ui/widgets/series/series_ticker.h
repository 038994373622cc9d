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
    bool showsTimes() const { return m_times != nullptr; }

protected:
    QVector<double> createTickVector(double tickStep, const QCPRange &range) override;
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;
    int getSubTickCount(double) override { return 0; }

private:
    std::shared_ptr<const std::vector<double>> m_times;
    QString m_format;
};

} // namespace gatescope
