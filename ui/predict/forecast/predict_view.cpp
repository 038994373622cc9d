// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/predict/forecast/predict_view.h"

#include "ui/look/plain_text.h"

#include <QObject>

#include <algorithm>
#include <cmath>

namespace gatescope {

QString PredictView::outputText() const
{
    if (!answer.result)
        return {};
    if (classifies())
        return plainText(answer.result->data->targetNames.empty() ? std::string("class")
                                                                  : answer.result->data->targetNames.front(),
                         40);
    return plainText(answer.result->data->outputName(output), 40);
}

QString PredictView::outputTextWithUnit() const
{
    return unit.isEmpty() ? outputText() : QStringLiteral("%1 (%2)").arg(outputText(), unit);
}

QString PredictView::caption() const
{
    if (!answer.result)
        return {};
    const WeightsUsed &weights = answer.result->weights;
    QString text;
    if (weights.choice == WeightsChoice::Best)
        text = QObject::tr("best weights, of epoch %1").arg(weights.epoch);
    else if (weights.step == 0)
        text = QObject::tr("weights before any training");
    else
        text =
            QObject::tr("current weights, epoch %1, batch %2 overall").arg(weights.epoch).arg(countText(weights.step));
    return QStringLiteral("%1 · %2").arg(text, source);
}

QString partTitle(DataPart part)
{
    switch (part) {
    case DataPart::Train:
        return QObject::tr("training");
    case DataPart::Validation:
        return QObject::tr("validation");
    case DataPart::Test:
        return QObject::tr("test");
    case DataPart::All:
        break;
    }
    return QObject::tr("all rows");
}

QString scoreText(const std::optional<double> &score)
{
    if (!score)
        return QStringLiteral("–");
    // Four digits that count, the last ones also when they are 0: figures below each other can be compared.
    const double size = std::abs(*score);
    const bool plain = size == 0.0 || (size >= 1e-3 && size < 1e6);
    const int before = size < 1.0 ? 0 : static_cast<int>(std::floor(std::log10(size))) + 1;
    const QString text =
        plain ? QString::number(*score, 'f', std::max(0, 4 - before)) : QString::number(*score, 'e', 2);
    return QString(text).replace(QLatin1Char('-'), QChar(0x2212));
}

} // namespace gatescope
