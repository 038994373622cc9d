// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/drawn/strip_view.h"

#include "ui/inspect/drawn/stage_painting.h"
#include "ui/look/theme.h"
#include "ui/widgets/common/view_export.h"
#include "ui/widgets/drawn/equation_text.h"
#include "ui/widgets/plot/log_ticker.h"

#include <QMouseEvent>

#include <algorithm>

namespace gatescope {

namespace {

constexpr double kPanelGap = 6.0;

double stripRowHeight()
{
    return QFontMetricsF(themeFont(TextRole::Caption)).height() + 1;
}

/// Width of the words at the left of a strip, and of the numbers at its right.
double labelWidth()
{
    return QFontMetricsF(themeFont(TextRole::Caption)).horizontalAdvance(QStringLiteral("(1 − z) ⊙ n")) + 12;
}

} // namespace

double halfRange(std::initializer_list<const Vector<double> *> vectors)
{
    double largest = 1e-12;
    for (const Vector<double> *vector : vectors) {
        if (vector->size() > 0)
            largest = std::max(largest, vector->cwiseAbs().maxCoeff());
    }
    return largest;
}

std::vector<QRectF> StripView::panelAreas(const std::vector<Panel> &panels, double width) const
{
    std::vector<QRectF> areas;
    double top = 2;
    for (const Panel &panel : panels) {
        const double height = 3 + StagePanel::titleHeight() + static_cast<double>(panel.lines.size()) * stripRowHeight()
                              + (panel.caption.isEmpty() ? 0 : StagePanel::captionHeight()) + 6;
        areas.emplace_back(10, top, width - 20, height);
        top += height + kPanelGap;
    }
    return areas;
}

QSize StripView::minimumSizeHint() const
{
    if (!canDraw())
        return {300, 120};
    const std::vector<QRectF> areas = panelAreas(panels(), 400);
    return QSizeF(labelWidth() * 2 + 220, areas.empty() ? 100 : areas.back().bottom() + 6).toSize();
}

QRectF StripView::stripArea(const QRectF &row) const
{
    return row.adjusted(labelWidth(), 2, -labelWidth(), -2);
}

void StripView::draw(QPainter &painter, const QSizeF &size, Spots &spots) const
{
    const std::vector<Panel> all = panels();
    const std::vector<QRectF> areas = panelAreas(all, size.width());
    for (std::size_t i = 0; i < all.size(); ++i) {
        StagePanel frame(painter, areas[i], palette(), all[i].quantity);
        const QRectF content = frame.drawTitle(all[i].title, all[i].equation, all[i].meaning, spots);
        QRectF row(content.left(), content.top(), content.width(), stripRowHeight());
        for (const Line &line : all[i].lines) {
            drawLine(painter, row, line, spots);
            row.translate(0, stripRowHeight());
        }
        row.setHeight(StagePanel::captionHeight());
        frame.drawCaption(row, all[i].caption);
        spots.push_back({row, tr("caption of %1").arg(all[i].title), all[i].caption, all[i].captionTip});
    }
}

void StripView::drawLine(QPainter &painter, const QRectF &row, const Line &line, Spots &spots) const
{
    const ThemeColors &colors = themeColors(palette());
    const QFont font = themeFont(TextRole::Caption);
    const QFontMetricsF metrics(font);
    const EquationText symbol(line.symbol, font, palette());
    const QRectF strip = stripArea(row);
    symbol.draw(painter, QPointF(strip.left() - symbol.width() - 8, row.top() + metrics.ascent()));
    const bool wholeLayer = line.values.size() == inspection().run().network.hidden;
    const Index unit = inspection().cursor().unit;
    if (line.ghost.size() == line.values.size()) {
        const double low = strip.top() + strip.height() * 2 / 3;
        Strip{line.ghost, line.map, line.minimum, line.maximum}.draw(
            painter, QRectF(strip.left(), low, strip.width(), strip.bottom() - low), palette(), -1);
        painter.setPen(colors.card);
        painter.drawLine(QPointF(strip.left(), low), QPointF(strip.right(), low));
        Strip{line.values, line.map, line.minimum, line.maximum}.draw(
            painter, QRectF(strip.left(), strip.top(), strip.width(), low - strip.top()), palette(),
            wholeLayer ? unit : -1);
    } else {
        Strip{line.values, line.map, line.minimum, line.maximum}.draw(painter, strip, palette(),
                                                                      wholeLayer ? unit : -1);
    }
    painter.setFont(font);
    painter.setPen(colors.muted);
    const QString range = line.map == MapKind::Sequential ? tr("0 … 1") : tr("± %1").arg(shortNumber(line.maximum));
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, range);
    spots.push_back({QRectF(row.left(), row.top(), strip.left() - row.left(), row.height()), line.symbol,
                     wholeLayer ? signedText(line.values(unit)) : QString(), symbolTip(line.symbol)});
    spots.push_back({QRectF(strip.right(), row.top(), row.right() - strip.right(), row.height()),
                     tr("range of %1").arg(line.symbol), range, tr("The range of this strip's colours.")});
}

std::vector<StripView::Drawn> StripView::drawn() const
{
    std::vector<Drawn> lines;
    if (!canDraw())
        return lines;
    const std::vector<Panel> all = panels();
    const std::vector<QRectF> areas = panelAreas(all, width());
    for (std::size_t i = 0; i < all.size(); ++i) {
        QRectF row(areas[i].left() + 14, areas[i].top() + 3 + StagePanel::titleHeight(), areas[i].width() - 24,
                   stripRowHeight());
        for (const Line &line : all[i].lines) {
            lines.push_back({stripArea(row), line});
            row.translate(0, stripRowHeight());
        }
    }
    return lines;
}

QString StripView::tipAt(const QPointF &place) const
{
    for (const Drawn &each : drawn()) {
        if (!each.area.contains(place))
            continue;
        const Index unit = Strip::unitAt(place.x(), each.area, each.line.values.size());
        QString value = signedText(each.line.values(unit));
        if (each.line.ghost.size() == each.line.values.size())
            value += untouchedText(each.line.symbol, signedText(each.line.ghost(unit)));
        return tr("%1 of unit %2 = %3\n%4").arg(each.line.symbol).arg(unit).arg(value, symbolTip(each.line.symbol));
    }
    return InspectView::tipAt(place);
}

void StripView::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    for (const Drawn &each : drawn()) {
        if (event->button() == Qt::LeftButton && each.area.contains(event->position())
            && each.line.values.size() == inspection().run().network.hidden) {
            const Cursor cursor = inspection().cursor();
            inspection().moveTo(cursor.layer, cursor.step,
                                Strip::unitAt(event->position().x(), each.area, each.line.values.size()));
            return;
        }
    }
}

QString StripView::csv() const
{
    QString text = QStringLiteral("layer,step,stage,symbol,unit,value\n");
    if (!canDraw())
        return text;
    const Cursor cursor = inspection().cursor();
    for (const Panel &panel : panels()) {
        for (const Line &line : panel.lines) {
            for (Index unit = 0; unit < line.values.size(); ++unit)
                text += QStringLiteral("%1,%2,%3,%4,%5,%6\n")
                            .arg(cursor.layer + 1)
                            .arg(cursor.step)
                            .arg(csvText(panel.id), csvText(line.id.isEmpty() ? line.symbol : line.id))
                            .arg(unit)
                            .arg(csvNumber(line.values(unit)));
        }
    }
    return text;
}

} // namespace gatescope
