// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/text/letters_view.h"

#include "core/inspect/run/sequence_loss.h"
#include "ui/inspect/text/run_letters.h"
#include "ui/look/plain_text.h"
#include "ui/look/theme.h"
#include "ui/widgets/drawn/passage.h"
#include "ui/widgets/heatmap/color_map.h"
#include "ui/widgets/plot/log_ticker.h"

#include <QFontDatabase>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>
#include <numbers>

namespace gatescope {

namespace {

constexpr std::size_t kMostChances = 8;

QFont lettersFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(themeFont(TextRole::Body).pointSizeF());
    return font;
}

/// Rows of chances, with their heading.
double chancesHeight()
{
    return QFontMetricsF(themeFont(TextRole::Caption)).height() * (static_cast<double>(kMostChances) + 1.3);
}

} // namespace

LettersView::LettersView(Inspection &inspection, QWidget *parent)
    : InspectView(inspection, tr("Letters"), QStringLiteral("letters"), parent)
{
    setAccessibleDescription(
        tr("The characters of the sequence, coloured by a unit, and the chances of the next one at the cursor."));
}

void LettersView::setColoring(Quantity quantity)
{
    m_coloring = quantity;
    update();
}

QString LettersView::missing() const
{
    return inspection().data().text ? QString()
                                    : tr("These data are no text.\nOpen a .txt, or The Devil's Dictionary in Data.");
}

Passage LettersView::passage(const QSizeF &size) const
{
    return Passage(
        static_cast<std::size_t>(inspection().run().steps()),
        [this](std::size_t step) -> std::string_view { return characterAt(inspection(), static_cast<Index>(step)); },
        QRectF(12, 4, size.width() - 24, size.height() - chancesHeight() - 12), lettersFont());
}

Vector<double> LettersView::values() const
{
    const Trace<float> &run = inspection().run();
    const Cursor cursor = inspection().cursor();
    const LayerTrace<float> &layer = run.layers[static_cast<std::size_t>(cursor.layer)];
    const auto row = [&](const Matrix<float> &all) -> Vector<double> {
        return all.row(cursor.unit).transpose().cast<double>();
    };
    switch (m_coloring) {
    case Quantity::ResetGate:
        return row(layer.r);
    case Quantity::UpdateGate:
        return row(layer.z);
    case Quantity::Candidate:
        return row(layer.n);
    case Quantity::TrainingLoss: {
        Vector<double> losses = Vector<double>::Constant(run.steps(), std::nan(""));
        if (run.targets.cols() > 0)
            losses.tail(run.targets.cols()) = stepLosses<float>(run.outputs.rightCols(run.targets.cols()), run.targets,
                                                                inspection().settings().training);
        return losses / std::numbers::ln2;
    }
    default:
        return row(layer.h);
    }
}

void LettersView::draw(QPainter &painter, const QSizeF &size, Spots &spots) const
{
    const ThemeColors &colors = themeColors(palette());
    const Passage passage = this->passage(size);
    const Vector<double> values = this->values();
    const bool loss = m_coloring == Quantity::TrainingLoss;
    const QuantityInfo &info = quantityInfo(m_coloring);
    double low = info.minimum, high = info.maximum;
    if (loss) {
        low = 0.0;
        high = 1.0;
        for (const double value : values)
            high = std::isfinite(value) ? std::max(high, value) : high;
    }
    const ColorMap &map = colorMapFor(loss ? MapKind::Sequential : info.map, palette());
    painter.setFont(lettersFont());
    for (std::size_t step = 0; step < passage.visible(); ++step) {
        const double value = values(static_cast<Index>(step));
        const double share = std::isfinite(value) ? std::clamp((value - low) / (high - low), 0.0, 1.0) : 0.0;
        painter.fillRect(passage.cells()[step].adjusted(0.5, 0.5, -0.5, -0.5),
                         QColor::fromRgb(map.color(value, low, high, colors.notANumber.rgb())));
        painter.setPen(std::isfinite(value) ? map.textColor(share) : colors.text);
        passage.drawMark(painter, step, characterAt(inspection(), static_cast<Index>(step)));
    }
    if (const auto step = static_cast<std::size_t>(inspection().cursor().step); step < passage.visible()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colors.cursor, 2));
        painter.drawRect(passage.cells()[step]);
    }
    const double top = size.height() - chancesHeight() - 4;
    drawLegend(painter, QRectF(size.width() / 2 + 8, top, size.width() / 2 - 20, chancesHeight()), low, high, spots);
    drawChances(painter, QRectF(12, top, size.width() / 2 - 12, chancesHeight()), spots);
}

