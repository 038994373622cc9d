// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/number_text.h"

#include "core/inspect/labels.h"

namespace gatescope {

QString fixedText(double value, int decimals)
{
    return QString::fromStdString(fixedNumber(value, decimals));
}

QString signedText(double value, int decimals)
{
    return QString::fromStdString(signedNumber(value, decimals));
}

} // namespace gatescope
