// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"

class QCPItemRect;
class QCPItemText;
class QPalette;

namespace gatescope {

class Plot;

/// The steps that a truncated back-propagation does not reach, shaded and named in a plot over the steps.
class TruncationBand {
public:
    explicit TruncationBand(Plot &plot);

    /// @param firstStep the earliest step that the gradient reaches; 0 hides the band
    void show(Index firstStep);
    Index firstStep() const { return m_firstStep; }
    void colour(const QPalette &palette);

private:
    QCPItemRect *m_band; ///< owned by the plot, as is the label
    QCPItemText *m_label;
    Index m_firstStep = 0;
};

} // namespace gatescope
