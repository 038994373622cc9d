// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/phase/phase_view.h"

#include "core/inspect/labels.h"
#include "ui/look/core_words.h"
#include "ui/look/fitting_text.h"
#include "ui/look/plain_text.h"
#include "ui/look/short_number.h"
#include "ui/look/theme.h"
#include "ui/widgets/drawn/arrow.h"
#include "ui/widgets/drawn/axis_ticks.h"
#include "ui/widgets/drawn/equation_text.h"
#include "ui/widgets/plot/log_ticker.h"

#include <QPainter>

#include <algorithm>

namespace gatescope {

/// One box of the drawn network. Layers and head have their gradient and their weights below them.
struct PhaseView::Box {
    QRectF area;
    QString name;   ///< "layer 1"
    QString detail; ///< "64 units", "loss 0.123"
    bool lit = false;
    int row = 0; ///< 0: what numbers flow through; 1: gradients; 2: weights
    QString tip;
};

namespace {

constexpr Phase kPhases[] = {Phase::Forward, Phase::Loss, Phase::Backward, Phase::Clip, Phase::Update};
constexpr Index kLayersDrawn = 4; ///< deeper stacks are drawn as one box
constexpr double kGap = 26.0;     ///< between boxes: room for an arrow

double textLineHeight()
{
    return QFontMetricsF(themeFont(TextRole::Caption)).height();
}

double boxHeight(int row)
{
    return row == 0 ? 2 * textLineHeight() + 8 : textLineHeight() + 4;
}

/// What the letters of an equation are that stand nowhere else on the screen.
QString equationTip(const std::string &equation)
{
    QStringList letters{PhaseView::tr("What this phase computes.")};
    const auto has = [&equation](std::string_view letter) { return equation.find(letter) != std::string::npos; };
    if (has("η"))
        letters << PhaseView::tr("θ: all weights. η: the learning rate. ε: a small number against division by zero.");
    if (has("m̂"))
        letters << PhaseView::tr("m̂: the running mean of the gradient. v̂: that of its square. Both are corrected for "
                                 "having started at 0.");
    else if (has("· m"))
        letters << PhaseView::tr("m: the gradient, with what momentum keeps of the last step.");
    else if (has("√v"))
        letters << PhaseView::tr("g: the gradient. v: the running mean of its square.");
    if (has("δ"))
        letters << PhaseView::tr("δ: the gradient ∂loss/∂h at a state; the four paths are those through this cell.");
    return letters.join(QLatin1Char('\n'));
}

/// As exports write it.
QString text(const std::string &words)
{
    return QString::fromStdString(words);
}

} // namespace

PhaseView::PhaseView(QWidget *parent) : PaintedView(tr("Phase by phase"), QStringLiteral("phase"), parent)
{
    setObjectName(QStringLiteral("view-phase"));
    setAccessibleDescription(tr("The parts of the network that are at work in this phase, with the batch's numbers."));
}

QSize PhaseView::minimumSizeHint() const
{
    if (m_compact)
        return QSizeF(300, 2 * QFontMetricsF(themeFont(TextRole::Body)).height() + 8).toSize();
    const double rows = boxHeight(0) + boxHeight(1) + boxHeight(2) + 2 * 4;
    return QSizeF(300, textLineHeight() + 10 + 8 + rows + 12).toSize();
}

void PhaseView::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    updateGeometry();
    update();
}

void PhaseView::show(const Snapshot &snapshot)
{
    m_settings = snapshot.settings;
    m_done = snapshot.phase;
    m_numbers = *snapshot.phaseNumbers;
    m_phase = phaseCaption(m_done, m_settings, m_numbers);
    setCaption(tr("batch %1 · sequences: %2 · steps: %3")
                   .arg(groupedNumber(m_numbers.batch))
                   .arg(m_numbers.sequences)
                   .arg(m_numbers.steps));
    setAccessibleName(exportTitle());
    setAccessibleDescription(coreSentence(m_phase.text));
    update();
}

