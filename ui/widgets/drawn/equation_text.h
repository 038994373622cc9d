// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QString>

#include <vector>

class QPainter;
class QPalette;

namespace gatescope {

/// Equations as GRU.md writes them, set with subscripts and with every quantity's letter in its colour:
/// "r = σ(W_r x + b_r + U_r h + d_r)".
class EquationText {
public:
    EquationText(const QString &text, const QFont &font, const QPalette &palette);

    double width() const { return m_width; }
    /// @param baseline  left end of the line the letters stand on
    void draw(QPainter &painter, const QPointF &baseline) const;

private:
    struct Piece {
        QString text;
        QFont font;
        QColor color;
        double x = 0.0;
        double drop = 0.0; ///< how far below the line
    };

    void append(const QString &text, const QFont &font, const QColor &color, double drop);

    std::vector<Piece> m_pieces;
    double m_width = 0.0;
};

/// The colour of a symbol such as "r", "W_z x" or "h'": its quantity's, or the text's.
QColor symbolColor(const QString &symbol, const QPalette &palette);

} // namespace gatescope
