// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRectF>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

class QPainter;

namespace gatescope {

/// A piece of a text in cells of one size, one a character: a new line begins after a line end and where the room ends.
class Passage {
public:
    /// @param character  the character at each of `count` places
    Passage(std::size_t count, const std::function<std::string_view(std::size_t)> &character, const QRectF &room,
            const QFont &font);

    const std::vector<QRectF> &cells() const { return m_cells; }
    /// Below the last line.
    double bottom() const { return m_bottom; }
    /// The character whose cell holds a place; −1: none.
    int at(const QPointF &place) const;
    /// How many characters lie within the room.
    std::size_t visible() const { return m_visible; }
    /// Draws the mark of a character into its cell, in the painter's pen and font.
    void drawMark(QPainter &painter, std::size_t index, std::string_view character) const;

private:
    std::vector<QRectF> m_cells;
    double m_bottom = 0.0;
    std::size_t m_visible = 0;
};

} // namespace gatescope
