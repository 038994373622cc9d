// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/form/sum_table.h"

#include "ui/look/fitting_text.h"
#include "ui/look/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace gatescope {

namespace {

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
    return {200, static_cast<int>(m_terms.size() + 1) * lineHeight() + 6};
}

void SumTable::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeColors &colors = themeColors(palette());
    const int line = lineHeight();
    painter.setFont(themeFont(TextRole::Caption));
    const QFontMetrics metrics = painter.fontMetrics();
    int names = 0, numbers = metrics.horizontalAdvance(m_total.amount) + 4;
    for (const SumTerm &term : m_terms) {
        names = std::max(names, metrics.horizontalAdvance(term.name) + 8);
        numbers = std::max(numbers, metrics.horizontalAdvance(term.amount) + 4);
    }
    int y = 0;
    painter.setPen(colors.muted);
    for (const SumTerm &term : m_terms) {
        painter.drawText(QRect(0, y, names, line), Qt::AlignLeft | Qt::AlignVCenter, term.name);
        const int width = this->width() - names - numbers - 6;
        painter.drawText(QRect(names, y, width, line), Qt::AlignLeft | Qt::AlignVCenter,
                         fittingText(term.formula, metrics, width));
        painter.drawText(QRect(this->width() - numbers, y, numbers, line), Qt::AlignRight | Qt::AlignVCenter,
                         term.amount);
        y += line;
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
        const auto row = static_cast<std::size_t>(std::max(help->pos().y(), 0) / lineHeight());
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
