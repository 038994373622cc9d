// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/lens/lens_view.h"

#include <QPainter>

namespace gatescope {

/// Lines of text and pictures under each other; without a painter it only measures.
class LensView::Page {
public:
    Page(QPainter *painter, double width, const QPalette &palette, std::vector<Spot> *spots);

    void heading(const QString &text);
    void text(const QString &text, bool strong = false);
    /// A name in the first column, words in the second.
    void row(const QString &name, const QString &text, const QString &tip);
    void equation(const QString &text);
    void picture(const QString &name, const QString &text, const QString &tip, const QImage &image);
    void gap() { m_y += 6; }
    double height() const { return m_y + 8; }

private:
    double wrapped(const QRectF &area, const QString &text, const QFont &font, const QColor &color);
    void spot(const QRectF &area, const QString &name, const QString &value, const QString &tip);

    QPainter *m_painter;
    double m_width;
    const QPalette &m_palette;
    std::vector<Spot> *m_spots;
    double m_y = 2;
};

} // namespace gatescope
