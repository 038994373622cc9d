// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/backward/path_chart.h"

#include "core/inspect/cell/backward_sentences.h"
#include "core/inspect/labels.h"
#include "ui/inspect/backward/path_colors.h"
#include "ui/inspect/drawn/gradient_text.h"
#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"
#include "ui/look/theme.h"
#include "ui/widgets/common/view_export.h"
#include "ui/widgets/heatmap/heatmap_painting.h"

#include <QFontMetricsF>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr int kWholeFrom = 400;          ///< height of the card from which the chart has its whole height
constexpr double kWordsEdge = 12.0;      ///< pixels beside what is said in words
constexpr double kLettersOfRoom = 100.0; ///< words get room for whole hundreds of letters: a step more moves nothing

} // namespace

PathChart::PathChart(Inspection &inspection, QWidget *parent)
    : InspectView(inspection, tr("Gradient paths over the steps"), QStringLiteral("gradient-paths"), parent)
{
    connect(&inspection, &Inspection::runChanged, this, &PathChart::updateGeometry);
    connect(&inspection, &Inspection::cursorMoved, this, &PathChart::updateGeometry);
    setAccessibleDescription(
        tr("Which share of the gradient takes each of the four paths, at every step of the sequence."));
}

QSize PathChart::sizeHint() const
{
    const bool isLow = parentWidget() && parentWidget()->height() < kWholeFrom; // the cell needs the room more
    return isLow ? minimumSizeHint() : QSizeF(600, 130 + wordsHeight(width())).toSize();
}

QSize PathChart::minimumSizeHint() const
{
    return QSizeF(240, QFontMetricsF(themeFont(TextRole::Caption)).height() * 6 + wordsHeight(width())).toSize();
}

QString PathChart::words() const
{
    if (!inspection().hasRun() || !inspection().backward())
        return {};
    return coreSentence(backwardSentence(*inspection().backward(), inspection().run().network.formulation));
}

double PathChart::wordsHeight(double width) const
{
    const QString said = words();
    if (said.isEmpty())
        return 0.0;
    const QFontMetricsF metrics(themeFont(TextRole::Body));
    const double letters = kLettersOfRoom * std::ceil(static_cast<double>(said.size()) / kLettersOfRoom);
    const double lines = std::ceil(letters * metrics.averageCharWidth() / std::max(width - 2 * kWordsEdge, 200.0));
    return lines * metrics.lineSpacing() + 6;
}

void PathChart::resizeEvent(QResizeEvent *event)
{
    InspectView::resizeEvent(event);
    updateGeometry(); // its words need other lines
}

QString PathChart::missing() const
{
    return missingGradient(inspection());
}

Matrix<float> PathChart::shares() const
{
    return pathShares(inspection().run().layers[static_cast<std::size_t>(inspection().cursor().layer)]);
}

QRectF PathChart::chart(const QSizeF &size) const
{
    const QFontMetricsF metrics(themeFont(TextRole::Caption));
    const double left = metrics.horizontalAdvance(QStringLiteral("100 %")) + 20;
    // Half of the uppermost number stands above the chart, below the names.
    return {QPointF(left, wordsHeight(size.width()) + 4 + 1.5 * metrics.height()),
            QPointF(size.width() - 14, size.height() - metrics.height() - 6)};
}

Index PathChart::stepAt(double x) const
{
    const QRectF area = chart(size());
    const Index steps = inspection().run().steps();
    return std::clamp<Index>(
        static_cast<Index>(std::floor((x - area.left()) / area.width() * static_cast<double>(steps))), 0, steps - 1);
}

void PathChart::draw(QPainter &painter, const QSizeF &size, Spots &spots) const
{
    const ThemeColors &colors = themeColors(palette());
    const QFont font = themeFont(TextRole::Caption);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    const QRectF area = chart(size);
    const double said = wordsHeight(size.width());
    const QRectF place(kWordsEdge, 2, size.width() - 2 * kWordsEdge, said);
    painter.setFont(themeFont(TextRole::Body));
    painter.setPen(colors.text);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, withWholePercents(words()));
    spots.push_back({place, tr("in words"), words(), words()});
    painter.setFont(font);
    drawLegend(painter, QRectF(10, said + 2, size.width() - 20, metrics.height()), spots);
    const Matrix<float> values = shares();
    const double pitch = area.width() / static_cast<double>(values.rows());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    for (Index step = 0; step < values.rows(); ++step) {
        const double left = std::round(area.left() + static_cast<double>(step) * pitch);
        const double right = std::round(area.left() + static_cast<double>(step + 1) * pitch) - (pitch > 5 ? 1 : 0);
        double low = area.bottom();
        for (Index path = 0; path < kGradientPaths; ++path) {
            const double high = low - static_cast<double>(values(step, path)) * area.height();
            painter.fillRect(QRectF(QPointF(left, high), QPointF(right, low)),
                             pathColor(static_cast<GradientPath>(path), palette()));
            low = high;
        }
    }
    painter.restore();
    drawGhost(painter, area);
    painter.setPen(colors.muted);
    for (const double share : {0.0, 0.5, 1.0}) {
        const double y = area.bottom() - share * area.height();
        painter.drawText(QRectF(0, y - metrics.height() / 2, area.left() - 6, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, shown(percent(share)));
    }
    const Index every = niceStep(values.rows(), std::max<Index>(1, static_cast<Index>(area.width() / 50)));
    for (Index step = 0; step < values.rows(); step += every) {
        const double x = area.left() + (static_cast<double>(step) + 0.5) * pitch;
        painter.drawText(QRectF(x - 30, area.bottom() + 3, 60, metrics.height()), Qt::AlignCenter,
                         QString::number(step));
    }
    const double x = area.left() + (static_cast<double>(inspection().cursor().step) + 0.5) * pitch;
    painter.setBrush(Qt::NoBrush);
    const double wide = std::max(pitch, 4.0);
    const QRectF mark(x - wide / 2, area.top() - 1, wide, area.height() + 2);
    painter.setPen(QPen(colors.cursorHalo, 1));
    painter.drawRect(mark.adjusted(-1, -1, 1, 1));
    painter.setPen(QPen(colors.cursor, 1));
    painter.drawRect(mark);
}

