// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/run/trace.h"
#include "ui/widgets/plot/plot.h"

#include <array>

namespace gatescope {

/// Mean and spread of a layer's two gates at every step, with a band of one standard deviation.
class GateCurves : public Plot {
    Q_OBJECT

public:
    explicit GateCurves(QWidget *parent = nullptr);

    /// @param trace  may be null
    void show(const std::shared_ptr<const Trace<float>> &trace, Index layer);

private:
    void colour();
    QString hoverAt(double step) const;

    struct Gate {
        QCPGraph *mean, *low, *high;
    };
    std::array<Gate, 2> m_gates; ///< reset, update
    std::shared_ptr<const Trace<float>> m_trace;
    Index m_layer = 0;
};

} // namespace gatescope
