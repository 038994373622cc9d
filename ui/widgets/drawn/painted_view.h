// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/common/view_export.h"
#include "ui/widgets/spoken/spoken_view.h"

#include <QRectF>
#include <QWidget>

#include <optional>
#include <vector>

class QPainter;

namespace gatescope {

/// A place of a painted view that explains itself: pointed at, it shows its tip; tests and screen readers read it.
struct Spot {
    QRectF area;
    QString name;  ///< "W_r x"
    QString value; ///< "+0.4100", as it stands on screen
    QString tip;   ///< one plain sentence
    int group = 0; ///< which of a view's parts it belongs to
};

/// A view that is drawn by hand: one drawing serves the screen, pictures and vector files. Subclasses draw and give
/// their numbers as CSV. Its spots are those of the last painting on the screen; N and Shift+N go from one to the next,
/// so that whatever explains itself to the mouse does so to the keyboard and to a screen reader too, and I says them
/// all.
class PaintedView : public QWidget, public ViewExport, public SpokenView {
    Q_OBJECT

public:
    /// @param name  of exported files: "timeline"
    PaintedView(const QString &title, const QString &name, QWidget *parent = nullptr);

    void setCaption(const QString &caption) { m_caption = caption; }
    /// Shown in the middle instead of the drawing; an empty text draws.
    void setEmptyText(const QString &text);
    const QString &emptyText() const { return m_emptyText; }

    const std::vector<Spot> &spots() const { return m_spots; }
    /// The first spot of this name; null when there is none.
    const Spot *spot(const QString &name) const;
    /// The one the keyboard stands on; null when it stands on none.
    const Spot *markedSpot() const;

    QString exportTitle() const override { return m_title; }
    QString exportCaption() const override { return m_caption; }
    QString exportName() const override { return m_name; }
    const QWidget &exportWidget() const override { return *this; }
    void paintContent(QCPPainter &painter, const QSize &size) override;
    QString csv() const override { return {}; }
    /// The spot the keyboard stands on.
    QString spokenValue() const override;
    /// Every spot with its number, in the order of the drawing.
    QString spokenSummary() const override;

protected:
    using Spots = std::vector<Spot>;

    /// Draws into (0, 0, size) and notes what can be pointed at.
    virtual void draw(QPainter &painter, const QSizeF &size, Spots &spots) const = 0;
    /// The words for a place; by default those of the topmost spot there.
    virtual QString tipAt(const QPointF &place) const;
    /// Where the view's cursor is, for a screen reader; empty: it has none.
    virtual QString spokenPlace() const { return {}; }

    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void paintAll(QPainter &painter, const QSizeF &size, Spots &spots) const;
    /// Goes to the next or previous spot that has something to say, round the ends; 0: to none.
    void markSpot(int direction);

    QString m_title;
    QString m_name;
    QString m_caption;
    QString m_emptyText;
    Spots m_spots;
    std::optional<std::size_t> m_marked;
    QString m_description; ///< the view's own, while a spot's stands in its place
    QString m_said;        ///< what a reader was told last of the drawing
};

} // namespace gatescope
