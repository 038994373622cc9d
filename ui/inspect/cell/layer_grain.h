// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/drawn/strip_view.h"

namespace gatescope {

/// The cell opened for the whole layer: every term of every stage as a vector over the units.
class LayerGrain final : public StripView {
    Q_OBJECT

public:
    explicit LayerGrain(Inspection &inspection, QWidget *parent = nullptr);

protected:
    std::vector<Panel> panels() const override;
};

} // namespace gatescope
