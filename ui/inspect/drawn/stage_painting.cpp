// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/drawn/stage_painting.h"

#include "ui/inspect/shown/inspect_view.h"
#include "ui/look/fitting_text.h"
#include "ui/look/theme.h"
#include "ui/widgets/drawn/equation_text.h"
#include "ui/widgets/plot/log_ticker.h"

#include <QObject>

namespace gatescope {

Quantity stageQuantity(CellStage stage)
{
    switch (stage) {
    case CellStage::Reset:
        return Quantity::ResetGate;
    case CellStage::Update:
        return Quantity::UpdateGate;
    case CellStage::Candidate:
        return Quantity::Candidate;
    case CellStage::NewState:
        break;
    }
    return Quantity::HiddenState;
}

QString symbolTip(const QString &symbol)
{
    if (symbol == QLatin1String("0") || symbol == QLatin1String("1"))
        return QObject::tr("%1: the gate was held in training; it has no weights.").arg(symbol);
    const QChar first = symbol.isEmpty() ? QChar() : symbol.front();
    if (symbol == QLatin1String("sum"))
        return QObject::tr("The terms added up: what the function is applied to.");
    if (symbol == QLatin1String("U_n s"))
        return QObject::tr("U_n s: recurrent weights of the candidate times what the reset gate lets through.");
    if (first == QLatin1Char('W'))
        return QObject::tr("%1: input weights times the input of this step.").arg(symbol);
    if (first == QLatin1Char('U'))
        return QObject::tr("%1: recurrent weights times the state before this step.").arg(symbol);
    if (first == QLatin1Char('b'))
        return QObject::tr("%1: the input bias, the same at every step.").arg(symbol);
    if (first == QLatin1Char('d') && symbol.contains(QLatin1Char('_')))
        return QObject::tr("%1: the recurrent bias, the same at every step.").arg(symbol);
    if (symbol == QStringLiteral("r ⊙ u"))
        return QObject::tr("r ⊙ u: the recurrent part of the candidate, as far as the reset gate lets it through.");
    if (symbol == QStringLiteral("r ⊙ h"))
        return QObject::tr("r ⊙ h: the old state, as far as the reset gate lets it through.");
    if (symbol == QLatin1String("u"))
        return QObject::tr("u: the recurrent part of the candidate, before the reset gate.");
    if (symbol == QLatin1String("s"))
        return QObject::tr("s: the old state after the reset gate.");
    if (symbol.endsWith(QStringLiteral("⊙ n")))
        return QObject::tr("%1: the share of the candidate that is taken.").arg(symbol);
    if (symbol.endsWith(QStringLiteral("⊙ h")))
        return QObject::tr("%1: the share of the old state that is kept.").arg(symbol);
    for (const QuantityInfo &info : quantityTable()) {
        if (info.letter == symbol || (symbol == QLatin1String("h'") && info.quantity == Quantity::HiddenState))
            return QStringLiteral("%1: %2").arg(symbol, info.explanation());
    }
    return symbol;
}

StagePanel::StagePanel(QPainter &painter, const QRectF &area, const QPalette &palette, Quantity quantity)
    : m_painter(painter), m_area(area), m_palette(palette), m_color(quantityColor(quantity, palette))
{
    const ThemeColors &colors = themeColors(palette);
    QColor face = colors.ground;
    face.setAlpha(120);
    painter.setPen(colors.border);
    painter.setBrush(face);
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.fillRect(QRectF(area.left(), area.top(), 4, area.height()), m_color);
}

double StagePanel::titleHeight()
{
    return QFontMetricsF(themeFont(TextRole::Title)).height() + 8;
}

double StagePanel::captionHeight()
{
    return QFontMetricsF(themeFont(TextRole::Caption)).height() + 2;
}

QRectF StagePanel::drawTitle(const QString &title, const QString &equation, const QString &meaning,
                             std::vector<Spot> &spots)
{
    const QRectF line(m_area.left() + 14, m_area.top() + 3, m_area.width() - 24, titleHeight());
    const QFont titleFont = themeFont(TextRole::Title);
    m_painter.setFont(titleFont);
    m_painter.setPen(m_color);
    m_painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, title);
    const QFontMetricsF metrics(titleFont);
    const double baseline = line.center().y() + metrics.ascent() / 2 - 1;
    const double start = line.left() + std::max(metrics.horizontalAdvance(title) + 16, metrics.averageCharWidth() * 17);
    const EquationText formula(equation, themeFont(TextRole::Formula), m_palette);
    formula.draw(m_painter, QPointF(start, baseline));
    const QFont small = themeFont(TextRole::Caption);
    const double room = line.right() - start - formula.width() - 16;
    if (QFontMetricsF(small).horizontalAdvance(meaning) <= room) {
        m_painter.setFont(small);
        m_painter.setPen(themeColors(m_palette).muted);
        m_painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, meaning);
    } else {
        m_untold = meaning; // it stands behind the first caption that leaves room for it then
    }
    spots.push_back({line, title, equation, QStringLiteral("%1: %2.").arg(title, meaning)});
    return {line.left(), line.bottom(), line.width(), m_area.bottom() - line.bottom() - 4};
}

void StagePanel::drawCaption(const QRectF &line, const QString &text)
{
    const QFont font = themeFont(TextRole::Caption);
    if (text.contains(QLatin1Char('_'))) { // an equation: its letters have subscripts
        const EquationText equation(text, font, m_palette);
        if (equation.width() <= line.width()) {
            equation.draw(m_painter, QPointF(line.left(), line.top() + QFontMetricsF(font).ascent() + 1));
            return;
        }
    }
    m_painter.setFont(font);
    m_painter.setPen(themeColors(m_palette).muted);
    // Numbers come first: what is cut must not be one of them.
    const QFontMetricsF metrics(font);
    const QString whole = QStringLiteral("%1 · %2").arg(text, m_untold);
    const bool tells = !m_untold.isEmpty() && metrics.horizontalAdvance(whole) <= line.width();
    m_painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                       fittingParts(tells ? whole : text, metrics, line.width()));
    if (tells)
        m_untold.clear();
}

QString residualText(const OpenStage &stage)
{
    return QObject::tr("recomputed − stored = %1 (largest over %2 units)")
        .arg(shortNumber(stage.residual))
        .arg(stage.stored.size());
}

QString heldText(const Inspection &inspection, const OpenStage &stage)
{
    const Cursor at = inspection.cursor();
    const HeldValues<float> &held = inspection.held();
    if (held.empty())
        return {};
    const HeldLayer<float> &layer = held[static_cast<std::size_t>(at.layer)];
    const Matrix<float> none;
    const Matrix<float> &values = stage.stage == CellStage::Reset      ? layer.r
                                  : stage.stage == CellStage::Update   ? layer.z
                                  : stage.stage == CellStage::NewState ? layer.h
                                                                       : none;
    if (!isHeld(values, at.unit, at.step))
        return {};
    return QObject::tr("held at %1; its equation gives %2")
        .arg(signedText(stage.stored(at.unit)), signedText(stage.result(at.unit)));
}

QString untouchedText(const QString &symbol, const QString &value)
{
    return QObject::tr(" · untouched %1 = %2").arg(symbol, value);
}

} // namespace gatescope
