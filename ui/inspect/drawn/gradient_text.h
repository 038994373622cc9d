// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatescope {

class Inspection;

/// Why there is no gradient to see; empty when there is one.
QString missingGradient(const Inspection &inspection);
/// A gradient with its sign and about three telling digits: "+0.0123", "−1.2e−5".
QString gradientText(double value);

} // namespace gatescope
