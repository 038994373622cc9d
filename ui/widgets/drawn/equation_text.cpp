// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/drawn/equation_text.h"

#include "ui/look/quantity.h"
#include "ui/look/theme.h"

#include <QFontMetricsF>
#include <QPainter>

namespace gatescope {

namespace {

bool isLetter(QChar c)
{
    return c.isLetter() || c.isMark() || c == QLatin1Char('\'') || c == QLatin1Char('~');
}

/// Where the run of letters that starts at `from` ends.
qsizetype wordEnd(const QString &text, qsizetype from)
{
    qsizetype end = from;
    while (end < text.size() && isLetter(text[end]))
        ++end;
    return end;
}

} // namespace

QColor symbolColor(const QString &symbol, const QPalette &palette)
{
    static const std::pair<const char *, Quantity> letters[] = {
        {"x", Quantity::Input},     {"r", Quantity::ResetGate},   {"z", Quantity::UpdateGate},
        {"n", Quantity::Candidate}, {"h", Quantity::HiddenState}, {"h'", Quantity::HiddenState},
    };
    for (const auto &[letter, quantity] : letters) {
        if (symbol == QLatin1String(letter))
            return quantityColor(quantity, palette);
    }
    return themeColors(palette).text;
}

EquationText::EquationText(const QString &text, const QFont &font, const QPalette &palette)
{
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.78);
    const QColor plain = themeColors(palette).text;
    const double drop = QFontMetricsF(font).ascent() * 0.28;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype end = wordEnd(text, at);
        if (end == at) {
            qsizetype next = at;
            while (next < text.size() && !isLetter(text[next]) && text[next] != QLatin1Char('_'))
                ++next;
            if (next > at) {
                append(text.mid(at, next - at), font, plain, 0);
                at = next;
                continue;
            }
            const qsizetype subscript = wordEnd(text, at + 1);
            append(text.mid(at + 1, subscript - at - 1), small, plain, drop);
            at = std::max(subscript, at + 1);
            continue;
        }
        const QString word = text.mid(at, end - at);
        const bool hasSubscript = end < text.size() && text[end] == QLatin1Char('_');
        append(word, font, hasSubscript ? plain : symbolColor(word, palette), 0);
        at = end;
    }
}

void EquationText::append(const QString &text, const QFont &font, const QColor &color, double drop)
{
    m_pieces.push_back({text, font, color, m_width, drop});
    m_width += QFontMetricsF(font).horizontalAdvance(text);
}

void EquationText::draw(QPainter &painter, const QPointF &baseline) const
{
    for (const Piece &piece : m_pieces) {
        painter.setFont(piece.font);
        painter.setPen(piece.color);
        painter.drawText(baseline + QPointF(piece.x, piece.drop), piece.text);
    }
}

} // namespace gatescope
