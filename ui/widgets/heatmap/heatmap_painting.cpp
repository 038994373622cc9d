// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/heatmap/heatmap_painting.h"

#include "ui/look/fitting_text.h"
#include "ui/look/theme.h"
#include "ui/widgets/heatmap/color_map.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr int kGap = 10; ///< pixels between a title and its caption

QString barNumber(double value)
{
    QString text = QString::number(std::abs(value), 'g', 3);
    if (value < 0)
        text.prepend(QChar(0x2212));
    return text;
}

/// A mean stands with its spread or not at all.
QString captionFor(const HeatmapPanel &panel, const QFontMetrics &metrics, int width)
{
    if (panel.shortCaption.isEmpty())
        return fittingParts(panel.caption, metrics, width);
    for (const QString &caption : {panel.caption, panel.shortCaption}) {
        if (metrics.horizontalAdvance(caption) <= width)
            return caption;
    }
    return {};
}

/// "z update · layer 2", "z · layer 2", "z · 2": the letter and the layer say which panel it is.
QStringList formsOfTitle(const HeatmapPanel &panel)
{
    constexpr int kLongestLetter = 2;
    QStringList forms{panel.title}, parts = panel.title.split(QStringLiteral(" · "));
    if (const QString letter = parts.front().section(QLatin1Char(' '), 0, 0); letter.size() <= kLongestLetter) {
        parts.front() = letter;
        forms << parts.join(QStringLiteral(" · "));
    }
    if (!panel.shortTitle.isEmpty())
        forms << panel.shortTitle;
    return forms;
}

/// The longest form of the title that fits; where it can, beside what else stands in its line.
QString fittingTitle(const HeatmapPanel &panel, const QFontMetrics &metrics, int width, int beside)
{
    const QStringList forms = formsOfTitle(panel);
    for (const int room : {width - beside, width}) {
        for (const QString &form : forms) {
            if (metrics.horizontalAdvance(form) <= room)
                return form;
        }
    }
    return fittingParts(forms.back(), metrics, width);
}

/// First and one-past-last source index of a target pixel.
std::pair<Index, Index> sourceSpan(Index target, Index targets, Index sources)
{
    const Index first = target * sources / targets;
    return {first, std::max((target + 1) * sources / targets, first + 1)};
}

float share(float value, float minimum, float maximum)
{
    if (std::isnan(value))
        return value;
    return maximum > minimum ? (value - minimum) / (maximum - minimum) : 0.5F;
}

} // namespace

Index unitOfRow(const HeatmapPanel &panel, Index row)
{
    return row < static_cast<Index>(panel.order.size()) ? panel.order[static_cast<std::size_t>(row)] : row;
}

Index rowOfUnit(const HeatmapPanel &panel, Index unit)
{
    const auto found = std::find(panel.order.begin(), panel.order.end(), unit);
    return found == panel.order.end() ? unit : found - panel.order.begin();
}

Matrix<float> displayShares(const HeatmapPanel &panel, const QSize &pixels)
{
    const Matrix<float> &values = *panel.values;
    const Index rows = std::min<Index>(values.rows(), std::max(pixels.height(), 1));
    const Index columns = std::min<Index>(values.cols(), std::max(pixels.width(), 1));
    Matrix<float> shares(rows, columns);
    for (Index c = 0; c < columns; ++c) {
        const auto [firstStep, lastStep] = sourceSpan(c, columns, values.cols());
        for (Index r = 0; r < rows; ++r) {
            const auto [firstRow, lastRow] = sourceSpan(r, rows, values.rows());
            float sum = 0.0F;
            for (Index row = firstRow; row < lastRow; ++row) {
                const Index unit = unitOfRow(panel, row);
                const auto [low, high] = panel.unitRanges.empty() ? std::pair(static_cast<float>(panel.minimum),
                                                                              static_cast<float>(panel.maximum))
                                                                  : panel.unitRanges[static_cast<std::size_t>(unit)];
                for (Index step = firstStep; step < lastStep; ++step)
                    sum += share(values(unit, step), low, high);
            }
            shares(r, c) = sum / static_cast<float>((lastRow - firstRow) * (lastStep - firstStep));
        }
    }
    return shares;
}

