// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/words/drawn_text.h"

#include "ui/widgets/common/view_export.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QWidget>

// Its header takes Qt's words for granted, which core leaves free.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#define emit Q_EMIT
#define foreach Q_FOREACH
#include <qcustomplot.h>
#undef signals
#undef slots
#undef emit
#undef foreach

namespace gatescope {

class DrawnText::Engine : public QPaintEngine {
public:
    Engine() : QPaintEngine(QPaintEngine::AllFeatures) {}

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override {}
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawImage(const QRectF &, const QImage &, const QRectF &, Qt::ImageConversionFlags) override {}
    void drawPath(const QPainterPath &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    void drawTextItem(const QPointF &, const QTextItem &item) override { texts << item.text(); }
    Type type() const override { return QPaintEngine::User; }

    QStringList texts;
};

DrawnText::DrawnText(const QSize &size) : m_size(size), m_engine(std::make_unique<Engine>()) {}

DrawnText::~DrawnText() = default;

QPaintEngine *DrawnText::paintEngine() const
{
    return m_engine.get();
}

const QStringList &DrawnText::texts() const
{
    return m_engine->texts;
}

int DrawnText::metric(PaintDeviceMetric metric) const
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

QStringList textsOn(QWidget &widget)
{
    DrawnText words(widget.size());
    widget.render(&words);
    return words.texts();
}

QStringList textsOf(ViewExport &view, const QSize &size)
{
    DrawnText words(size);
    QCPPainter painter(&words);
    view.paintContent(painter, size);
    painter.end();
    return words.texts() + QStringList{view.exportTitle(), view.exportCaption()};
}

QStringList textsBeside(const QWidget &widget)
{
    QStringList texts;
    QList<const QWidget *> all{&widget};
    for (const QWidget *child : widget.findChildren<QWidget *>()) {
        if (child->isVisible())
            all << child;
    }
    for (const QWidget *one : all) {
        texts << one->toolTip() << one->accessibleName() << one->accessibleDescription();
        if (const auto *box = qobject_cast<const QComboBox *>(one)) {
            for (int i = 0; i < box->count(); ++i)
                texts << box->itemText(i) << box->itemData(i, Qt::ToolTipRole).toString();
        }
        if (const auto *edit = qobject_cast<const QLineEdit *>(one))
            texts << edit->placeholderText();
    }
    for (const QAction *action : widget.findChildren<QAction *>())
        texts << action->text() << action->toolTip();
    return texts;
}

} // namespace gatescope
