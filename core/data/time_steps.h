// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"

#include <span>

namespace gatescope {

/// How the rows of a time column follow each other, so that it can be gone on beyond its end: by months (on one day of
/// the month, or on its last), by business days (Monday to Friday), else evenly by the median step.
class TimeSteps {
public:
    /// @param times     of rows that follow each other; NaN is passed over
    /// @param areDates  seconds since 1970, which have a calendar; else plain numbers
    /// A pattern counts when nine steps of ten keep it. Cost O(R).
    static TimeSteps of(std::span<const double> times, bool areDates);

    /// The time that lies some rows after another.
    double after(double last, Index rows) const;

    enum class Kind { Even, Months, BusinessDays };
    Kind kind() const { return m_kind; }
    double step() const { return m_step; }    ///< median, in the column's own unit
    Index months() const { return m_months; } ///< a row, where it goes by months

private:
    Kind m_kind = Kind::Even;
    double m_step = 1.0;
    Index m_months = 0;
    unsigned m_day = 0; ///< of the month; 0: its last
};

} // namespace gatescope
