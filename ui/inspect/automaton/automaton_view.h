// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/automaton/automaton.h"
#include "ui/inspect/shown/inspect_view.h"

#include <memory>

namespace gatescope {

/// An automaton as a ring of states with arrows, beside the sequence's states in their phase portrait, coloured by the
/// automaton's state that each belongs to.
class AutomatonView final : public InspectView {
    Q_OBJECT

public:
    explicit AutomatonView(Inspection &inspection, QWidget *parent = nullptr);

    /// @param found null, or without states: nothing is drawn but the words
    void show(std::shared_ptr<const ExtractedAutomaton> found, const QString &words);

    QString csv() const override;
    QSize sizeHint() const override { return {360, 260}; }
    QSize minimumSizeHint() const override { return {160, 140}; }

protected:
    void draw(QPainter &painter, const QSizeF &size, Spots &spots) const override;
    QString missing() const override { return m_words; }
    void mousePressEvent(QMouseEvent *event) override;

private:
    struct Ring;

    bool fits() const;
    void drawStates(QPainter &painter, const QRectF &room, Spots &spots) const;
    void drawRing(QPainter &painter, const QRectF &room, Spots &spots) const;
    void drawMove(QPainter &painter, const Ring &ring, int from, int to, const QString &symbols) const;
    QColor stateColor(int state) const;
    QString answerName(int answer) const;

    std::shared_ptr<const ExtractedAutomaton> m_found;
    QString m_words;
    mutable std::vector<QPointF> m_places; ///< of the steps, as last drawn on screen
};

} // namespace gatescope
