// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>
#include <utility>

class QPalette;

namespace gatescope {

enum class MapKind;

enum class ColorMapKind {
    Cividis,   ///< 0 … 1; even in lightness and safe for colour-blind eyes
    Viridis,   ///< 0 … 1; more colourful, as safe
    Diverging, ///< −a … +a, neutral at 0, on a light ground
    DivergingDark,
};

/// 256 colours from a minimum to a maximum.
class ColorMap {
public:
    explicit ColorMap(ColorMapKind kind = ColorMapKind::Cividis);

    ColorMapKind kind() const { return m_kind; }
    /// Colour of a share of the range, held within 0 … 1. @pre not NaN
    QRgb color(double share) const;
    /// Colour of a value; where minimum equals maximum, the middle; for NaN the given colour.
    QRgb color(double value, double minimum, double maximum, QRgb notANumber) const;
    /// First and last share of the longest part whose colours stand out from a ground by 3 : 1 (WCAG 2.1, 1.4.11), for
    /// lines and points; all where none does.
    std::pair<double, double> partThatStandsOutOn(const QColor &ground) const;
    /// Black or white, whichever is read better on the share's colour.
    QColor textColor(double share) const;

private:
    ColorMapKind m_kind;
    std::array<QRgb, 256> m_colors;
};

/// The map for gates (sequential) or for states and gradients (diverging) on a palette's ground; built once each.
const ColorMap &colorMapFor(MapKind kind, const QPalette &palette);

} // namespace gatescope
