// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/view_table.h"

#include "ui/train/views/gates/gates_view.h"
#include "ui/train/views/gradient/gradient_view.h"
#include "ui/train/views/hidden_view.h"
#include "ui/train/views/loss/loss_view.h"
#include "ui/train/views/weights/weights_view.h"

#include <array>

namespace gatescope {

namespace {

template <typename View>
LiveView *make(ShownMoment &moment, Selection &selection, QWidget *parent)
{
    return new View(moment, selection, parent);
}

constexpr std::array<LiveViewInfo, 5> kViews = {{
    {"loss", &make<LossView>},
    {"gates", &make<GatesView>},
    {"hidden", &make<HiddenView>},
    {"gradients", &make<GradientView>},
    {"weights", &make<WeightsView>},
}};

} // namespace

std::span<const LiveViewInfo> liveViewTable()
{
    return kViews;
}

} // namespace gatescope