bool PhaseView::isLit(NetworkPart part) const
{
    return std::ranges::find(m_phase.atWork, part) != m_phase.atWork.end();
}

QString PhaseView::exportTitle() const
{
    return tr("Phase %1 of 5: %2").arg(m_phase.number).arg(coreWords(m_phase.title));
}

std::vector<PhaseView::Box> PhaseView::boxes(const QRectF &area) const
{
    const NetworkOptions &network = m_settings.network;
    const Index layers = network.layers <= kLayersDrawn ? network.layers : 1;
    const double wide = (area.width() - kGap * static_cast<double>(layers + 2)) / static_cast<double>(layers + 3);
    const auto place = [&](Index column, int row) {
        const double top = area.top() + (row > 0 ? boxHeight(0) + 4 : 0) + (row > 1 ? boxHeight(1) + 4 : 0);
        return QRectF(area.left() + static_cast<double>(column) * (wide + kGap), top, wide, boxHeight(row));
    };
    std::vector<Box> all;
    const bool lossKnown = isDone(Phase::Loss), gradientKnown = isDone(Phase::Backward);
    all.push_back({place(0, 0), tr("batch x"),
                   network.inputs == 1 ? tr("1 feature") : tr("%1 features").arg(network.inputs),
                   isLit(NetworkPart::Input), 0, tr("The input of every sequence of the batch, step by step.")});
    for (Index layer = 0; layer < layers; ++layer)
        all.push_back({place(layer + 1, 0),
                       layers == network.layers ? coreSentence(layerLabel(layer)) : tr("%1 layers").arg(network.layers),
                       isLit(NetworkPart::Cells) && m_done == Phase::Backward ? tr("t %1 → 0").arg(m_numbers.steps - 1)
                                                                              : tr("t 0 → %1").arg(m_numbers.steps - 1),
                       isLit(NetworkPart::Cells), 0,
                       tr("Cells that read the steps in order, and give the gradient back from the last step.")});
    all.push_back({place(layers + 1, 0), tr("head"), QStringLiteral("ŷ = V h + c"), isLit(NetworkPart::Head), 0,
                   tr("Reads the last state of the top layer.")});
    all.push_back({place(layers + 2, 0), tr("loss"), lossKnown ? shortNumber(m_numbers.loss) : tr("not yet"),
                   isLit(NetworkPart::Loss), 0, tr("How far the outputs are from the targets, over the batch.")});
    for (Index column = 1; column <= layers + 1; ++column) {
        all.push_back({place(column, 1), tr("gradient"), gradientKnown ? QString() : tr("none yet"),
                       isLit(NetworkPart::Gradients), 1, tr("∂loss/∂ every weight of this part.")});
        QString moved;
        const std::size_t part = layers == network.layers ? static_cast<std::size_t>(column - 1) : 0;
        if (m_done == Phase::Update && part < m_numbers.updates.size() && layers == network.layers)
            moved = tr("moved %1").arg(compactNumber(m_numbers.updates[part].update));
        all.push_back({place(column, 2), tr("weights"), moved, isLit(NetworkPart::Weights), 2,
                       tr("What is learnt; only an update changes it.")});
    }
    return all;
}

void PhaseView::draw(QPainter &painter, const QSizeF &size, Spots &spots) const
{
    if (m_phase.number == 0)
        return;
    const bool wide = size.width() >= 620;
    const QRectF inside(12, 2, size.width() - 24, size.height() - 8);
    if (size.height() < textLineHeight() * 5) {
        drawWords(painter, inside, spots);
        return;
    }
    drawPhases(painter, QRectF(inside.left(), inside.top(), inside.width(), textLineHeight() + 8), spots);
    QRectF below = inside.adjusted(0, textLineHeight() + 16, 0, 0);
    if (wide) {
        const double share = below.width() * 0.6;
        drawNetwork(painter, QRectF(below.left(), below.top(), share, below.height()), spots);
        below.setLeft(below.left() + share + 20);
    }
    drawWords(painter, below, spots);
}

