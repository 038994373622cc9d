// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/predict/cards/confusion_card.h"

#include "ui/look/fitting_text.h"
#include "ui/look/plain_text.h"
#include "ui/look/quantity.h"
#include "ui/look/theme.h"
#include "ui/widgets/heatmap/color_map.h"

#include <QComboBox>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <qcustomplot.h>

namespace gatescope {

namespace {

QStringList classTitles(const PreparedData<float> &prepared)
{
    QStringList titles;
    for (const std::string &name : prepared.classNames)
        titles << plainText(name, 24);
    return titles;
}

} // namespace

ConfusionMatrix::ConfusionMatrix(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Confusion matrix"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ConfusionMatrix::setScores(const ClassificationScores *scores, QStringList classes)
{
    m_scores = scores ? std::optional(*scores) : std::nullopt;
    m_classes = std::move(classes);
    QStringList lines;
    for (int row = 0; m_scores && row < m_classes.size(); ++row)
        lines << tr("%1: %2 of %3 right")
                     .arg(m_classes[row])
                     .arg(m_scores->confusion(row, row))
                     .arg(m_scores->confusion.row(row).sum());
    setAccessibleDescription(lines.join(QStringLiteral("; ")));
    update();
}

QRect ConfusionMatrix::Grid::cell(int row, int column) const
{
    const int left = cells.left() + cells.width() * column / count;
    const int top = cells.top() + cells.height() * row / count;
    return {QPoint(left, top), QPoint(cells.left() + cells.width() * (column + 1) / count - 2,
                                      cells.top() + cells.height() * (row + 1) / count - 2)};
}

ConfusionMatrix::Grid ConfusionMatrix::grid(const QRect &rect) const
{
    const QFontMetrics metrics(themeFont(TextRole::Caption));
    int names = 0;
    for (const QString &name : m_classes)
        names = std::max(names, metrics.horizontalAdvance(name));
    names = std::min(names, rect.width() / 4);
    const int line = metrics.height() + 4;
    const QRect inside = rect.adjusted(12 + line + names + 6, 2 * line, -12, -10);
    return {inside, static_cast<int>(m_classes.size())};
}

void ConfusionMatrix::paint(QPainter &painter, const QRect &rect) const
{
    const ThemeColors &colors = themeColors(palette());
    if (!m_scores || m_classes.isEmpty()) {
        painter.setPen(colors.muted);
        painter.drawText(rect, Qt::AlignCenter, tr("Nothing to compare yet."));
        return;
    }
    const Grid layout = grid(rect);
    const ColorMap &map = colorMapFor(MapKind::Sequential, palette());
    for (int row = 0; row < layout.count; ++row) {
        const double total = static_cast<double>(std::max<std::int64_t>(m_scores->confusion.row(row).sum(), 1));
        for (int column = 0; column < layout.count; ++column) {
            const std::int64_t number = m_scores->confusion(row, column);
            const double share = static_cast<double>(number) / total;
            const QRect cell = layout.cell(row, column);
            painter.fillRect(cell, QColor::fromRgb(map.color(share)));
            painter.setPen(map.textColor(share));
            painter.setFont(themeFont(cell.width() < 44 ? TextRole::Caption : TextRole::Body));
            if (cell.width() > painter.fontMetrics().horizontalAdvance(QString::number(number))
                && cell.height() >= painter.fontMetrics().height())
                painter.drawText(cell, Qt::AlignCenter, QString::number(number));
        }
    }
    paintNames(painter, rect, layout);
}

void ConfusionMatrix::paintNames(QPainter &painter, const QRect &rect, const Grid &layout) const
{
    painter.setFont(themeFont(TextRole::Caption));
    painter.setPen(themeColors(palette()).muted);
    const QFontMetrics metrics = painter.fontMetrics();
    const int line = metrics.height() + 4;
    for (int i = 0; i < layout.count; ++i) {
        const QRect across = layout.cell(0, i);
        const QRect down = layout.cell(i, 0);
        painter.drawText(QRect(across.left(), layout.cells.top() - line, across.width(), line), Qt::AlignCenter,
                         fittingText(m_classes[i], metrics, across.width()));
        const QRect name(rect.left() + 12 + line, down.top(), layout.cells.left() - rect.left() - 18 - line,
                         down.height());
        painter.drawText(name, Qt::AlignRight | Qt::AlignVCenter, fittingText(m_classes[i], metrics, name.width()));
    }
    painter.drawText(QRect(layout.cells.left(), rect.top(), layout.cells.width(), line), Qt::AlignCenter,
                     tr("class told"));
    painter.save();
    painter.translate(rect.left() + 8, layout.cells.center().y());
    painter.rotate(-90);
    painter.drawText(QRect(-layout.cells.height() / 2, 0, layout.cells.height(), line), Qt::AlignCenter,
                     tr("true class"));
    painter.restore();
}

void ConfusionMatrix::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, rect());
}