void LettersView::drawLegend(QPainter &painter, const QRectF &room, double low, double high, Spots &spots) const
{
    const bool loss = m_coloring == Quantity::TrainingLoss;
    const QuantityInfo &info = quantityInfo(m_coloring);
    const Cursor cursor = inspection().cursor();
    painter.setFont(themeFont(TextRole::Caption));
    painter.setPen(themeColors(palette()).muted);
    const double line = QFontMetricsF(painter.font()).height();
    const QString what = loss ? tr("loss of each step, bits")
                              : tr("%1 of unit %2, layer %3").arg(info.letter).arg(cursor.unit).arg(cursor.layer + 1);
    painter.drawText(QRectF(room.left(), room.top(), room.width(), line), Qt::AlignLeft | Qt::AlignVCenter, what);
    const ColorMap &map = colorMapFor(loss ? MapKind::Sequential : info.map, palette());
    const QRectF bar(room.left(), room.top() + line + 3, std::min(room.width(), 160.0), line * 0.8);
    for (int x = 0; x < static_cast<int>(bar.width()); ++x)
        painter.fillRect(QRectF(bar.left() + x, bar.top(), 1.5, bar.height()),
                         QColor::fromRgb(map.color(static_cast<double>(x) / bar.width())));
    const QRectF numbers(bar.left(), bar.bottom() + 1, bar.width(), line);
    painter.drawText(numbers, Qt::AlignLeft | Qt::AlignVCenter, shortNumber(low));
    painter.drawText(numbers, Qt::AlignRight | Qt::AlignVCenter, shortNumber(high));
    spots.push_back(
        {bar, what, tr("%1 to %2").arg(shortNumber(low), shortNumber(high)),
         loss
             ? tr("How many bits the character that came next cost at each step.")
             : tr("%1 Up and down choose another unit, page up and page down another layer.").arg(info.explanation())});
}

void LettersView::drawChances(QPainter &painter, const QRectF &room, Spots &spots) const
{
    const ThemeColors &colors = themeColors(palette());
    const PreparedData<float> &prepared = inspection().data();
    const Index step = inspection().cursor().step;
    const std::vector<NextChance> chances = nextChances(inspection().run(), step);
    const std::string next = nextCharacter(inspection(), step);
    painter.setFont(themeFont(TextRole::Caption));
    const QFontMetricsF metrics(painter.font());
    const double line = metrics.height(), letter = metrics.horizontalAdvance(QStringLiteral("mm"));
    const double percent = metrics.horizontalAdvance(QStringLiteral("100.0 %"));
    painter.setPen(colors.muted);
    painter.drawText(QRectF(room.left(), room.top(), room.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("what comes next, at t = %1").arg(step));
    double y = room.top() + line * 1.3;
    const double widest = std::max(room.width() - letter - percent - 10, 10.0);
    for (std::size_t rank = 0; rank < std::min(kMostChances, chances.size()); ++rank, y += line) {
        const auto &[symbol, chance] = chances[rank];
        const bool isNext = prepared.classNames[static_cast<std::size_t>(symbol)] == next;
        const QString mark = letterMark(prepared, symbol);
        const QString value = QStringLiteral("%1 %").arg(chance * 100.0, 0, 'f', 1);
        painter.fillRect(QRectF(room.left() + letter, y + 2, std::max(widest * chance, 1.0), line - 4),
                         quantityColor(isNext ? Quantity::Target : Quantity::Forecast, palette()));
        painter.setPen(colors.text);
        painter.drawText(QRectF(room.left(), y, letter, line), Qt::AlignLeft | Qt::AlignVCenter, mark);
        painter.drawText(QRectF(room.left() + letter + widest * chance + 6, y, percent, line),
                         Qt::AlignLeft | Qt::AlignVCenter, value);
        spots.push_back({QRectF(room.left(), y, room.width(), line), mark, value,
                         isNext ? tr("The network gives %1 to %2, which is what came next.").arg(value, mark)
                                : tr("The network gives %1 to %2 as the next character.").arg(value, mark)});
    }
}

QString LettersView::tipAt(const QPointF &place) const
{
    if (!inspection().hasRun() || !inspection().data().text)
        return {};
    const int at = passage(size()).at(place);
    if (at < 0)
        return InspectView::tipAt(place);
    const Index step = at;
    const double value = values()(step);
    const std::string next = nextCharacter(inspection(), step);
    QString text = tr("step %1 reads %2").arg(step).arg(characterMark(characterAt(inspection(), step)));
    if (std::isfinite(value))
        text += tr("; %1 = %2")
                    .arg(m_coloring == Quantity::TrainingLoss ? tr("loss in bits") : quantityInfo(m_coloring).letter,
                         signedText(value));
    if (!next.empty())
        text += tr("; next comes %1").arg(characterMark(next));
    return text;
}

void LettersView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !inspection().hasRun() || !inspection().data().text)
        return;
    setFocus(Qt::MouseFocusReason);
    const Cursor cursor = inspection().cursor();
    if (const int step = passage(size()).at(event->position()); step >= 0)
        inspection().moveTo(cursor.layer, step, cursor.unit);
}

QString LettersView::csv() const
{
    QString text =
        QStringLiteral("step,character,next,chance_of_next,%1\n").arg(QLatin1String(quantityInfo(m_coloring).id));
    if (!inspection().hasRun() || !inspection().data().text)
        return text;
    const Vector<double> values = this->values();
    for (Index step = 0; step < inspection().run().steps(); ++step) {
        const std::string next = nextCharacter(inspection(), step);
        double chance = std::nan("");
        for (const NextChance &each : nextChances(inspection().run(), step)) {
            if (inspection().data().classNames[static_cast<std::size_t>(each.symbol)] == next)
                chance = each.chance;
        }
        text += QStringLiteral("%1,%2,%3,%4,%5\n")
                    .arg(step)
                    .arg(csvName(characterAt(inspection(), step)), csvName(next), csvNumber(chance),
                         csvNumber(values(step)));
    }
    return text;
}

} // namespace gatescope
