// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/screen/drawn_text.h"

#include <QFontMetricsF>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QWidget>

// QCustomPlot's header needs Qt's short keywords.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#define emit
#define foreach Q_FOREACH
#include <qcustomplot.h>
#undef signals
#undef slots
#undef emit
#undef foreach

namespace gatescope {

namespace {

class TextEngine : public QPaintEngine {
public:
    TextEngine() : QPaintEngine(AllFeatures) {}

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override {}
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawPath(const QPainterPath &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    Type type() const override { return User; }

    void drawTextItem(const QPointF &place, const QTextItem &item) override
    {
        if (item.text().trimmed().isEmpty() || painter()->opacity() == 0.0 || painter()->pen().color().alpha() == 0)
            return;
        const QTransform transform = painter()->deviceTransform();
        const QRectF ink = QFontMetricsF(item.font()).tightBoundingRect(item.text());
        QRectF clip(0, 0, paintDevice()->width(), paintDevice()->height());
        if (!systemClip().isEmpty())
            clip &= systemClip().boundingRect();
        if (painter()->hasClipping())
            clip &= transform.mapRect(painter()->clipBoundingRect());
        texts.push_back({item.text(),
                         transform.mapRect(QRectF(place.x(), place.y() + ink.top(), item.width(), ink.height())),
                         clip});
    }

    std::vector<DrawnText> texts;
};

class TextDevice : public QPaintDevice {
public:
    explicit TextDevice(const QSize &size) : m_size(size) {}

    QPaintEngine *paintEngine() const override { return &m_engine; }
    std::vector<DrawnText> takeTexts() { return std::move(m_engine.texts); }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return 96;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        case PdmDepth:
            return 32;
        default:
            return 0;
        }
    }

private:
    QSize m_size;
    mutable TextEngine m_engine;
};

} // namespace

std::vector<DrawnText> drawnTexts(QWidget &widget)
{
    TextDevice device(widget.size());
    if (auto *plot = qobject_cast<QCustomPlot *>(&widget)) { // draws a picture of itself that it made before
        QCPPainter painter;
        painter.begin(&device);
        plot->toPainter(&painter, widget.width(), widget.height());
        painter.end();
    } else {
        widget.render(&device, QPoint(), QRegion(), QWidget::DrawWindowBackground);
    }
    return device.takeTexts();
}

} // namespace gatescope
