// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/drawn_text.h"

#include <QFontMetricsF>
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

class TextDevice::Engine : public QPaintEngine {
public:
    Engine() : QPaintEngine(AllFeatures) {}

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override {}
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawImage(const QRectF &, const QImage &, const QRectF &, Qt::ImageConversionFlags) override {}
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

TextDevice::TextDevice(const QSize &size) : m_size(size), m_engine(std::make_unique<Engine>()) {}

TextDevice::~TextDevice() = default;

QPaintEngine *TextDevice::paintEngine() const
{
    return m_engine.get();
}

const std::vector<DrawnText> &TextDevice::texts() const
{
    return m_engine->texts;
}

int TextDevice::metric(PaintDeviceMetric metric) const
{
    switch (metric) {
    case PdmWidth:
        return m_size.width();
    case PdmHeight:
        return m_size.height();
    case PdmWidthMM:
        return m_size.width() * 254 / 960;
    case PdmHeightMM:
        return m_size.height() * 254 / 960;
    case PdmNumColors:
        return 1 << 24;
    case PdmDepth:
        return 32;
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return 96;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return static_cast<int>(devicePixelRatioFScale());
    default:
        return QPaintDevice::metric(metric);
    }
}

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
    return device.texts();
}

} // namespace gatescope
