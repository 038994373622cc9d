// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/drawn/strip_view.h"

namespace gatescope {

/// The cell opened backward for the whole layer: sources of δ, what the sums receive, and the four paths as vectors.
class BackwardLayer final : public StripView {
    Q_OBJECT

public:
    explicit BackwardLayer(Inspection &inspection, QWidget *parent = nullptr);

protected:
    std::vector<Panel> panels() const override;
    QString missing() const override;
};

} // namespace gatescope
