// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/drawn/gradient_text.h"

#include "ui/inspect/shown/inspection.h"
#include "ui/widgets/drawn/axis_ticks.h"

#include <cmath>

namespace gatescope {

QString missingGradient(const Inspection &inspection)
{
    return inspection.run().loss
               ? QString()
               : QObject::tr("This sequence has no target: without a loss there is no gradient to follow back.");
}

QString gradientText(double value)
{
    const QString text = compactNumber(std::abs(value));
    return (std::signbit(value) && value != 0.0 ? QString(QChar(0x2212)) : QStringLiteral("+")) + text;
}

} // namespace gatescope
