// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/text/text_view.h"

#include "ui/data/draft/data_draft.h"
#include "ui/data/windows/window_places.h"
#include "ui/document/shared/selection.h"
#include "ui/look/plain_text.h"
#include "ui/look/quantity.h"
#include "ui/look/theme.h"
#include "ui/widgets/drawn/passage.h"

#include <QFontDatabase>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace gatescope {

namespace {

constexpr std::int64_t kMostShown = 6000; ///< more characters have no room on any screen
constexpr double kBandHeight = 20.0;

QFont passageFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(themeFont(TextRole::Body).pointSizeF());
    return font;
}

QColor partColor(int part, const QPalette &palette)
{
    const Quantity quantities[] = {Quantity::TrainingLoss, Quantity::ValidationLoss, Quantity::NaiveForecast};
    return quantityColor(quantities[part], palette);
}

} // namespace

TextView::TextView(DataDraft &draft, Selection &selection, QWidget *parent)
    : PaintedView(tr("Text"), QStringLiteral("text"), parent), m_draft(draft), m_selection(selection)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleDescription(tr("The text with its split and one window. Left and right go to the next window."));
    connect(&draft, &DataDraft::dataChanged, this, &TextView::follow);
    connect(&draft, &DataDraft::changed, this, &TextView::follow);
    connect(&selection, &Selection::changed, this, &TextView::follow);
    follow();
}

void TextView::follow()
{
    const DataSource *source = m_draft.open().source.get();
    setEmptyText(!source || !source->characters ? tr("No text is open: choose one under Choose, or open a .txt file.")
                                                : QString());
    update();
}

std::string_view TextView::character(std::int64_t place) const
{
    return (*m_draft.open().source->characters)[static_cast<std::size_t>(place)];
}

TextView::Shown TextView::shown(const QSizeF &size) const
{
    Shown shown;
    const auto length = std::ssize(*m_draft.open().source->characters);
    const auto prepared = m_draft.open().prepared;
    const auto start = prepared ? windowStart(*prepared, m_selection.sequence()) : std::nullopt;
    shown.window = start.value_or(0);
    shown.steps = start ? std::min<std::int64_t>(m_draft.options().window, length - shown.window) : 0;
    const auto &split = m_draft.options().split;
    const auto count = static_cast<double>(length);
    shown.parts = {0, static_cast<std::int64_t>(std::floor(split[0] * count)),
                   static_cast<std::int64_t>(std::floor((split[0] + split[1]) * count)), length};
    const double line = QFontMetricsF(themeFont(TextRole::Caption)).height();
    shown.band = QRectF(12, line + 4, size.width() - 24, kBandHeight);
    shown.room = QRectF(QPointF(12, shown.band.bottom() + 12), QPointF(size.width() - 12, size.height() - 6));
    // The window stands about a third down, so that what comes before and after it can be read.
    const std::int64_t before = std::min<std::int64_t>(shown.window, 400);
    shown.first = shown.window - before;
    while (shown.first > 0 && shown.window - shown.first < before + 100 && character(shown.first - 1) != "\n")
        --shown.first;
    shown.count = std::min(kMostShown, length - shown.first);
    return shown;
}

Passage TextView::passage(const Shown &shown) const
{
    return Passage(
        static_cast<std::size_t>(shown.count),
        [this, first = shown.first](std::size_t i) { return character(first + static_cast<std::int64_t>(i)); },
        shown.room, passageFont());
}

QString TextView::partId(const Shown &shown, std::int64_t place) const
{
    return place < shown.parts[1]   ? QStringLiteral("training")
           : place < shown.parts[2] ? QStringLiteral("validation")
                                    : QStringLiteral("test");
}

