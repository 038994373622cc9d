// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/dynamics/points_history.h"

#include "ui/look/quantity.h"
#include "ui/look/theme.h"

#include <QFontMetricsF>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cstdlib>

namespace gatescope {

PointsHistory::PointsHistory(ShownMoment &moment, QWidget *parent)
    : PaintedView(tr("Stable points over the training"), QStringLiteral("points-over-training"), parent),
      m_moment(moment)
{
    setAccessibleDescription(tr("How many stable points there were at each kept moment of the training."));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&moment, &ShownMoment::changed, this, [this] { update(); });
}

void PointsHistory::show(std::vector<PointsAtMoment> moments)
{
    m_moments = std::move(moments);
    update();
}

QRectF PointsHistory::field(const QSizeF &size) const
{
    const double line = QFontMetricsF(themeFont(TextRole::Caption)).height();
    return {12, line + 2, size.width() - 24, size.height() - line - 6};
}

QString PointsHistory::title() const
{
    const auto known =
        std::ranges::count_if(m_moments, [](const PointsAtMoment &each) { return each.stable.has_value(); });
    return known == std::ssize(m_moments) ? tr("stable points at each kept moment")
                                          : tr("stable points: %1 of %2 moments").arg(known).arg(m_moments.size());
}

void PointsHistory::draw(QPainter &painter, const QSizeF &size, Spots &spots) const
{
    const ThemeColors &colors = themeColors(palette());
    const QRectF room = field(size);
    painter.setFont(themeFont(TextRole::Caption));
    painter.setPen(colors.muted);
    const QRectF head(room.left(), 0, room.width(), room.top() - 2);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, title());
    Index most = 1;
    for (const PointsAtMoment &each : m_moments)
        most = std::max(most, each.stable.value_or(0));
    const QString mostText = QString::number(most);
    painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, tr("up to %1").arg(mostText));
    spots.push_back({head, tr("stable points"), title(),
                     tr("How many stable points there were, from the first kept moment to the last; a click shows that "
                        "moment everywhere.")});
    painter.setPen(QPen(colors.grid, 1));
    painter.drawLine(room.bottomLeft(), room.bottomRight());
    if (m_moments.empty())
        return;
    const double wide = room.width() / static_cast<double>(m_moments.size());
    const QColor bar = quantityColor(Quantity::HiddenState, palette());
    for (std::size_t i = 0; i < m_moments.size(); ++i) {
        if (!m_moments[i].stable)
            continue;
        const double high = room.height() * static_cast<double>(*m_moments[i].stable) / static_cast<double>(most);
        const double left = room.left() + static_cast<double>(i) * wide;
        painter.fillRect(QRectF(left, room.bottom() - high, std::max(wide - (wide > 4 ? 1 : 0), 1.0), high), bar);
    }
    const std::int64_t now = m_moment.earlier() ? m_moment.earlier()->step : m_moments.back().step;
    const auto shownMoment =
        std::ranges::min_element(m_moments, {}, [&](const PointsAtMoment &each) { return std::abs(each.step - now); });
    const double x = room.left() + (static_cast<double>(shownMoment - m_moments.begin()) + 0.5) * wide;
    painter.setPen(QPen(colors.accent, 2));
    painter.drawLine(QPointF(x, room.top() - 1), QPointF(x, room.bottom() + 2));
}

std::optional<std::size_t> PointsHistory::momentAt(const QPointF &place) const
{
    const QRectF room = field(size());
    if (m_moments.empty() || !room.adjusted(0, -4, 0, 6).contains(place))
        return std::nullopt;
    const double share = (place.x() - room.left()) / room.width();
    return std::min(static_cast<std::size_t>(share * static_cast<double>(m_moments.size())), m_moments.size() - 1);
}

QString PointsHistory::tipAt(const QPointF &place) const
{
    const auto at = momentAt(place);
    if (!at)
        return PaintedView::tipAt(place);
    const PointsAtMoment &moment = m_moments[*at];
    const QString where = tr("epoch %1 · batch %2 overall").arg(moment.epoch).arg(moment.step);
    return moment.stable ? where + tr("\nstable points: %1, saddles: %2").arg(*moment.stable).arg(*moment.saddles)
                         : where + tr("\nnot looked for yet");
}

void PointsHistory::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    const auto at = momentAt(event->position());
    if (event->button() == Qt::LeftButton && at)
        m_moment.show(m_moments[*at].step);
}

QString PointsHistory::csv() const
{
    QString text = QStringLiteral("batch,epoch,stable,saddles\n");
    for (const PointsAtMoment &each : m_moments) {
        if (each.stable)
            text += QStringLiteral("%1,%2,%3,%4\n").arg(each.step).arg(each.epoch).arg(*each.stable).arg(*each.saddles);
    }
    return text;
}

} // namespace gatescope
