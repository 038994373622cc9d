// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

#include <span>

class QPalette;

namespace gatescope {

/// Everything a view can show. Each has one colour, one letter and one name, everywhere.
enum class Quantity {
    Input,
    ResetGate,
    UpdateGate,
    Candidate,
    HiddenState,
    Gradient,
    TrainingLoss,
    ValidationLoss,
    NaiveForecast,
    Target,
    Forecast,
    FreeRun,
    Future,
};

/// Which colour map a heatmap of the quantity uses.
enum class MapKind { Sequential, Diverging };

struct QuantityInfo {
    Quantity quantity;
    const char *id;          ///< "r": in exports
    QString letter;          ///< "r"
    const char *englishName; ///< "reset gate"
    const char *englishExplanation;
    QRgb light; ///< 0: the text's colour
    QRgb dark;
    QRgb contrast;
    QRgb lightContrast;
    MapKind map;
    double minimum; ///< the range its meaning fixes
    double maximum;

    QString name() const;
    QString explanation() const; ///< one plain sentence: the tooltip
};

/// All quantities, in the order of the enumeration.
std::span<const QuantityInfo> quantityTable();
const QuantityInfo &quantityInfo(Quantity quantity);
/// The quantity's colour on the palette's ground (light, dark or high contrast).
QColor quantityColor(Quantity quantity, const QPalette &palette);

} // namespace gatescope