Index niceStep(Index length, Index count)
{
    const double raw = static_cast<double>(length) / static_cast<double>(std::max<Index>(count, 1));
    Index decade = 1;
    while (true) {
        for (const Index factor : {1, 2, 5}) {
            if (static_cast<double>(factor * decade) >= raw)
                return factor * decade;
        }
        decade *= 10;
    }
}

QImage Heatmap::image(const HeatmapPanel &panel, const QSize &pixels) const
{
    const Matrix<float> shares = displayShares(panel, pixels);
    const ColorMap &map = colorMapFor(panel.map.value_or(quantityInfo(panel.quantity).map), palette());
    const QRgb notANumber = themeColors(palette()).notANumber.rgb();
    QImage image(static_cast<int>(shares.cols()), static_cast<int>(shares.rows()), QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const double value = static_cast<double>(shares(y, x));
            line[x] = std::isnan(value) ? notANumber : map.color(value);
        }
    }
    return image;
}

void Heatmap::paintPanel(QPainter &painter, const Geometry &geometry, std::size_t index) const
{
    const HeatmapPanel &panel = m_panels[index];
    const ThemeColors &colors = themeColors(palette());
    const QRect cells = geometry.cells[index];
    QFont bold = themeFont(TextRole::Caption);
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(quantityColor(panel.quantity, palette()));
    const QRect title = geometry.titles[index];
    const bool isBeside = !geometry.captions[index].isValid();
    const QFontMetrics captionMetrics(themeFont(TextRole::Caption));
    const int beside =
        isBeside && !panel.shortCaption.isEmpty() ? captionMetrics.horizontalAdvance(panel.shortCaption) + kGap : 0;
    const QString shown = fittingTitle(panel, painter.fontMetrics(), title.width(), beside);
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter, shown);
    const int titleWidth = painter.fontMetrics().horizontalAdvance(shown);
    painter.setFont(themeFont(TextRole::Caption));
    painter.setPen(colors.muted);
    const QRect caption = isBeside ? title.adjusted(titleWidth + kGap, 0, 0, 0) : geometry.captions[index];
    if (caption.width() > 40)
        painter.drawText(caption, Qt::AlignLeft | Qt::AlignVCenter,
                         captionFor(panel, painter.fontMetrics(), caption.width()));
    if (cells.width() < 2 || cells.height() < 2)
        return;
    if (!panel.values || panel.values->size() == 0) {
        painter.setPen(QPen(colors.strongBorder, 1, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(cells.adjusted(0, 0, -1, -1));
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    const double ratio = painter.device()->devicePixelRatioF();
    painter.drawImage(cells, image(panel, (QSizeF(cells.size()) * ratio).toSize()));
    paintCursor(painter, cells, panel);
}

void Heatmap::paintCursor(QPainter &painter, const QRect &cells, const HeatmapPanel &panel) const
{
    const Index steps = panel.values->cols();
    const Index units = panel.values->rows();
    const ThemeColors &colors = themeColors(palette());
    painter.setBrush(Qt::NoBrush);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const auto mark = [&](const QRectF &place) {
        const QRect outer = place.toAlignedRect().adjusted(-1, -1, 0, 0);
        painter.setPen(
            QPen(colors.cursorHalo, 1)); // opaque: Qt wakes threads of its own for a line that shines through
        painter.drawRect(outer.adjusted(-1, -1, 1, 1));
        painter.setPen(QPen(colors.cursor, 1));
        painter.drawRect(outer);
    };
    const double width = static_cast<double>(cells.width()) / static_cast<double>(steps);
    const double height = static_cast<double>(cells.height()) / static_cast<double>(units);
    if (m_step >= 0 && m_step < steps)
        mark(QRectF(cells.left() + static_cast<double>(m_step) * width, cells.top(), std::max(width, 2.0),
                    cells.height()));
    if (!panel.isSlim && (m_layer == panel.layer || m_layer < 0) && m_unit >= 0 && m_unit < units) {
        const auto row = static_cast<double>(rowOfUnit(panel, m_unit));
        mark(QRectF(cells.left(), cells.top() + row * height, cells.width(), std::max(height, 2.0)));
    }
}

void Heatmap::paintStepAxis(QPainter &painter, const Geometry &geometry) const
{
    painter.setFont(themeFont(TextRole::Caption));
    painter.setPen(themeColors(palette()).muted);
    const QFontMetrics metrics = painter.fontMetrics();
    for (std::size_t i = static_cast<std::size_t>(geometry.firstOfLastRow); i < m_panels.size(); ++i) {
        if (!m_panels[i].values || m_panels[i].values->cols() == 0)
            continue;
        const QRect cells = geometry.cells[i];
        const Index steps = m_panels[i].values->cols();
        const Index every = niceStep(steps, cells.width() / 34);
        for (Index step = 0; step < steps; step += every) {
            const double x =
                cells.left() + (static_cast<double>(step) + 0.5) * cells.width() / static_cast<double>(steps);
            painter.drawText(QRectF(x - 22, geometry.stepAxis.top(), 44, metrics.height()), Qt::AlignCenter,
                             QString::number(step));
        }
    }
    if (geometry.stepAxis.height() < 2 * metrics.height())
        return; // room for the numbers only
    painter.drawText(geometry.stepAxis, Qt::AlignHCenter | Qt::AlignBottom,
                     fittingParts(m_stepAxis, metrics, geometry.stepAxis.width()));
}

/// What the colour bar is of: the first panel that is no slim one.
const HeatmapPanel *Heatmap::barPanel() const
{
    for (const HeatmapPanel &panel : m_panels) {
        if (!panel.isSlim)
            return &panel;
    }
    return &m_panels.front();
}

/// Along the bar, read upwards: "0 takes the new" at its foot, "1 keeps the old" at its head.
void Heatmap::paintBarEnds(QPainter &painter, const QRect &bar) const
{
    const int height = painter.fontMetrics().height();
    const int room = bar.height() - 2 * height - 12;
    const auto fit = [&](const QString &both) { return painter.fontMetrics().horizontalAdvance(both) + 16 <= room; };
    QString low = m_lowEnd, high = m_highEnd;
    if (!fit(low + high)) { // "z: takes the new" gives way to "z: takes"
        low = low.section(QLatin1Char(' '), 0, 1);
        high = high.section(QLatin1Char(' '), 0, 0);
    }
    if (high.isEmpty() || !fit(low + high))
        return;
    painter.save();
    painter.translate(bar.right() + 4, bar.bottom() - height - 6);
    painter.rotate(-90);
    const QRect along(0, 0, room, height);
    painter.drawText(along, Qt::AlignLeft | Qt::AlignVCenter, low);
    painter.drawText(along, Qt::AlignRight | Qt::AlignVCenter, high);
    painter.restore();
}

void Heatmap::paintColorBar(QPainter &painter, const Geometry &geometry) const
{
    if (!geometry.colorBar.isValid() || m_panels.empty())
        return;
    const QRect bar = geometry.colorBar;
    const HeatmapPanel &panel = *barPanel();
    const ColorMap &map = colorMapFor(panel.map.value_or(quantityInfo(panel.quantity).map), palette());
    QImage ramp(1, std::max(bar.height(), 1), QImage::Format_RGB32);
    for (int y = 0; y < ramp.height(); ++y)
        ramp.setPixel(0, y, map.color(1.0 - static_cast<double>(y) / std::max(ramp.height() - 1, 1)));
    painter.drawImage(bar, ramp);
    const ThemeColors &colors = themeColors(palette());
    painter.setFont(themeFont(TextRole::Caption));
    painter.setPen(colors.muted);
    const bool ownRanges = !panel.unitRanges.empty();
    const int height = painter.fontMetrics().height();
    const auto number = [&](int y, const QString &text) {
        painter.drawText(QRect(bar.right() + 4, y - height / 2, 40, height), Qt::AlignLeft | Qt::AlignVCenter, text);
    };
    number(bar.top() + height / 2 - 2, ownRanges ? tr("max") : barNumber(panel.maximum));
    if (!ownRanges && panel.minimum < 0 && panel.maximum > 0)
        number(bar.top() + static_cast<int>(bar.height() * panel.maximum / (panel.maximum - panel.minimum)),
               QStringLiteral("0"));
    number(bar.bottom() - height / 2 + 2, ownRanges ? tr("min") : barNumber(panel.minimum));
    if (!ownRanges)
        paintBarEnds(painter, bar);
}

} // namespace gatescope