void PhaseView::drawPhases(QPainter &painter, const QRectF &row, Spots &spots) const
{
    const ThemeColors &colors = themeColors(palette());
    const double wide = (row.width() - 4 * 6) / 5;
    for (const Phase phase : kPhases) {
        const PhaseCaption caption = phaseCaption(phase, m_settings, m_numbers);
        const QRectF chip(row.left() + (caption.number - 1) * (wide + 6), row.top(), wide, row.height());
        const bool present = phase == m_done;
        painter.setPen(present ? colors.accent : colors.border);
        painter.setBrush(present ? colors.accent : isDone(phase) ? colors.accentSoft : colors.field);
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2);
        QFont font = themeFont(TextRole::Caption);
        font.setBold(present);
        painter.setFont(font);
        painter.setPen(present ? colors.onAccent : isDone(phase) ? colors.text : colors.muted);
        const QString words = QStringLiteral("%1 %2").arg(caption.number).arg(coreWords(caption.title));
        painter.drawText(chip, Qt::AlignCenter, fittingText(words, QFontMetricsF(font), chip.width() - 12));
        spots.push_back({chip, tr("phase %1").arg(caption.number), words,
                         present         ? tr("%1: the phase just done.").arg(words)
                         : isDone(phase) ? tr("%1: done for this batch.").arg(words)
                                         : tr("%1: still to come for this batch.").arg(words)});
    }
}

void PhaseView::drawNetwork(QPainter &painter, const QRectF &area, Spots &spots) const
{
    const std::vector<Box> all = boxes(area);
    drawFlow(painter, all);
    for (const Box &box : all)
        drawBox(painter, box, spots);
}

void PhaseView::drawFlow(QPainter &painter, const std::vector<Box> &all) const
{
    const ThemeColors &colors = themeColors(palette());
    const bool back = m_done == Phase::Backward;
    const Box *before = nullptr;
    for (const Box &box : all) {
        if (box.row != 0)
            continue;
        if (before) {
            const bool lit = (m_done == Phase::Forward && &box != &all.back() && box.lit)
                             || (m_done == Phase::Loss && box.lit) || (back && before->lit && box.lit);
            painter.setPen(QPen(lit ? colors.accent : colors.strongBorder, lit ? 2 : 1));
            const QPointF left(before->area.right() + 3, box.area.center().y());
            const QPointF right(box.area.left() - 3, box.area.center().y());
            drawArrow(painter, back ? right : left, back ? left : right);
        }
        before = &box;
    }
}

void PhaseView::drawBox(QPainter &painter, const Box &box, Spots &spots) const
{
    const ThemeColors &colors = themeColors(palette());
    painter.setPen(QPen(box.lit ? colors.accent : colors.border, box.lit ? 2 : 1));
    painter.setBrush(box.lit ? colors.accentSoft : colors.field);
    painter.drawRoundedRect(box.area, 5, 5);
    QFont font = themeFont(TextRole::Caption);
    const QRectF inside = box.area.adjusted(4, 2, -4, -2);
    const QFontMetricsF metrics(font);
    painter.setPen(box.lit ? colors.text : colors.muted);
    if (box.row == 0) {
        painter.setFont(font);
        painter.drawText(inside, Qt::AlignHCenter | Qt::AlignBottom, fittingText(box.detail, metrics, inside.width()));
        font.setBold(box.lit);
        painter.setFont(font);
        painter.drawText(inside, Qt::AlignHCenter | Qt::AlignTop,
                         fittingText(box.name, QFontMetricsF(font), inside.width()));
    } else {
        painter.setFont(font);
        painter.drawText(inside, Qt::AlignCenter,
                         fittingText(box.detail.isEmpty() ? box.name : box.detail, metrics, inside.width()));
    }
    spots.push_back({box.area, box.name, box.detail, box.tip});
}

