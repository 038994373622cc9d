// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/drawn/product_view.h"

namespace gatescope {

/// The cell opened backward to its single products: what one unit's δ is made of, what its sums receive, and what it
/// sends to the step before.
class BackwardProducts final : public ProductView {
    Q_OBJECT

public:
    explicit BackwardProducts(Inspection &inspection, QWidget *parent = nullptr);

protected:
    std::vector<List> lists() const override;
    QString missing() const override;
};

} // namespace gatescope
