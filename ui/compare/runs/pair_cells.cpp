// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/runs/pair_cells.h"

#include "ui/look/theme.h"
#include "ui/widgets/drawn/equation_text.h"

#include <QPainter>

#include <algorithm>

namespace gatescope {

namespace {

constexpr double kCellsMargin = 6.0;
constexpr double kCellsGap = 14.0;

QString fromCore(const std::string &text)
{
    return QString::fromStdString(text);
}

} // namespace

PairCells::PairCells(QWidget *parent) : PaintedView(tr("Two opened cells"), QStringLiteral("two-cells"), parent)
{
    setAccessibleDescription(tr("The same cell of both runs, every equation with its numbers."));
}

void PairCells::show(const std::vector<PairWalk> &walks, const Cursor &cursor)
{
    m_sides.clear();
    for (const PairWalk &walk : walks) {
        if (!walk.trace)
            continue;
        const NetworkOptions &network = walk.trace->network;
        const Index layer = std::clamp<Index>(cursor.layer, 0, network.layers - 1);
        const Index step = std::clamp<Index>(cursor.step, 0, walk.trace->steps() - 1);
        Side side;
        side.unit = std::clamp<Index>(cursor.unit, 0, network.hidden - 1);
        side.cell = openCell<float>(*walk.trace, walk.parameters, layer, step);
        side.place = walk.run.place;
        side.title = tr("%1 · layer %2 · unit %3 · step %4 · batch %5")
                         .arg(walk.run.letter()) // the shelf names it
                         .arg(layer + 1)
                         .arg(side.unit)
                         .arg(step)
                         .arg(groupedNumber(walk.step));
        m_sides.push_back(std::move(side));
    }
    update();
}

QSize PairCells::minimumSizeHint() const
{
    const int line = QFontMetrics(themeFont(TextRole::Caption)).height();
    return {200, 12 * line};
}

double PairCells::drawStage(QPainter &painter, double y, double width, std::size_t stage, Spots &spots) const
{
    const ThemeColors &colors = themeColors(palette());
    const double side = (width - 2 * kCellsMargin - kCellsGap) / 2;
    double bottom = y;
    for (std::size_t i = 0; i < m_sides.size(); ++i) {
        const OpenStage &open = m_sides[i].cell.stages[stage];
        const double left = kCellsMargin + static_cast<double>(i) * (side + kCellsGap);
        const QFont formula = themeFont(TextRole::Caption);
        const QFontMetricsF metrics(formula);
        EquationText(fromCore(open.form.equation()), formula, palette()).draw(painter, {left, y + metrics.ascent()});
        const QString numbers = fromCore(equationWithNumbers(open, m_sides[i].unit));
        const QRectF room(left, y + metrics.height() + 1, side, 10000);
        const QRectF used = metrics.boundingRect(room, Qt::TextWordWrap, numbers);
        painter.setFont(formula);
        painter.setPen(colors.text);
        painter.drawText(QRectF(room.topLeft(), QSizeF(side, used.height() + 2)), Qt::TextWordWrap, numbers);
        bottom = std::max(bottom, room.top() + used.height());
        spots.push_back({QRectF(left, y, side, room.top() + used.height() - y), fromCore(open.form.title), numbers,
                         fromCore(open.form.meaning), static_cast<int>(i)});
    }
    return bottom + 6;
}

void PairCells::draw(QPainter &painter, const QSizeF &size, Spots &spots) const
{
    const ThemeColors &colors = themeColors(palette());
    QFont bold = themeFont(TextRole::Caption);
    bold.setBold(true);
    const double side = (size.width() - 2 * kCellsMargin - kCellsGap) / 2;
    const QFontMetricsF metrics(bold);
    painter.setClipRect(QRectF({0, 0}, size));
    for (std::size_t i = 0; i < m_sides.size(); ++i) {
        painter.setFont(bold);
        painter.setPen(ComparedRun{nullptr, m_sides[i].place}.color(palette()));
        const double left = kCellsMargin + static_cast<double>(i) * (side + kCellsGap);
        painter.drawText(QRectF(left, 2, side, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(m_sides[i].title, Qt::ElideMiddle, side));
    }
    double y = 2 + metrics.height() + 6;
    if (m_sides.size() > 1) {
        painter.setPen(colors.grid);
        const double middle = kCellsMargin + side + kCellsGap / 2;
        painter.drawLine(QPointF(middle, 2), QPointF(middle, size.height() - 2));
    }
    for (std::size_t stage = 0; stage < kCellStages && !m_sides.empty(); ++stage)
        y = drawStage(painter, y, size.width(), stage, spots);
}

QString PairCells::csv() const
{
    QString text = QStringLiteral("run,stage,term,value\n");
    for (const Side &side : m_sides) {
        for (const OpenStage &stage : side.cell.stages) {
            const auto line = [&](const QString &term, double value) {
                text += QStringLiteral("%1,%2,%3,%4\n")
                            .arg(csvText(side.title), csvText(fromCore(stage.form.letter)), csvText(term),
                                 csvNumber(value));
            };
            for (const CellTerm &term : stage.terms)
                line(fromCore(term.symbol), term.values(side.unit));
            line(QStringLiteral("sum"), stage.sum(side.unit));
            line(QStringLiteral("result"), stage.stored(side.unit));
        }
    }
    return text;
}

} // namespace gatescope
