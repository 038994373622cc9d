// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plot/plot.h"

#include "ui/look/theme.h"
#include "ui/widgets/common/legend_line.h"
#include "ui/widgets/plot/log_ticker.h"
#include "ui/widgets/plot/plot_table.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QMouseEvent>
#include <qcustomplot.h>

#include <cmath>

namespace gatescope {

namespace {

/// The name of an axis as it fits: whole, without what stands in parentheses behind it, or not at all.
QString fittingName(const QString &name, const QFontMetrics &metrics, int room)
{
    for (const QString &shown : {name, name.section(QStringLiteral(" ("), 0, 0)}) {
        if (metrics.horizontalAdvance(shown) < room)
            return shown;
    }
    return {};
}

} // namespace

Plot::Plot(QWidget *parent)
    : QWidget(parent), m_canvas(new QCustomPlot(this)), m_emptyLabel(new QLabel(this)),
      m_cursorLine(new QCPItemLine(m_canvas))
{
    [[maybe_unused]] static const bool offered = offerSpokenTable(plotTable);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 2, 6, 2);
    layout->addWidget(m_canvas);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_emptyLabel->setAlignment(Qt::AlignCenter);
    m_emptyLabel->setWordWrap(true);
    m_emptyLabel->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_emptyLabel->setText(tr("Nothing to draw yet: open data in Data."));
    m_emptyLabel->setVisible(false);
    m_canvas->setMinimumSize(80, 40);
    m_canvas->setFocusPolicy(Qt::NoFocus);
    m_canvas->setMouseTracking(true);
    m_canvas->installEventFilter(this);
    m_canvas->setNoAntialiasingOnDrag(true);
    m_canvas->setPlottingHints(QCP::phFastPolylines | QCP::phCacheLabels);
    for (QCPAxis *axis : {m_canvas->xAxis, m_canvas->yAxis})
        axis->setTicker(QSharedPointer<QCPAxisTicker>(new NumberTicker));
    m_canvas->axisRect()->setMinimumMargins(QMargins(8, 8, 8, 4));
    m_cursorLine->setClipToAxisRect(true);
    m_cursorLine->setVisible(false);
    m_cursorLine->start->setTypeX(QCPItemPosition::ptPlotCoords);
    m_cursorLine->start->setTypeY(QCPItemPosition::ptAxisRectRatio);
    m_cursorLine->end->setTypeX(QCPItemPosition::ptPlotCoords);
    m_cursorLine->end->setTypeY(QCPItemPosition::ptAxisRectRatio);
    connectZoom();
    connect(m_canvas, &QCustomPlot::beforeReplot, this, [this] { fitLegend(m_canvas->size()); });
    connect(m_canvas, &QCustomPlot::afterLayout, this, &Plot::fitNumbers);
    restyle();
}

void Plot::connectZoom()
{
    m_canvas->setInteractions(QCP::iRangeZoom | QCP::iRangeDrag);
    m_canvas->axisRect()->setRangeZoom(Qt::Horizontal);
    m_canvas->axisRect()->setRangeDrag(Qt::Horizontal);
    connect(m_canvas, &QCustomPlot::mouseWheel, this, [this] { m_followsData = false; });
    connect(m_canvas, &QCustomPlot::mouseMove, this, [this](QMouseEvent *event) {
        if ((event->buttons() & Qt::LeftButton) && !m_pointing && !isEmpty())
            m_followsData = false;
    });
    connect(m_canvas, &QCustomPlot::mouseDoubleClick, this, [this] {
        m_followsData = true;
        Q_EMIT rangeReset();
        replotSoon();
    });
}

void Plot::setHorizontalAxis(const QString &label, const QString &tip)
{
    m_horizontalName = label;
    fitAxes(size());
    m_horizontalTip = tip;
}

void Plot::setWholeSteps()
{
    m_wholeSteps = true;
    m_canvas->xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new NumberTicker(true)));
    fitAxes(size());
}

void Plot::setVerticalAxis(const QString &label, const QString &tip)
{
    m_verticalName = label;
    fitAxes(size());
    m_verticalTip = tip;
}

/// As many names a line as have room: none is cut.
void Plot::fitLegend(const QSize &size)
{
    QCPLegend &legend = *m_canvas->legend;
    if (!legend.layout() || legend.layout() == m_canvas->axisRect()->insetLayout())
        return;
    const int room = size.width() - 3 * legend.margins().left();
    int together = 0, widest = 1, all = 0;
    for (int place = 0; place < legend.elementCount(); ++place) {
        const QCPAbstractLegendItem *item = legend.item(place); // a last line that is not full has empty places
        if (item == nullptr)
            continue;
        const int width = item->minimumOuterSizeHint().width() + legend.columnSpacing();
        together += width;
        widest = std::max(widest, width);
        ++all;
    }
    const int wrap = together <= room ? 0 : std::max(room / widest, 1); // lines share their columns
    if (wrap != legend.wrap()) {
        legend.setWrap(wrap);
        legend.setFillOrder(QCPLegend::foColumnsFirst, true);
    }
    const int lines = wrap == 0 ? 1 : (all + wrap - 1) / wrap;
    const int line = QFontMetrics(themeFont(TextRole::Caption)).height();
    legend.setVisible(size.height() > (6 + 2 * lines) * line); // squeezed to half a line it could not be read
}

