// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Read once for all files of the screen: QCustomPlot's header alone costs ten seconds a file.
#pragma once

#include <QtWidgets/QtWidgets>
#include <qcustomplot.h>

// QCustomPlot's header needs Qt's short keywords; ours are Q_SIGNALS, Q_SLOTS and Q_EMIT, so that core's functions may
// have these names.
#undef signals
#undef slots
#undef emit
#undef foreach

#include <Eigen/Core>

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>
