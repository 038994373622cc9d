// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/backward/path_colors.h"

#include "ui/look/quantity.h"

#include <QObject>

namespace gatescope {

QColor pathColor(GradientPath path, const QPalette &palette)
{
    switch (path) {
    case GradientPath::Carry:
        return quantityColor(Quantity::HiddenState, palette);
    case GradientPath::Candidate:
        return quantityColor(Quantity::Candidate, palette);
    case GradientPath::Reset:
        return quantityColor(Quantity::ResetGate, palette);
    case GradientPath::Update:
        break;
    }
    return quantityColor(Quantity::UpdateGate, palette);
}

QString pathTip(GradientPath path, Formulation formulation)
{
    const QString equation = QString::fromUtf8(gradientPathEquation(path, formulation));
    switch (path) {
    case GradientPath::Carry:
        return QObject::tr("%1: the gradient that goes straight along the kept state; it vanishes least.")
            .arg(equation);
    case GradientPath::Candidate:
        return QObject::tr("%1: the gradient through what the candidate read of the old state.").arg(equation);
    case GradientPath::Reset:
        return QObject::tr("%1: the gradient through the reset gate's reading of the old state.").arg(equation);
    case GradientPath::Update:
        break;
    }
    return QObject::tr("%1: the gradient through the update gate's reading of the old state.").arg(equation);
}

} // namespace gatescope
