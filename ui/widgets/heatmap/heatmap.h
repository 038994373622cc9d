// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"
#include "ui/look/quantity.h"
#include "ui/widgets/spoken/spoken_view.h"

#include <QImage>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace gatescope {

/// One picture of a Heatmap: units down, time steps across.
struct HeatmapPanel {
    QString title;        ///< "r reset · layer 1", in the quantity's colour
    QString shortTitle;   ///< "r · 1": for a panel that has no room for more; empty: the title loses words
    QString caption;      ///< "mean 0.54 ± 0.11 · saturated 0 %"
    QString shortCaption; ///< the same for a narrow panel: "0.54 ± 0.11"
    Quantity quantity = Quantity::HiddenState;
    std::int64_t layer = 0; ///< what the shared cursor's layer has to be for the panel's row to be marked
    std::shared_ptr<const Matrix<float>> values; ///< (units × steps); null or empty is an empty frame
    std::vector<Index> order;                    ///< unit shown in each row from the top; empty: 0, 1, 2 …
    double minimum = 0.0;
    double maximum = 1.0;
    std::optional<MapKind> map; ///< where it is not the quantity's own: a gate's weights have a sign, its values none
    /// Per unit (minimum, maximum): every row has its own range then; empty otherwise.
    std::vector<std::pair<float, float>> unitRanges;
    /// A row of few lines over the others, such as the input: low, without the mark of a unit, not exported.
    bool isSlim = false;
};

/// Heatmaps side by side with one colour bar, a cursor, hover values and keys: ← → Home End a step, ↑ ↓ a unit,
/// PgUp PgDn a layer, I says it in words. Cells smaller than a pixel are averaged. Draws nothing but its frames while
/// there are no values.
class Heatmap : public QWidget, public SpokenView {
    Q_OBJECT

public:
    explicit Heatmap(QWidget *parent = nullptr);

    void setPanels(std::vector<HeatmapPanel> panels);
    const std::vector<HeatmapPanel> &panels() const { return m_panels; }
    void setColumns(int columns);
    /// "step in the window (hours)": under the lowest row.
    void setStepAxis(const QString &label);
    /// What the vertical direction is; shown at the left of each panel.
    void setUnitAxis(const QString &label);
    /// Shown in the middle while there are no values.
    void setEmptyText(const QString &text);
    /// What the lower and the upper end of the colour bar mean, along it.
    void setBarEnds(const QString &low, const QString &high);
    /// Layer, step and unit (not the row) to mark; layer −1 marks the unit in all panels.
    void setMark(std::int64_t layer, std::int64_t step, std::int64_t unit);
    /// The bubble's words for a cell; without it: title, unit, step, value.
    void setHoverText(std::function<QString(const HeatmapPanel &, Index unit, Index step)> text);

    /// Draws all of it into a rectangle: the widget's own painting and exports use this.
    void paint(QPainter &painter, const QRect &rect) const;
    /// One line a cell: panel, layer, unit, step, value.
    QString csv() const;

    /// What is said over a panel's title: the quantity in a sentence; empty elsewhere.
    QString titleTip(const QPoint &place) const;
    /// Rectangle of a panel's cells in widget coordinates, for tests and overlays.
    QRect cellsRect(std::size_t panel) const;
    QString spokenValue() const override;
    QString spokenSummary() const override;
    QSize sizeHint() const override { return {360, 260}; }
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The user pointed at a cell, by mouse or keys.
    void pointed(std::int64_t layer, std::int64_t step, std::int64_t unit);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Cell {
        std::size_t panel;
        Index unit;
        Index step;
    };
    struct Geometry;

    Geometry geometry(const QRect &rect) const;
    std::optional<Cell> cellAt(const QPoint &point) const;
    void point(const QPoint &place);
    void paintPanel(QPainter &painter, const Geometry &geometry, std::size_t index) const;
    void paintCursor(QPainter &painter, const QRect &cells, const HeatmapPanel &panel) const;
    void paintStepAxis(QPainter &painter, const Geometry &geometry) const;
    void paintColorBar(QPainter &painter, const Geometry &geometry) const;
    const HeatmapPanel *barPanel() const;
    void paintBarEnds(QPainter &painter, const QRect &bar) const;
    QImage image(const HeatmapPanel &panel, const QSize &pixels) const;
    QString hoverText(const Cell &cell) const;

    std::vector<HeatmapPanel> m_panels;
    int m_columns = 1;
    QString m_stepAxis;
    QString m_unitAxis;
    QString m_emptyText;
    QString m_lowEnd, m_highEnd;
    std::int64_t m_layer = 0;
    std::int64_t m_step = 0;
    std::int64_t m_unit = 0;
    std::function<QString(const HeatmapPanel &, Index, Index)> m_hoverText;
};

} // namespace gatescope