void Plot::fitAxes(const QSize &size)
{
    const QFontMetrics metrics(themeFont(TextRole::Caption));
    const int line = metrics.height();
    fitLegend(size - QSize(10, 0));
    const int wide = size.width() - 4 * line; // less the numbers of the vertical axis
    m_canvas->xAxis->setLabel(size.height() > 9 * line ? fittingName(m_horizontalName, metrics, wide) : QString());
    const int room = size.height() - 5 * line;
    m_canvas->yAxis->setLabel(fittingName(m_verticalName, metrics, room));
    m_canvas->yAxis->ticker()->setTickCount(std::clamp(room / (2 * line), 2, m_logarithmic ? 10 : 6));
    m_canvas->xAxis->ticker()->setTickCount(std::clamp(size.width() / (5 * line), 2, 6));
}

void Plot::fitNumbers()
{
    const double line = QFontMetricsF(m_canvas->yAxis->tickLabelFont()).height();
    const double least = 0.9 * line / std::max(1, m_canvas->axisRect()->height());
    if (const auto log = m_canvas->yAxis->ticker().dynamicCast<LogTicker>())
        log->setLeast(least);
    else if (const auto number = m_canvas->yAxis->ticker().dynamicCast<NumberTicker>())
        number->setLeast(least);
    m_canvas->axisRect()->update(QCPLayoutElement::upPreparation); // the numbers anew
}

void Plot::setLogarithmic(bool logarithmic)
{
    if (m_logarithmic == logarithmic && m_scaled) // whoever listens to rangeReset() may ask for it again
        return;
    m_logarithmic = logarithmic;
    m_scaled = true;
    m_canvas->yAxis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    m_canvas->yAxis->setTicker(logarithmic ? QSharedPointer<QCPAxisTicker>(new LogTicker)
                                           : QSharedPointer<QCPAxisTicker>(new NumberTicker));
    m_followsData = true;
    fitAxes(size());
    Q_EMIT rangeReset();
    replotSoon();
}

QCPGraph *Plot::addCurve(const QString &name)
{
    QCPGraph *curve = m_canvas->addGraph();
    curve->setName(name);
    curve->setAdaptiveSampling(true);
    return curve;
}

void Plot::setCurvePen(QCPGraph &curve, const QColor &color, double width, Qt::PenStyle style)
{
    QPen pen(color, width * std::max(1.0, atTextSize(1.0)), style);
    pen.setCosmetic(false);
    curve.setPen(pen);
}

void Plot::showLegend()
{
    moveLegendAbove(*m_canvas);
}

void Plot::setEmptyText(const QString &text)
{
    m_emptyLabel->setText(text);
}

void Plot::setEmpty(bool empty)
{
    m_emptyLabel->setVisible(empty);
    m_canvas->setVisible(!empty);
    replotSoon();
}

bool Plot::isEmpty() const
{
    return !m_emptyLabel->isHidden();
}

void Plot::setCursor(std::optional<double> x)
{
    if (x == m_cursor)
        return;
    m_cursor = x;
    m_cursorLine->setVisible(x.has_value());
    if (x) {
        m_cursorLine->start->setCoords(*x, 0);
        m_cursorLine->end->setCoords(*x, 1);
    }
    replotSoon();
    speakValue(*this);
}

void Plot::setPointing(bool pointing)
{
    m_pointing = pointing;
    m_canvas->setInteraction(QCP::iRangeDrag, !pointing);
}

void Plot::showRange(double xMinimum, double xMaximum, double yMinimum, double yMaximum)
{
    if (!m_followsData)
        return;
    if (std::isfinite(xMinimum) && std::isfinite(xMaximum))
        m_canvas->xAxis->setRange(xMinimum, xMaximum > xMinimum ? xMaximum : xMinimum + 1);
    if (!std::isfinite(yMinimum) || !std::isfinite(yMaximum) || yMaximum < yMinimum)
        return;
    if (m_logarithmic) {
        const double low = std::max(yMinimum, 1e-300);
        const double high = std::max(yMaximum, low);
        const double room = std::max(std::pow(high / low, 0.06), 1.15);
        m_canvas->yAxis->setRange(low / room, high * room);
    } else {
        const double room =
            yMaximum > yMinimum ? (yMaximum - yMinimum) * 0.06 : std::max(std::abs(yMaximum) * 0.1, 0.5);
        m_canvas->yAxis->setRange(yMinimum - room, yMaximum + room);
    }
}

void Plot::replotSoon()
{
    m_stale = true;
    if (!isVisible())
        return;
    m_stale = false;
    m_canvas->replot(QCustomPlot::rpQueuedReplot);
}

void Plot::paintInto(QCPPainter &painter, const QSize &size)
{
    const QRect before = m_canvas->viewport();
    m_canvas->setViewport(QRect(QPoint(0, 0), size));
    fitAxes(size);
    m_canvas->toPainter(&painter, size.width(), size.height());
    m_canvas->setViewport(before);
    fitAxes(this->size());
    if (isEmpty()) {
        painter.fillRect(QRect(QPoint(0, 0), size), themeColors(palette()).card);
        painter.setPen(themeColors(palette()).muted);
        painter.drawText(QRect(QPoint(0, 0), size), Qt::AlignCenter, m_emptyLabel->text());
    }
    m_stale = true;
}

void Plot::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        replotSoon();
}

void Plot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_emptyLabel->setGeometry(rect().adjusted(24, 8, -24, -8));
    fitAxes(size());
}

void Plot::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
    QWidget::changeEvent(event);
}

void Plot::restyle()
{
    const ThemeColors &colors = themeColors(palette());
    // The canvas is told of a new palette after its parent: it must not be drawn in the old one.
    m_canvas->setPalette(palette());
    applyTheme(*m_canvas);
    m_cursorLine->setPen(QPen(colors.cursor, std::max(1.0, atTextSize(1.0)), Qt::DotLine));
    m_emptyLabel->setFont(themeFont(TextRole::Body));
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, colors.muted);
    m_emptyLabel->setPalette(muted);
    Q_EMIT themed();
    replotSoon();
}

} // namespace gatescope
