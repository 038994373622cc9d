// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/drawn/product_view.h"

namespace gatescope {

/// The cell opened to its single products: weight × value of one unit's three sums, largest first.
class ProductGrain final : public ProductView {
    Q_OBJECT

public:
    explicit ProductGrain(Inspection &inspection, QWidget *parent = nullptr);

protected:
    std::vector<List> lists() const override;
};

} // namespace gatescope
