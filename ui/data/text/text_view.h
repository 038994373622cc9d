// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/drawn/painted_view.h"

namespace gatescope {

class DataDraft;
class Passage;
class Selection;

/// The whole text as a band with its split and the chosen window, and below it the characters around that window.
/// Clicking the band, or a character, chooses the window there; ← → go to the next one.
class TextView final : public PaintedView {
    Q_OBJECT

public:
    TextView(DataDraft &draft, Selection &selection, QWidget *parent = nullptr);

    QString csv() const override;
    QSize sizeHint() const override { return {500, 300}; }
    QSize minimumSizeHint() const override { return {200, 120}; }

protected:
    void draw(QPainter &painter, const QSizeF &size, Spots &spots) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Shown {
        std::int64_t first = 0, count = 0; ///< characters of the passage
        std::int64_t window = 0, steps = 0;
        std::array<std::int64_t, 4> parts{};
        QRectF band, room;
    };

    Shown shown(const QSizeF &size) const;
    Passage passage(const Shown &shown) const;
    std::string_view character(std::int64_t place) const;
    void drawBand(QPainter &painter, const Shown &shown, Spots &spots) const;
    /// As it stands in exported columns.
    QString partId(const Shown &shown, std::int64_t place) const;
    void follow();

    DataDraft &m_draft;
    Selection &m_selection;
};

} // namespace gatescope
