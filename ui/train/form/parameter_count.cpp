// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/form/parameter_count.h"

#include "ui/shell/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <numeric>

namespace gatescope {

namespace {

QString grouped(std::int64_t number)
{
    return groupedNumber(number);
}

int lineHeight()
{
    return QFontMetrics(themeFont(TextRole::Caption)).height() + 3;
}

} // namespace

std::vector<LayerCount> layerCounts(const NetworkOptions &options)
{
    const auto h = static_cast<qlonglong>(options.hidden);
    const int biases = !options.bias ? 0 : options.formulation == Formulation::ResetAfter ? 2 : 1;
    std::vector<LayerCount> terms;
    const auto layerTerm = [&](const QString &name, Index inputs) {
        LayerCount term;
        term.name = name;
        term.formula = QStringLiteral("3·%1·(%2+%1)").arg(h).arg(inputs);
        if (biases > 0)
            term.formula += biases == 2 ? QStringLiteral(" + 2·3·%1").arg(h) : QStringLiteral(" + 3·%1").arg(h);
        term.explanation =
            QObject::tr("Three gates of %1 units, each reading %2 inputs and %1 states").arg(h).arg(inputs)
            + (biases == 0   ? QObject::tr(", without biases.")
               : biases == 2 ? QObject::tr(", with two biases each (b and d).")
                             : QObject::tr(", with one bias each."));
        term.count = 3 * options.hidden * (inputs + options.hidden) + biases * 3 * options.hidden;
        terms.push_back(term);
    };
    layerTerm(QObject::tr("layer 1"), options.inputs);
    if (options.layers <= 4) {
        for (Index layer = 1; layer < options.layers; ++layer)
            layerTerm(QObject::tr("layer %1").arg(layer + 1), options.hidden);
    } else {
        layerTerm(QObject::tr("layers 2–%1").arg(options.layers), options.hidden);
        LayerCount &rest = terms.back();
        rest.formula = QStringLiteral("%1 × (%2)").arg(options.layers - 1).arg(rest.formula);
        rest.count *= options.layers - 1;
    }
    LayerCount head;
    head.name = QObject::tr("head");
    head.formula = QStringLiteral("%1·%2 + %1").arg(options.outputs).arg(h);
    head.explanation =
        QObject::tr("%1 outputs, each a weighted sum of the %2 last states and a bias.").arg(options.outputs).arg(h);
    head.count = options.outputs * (options.hidden + 1);
    terms.push_back(head);
    return terms;
}

ParameterCount::ParameterCount(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Number of parameters"));
}

void ParameterCount::show(const NetworkOptions &options)
{
    m_terms = layerCounts(options);
    m_total = std::accumulate(m_terms.begin(), m_terms.end(), std::int64_t{0},
                              [](std::int64_t sum, const LayerCount &term) { return sum + term.count; });
    setAccessibleDescription(tr("%1 parameters").arg(grouped(m_total)));
    updateGeometry();
    update();
}

QSize ParameterCount::sizeHint() const
{
    return {200, static_cast<int>(m_terms.size() + 1) * lineHeight() + 6};
}

void ParameterCount::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeColors &colors = themeColors(palette());
    const int line = lineHeight();
    painter.setFont(themeFont(TextRole::Caption));
    const QFontMetrics metrics = painter.fontMetrics();
    const int numbers = metrics.horizontalAdvance(grouped(m_total)) + 4;
    int names = 0;
    for (const LayerCount &term : m_terms)
        names = std::max(names, metrics.horizontalAdvance(term.name) + 8);
    int y = 0;
    painter.setPen(colors.muted);
    for (const LayerCount &term : m_terms) {
        painter.drawText(QRect(0, y, names, line), Qt::AlignLeft | Qt::AlignVCenter, term.name);
        const int width = this->width() - names - numbers - 6;
        painter.drawText(QRect(names, y, width, line), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(term.formula, Qt::ElideRight, width));
        painter.drawText(QRect(this->width() - numbers, y, numbers, line), Qt::AlignRight | Qt::AlignVCenter,
                         grouped(term.count));
        y += line;
    }
    painter.setPen(colors.border);
    painter.drawLine(0, y + 1, width(), y + 1);
    QFont bold = themeFont(TextRole::Caption);
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(colors.text);
    painter.drawText(QRect(0, y + 3, width(), line), Qt::AlignLeft | Qt::AlignVCenter, tr("parameters"));
    painter.drawText(QRect(0, y + 3, width(), line), Qt::AlignRight | Qt::AlignVCenter, grouped(m_total));
}

bool ParameterCount::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto row = static_cast<std::size_t>(std::max(help->pos().y(), 0) / lineHeight());
        const QString text = row < m_terms.size() ? QStringLiteral("%1: %2 = %3\n%4")
                                                        .arg(m_terms[row].name, m_terms[row].formula,
                                                             grouped(m_terms[row].count), m_terms[row].explanation)
                                                  : tr("All numbers that training changes.");
        QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace gatescope
