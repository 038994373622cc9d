// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/form/number_edit.h"

#include <QKeyEvent>

#include <array>
#include <cmath>

namespace gatescope {

double NumberEdit::neighbour(double value, int direction)
{
    if (!(value > 0) || !std::isfinite(value))
        return value;
    const double power = std::pow(10.0, std::floor(std::log10(value) + 1e-9));
    constexpr std::array<double, 7> steps = {0.2, 0.5, 1, 2, 5, 10, 20};
    constexpr double slack = 1e-6;
    if (direction > 0) {
        for (const double step : steps) {
            if (step * power > value * (1 + slack))
                return step * power;
        }
    } else {
        for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
            if (*step * power < value * (1 - slack))
                return *step * power;
        }
    }
    return value;
}

void NumberEdit::keyPressEvent(QKeyEvent *event)
{
    const int direction = event->key() == Qt::Key_Up ? 1 : event->key() == Qt::Key_Down ? -1 : 0;
    bool sound = false;
    const double value = text().toDouble(&sound);
    if (direction == 0 || !sound)
        return QLineEdit::keyPressEvent(event);
    Q_EMIT stepped(neighbour(value, direction));
}

} // namespace gatescope
