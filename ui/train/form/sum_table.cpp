// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/form/sum_table.h"

#include "ui/look/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <numeric>

namespace gatescope {

namespace {

constexpr int kIndent = 12; ///< pixels, of a formula below its name

int lineHeight()
{
    return QFontMetrics(themeFont(TextRole::Caption)).height() + 3;
}

} // namespace

SumTable::SumTable(const QString &accessibleName, QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(accessibleName);
}

void SumTable::show(std::vector<SumTerm> terms, const SumTerm &total)
{
    m_terms = std::move(terms);
    m_total = total;
    setAccessibleDescription(QStringLiteral("%1 %2").arg(total.amount, total.name));
    updateGeometry();
    update();
}

QSize SumTable::sizeHint() const
{
    const std::vector<int> lines = heights();
    return {200, std::accumulate(lines.begin(), lines.end(), lineHeight() + 6)};
}

SumTable::Columns SumTable::columns() const
{
    const QFontMetrics metrics(themeFont(TextRole::Caption));
    Columns widths{0, 0, metrics.horizontalAdvance(m_total.amount) + 4};
    for (const SumTerm &term : m_terms) {
        widths.names = std::max(widths.names, metrics.horizontalAdvance(term.name) + 8);
        widths.numbers = std::max(widths.numbers, metrics.horizontalAdvance(term.amount) + 4);
    }
    widths.formulas = width() - widths.names - widths.numbers - 6;
    return widths;
}

std::vector<int> SumTable::heights() const
{
    const QFontMetrics metrics(themeFont(TextRole::Caption));
    const int room = columns().formulas;
    std::vector<int> lines;
    for (const SumTerm &term : m_terms) {
        const QRect area(0, 0, std::max(width() - kIndent, 1), QWIDGETSIZE_MAX);
        const int below = metrics.horizontalAdvance(term.formula) <= room
                              ? 0
                              : metrics.boundingRect(area, Qt::TextWordWrap, term.formula).height() + 2;
        lines.push_back(lineHeight() + below);
    }
    return lines;
}

void SumTable::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

void SumTable::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeColors &colors = themeColors(palette());
    const int line = lineHeight();
    painter.setFont(themeFont(TextRole::Caption));
    const auto [names, formulas, numbers] = columns();
    const std::vector<int> lines = heights();
    int y = 0;
    painter.setPen(colors.muted);
    for (std::size_t i = 0; i < m_terms.size(); ++i) {
        const SumTerm &term = m_terms[i];
        const int below = lines[i] - line;
        painter.drawText(QRect(0, y, below > 0 ? width() - numbers : names, line), Qt::AlignLeft | Qt::AlignVCenter,
                         term.name);
        if (below > 0)
            painter.drawText(QRect(kIndent, y + line, width() - kIndent, below), Qt::AlignLeft | Qt::TextWordWrap,
                             term.formula);
        else
            painter.drawText(QRect(names, y, formulas, line), Qt::AlignLeft | Qt::AlignVCenter, term.formula);
        painter.drawText(QRect(width() - numbers, y, numbers, line), Qt::AlignRight | Qt::AlignVCenter, term.amount);
        y += lines[i];
    }
    painter.setPen(colors.border);
    painter.drawLine(0, y + 1, width(), y + 1);
    QFont bold = themeFont(TextRole::Caption);
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(colors.text);
    painter.drawText(QRect(0, y + 3, width(), line), Qt::AlignLeft | Qt::AlignVCenter, m_total.name);
    painter.drawText(QRect(0, y + 3, width(), line), Qt::AlignRight | Qt::AlignVCenter, m_total.amount);
}

bool SumTable::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        std::size_t row = 0;
        for (int y = help->pos().y(); row < m_terms.size() && y >= heights()[row]; ++row)
            y -= heights()[row];
        const QString text = row < m_terms.size() ? QStringLiteral("%1: %2 = %3\n%4")
                                                        .arg(m_terms[row].name, m_terms[row].formula,
                                                             m_terms[row].amount, m_terms[row].explanation)
                                                  : m_total.explanation;
        QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace gatescope
