// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/start/example_card.h"

#include "ui/look/quantity.h"
#include "ui/look/theme.h"
#include "ui/widgets/series/pixel_thinning.h"

#include <QKeyEvent>
#include <QPainter>

#include <cmath>
#include <limits>

namespace gatescope {

namespace {

constexpr int kMargin = 12;
constexpr int kGap = 8;

QFont titleFont()
{
    QFont font = themeFont(TextRole::Body);
    font.setBold(true);
    return font;
}

/// A text whole, in as many lines as it takes.
int linesHeight(const QString &text, const QFont &font, int width)
{
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 1 << 20), Qt::TextWordWrap, text).height();
}

int curveHeight()
{
    return 3 * QFontMetrics(themeFont(TextRole::Body)).height();
}

/// Nothing for less than two values.
void paintCurve(QPainter &painter, const QRectF &rect, const std::vector<double> &values, const QColor &color)
{
    if (values.size() < 2 || rect.width() < 2)
        return;
    const double last = static_cast<double>(values.size() - 1);
    const std::vector<CurvePoint> points = thinToPixels(values, 0.0, 0.0, last, static_cast<int>(rect.width()));
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const CurvePoint &point : points) {
        if (std::isfinite(point.y)) {
            low = std::min(low, point.y);
            high = std::max(high, point.y);
        }
    }
    if (!(high >= low))
        return;
    const double span = high > low ? high - low : 1.0;
    QPolygonF line;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1));
    const auto draw = [&] {
        painter.drawPolyline(line);
        line.clear();
    };
    for (const CurvePoint &point : points) {
        if (std::isnan(point.y))
            draw();
        else
            line << QPointF(rect.left() + rect.width() * point.x / last,
                            rect.bottom() - rect.height() * (point.y - low) / span);
    }
    draw();
    painter.restore();
}

} // namespace

void paintPicture(QPainter &painter, const QRectF &rect, const ExamplePicture &picture, const QPalette &palette)
{
    paintCurve(painter, rect, picture.rule, quantityColor(Quantity::Input, palette));
    paintCurve(painter, rect, picture.curve, quantityColor(Quantity::Target, palette));
}

ExampleCard::ExampleCard(Example example, QWidget *parent) : QAbstractButton(parent), m_example(std::move(example))
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setText(m_example.title);
    setAccessibleName(m_example.title);
    setAccessibleDescription(m_example.summary);
    setToolTip(tr("%1 Enter or a double click opens it.").arg(m_example.summary));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ExampleCard::setPicture(ExamplePicture picture)
{
    m_picture = std::move(picture);
    update();
}

int ExampleCard::heightForWidth(int width) const
{
    const int inside = width - 2 * kMargin;
    return 2 * kMargin + curveHeight() + kGap + linesHeight(m_example.title, titleFont(), inside) + 2
           + linesHeight(m_example.summary, themeFont(TextRole::Caption), inside);
}

QSize ExampleCard::sizeHint() const
{
    return {200, heightForWidth(200)};
}

void ExampleCard::paintEvent(QPaintEvent *)
{
    const ThemeColors &colors = themeColors(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF face = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(QPen(isChecked() || hasFocus() ? colors.accent
                        : underMouse()            ? colors.strongBorder
                                                  : colors.border,
                        hasFocus() ? 2 : 1));
    painter.setBrush(isChecked() ? colors.accentSoft : colors.card);
    painter.drawRoundedRect(face, 8, 8);
    painter.setRenderHint(QPainter::Antialiasing, false);

    QRect inside = rect().adjusted(kMargin, kMargin, -kMargin, -kMargin);
    paintPicture(painter, QRectF(inside.left(), inside.top(), inside.width(), curveHeight()), m_picture, palette());
    inside.setTop(inside.top() + curveHeight() + kGap);
    painter.setFont(titleFont());
    painter.setPen(colors.text);
    painter.drawText(inside, Qt::TextWordWrap, m_example.title);
    inside.setTop(inside.top() + linesHeight(m_example.title, titleFont(), inside.width()) + 2);
    painter.setFont(themeFont(TextRole::Caption));
    painter.setPen(colors.muted);
    painter.drawText(inside, Qt::TextWordWrap, m_example.summary);
}

void ExampleCard::mouseDoubleClickEvent(QMouseEvent *event)
{
    QAbstractButton::mouseDoubleClickEvent(event);
    if (event->button() == Qt::LeftButton)
        Q_EMIT opened();
}

void ExampleCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT opened();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace gatescope