/// The borders between the untouched run's shares, as lines over the edited run's.
void PathChart::drawGhost(QPainter &painter, const QRectF &area) const
{
    const Trace<float> *ghost = inspection().ghost();
    if (!ghost || !ghost->loss)
        return;
    const Matrix<float> values = pathShares(ghost->layers[static_cast<std::size_t>(inspection().cursor().layer)]);
    const double pitch = area.width() / static_cast<double>(values.rows());
    painter.setPen(QPen(themeColors(palette()).text, 1, Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    for (Index path = 0; path + 1 < kGradientPaths; ++path) {
        QPolygonF border;
        for (Index step = 0; step < values.rows(); ++step) {
            const double share = static_cast<double>(values.row(step).head(path + 1).sum());
            border << QPointF(area.left() + (static_cast<double>(step) + 0.5) * pitch,
                              area.bottom() - share * area.height());
        }
        painter.drawPolyline(border);
    }
}

void PathChart::drawLegend(QPainter &painter, const QRectF &line, Spots &spots) const
{
    const ThemeColors &colors = themeColors(palette());
    const QFontMetricsF metrics(painter.font());
    const Formulation formulation = inspection().run().network.formulation;
    double x = line.left();
    painter.setPen(colors.text);
    const QString title = tr("paths over the steps, layer %1").arg(inspection().cursor().layer + 1);
    painter.drawText(QPointF(x, line.top() + metrics.ascent()), title);
    x += metrics.horizontalAdvance(title) + 16;
    for (const GradientPath path : pathsOf(*inspection().backward())) {
        const QString name = coreWords(gradientPathName(path));
        painter.fillRect(QRectF(x, line.center().y() - 4, 8, 8), pathColor(path, palette()));
        painter.setPen(colors.muted);
        painter.drawText(QPointF(x + 12, line.top() + metrics.ascent()), name);
        const double wide = metrics.horizontalAdvance(name) + 26;
        spots.push_back({QRectF(x, line.top(), wide, line.height()), name, {}, pathTip(path, formulation)});
        x += wide;
    }
    if (!inspection().ghost())
        return;
    painter.setPen(QPen(colors.text, 1, Qt::DotLine));
    painter.drawLine(QPointF(x, line.center().y()), QPointF(x + 16, line.center().y()));
    painter.setPen(colors.muted);
    painter.drawText(QPointF(x + 20, line.top() + metrics.ascent()), tr("untouched"));
    spots.push_back({QRectF(x, line.top(), 90, line.height()),
                     tr("untouched"),
                     {},
                     tr("The borders between the paths without what is held or set in What if.")});
}

QString PathChart::tipAt(const QPointF &place) const
{
    if (!inspection().hasRun() || !inspection().run().loss || !chart(size()).contains(place))
        return InspectView::tipAt(place);
    const Index step = stepAt(place.x());
    const Matrix<float> values = shares();
    const LayerTrace<float> &layer = inspection().run().layers[static_cast<std::size_t>(inspection().cursor().layer)];
    QStringList lines{tr("from step %1 to step %2 · ‖δ‖ = %3")
                          .arg(step)
                          .arg(step - 1)
                          .arg(gradientText(static_cast<double>(layer.gradientNorm(step))))};
    for (const GradientPath path : pathsOf(*inspection().backward()))
        lines << QStringLiteral("%1 %2").arg(
            coreWords(gradientPathName(path)),
            shown(percent(static_cast<double>(values(step, static_cast<Index>(path))))));
    return lines.join(QLatin1Char('\n'));
}

void PathChart::pointAt(double x)
{
    if (!inspection().hasRun())
        return;
    const Cursor cursor = inspection().cursor();
    inspection().moveTo(cursor.layer, stepAt(x), cursor.unit);
}

void PathChart::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    if (event->button() == Qt::LeftButton)
        pointAt(event->position().x());
}

void PathChart::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        pointAt(event->position().x());
}

QString PathChart::csv() const
{
    QString text = QStringLiteral("layer,step,path,norm,share\n");
    if (!inspection().hasRun() || !inspection().run().loss)
        return text;
    for (Index layer = 0; layer < inspection().run().network.layers; ++layer) {
        const LayerTrace<float> &trace = inspection().run().layers[static_cast<std::size_t>(layer)];
        const Matrix<float> share = pathShares(trace);
        for (Index step = 0; step < share.rows(); ++step) {
            for (Index path = 0; path < kGradientPaths; ++path)
                text += QStringLiteral("%1,%2,%3,%4,%5\n")
                            .arg(layer + 1)
                            .arg(step)
                            .arg(QString::fromUtf8(gradientPathName(static_cast<GradientPath>(path))),
                                 csvNumber(static_cast<double>(trace.gradientPaths(step, path))),
                                 csvNumber(static_cast<double>(share(step, path))));
        }
    }
    return text;
}

} // namespace gatescope