void PhaseView::drawWords(QPainter &painter, const QRectF &area, Spots &spots) const
{
    const ThemeColors &colors = themeColors(palette());
    const QFont body = themeFont(TextRole::Body);
    const QFontMetricsF metrics(body);
    QRectF words = metrics.boundingRect(QRectF(area.left(), area.top(), area.width(), 1000), Qt::TextWordWrap,
                                        coreSentence(m_phase.text));
    words.setWidth(area.width());
    painter.setFont(body);
    painter.setPen(colors.text);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, coreSentence(m_phase.text));
    spots.push_back({words, tr("in words"), coreSentence(m_phase.text), coreSentence(m_phase.text)});
    double y = words.bottom() + 4;
    const EquationText equation(text(m_phase.equation), themeFont(TextRole::Formula), palette());
    const QFontMetricsF formula(themeFont(TextRole::Formula));
    if (!m_phase.equation.empty() && equation.width() <= area.width() && y + formula.height() <= area.bottom() + 2) {
        equation.draw(painter, QPointF(area.left(), y + formula.ascent()));
        spots.push_back({QRectF(area.left(), y, equation.width(), formula.height()), tr("equation"),
                         text(m_phase.equation), equationTip(m_phase.equation)});
        y += formula.height() + 6;
    }
    const QRectF line(area.left(), y, area.width(), area.bottom() + 4 - y);
    if (line.height() < textLineHeight())
        return;
    painter.setFont(themeFont(TextRole::Caption));
    painter.setPen(colors.muted);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, numbersText());
    spots.push_back({line, tr("numbers"), numbersText(), numbersText()});
}

QString PhaseView::numbersText() const
{
    QStringList parts;
    if (isDone(Phase::Loss))
        parts << tr("loss %1").arg(shortNumber(m_numbers.loss));
    if (isDone(Phase::Clip))
        parts << tr("‖g‖ %1, clipped %2")
                         .arg(shortNumber(m_numbers.gradientNorm), shortNumber(m_numbers.clippedGradientNorm))
                     + (m_numbers.clipAngle ? tr(", turned by %1°").arg(degreesText(*m_numbers.clipAngle)) : QString());
    else if (isDone(Phase::Backward))
        parts << tr("‖g‖ %1").arg(shortNumber(m_numbers.gradientNorm));
    QStringList shares;
    for (const PartUpdate &update : m_numbers.updates)
        shares << tr("%1 %").arg(100.0 * update.ratio(), 0, 'g', 2);
    if (!shares.isEmpty())
        parts << tr("moved by %1 of their size").arg(shares.join(QStringLiteral(", ")));
    return parts.join(QStringLiteral(" · "));
}

QString PhaseView::csv() const
{
    QString table = QStringLiteral("batch,phase,quantity,value\n");
    const auto line = [&](const QString &quantity, double value) {
        table += QStringLiteral("%1,%2,%3,%4\n")
                     .arg(m_numbers.batch)
                     .arg(csvText(text(m_phase.title)), csvText(quantity), csvNumber(value));
    };
    if (isDone(Phase::Loss))
        line(QStringLiteral("loss"), m_numbers.loss);
    if (isDone(Phase::Backward))
        line(QStringLiteral("gradient norm"), m_numbers.gradientNorm);
    if (isDone(Phase::Clip))
        line(QStringLiteral("clipped gradient norm"), m_numbers.clippedGradientNorm);
    if (isDone(Phase::Clip) && m_numbers.clipAngle)
        line(QStringLiteral("clip angle"), *m_numbers.clipAngle);
    for (const PartUpdate &update : m_numbers.updates) {
        line(QStringLiteral("update norm of ") + text(update.part), update.update);
        line(QStringLiteral("weight norm of ") + text(update.part), update.weights);
    }
    return table;
}

} // namespace gatescope
