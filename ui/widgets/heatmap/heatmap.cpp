// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/heatmap/heatmap.h"

#include "ui/look/fitting_text.h"
#include "ui/look/short_number.h"
#include "ui/look/theme.h"
#include "ui/widgets/common/view_export.h"
#include "ui/widgets/heatmap/heatmap_painting.h"
#include "ui/widgets/heatmap/heatmap_table.h"
#include "ui/widgets/spoken/spoken_view.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace gatescope {

Heatmap::Heatmap(QWidget *parent) : QWidget(parent), m_emptyText(tr("No values yet"))
{
    [[maybe_unused]] static const bool offered = offerSpokenTable(heatmapTable);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void Heatmap::setPanels(std::vector<HeatmapPanel> panels)
{
    m_panels = std::move(panels);
    update();
}

void Heatmap::setColumns(int columns)
{
    m_columns = std::max(columns, 1);
    update();
}

void Heatmap::setStepAxis(const QString &label)
{
    m_stepAxis = label;
    update();
}

void Heatmap::setUnitAxis(const QString &label)
{
    m_unitAxis = label;
    update();
}

void Heatmap::setEmptyText(const QString &text)
{
    m_emptyText = text;
    update();
}

void Heatmap::setMark(std::int64_t layer, std::int64_t step, std::int64_t unit)
{
    if (layer == m_layer && step == m_step && unit == m_unit)
        return;
    m_layer = layer;
    m_step = step;
    m_unit = unit;
    update();
    speakValue(*this);
}

void Heatmap::setBarEnds(const QString &low, const QString &high)
{
    if (low == m_lowEnd && high == m_highEnd)
        return;
    m_lowEnd = low;
    m_highEnd = high;
    update();
}

void Heatmap::setHoverText(std::function<QString(const HeatmapPanel &, Index, Index)> text)
{
    m_hoverText = std::move(text);
}

QSize Heatmap::minimumSizeHint() const
{
    return {140, 52};
}

Heatmap::Geometry Heatmap::geometry(const QRect &rect) const
{
    Geometry g;
    const int line = QFontMetrics(themeFont(TextRole::Caption)).height();
    const int count = static_cast<int>(m_panels.size());
    const int columns = std::clamp(m_columns, 1, std::max(count, 1));
    const int rows = std::max((count + columns - 1) / columns, 1);
    const int barWidth = rect.width() > 220 ? line + 44 : 0;
    const int axisHeight = m_stepAxis.isEmpty() ? 0 : rect.height() > 190 ? 2 * line + 2 : line;
    const int left = m_unitAxis.isEmpty() ? 4 : line + 6;
    const QRect area = rect.adjusted(left, 0, -barWidth - 4, -axisHeight);
    const int gapX = 12;
    const int width = (area.width() - (columns - 1) * gapX) / columns;
    // Slim panels fill the first rows: a line of words and a few pixels a feature.
    int firstTall = 0;
    while (firstTall < count && m_panels[static_cast<std::size_t>(firstTall)].isSlim)
        firstTall += columns;
    const int slimRows = firstTall / columns;
    const int slimHeight = slimRows > 0 && area.height() > 9 * line ? 2 * line + 12 : 0;
    const int rowHeight = (area.height() - slimRows * slimHeight) / std::max(rows - slimRows, 1);
    // Captions go beside the titles where there is little height.
    const bool captions =
        rowHeight > 5 * line
        && std::any_of(m_panels.begin(), m_panels.end(), [](const HeatmapPanel &p) { return !p.caption.isEmpty(); });
    for (int i = 0; i < count; ++i) {
        const int row = i / columns;
        const bool slim = row < slimRows;
        const QRect slot(area.left() + (i % columns) * (width + gapX),
                         area.top() + (slim ? row * slimHeight : slimRows * slimHeight + (row - slimRows) * rowHeight),
                         width, slim ? slimHeight : rowHeight);
        if (slim) { // where there is no room for it, everything of it is empty
            g.titles.push_back(slimHeight > 0 ? QRect(slot.left(), slot.top(), slot.width(), line + 2) : QRect());
            g.cells.push_back(slimHeight > 0 ? slot.adjusted(0, line + 4, 0, -6) : QRect());
            g.captions.push_back(QRect());
            continue;
        }
        const int below = captions ? line + 8 : 4;
        g.titles.push_back({slot.left(), slot.top(), slot.width(), line + 2});
        g.cells.push_back(slot.adjusted(0, line + 4, 0, -below));
        g.captions.push_back(captions ? QRect(slot.left(), slot.bottom() - line - 5, slot.width(), line) : QRect());
    }
    g.firstOfLastRow = (rows - 1) * columns;
    g.stepAxis = QRect(area.left(), rect.bottom() - axisHeight + 1, area.width(), axisHeight);
    const auto firstFull = static_cast<std::size_t>(std::min(slimRows * columns, std::max(count - 1, 0)));
    if (barWidth > 0 && count > 0)
        g.colorBar = QRect(area.right() + 12, g.cells[firstFull].top(), line - 3,
                           g.cells.back().bottom() - g.cells[firstFull].top() + 1);
    return g;
}

void Heatmap::paint(QPainter &painter, const QRect &rect) const
{
    const Geometry g = geometry(rect);
    const ThemeColors &colors = themeColors(palette());
    for (std::size_t i = 0; i < m_panels.size(); ++i)
        paintPanel(painter, g, i);
    const bool empty = std::none_of(m_panels.begin(), m_panels.end(),
                                    [](const HeatmapPanel &p) { return p.values && p.values->size() > 0; });
    if (empty) {
        painter.setFont(themeFont(TextRole::Body));
        painter.setPen(colors.muted);
        painter.drawText(rect.adjusted(12, 0, -12, 0), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    if (!m_unitAxis.isEmpty()) {
        painter.save();
        painter.setFont(themeFont(TextRole::Caption));
        painter.setPen(colors.muted);
        const QRect cells = g.cells.front().united(g.cells.back());
        painter.translate(rect.left(), cells.bottom());
        painter.rotate(-90);
        painter.drawText(QRect(0, 0, cells.height(), painter.fontMetrics().height()), Qt::AlignCenter,
                         fittingParts(m_unitAxis, painter.fontMetrics(), cells.height()));
        painter.restore();
    }
    if (!m_stepAxis.isEmpty())
        paintStepAxis(painter, g);
    paintColorBar(painter, g);
}

QRect Heatmap::cellsRect(std::size_t panel) const
{
    return geometry(rect()).cells.at(panel);
}

void Heatmap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, rect());
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(themeColors(palette()).accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

std::optional<Heatmap::Cell> Heatmap::cellAt(const QPoint &point) const
{
    const Geometry g = geometry(rect());
    for (std::size_t i = 0; i < m_panels.size(); ++i) {
        const HeatmapPanel &panel = m_panels[i];
        const QRect cells = g.cells[i];
        if (!panel.values || panel.values->size() == 0 || !cells.contains(point))
            continue;
        const Index row = std::clamp<Index>((point.y() - cells.top()) * panel.values->rows() / cells.height(), 0,
                                            panel.values->rows() - 1);
        const Index step = std::clamp<Index>((point.x() - cells.left()) * panel.values->cols() / cells.width(), 0,
                                             panel.values->cols() - 1);
        return Cell{i, unitOfRow(panel, row), step};
    }
    return std::nullopt;
}

QString Heatmap::hoverText(const Cell &cell) const
{
    const HeatmapPanel &panel = m_panels[cell.panel];
    if (m_hoverText)
        return m_hoverText(panel, cell.unit, cell.step);
    return tr("%1\nunit %2 · step %3\n%4 = %5")
        .arg(panel.title)
        .arg(cell.unit)
        .arg(cell.step)
        .arg(quantityInfo(panel.quantity).letter,
             fixedText(static_cast<double>((*panel.values)(cell.unit, cell.step))));
}

/// What the letter of a title means.
QString Heatmap::titleTip(const QPoint &place) const
{
    const Geometry g = geometry(rect());
    for (std::size_t i = 0; i < m_panels.size(); ++i) {
        if (g.titles[i].contains(place))
            return quantityInfo(m_panels[i].quantity).explanation();
    }
    return {};
}

void Heatmap::point(const QPoint &place)
{
    if (const std::optional<Cell> cell = cellAt(place)) {
        const bool slim = m_panels[cell->panel].isSlim; // its lines are no units: only the step is pointed at
        Q_EMIT pointed(slim ? m_layer : m_panels[cell->panel].layer, cell->step, slim ? m_unit : cell->unit);
    }
}

void Heatmap::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        point(event->position().toPoint());
    else
        QWidget::mousePressEvent(event);
}

void Heatmap::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint place = event->position().toPoint();
    if (event->buttons() & Qt::LeftButton)
        point(place);
    if (const std::optional<Cell> cell = cellAt(place))
        QToolTip::showText(event->globalPosition().toPoint() + QPoint(8, 8), hoverText(*cell), this);
    else if (const QString meaning = titleTip(place); !meaning.isEmpty())
        QToolTip::showText(event->globalPosition().toPoint() + QPoint(8, 8), meaning, this);
    else
        QToolTip::hideText();
}

void Heatmap::leaveEvent(QEvent *event)
{
    QToolTip::hideText();
    QWidget::leaveEvent(event);
}

void Heatmap::keyPressEvent(QKeyEvent *event)
{
    if (speakSummaryOn(*event, *this))
        return;
    const auto current = std::find_if(m_panels.begin(), m_panels.end(),
                                      [this](const HeatmapPanel &p) { return p.layer == m_layer && !p.isSlim; });
    if (current == m_panels.end() || !current->values || current->values->size() == 0)
        return QWidget::keyPressEvent(event);
    const Index steps = current->values->cols();
    const Index units = current->values->rows();
    std::int64_t layer = m_layer;
    std::int64_t step = m_step;
    Index row = rowOfUnit(*current, m_unit);
    switch (event->key()) {
    case Qt::Key_Left:
        --step;
        break;
    case Qt::Key_Right:
        ++step;
        break;
    case Qt::Key_Home:
        step = 0;
        break;
    case Qt::Key_End:
        step = steps - 1;
        break;
    case Qt::Key_Up:
        --row;
        break;
    case Qt::Key_Down:
        ++row;
        break;
    case Qt::Key_PageUp:
        ++layer;
        break;
    case Qt::Key_PageDown:
        --layer;
        break;
    default:
        return QWidget::keyPressEvent(event);
    }
    row = std::clamp<Index>(row, 0, units - 1);
    Q_EMIT pointed(std::max<std::int64_t>(layer, 0), std::clamp<std::int64_t>(step, 0, steps - 1),
                   unitOfRow(*current, row));
}

void Heatmap::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        update();
    QWidget::changeEvent(event);
}

QString Heatmap::csv() const
{
    QString text = QStringLiteral("quantity,layer,unit,step,value\n");
    for (const HeatmapPanel &panel : m_panels) {
        if (!panel.values || panel.isSlim)
            continue;
        const QString id = QString::fromLatin1(quantityInfo(panel.quantity).id);
        for (Index unit = 0; unit < panel.values->rows(); ++unit) {
            for (Index step = 0; step < panel.values->cols(); ++step)
                text += QStringLiteral("%1,%2,%3,%4,%5\n")
                            .arg(id)
                            .arg(panel.layer + 1)
                            .arg(unit)
                            .arg(step)
                            .arg(csvNumber(static_cast<double>((*panel.values)(unit, step))));
        }
    }
    return text;
}

} // namespace gatescope
