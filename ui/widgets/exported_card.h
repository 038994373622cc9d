// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/common/view_export.h"

namespace gatescope {

/// A card over one widget, which is what it exports. Classes made of it say with which title, caption and numbers.
class ExportedCard : public Card, public ViewExport {
    Q_OBJECT

public:
    /// @param name  the exported file's, without its ending
    ExportedCard(const QString &title, const QString &name, QWidget *parent) : Card(title, parent), m_name(name) {}

    QString exportTitle() const override { return header().title(); }
    QString exportName() const override { return m_name; }
    const QWidget &exportWidget() const override { return *m_exported; }

protected:
    void setExported(const QWidget &widget) { m_exported = &widget; }

private:
    QString m_name;
    const QWidget *m_exported = this;
};

} // namespace gatescope
