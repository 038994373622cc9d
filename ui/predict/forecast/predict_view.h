// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/predict/forecast/forecast_engine.h"

#include <QString>

namespace gatescope {

class Table;

/// What all views of Predict show: the answer, and which output of it.
struct PredictView {
    ForecastAnswer answer;
    Index output = 0;
    QString source; ///< "seattle-hourly.csv"
    QString unit;   ///< of the target; empty when it has none

    bool hasForecasts() const { return answer.result && !answer.result->parts.empty(); }
    bool classifies() const { return answer.result && answer.result->classifies(); }
    /// "temperature +6 (°C)", "class"
    QString outputText() const;
    QString outputTextWithUnit() const;
    /// "weights after epoch 14 (batch 1,204) · hourly.csv"
    QString caption() const;
};

/// "training", "validation", "test", "all rows"
QString partTitle(DataPart part);
/// A score with four significant digits; "–" for none.
QString scoreText(const std::optional<double> &score);

} // namespace gatescope
