// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/quantity.h"

#include "ui/look/core_words.h"
#include "ui/look/theme.h"

#include <QCoreApplication>
#include <QPalette>

#include <array>

namespace gatescope {

QString QuantityInfo::name() const
{
    return coreWords(englishName);
}

QString QuantityInfo::explanation() const
{
    return coreWords(englishExplanation);
}

std::span<const QuantityInfo> quantityTable()
{
    using Q = Quantity;
    constexpr auto sequential = MapKind::Sequential;
    constexpr auto diverging = MapKind::Diverging;
    // clang-format off
    static const std::array<QuantityInfo, 13> table = {{
        {Q::Input, "x", "x", QT_TRANSLATE_NOOP("core", "input"), QT_TRANSLATE_NOOP("core", "What the network reads at a step: the features, scaled."), 0xFF6B7280, 0xFF9CA8B8, 0xFFC0C8C8, 0xFF4B5563, diverging, -3, 3},
        {Q::ResetGate, "r", "r", QT_TRANSLATE_NOOP("core", "reset gate"), QT_TRANSLATE_NOOP("core", "How much of the old state the candidate may see: 0 none, 1 all of it."), 0xFF0072B2, 0xFF56B4E9, 0xFF4DB8FF, 0xFF0062A8, sequential, 0, 1},
        {Q::UpdateGate, "z", "z", QT_TRANSLATE_NOOP("core", "update gate"), QT_TRANSLATE_NOOP("core", "Mixes the old state and the candidate: reset-after, 1 keeps the old and 0 takes the new; reset-before, the reverse."), 0xFFD55E00, 0xFFFF8F4A, 0xFFFF9A4D, 0xFFB24700, sequential, 0, 1},
        {Q::Candidate, "n", "n", QT_TRANSLATE_NOOP("core", "candidate"), QT_TRANSLATE_NOOP("core", "The new content a unit proposes, between −1 and 1."), 0xFF8E2F7F, 0xFFD06BBE, 0xFFE070D2, 0xFF6E1464, diverging, -1, 1},
        {Q::HiddenState, "h", "h", QT_TRANSLATE_NOOP("core", "hidden state"), QT_TRANSLATE_NOOP("core", "What a unit remembers after a step, between −1 and 1."), 0xFF009E73, 0xFF2CD6A4, 0xFF3CF0B8, 0xFF007A50, diverging, -1, 1},
        {Q::Gradient, "gradient", "δ", QT_TRANSLATE_NOOP("core", "gradient"), QT_TRANSLATE_NOOP("core", "How strongly the loss depends on a hidden state: ∂loss/∂h."), 0, 0, 0, 0, diverging, -1, 1},
        {Q::TrainingLoss, "training", "L", QT_TRANSLATE_NOOP("core", "training loss"), QT_TRANSLATE_NOOP("core", "The error on the batches the network learns from."), 0xFF334155, 0xFFE2E8F0, 0xFFFFFFFF, 0xFF000000, sequential, 0, 1},
        {Q::ValidationLoss, "validation", "Lᵥ", QT_TRANSLATE_NOOP("core", "validation loss"), QT_TRANSLATE_NOOP("core", "The error on sequences the network never learns from."), 0xFFE69F00, 0xFFF4B942, 0xFFFFD400, 0xFF9A5B00, sequential, 0, 1},
        {Q::NaiveForecast, "persistence", "ŷ₀", QT_TRANSLATE_NOOP("core", "persistence"), QT_TRANSLATE_NOOP("core", "The naive forecast that repeats the last value: a model has to beat it."), 0xFF7B8494, 0xFF8F9BAC, 0xFFC0C8C8, 0xFF6B6B6B, sequential, 0, 1},
        {Q::Target, "target", "y", QT_TRANSLATE_NOOP("core", "target"), QT_TRANSLATE_NOOP("core", "What the network should predict."), 0xFF334155, 0xFFE2E8F0, 0xFFFFFFFF, 0xFF000000, diverging, -3, 3},
        {Q::Forecast, "forecast", "ŷ", QT_TRANSLATE_NOOP("core", "forecast"), QT_TRANSLATE_NOOP("core", "What the network predicts."), 0xFFA86E08, 0xFFDCAF1D, 0xFFE59000, 0xFF8F5E00, diverging, -3, 3},
        {Q::FreeRun, "free_run", "ŷ→", QT_TRANSLATE_NOOP("core", "free run"), QT_TRANSLATE_NOOP("core", "Forecasts that were fed back as inputs, row after row."), 0xFF8B4BE8, 0xFFA77BFF, 0xFFA47BFF, 0xFF7A2BE0, diverging, -3, 3},
        {Q::Future, "future", "ŷ+", QT_TRANSLATE_NOOP("core", "future"), QT_TRANSLATE_NOOP("core", "What the network says of the rows after the last one that is known."), 0xFF7A0A33, 0xFFF0468C, 0xFFFF4D9A, 0xFF8A003A, diverging, -3, 3},
    }};
    // clang-format on
    return table;
}

const QuantityInfo &quantityInfo(Quantity quantity)
{
    return quantityTable()[static_cast<std::size_t>(quantity)];
}

QColor quantityColor(Quantity quantity, const QPalette &palette)
{
    const QuantityInfo &info = quantityInfo(quantity);
    const ThemeColors &colors = themeColors(palette);
    const QRgb color = colors.look == Look::Light           ? info.light
                       : colors.look == Look::Dark          ? info.dark
                       : colors.look == Look::LightContrast ? info.lightContrast
                                                            : info.contrast;
    return color == 0 ? colors.text : QColor::fromRgb(color);
}

} // namespace gatescope