void TextView::drawBand(QPainter &painter, const Shown &shown, Spots &spots) const
{
    const ThemeColors &colors = themeColors(palette());
    const QString names[] = {tr("training"), tr("validation"), tr("test")};
    const auto all = static_cast<double>(std::max<std::int64_t>(shown.parts[3], 1));
    const auto x = [&](std::int64_t place) {
        return shown.band.left() + static_cast<double>(place) / all * shown.band.width();
    };
    painter.setFont(themeFont(TextRole::Caption));
    const QFontMetricsF metrics(painter.font());
    for (int part = 0; part < 3; ++part) {
        const std::int64_t begin = shown.parts[static_cast<std::size_t>(part)];
        const std::int64_t end = shown.parts[static_cast<std::size_t>(part) + 1];
        const QRectF area(QPointF(x(begin), shown.band.top()), QPointF(x(end), shown.band.bottom()));
        QColor color = partColor(part, palette());
        color.setAlpha(part == 2 ? 90 : 130);
        painter.fillRect(area, color);
        const QString words = tr("%1, %2").arg(names[part], countText(end - begin));
        painter.setPen(colors.muted);
        const double room = area.width() - metrics.averageCharWidth(); // names do not touch
        const QString fitting = metrics.horizontalAdvance(words) < room ? words : names[part];
        if (metrics.horizontalAdvance(fitting) < room)
            painter.drawText(QRectF(area.left(), 0, area.width(), shown.band.top()), Qt::AlignLeft | Qt::AlignVCenter,
                             fitting);
        spots.push_back({area, names[part], countText(end - begin),
                         tr("The %1 part: %2 characters. No window crosses its borders.")
                             .arg(names[part], countText(end - begin))});
    }
    if (shown.steps > 0) {
        const double left = x(shown.window), wide = std::max(x(shown.window + shown.steps) - left, 3.0);
        painter.setPen(QPen(colors.cursor, 1.5));
        painter.setBrush(colors.accent);
        painter.drawRect(QRectF(left, shown.band.top() - 3, wide, shown.band.height() + 6));
    }
}

void TextView::draw(QPainter &painter, const QSizeF &size, Spots &spots) const
{
    const Shown shown = this->shown(size);
    drawBand(painter, shown, spots);
    const ThemeColors &colors = themeColors(palette());
    const Passage passage = this->passage(shown);
    const QFont font = passageFont();
    painter.setFont(font);
    for (std::size_t i = 0; i < passage.visible(); ++i) {
        const std::int64_t place = shown.first + static_cast<std::int64_t>(i);
        const bool inside = place >= shown.window && place < shown.window + shown.steps;
        const bool next = place == shown.window + shown.steps && shown.steps > 0;
        if (inside || next) {
            QColor ground = next ? quantityColor(Quantity::Target, palette()) : colors.accent;
            ground.setAlpha(next ? 90 : 45);
            painter.fillRect(passage.cells()[i], ground);
        }
        const std::string_view mark = character(place);
        const bool blank = mark == " " || mark == "\n";
        painter.setPen(blank ? colors.muted : inside || next ? colors.text : colors.muted);
        if (mark != " " || inside || next)
            passage.drawMark(painter, i, mark);
    }
    if (shown.steps > 0)
        spots.push_back(
            {shown.room, tr("characters around the window"), tr("%1 characters").arg(shown.steps),
             tr("The network reads the marked characters one by one and at each tells the next; the last of "
                "these is marked in the target's colour. ␣ is a blank, ⏎ a line end.")});
}

void TextView::mousePressEvent(QMouseEvent *event)
{
    const auto prepared = m_draft.open().prepared;
    const DataSource *source = m_draft.open().source.get();
    if (event->button() != Qt::LeftButton || !prepared || !source || !source->characters)
        return;
    setFocus(Qt::MouseFocusReason);
    const Shown shown = this->shown(size());
    std::optional<double> place;
    if (shown.band.adjusted(0, -6, 0, 6).contains(event->position()))
        place = (event->position().x() - shown.band.left()) / shown.band.width() * static_cast<double>(shown.parts[3]);
    else if (const int index = passage(shown).at(event->position()); index >= 0)
        place = static_cast<double>(shown.first + index);
    if (!place)
        return;
    if (const auto sequence = nearestWindow(*prepared, *place - static_cast<double>(shown.steps) / 2.0))
        m_selection.setSequence(*sequence);
}

void TextView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        m_selection.setSequence(m_selection.sequence() + (event->key() == Qt::Key_Left ? -1 : 1));
    else
        PaintedView::keyPressEvent(event);
}

QString TextView::csv() const
{
    QString text = QStringLiteral("place,part,character\r\n");
    const DataSource *source = m_draft.open().source.get();
    if (!source || !source->characters)
        return text;
    const Shown shown = this->shown(size());
    for (std::int64_t i = 0; i < shown.count; ++i)
        text += QStringLiteral("%1,%2,%3\r\n")
                    .arg(shown.first + i)
                    .arg(partId(shown, shown.first + i), csvName(character(shown.first + i)));
    return text;
}

} // namespace gatescope
