// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/start/example_card.h"

#include "ui/look/fitting_text.h"
#include "ui/look/quantity.h"
#include "ui/look/theme.h"
#include "ui/widgets/series/pixel_thinning.h"

#include <QKeyEvent>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace gatescope {

namespace {

constexpr int kMargin = 12;
constexpr int kSummaryLines = 4;

/// Draws a sentence in as many lines as there is room for; the last one ends with an ellipsis if there is more.
void paintLines(QPainter &painter, const QRect &rect, const QString &sentence)
{
    const QFontMetrics metrics = painter.fontMetrics();
    QTextLayout layout(sentence, painter.font());
    layout.beginLayout();
    for (int top = rect.top(); top + metrics.lineSpacing() <= rect.bottom() + 2; top += metrics.lineSpacing()) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(rect.width());
        const bool last = top + 2 * metrics.lineSpacing() > rect.bottom() + 2;
        const QString rest = sentence.mid(line.textStart());
        const QString text = last ? fittingText(rest, metrics, rect.width()) : rest.left(line.textLength());
        painter.drawText(rect.left(), top + metrics.ascent(), text.trimmed());
    }
    layout.endLayout();
}

} // namespace

void paintCurve(QPainter &painter, const QRectF &rect, const std::vector<double> &values, const QColor &color)
{
    if (values.size() < 2 || rect.width() < 2)
        return;
    const double last = static_cast<double>(values.size() - 1);
    const std::vector<CurvePoint> points = thinToPixels(values, 0.0, 0.0, last, static_cast<int>(rect.width()));
    double low = INFINITY, high = -INFINITY;
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

ExampleCard::ExampleCard(Example example, QWidget *parent) : QAbstractButton(parent), m_example(std::move(example))
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setText(m_example.title);
    setAccessibleName(m_example.title);
    setAccessibleDescription(m_example.summary);
    setToolTip(tr("%1 Enter or a double click opens it.").arg(m_example.summary));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ExampleCard::setCurve(std::vector<double> curve)
{
    m_curve = std::move(curve);
    update();
}

QSize ExampleCard::sizeHint() const
{
    const int title = QFontMetrics(themeFont(TextRole::Body)).height();
    const int line = QFontMetrics(themeFont(TextRole::Caption)).lineSpacing();
    return {200, 2 * kMargin + title * 4 + 8 + kSummaryLines * line + 6};
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
    QFont titleFont = themeFont(TextRole::Body);
    titleFont.setBold(true);
    const QFontMetrics titleMetrics(titleFont);
    const QFontMetrics summaryMetrics(themeFont(TextRole::Caption));
    const QRect summary(inside.left(), inside.bottom() - kSummaryLines * summaryMetrics.lineSpacing(), inside.width(),
                        kSummaryLines * summaryMetrics.lineSpacing());
    // A long title takes a second line, from the curve: its end is what tells it from its neighbour.
    const int titleHeight = titleMetrics.horizontalAdvance(m_example.title) > inside.width()
                                ? 2 * titleMetrics.lineSpacing()
                                : titleMetrics.height();
    const QRect title(inside.left(), summary.top() - titleHeight - 2, inside.width(), titleHeight);
    paintCurve(painter, QRectF(inside.left(), inside.top(), inside.width(), title.top() - inside.top() - 8), m_curve,
               quantityColor(Quantity::Target, palette()));
    painter.setFont(titleFont);
    painter.setPen(colors.text);
    paintLines(painter, title, m_example.title);
    painter.setFont(themeFont(TextRole::Caption));
    painter.setPen(colors.muted);
    paintLines(painter, summary, m_example.summary);
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
