// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/common/view_export.h"

#include <functional>

namespace gatescope {

/// Exports whichever of several views is shown at the moment.
class ForwardedExport : public ViewExport {
public:
    explicit ForwardedExport(std::function<ViewExport &()> current) : m_current(std::move(current)) {}

    QString exportTitle() const override { return m_current().exportTitle(); }
    QString exportCaption() const override { return m_current().exportCaption(); }
    QString exportName() const override { return m_current().exportName(); }
    const QWidget &exportWidget() const override { return m_current().exportWidget(); }
    void paintContent(QCPPainter &painter, const QSize &size) override { m_current().paintContent(painter, size); }
    QString csv() const override { return m_current().csv(); }

private:
    std::function<ViewExport &()> m_current;
};

} // namespace gatescope
