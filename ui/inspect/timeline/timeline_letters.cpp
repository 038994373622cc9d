// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of TimelineView that shows a text: letters over the steps in place of a curve.
#include "ui/inspect/text/run_letters.h"
#include "ui/inspect/timeline/timeline_frame.h"
#include "ui/inspect/timeline/timeline_view.h"
#include "ui/look/plain_text.h"
#include "ui/look/quantity.h"
#include "ui/look/theme.h"

#include <QFontDatabase>
#include <QPainter>

namespace gatescope {

namespace {

QFont letterFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(themeFont(TextRole::Body).pointSizeF());
    return font;
}

} // namespace

bool TimelineView::hasLetters() const
{
    return inspection().hasRun() && inspection().data().text;
}

int TimelineView::lettersHeight() const
{
    return 2 * QFontMetrics(letterFont()).height() + static_cast<int>(kLossHeight) + 4;
}

void TimelineView::drawLetters(QPainter &painter, const Frame &frame, Spots &spots) const
{
    const Trace<float> &run = inspection().run();
    const QFont font = letterFont();
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    const double line = metrics.height();
    const double top =
        std::max(frame.curve.top(), frame.curve.top() + (frame.curve.height() - kLossHeight - 2.0 * line) / 3.0);
    const bool fits = frame.pitch >= metrics.horizontalAdvance(QLatin1Char('m')) * 0.9;
    const auto row = [&](double y, Quantity quantity, const QString &name, const QString &tip, auto letterOf) {
        painter.setPen(quantityColor(quantity, palette()));
        painter.drawText(QRectF(0, y, frame.curve.left() - 8, line), Qt::AlignRight | Qt::AlignVCenter,
                         quantityInfo(quantity).letter);
        for (Index step = 0; fits && step < run.steps(); ++step)
            painter.drawText(QRectF(frame.x(step) - frame.pitch, y, 2 * frame.pitch, line), Qt::AlignCenter,
                             letterOf(step));
        spots.push_back({QRectF(frame.curve.left(), y, frame.curve.width(), line), name, {}, tip});
    };
    row(top, Quantity::Input, tr("characters read"),
        tr("The character that each step reads; ␣ is a blank, ⏎ a line end, □ one the training part does not hold."),
        [&](Index step) { return characterMark(characterAt(inspection(), step)); });
    row(top + line, Quantity::Target, tr("characters to tell"),
        tr("The character that comes next, which is the step's target."), [&](Index step) {
            const std::string next = nextCharacter(inspection(), step);
            return next.empty() ? QString() : characterMark(next);
        });
}

QString TimelineView::letterLine(Index step) const
{
    const std::vector<NextChance> chances = nextChances(inspection().run(), step);
    QStringList likeliest;
    for (std::size_t rank = 0; rank < std::min<std::size_t>(chances.size(), 3); ++rank)
        likeliest << tr("%1 %2 %")
                         .arg(letterMark(inspection().data(), chances[rank].symbol))
                         .arg(chances[rank].chance * 100.0, 0, 'f', 1);
    QString text = tr("reads %1, expects %2")
                       .arg(characterMark(characterAt(inspection(), step)), likeliest.join(QStringLiteral(", ")));
    if (const std::string next = nextCharacter(inspection(), step); !next.empty())
        text += tr("; next comes %1").arg(characterMark(next));
    return text;
}

} // namespace gatescope
