// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/windows/split_plot.h"

#include "ui/look/quantity.h"
#include "ui/look/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <qcustomplot.h>

#include <cmath>

namespace gatescope {

namespace {

constexpr double kGrabPixels = 6.0;
constexpr double kLeastWindowPixels = 5.0;

QCPItemLine *verticalLine(QCustomPlot &canvas)
{
    auto *line = new QCPItemLine(&canvas);
    line->start->setTypeY(QCPItemPosition::ptAxisRectRatio);
    line->end->setTypeY(QCPItemPosition::ptAxisRectRatio);
    line->setVisible(false);
    return line;
}

void placeLine(QCPItemLine &line, double x)
{
    line.start->setCoords(x, 0);
    line.end->setCoords(x, 1);
}

QCPItemRect *fullHeightRect(QCustomPlot &canvas)
{
    auto *rect = new QCPItemRect(&canvas);
    rect->topLeft->setTypeY(QCPItemPosition::ptAxisRectRatio);
    rect->bottomRight->setTypeY(QCPItemPosition::ptAxisRectRatio);
    rect->setVisible(false);
    return rect;
}

} // namespace

SplitPlot::SplitPlot(QWidget *parent)
    : SeriesPlot(parent), m_windowRect(fullHeightRect(canvas())), m_nextRect(fullHeightRect(canvas()))
{
    for (QCPItemLine *&border : m_borders)
        border = verticalLine(canvas());
    setPointing(true);
    connect(this, &Plot::pointed, this, &SplitPlot::rowPointed);
    connect(this, &Plot::themed, this, &SplitPlot::style);
    style();
}

void SplitPlot::setWindow(std::optional<WindowShape> window)
{
    m_window = std::move(window);
    const std::size_t targets = m_window ? m_window->horizons.size() : 0;
    while (m_targets.size() > targets) {
        canvas().removeItem(m_targets.back());
        m_targets.pop_back();
    }
    while (m_targets.size() < targets)
        m_targets.push_back(verticalLine(canvas()));
    style();
    replotSoon();
}

void SplitPlot::placeItems()
{
    for (std::size_t i = 0; i < 2; ++i) {
        const Index row = parts()[i + 1];
        m_borders[i]->setVisible(row > 0 && row < parts()[3]);
        placeLine(*m_borders[i], static_cast<double>(row) - 0.5);
    }
    m_windowRect->setVisible(m_window.has_value());
    m_nextRect->setVisible(m_window.has_value());
    if (!m_window)
        return;
    const double perPixel = canvas().xAxis->range().size() / std::max(canvas().axisRect()->width(), 1);
    const auto length = static_cast<double>(m_window->length);
    // A short window on a long series stays visible.
    const double room = std::max(0.0, (kLeastWindowPixels * perPixel - length) / 2);
    const double from = m_window->start - 0.5 - room;
    const double to = m_window->start + length - 0.5 + room;
    m_windowRect->topLeft->setCoords(from, 0);
    m_windowRect->bottomRight->setCoords(to, 1);
    const auto stride = static_cast<double>(m_window->stride);
    m_nextRect->setVisible(stride / perPixel > 2.0);
    m_nextRect->topLeft->setCoords(from + stride, 0.04);
    m_nextRect->bottomRight->setCoords(to + stride, 0.96);
    for (std::size_t k = 0; k < m_targets.size(); ++k) {
        m_targets[k]->setVisible(true);
        placeLine(*m_targets[k], m_window->start + length - 1 + static_cast<double>(m_window->horizons[k]));
    }
}

void SplitPlot::style()
{
    const ThemeColors &colors = themeColors(palette());
    for (QCPItemLine *border : m_borders)
        border->setPen(QPen(colors.muted, 1));
    QColor fill = colors.accent;
    fill.setAlpha(38);
    m_windowRect->setPen(QPen(colors.accent, 1));
    m_windowRect->setBrush(fill);
    m_nextRect->setPen(QPen(colors.accent, 1, Qt::DotLine));
    m_nextRect->setBrush(Qt::NoBrush);
    for (QCPItemLine *target : m_targets)
        target->setPen(QPen(quantityColor(Quantity::Target, palette()), 1, Qt::DashLine));
}

double SplitPlot::borderPixel(std::size_t border) const
{
    auto &self = const_cast<SplitPlot &>(*this);
    return self.canvas().xAxis->coordToPixel(static_cast<double>(parts()[border]) - 0.5);
}

int SplitPlot::borderAt(double pixel) const
{
    if (!m_bordersMovable || parts()[3] == 0)
        return 0;
    for (std::size_t border = 1; border <= 2; ++border) {
        if (std::abs(borderPixel(border) - pixel) <= kGrabPixels)
            return static_cast<int>(border);
    }
    return 0;
}

void SplitPlot::dragBorder(double pixel)
{
    const auto rows = static_cast<double>(parts()[3]);
    const double row = canvas().xAxis->pixelToCoord(pixel) + 0.5;
    const double percent = std::clamp(std::round(100.0 * row / rows), m_dragged == 1 ? 1.0 : 0.0, 100.0);
    Q_EMIT borderMoved(m_dragged, percent / 100.0);
}

bool SplitPlot::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &canvas()
        && (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseMove
            || event->type() == QEvent::MouseButtonRelease)) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const double pixel = mouse->position().x();
        if (event->type() == QEvent::MouseButtonPress && mouse->button() == Qt::LeftButton) {
            m_dragged = borderAt(pixel);
            if (m_dragged != 0) {
                setFocus(Qt::MouseFocusReason);
                return true;
            }
        } else if (event->type() == QEvent::MouseButtonRelease && m_dragged != 0) {
            m_dragged = 0;
            return true;
        } else if (event->type() == QEvent::MouseMove) {
            if (m_dragged != 0) {
                dragBorder(pixel);
                return true;
            }
            canvas().setCursor(borderAt(pixel) != 0 ? Qt::SplitHCursor : Qt::ArrowCursor);
        }
    }
    return SeriesPlot::eventFilter(watched, event);
}

void SplitPlot::keyPressEvent(QKeyEvent *event)
{
    if (m_window && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right))
        Q_EMIT windowStepped(event->key() == Qt::Key_Left ? -1 : 1);
    else
        SeriesPlot::keyPressEvent(event);
}

} // namespace gatescope