bool ConfusionMatrix::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !m_scores)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const Grid layout = grid(rect());
    for (int row = 0; row < layout.count; ++row) {
        for (int column = 0; column < layout.count; ++column) {
            if (!layout.cell(row, column).contains(help->pos()))
                continue;
            const std::int64_t total = m_scores->confusion.row(row).sum();
            const std::int64_t number = m_scores->confusion(row, column);
            QToolTip::showText(
                help->globalPos(),
                tr("%1 of the %2 windows of class “%3” were taken for “%4” (%5 %).")
                    .arg(number)
                    .arg(total)
                    .arg(m_classes[row], m_classes[column])
                    .arg(total > 0 ? 100.0 * static_cast<double>(number) / static_cast<double>(total) : 0.0, 0, 'f',
                         1));
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

ConfusionCard::ConfusionCard(QWidget *parent)
    : ExportedCard(tr("Confusion matrix"), QStringLiteral("confusion"), parent), m_part(new QComboBox),
      m_matrix(new ConfusionMatrix)
{
    setExported(*m_matrix);
    m_part->setObjectName(QStringLiteral("confusion-part"));
    m_part->setAccessibleName(tr("Part of the confusion matrix"));
    m_part->setToolTip(tr("Which part of the data is counted."));
    connect(m_part, &QComboBox::activated, this, &ConfusionCard::showPart);
    header().addTool(m_part);
    header().addExport(*this);
    setContent(m_matrix);
}

void ConfusionCard::showView(const PredictView &view)
{
    m_view = view;
    QStringList titles;
    if (view.classifies()) {
        for (const PartForecast &part : view.answer.result->parts)
            titles << partTitle(part.part);
    }
    QStringList before;
    for (int i = 0; i < m_part->count(); ++i)
        before << m_part->itemText(i);
    if (titles != before) {
        m_part->clear();
        m_part->addItems(titles);
        // Validation first: training shows what was learnt by heart, and the test part is for the end.
        m_part->setCurrentIndex(std::min<int>(1, static_cast<int>(titles.size()) - 1));
    }
    m_part->setEnabled(m_part->count() > 1);
    showPart();
}

const PartForecast *ConfusionCard::shownPart() const
{
    const int index = m_part->currentIndex();
    return index < 0 || !m_view.classifies() ? nullptr : &m_view.answer.result->parts[static_cast<std::size_t>(index)];
}

void ConfusionCard::showPart()
{
    const PartForecast *part = shownPart();
    m_matrix->setScores(part && part->classification ? &*part->classification : nullptr,
                        part ? classTitles(*m_view.answer.result->data) : QStringList());
    header().setCaption(part && part->classification
                            ? tr("%1 windows, coloured by the share of the row").arg(part->classification->count)
                            : QString());
}

QString ConfusionCard::exportTitle() const
{
    return tr("Confusion matrix: %1").arg(m_part->currentText());
}

QString ConfusionCard::exportCaption() const
{
    return m_view.caption();
}

void ConfusionCard::paintContent(QCPPainter &painter, const QSize &size)
{
    m_matrix->paint(painter, QRect(QPoint(0, 0), size));
}

QString ConfusionCard::csv() const
{
    const PartForecast *part = shownPart();
    if (!part || !part->classification)
        return {};
    const std::vector<std::string> &names = m_view.answer.result->data->classNames;
    QString text = QStringLiteral("true\\told");
    for (const std::string &name : names)
        text += QLatin1Char(',') + csvName(name);
    text += QStringLiteral("\r\n");
    for (std::size_t row = 0; row < names.size(); ++row) {
        text += csvName(names[row]);
        for (std::size_t column = 0; column < names.size(); ++column)
            text +=
                QLatin1Char(',')
                + QString::number(part->classification->confusion(static_cast<Index>(row), static_cast<Index>(column)));
        text += QStringLiteral("\r\n");
    }
    return text;
}

} // namespace gatescope
