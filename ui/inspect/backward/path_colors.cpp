// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/backward/path_colors.h"

#include "ui/look/core_words.h"
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

std::vector<GradientPath> pathsOf(const OpenCellBackward &cell)
{
    std::vector<GradientPath> paths;
    for (Index index = 0; index < kGradientPaths; ++index) {
        const auto path = static_cast<GradientPath>(index);
        const HeldGates held = cell.network.held;
        const bool gone = path == GradientPath::Candidate ? false
                          : path == GradientPath::Reset   ? holdsReset(held)
                                                          : holdsUpdate(held);
        if (!gone || cell.pathNorm(index) > 0.0)
            paths.push_back(path);
    }
    return paths;
}

QString pathsTitle(std::size_t count)
{
    return count == 4   ? QObject::tr("Four paths leave")
           : count == 3 ? QObject::tr("Three paths leave")
           : count == 2 ? QObject::tr("Two paths leave")
                        : QObject::tr("One path leaves");
}

QString pathsEquation(const std::vector<GradientPath> &paths)
{
    QStringList names;
    for (const GradientPath path : paths)
        names << coreWords(gradientPathName(path));
    return QObject::tr("∂loss/∂h through this cell = %1").arg(names.join(QStringLiteral(" + ")));
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
