// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/runs/difference_card.h"

#include "core/evaluation/skill/skill_text.h"
#include "ui/look/core_words.h"
#include "ui/look/fitting_text.h"
#include "ui/look/plain_text.h"
#include "ui/look/short_number.h"
#include "ui/look/theme.h"
#include "ui/widgets/form/named_table.h"
#include "ui/widgets/plot/log_ticker.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QStandardItemModel>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

QString metricText(const RunMetric &metric, double value)
{
    switch (metric.kind) {
    case MetricKind::Skill:
        return coreSentence(skillPercent(value)).replace(QLatin1Char('-'), QChar(0x2212));
    case MetricKind::Share:
        return fixedText(100.0 * value, 1) + QStringLiteral(" %");
    case MetricKind::Count:
        return countText(static_cast<std::int64_t>(value));
    case MetricKind::Steps:
        return fixedText(value, 1);
    case MetricKind::Seconds:
        return fixedText(value, value < 10 ? 2 : 1);
    case MetricKind::Loss:
    case MetricKind::Error:
        break;
    }
    return shortNumber(value);
}

} // namespace

DifferenceCard::DifferenceCard(ComparedRuns &compared, QWidget *parent)
    : ExportedCard(tr("What differs"), QStringLiteral("compared-runs"), parent), m_compared(compared),
      m_model(new QStandardItemModel(this)), m_table(new NamedTable), m_empty(new QLabel),
      m_onlyDifferences(new QCheckBox(tr("only differences"))), m_withTest(new QCheckBox(tr("test scores")))
{
    setExported(*m_table);
    m_onlyDifferences->setChecked(true);
    m_onlyDifferences->setToolTip(tr("Leaves out the settings that all compared runs share."));
    m_withTest->setToolTip(tr("Once a run is chosen: choosing by the test part would make its score too good."));
    header().setShortTitle(tr("Differences"));
    for (QCheckBox *choice : {m_onlyDifferences, m_withTest}) {
        header().addTool(choice);
        connect(choice, &QCheckBox::toggled, this, &DifferenceCard::fill);
    }
    header().addExport(*this);
    m_table->setModel(m_model);
    m_table->setObjectName(QStringLiteral("compare-table"));
    m_table->setAccessibleName(tr("Settings and metrics of the compared runs"));
    m_table->verticalHeader()->setSectionsClickable(true);
    connect(m_table->verticalHeader(), &QHeaderView::sectionClicked, this, &DifferenceCard::sortBy);
    connect(&compared, &ComparedRuns::changed, this, &DifferenceCard::fill);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(8, 2, 8, 8);
    column->addWidget(m_table);
    m_empty->setText(tr("Tick runs on the shelf: what differs between them stands here."));
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    column->addWidget(m_empty);
    setContent(content);
    fill();
}

std::vector<DifferenceCard::Row> DifferenceCard::factRows(const std::vector<ComparedRun> &runs) const
{
    std::vector<Row> rows;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        for (const RunFact &fact : runFacts(*runs[i].kept)) {
            auto row = std::ranges::find(rows, fact.id, &Row::id);
            if (row == rows.end()) {
                row = rows.insert(rows.end(), Row{});
                row->id = fact.id;
                row->title = coreWords(fact.title);
                row->texts.resize(runs.size());
                row->values.resize(runs.size());
            }
            row->texts[i] = plainText(fact.text, 60);
            bool isNumber = false;
            const double number = row->texts[i].toDouble(&isNumber);
            if (isNumber)
                row->values[i] = number;
        }
    }
    for (Row &row : rows) {
        row.differs = std::ranges::any_of(row.texts, [&row](const QString &text) { return text != row.texts.front(); });
        row.tip = tr("%1: press to sort the runs by it.").arg(row.title);
    }
    return rows;
}

std::vector<DifferenceCard::Row> DifferenceCard::metricRows(const std::vector<ComparedRun> &runs) const
{
    std::vector<Row> rows;
    const bool sameData =
        std::ranges::all_of(runs, [&](const ComparedRun &run) { return haveSameData(*runs.front().kept, *run.kept); });
    for (const RunMetric &metric : runMetrics()) {
        Row row;
        row.id = metric.id;
        row.title = coreWords(metric.title);
        row.tip = coreWords(metric.summary);
        row.isMetric = true;
        for (const ComparedRun &run : runs) {
            const auto value = run.kept->metrics.find(metric.id);
            const bool known = value != run.kept->metrics.end();
            row.values.push_back(known ? std::optional(value->second) : std::nullopt);
            row.texts.push_back(known ? metricText(metric, value->second) : QStringLiteral("–"));
        }
        const bool comparable = metric.isRanked() && (sameData || metric.kind == MetricKind::Skill);
        for (std::size_t i = 0; comparable && runs.size() > 1 && i < row.values.size(); ++i) {
            const auto &best = row.best < 0 ? std::nullopt : row.values[static_cast<std::size_t>(row.best)];
            if (row.values[i] && (!best || (metric.lowerIsBetter() ? *row.values[i] < *best : *row.values[i] > *best)))
                row.best = static_cast<int>(i);
        }
        if (!sameData && (metric.ofData || metric.kind == MetricKind::Loss))
            row.tip += QLatin1Char(' ') + tr("These runs have different data: it cannot be compared between them.");
        const bool any = std::ranges::any_of(row.values, [](const auto &value) { return value.has_value(); });
        if (any && (!metric.ofTest || m_withTest->isChecked()))
            rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<DifferenceCard::Row> DifferenceCard::rows(const std::vector<ComparedRun> &runs) const
{
    std::vector<Row> rows = factRows(runs);
    if (m_onlyDifferences->isChecked() && runs.size() > 1)
        std::erase_if(rows, [](const Row &row) { return !row.differs; });
    for (Row &row : metricRows(runs))
        rows.push_back(std::move(row));
    return rows;
}

std::vector<ComparedRun> DifferenceCard::sortedRuns() const
{
    std::vector<ComparedRun> runs = m_compared.runs();
    if (m_sortedBy.empty())
        return runs;
    std::vector<Row> all = factRows(runs);
    for (Row &row : metricRows(runs))
        all.push_back(std::move(row));
    const auto row = std::ranges::find(all, m_sortedBy, &Row::id);
    if (row == all.end())
        return runs;
    std::vector<std::size_t> order(runs.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    const auto before = [&](std::size_t a, std::size_t b) {
        if (row->values[a].has_value() != row->values[b].has_value())
            return row->values[a].has_value(); // what is not known comes last, whichever way
        if (row->values[a])
            return m_rising ? *row->values[a] < *row->values[b] : *row->values[a] > *row->values[b];
        return m_rising ? row->texts[a] < row->texts[b] : row->texts[a] > row->texts[b];
    };
    std::ranges::stable_sort(order, before);
    std::vector<ComparedRun> sorted;
    sorted.reserve(runs.size());
    for (const std::size_t i : order)
        sorted.push_back(runs[i]);
    return sorted;
}

void DifferenceCard::sortBy(int row)
{
    const std::string &id = m_rows[static_cast<std::size_t>(row)].id;
    const RunMetric *metric = findRunMetric(id);
    m_rising = id == m_sortedBy ? !m_rising : metric == nullptr || !metric->isRanked() || metric->lowerIsBetter();
    m_sortedBy = id;
    fill();
}

void DifferenceCard::fill()
{
    m_runs = sortedRuns();
    m_rows = rows(m_runs);
    const std::vector<Row> facts = factRows(m_runs);
    const auto differing = std::ranges::count_if(facts, &Row::differs);
    QStringList caption;
    if (m_runs.size() > 1)
        caption << tr("%1 of %2 settings").arg(differing).arg(facts.size());
    if (const auto row = std::ranges::find(m_rows, m_sortedBy, &Row::id); row != m_rows.end())
        caption << tr("sorted by %1").arg(row->title);
    header().setCaption(caption.join(QStringLiteral(" · ")));
    m_table->setVisible(!m_runs.empty());
    m_empty->setVisible(m_runs.empty());
    showRows();
}

void DifferenceCard::showRows()
{
    const ThemeColors &theme = themeColors(palette());
    m_model->clear();
    m_model->setRowCount(static_cast<int>(m_rows.size()));
    m_model->setColumnCount(static_cast<int>(m_runs.size()));
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const Row &line = m_rows[static_cast<std::size_t>(row)];
        auto *title = new QStandardItem(line.title);
        title->setToolTip(line.tip);
        m_model->setVerticalHeaderItem(row, title);
        for (int column = 0; column < m_model->columnCount(); ++column) {
            const QString &text = line.texts[static_cast<std::size_t>(column)];
            auto *item = new QStandardItem(line.isMetric ? text : factWords(RunFact{line.id, {}, text.toStdString()}));
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            item->setToolTip(item->text());
            if (line.differs && m_runs.size() > 1)
                item->setBackground(theme.warningSoft);
            QFont font = item->font();
            font.setBold(line.best == column);
            item->setFont(font);
            item->setData(QStringLiteral("%1, %2: %3")
                              .arg(m_runs[static_cast<std::size_t>(column)].label(), line.title, item->text()),
                          Qt::AccessibleTextRole);
            m_model->setItem(row, column, item);
        }
    }
    nameColumns();
    updateGeometry();
}

/// By their labels; by their letters alone where a label would take the room of the values.
void DifferenceCard::nameColumns()
{
    const QFontMetrics metrics(m_table->horizontalHeader()->font());
    int widest = 0;
    for (const ComparedRun &run : m_runs)
        widest = std::max(widest, metrics.horizontalAdvance(run.label()));
    const int count = m_model->columnCount();
    const bool areBrief = count > 4 || 2 * count * widest > m_table->width();
    for (int column = 0; column < count; ++column) {
        const ComparedRun &run = m_runs[static_cast<std::size_t>(column)];
        auto *heading = new QStandardItem(areBrief ? run.letter() : run.label());
        heading->setToolTip(run.label());
        heading->setForeground(run.color(palette()));
        heading->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_model->setHorizontalHeaderItem(column, heading);
    }
    m_table->fit();
}

/// Two runs can be set against each other without scrolling sideways.
QSize DifferenceCard::minimumSizeHint() const
{
    const QMargins around = m_table->parentWidget()->layout()->contentsMargins();
    return ExportedCard::minimumSizeHint().expandedTo({m_table->leastWidth(2) + around.left() + around.right() + 2, 0});
}

void DifferenceCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    nameColumns();
}

void DifferenceCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        showRows();
    }
    Card::changeEvent(event);
}

void DifferenceCard::paintContent(QCPPainter &painter, const QSize &size)
{
    const ThemeColors &colors = themeColors(palette());
    painter.setFont(themeFont(TextRole::Caption));
    const int columns = m_model->columnCount() + 2, height = painter.fontMetrics().height() + 2;
    const int room = std::max(size.height() / height - 1, 1);
    const bool isWhole = m_model->rowCount() <= room; // the CSV has them all
    for (int row = -1; row < (isWhole ? m_model->rowCount() : room - 1); ++row) {
        for (int column = -1; column < m_model->columnCount(); ++column) {
            const QString text = row < 0 && column < 0 ? QString()
                                 : row < 0             ? m_runs[static_cast<std::size_t>(column)].label()
                                 : column < 0          ? m_rows[static_cast<std::size_t>(row)].title
                                                       : m_model->item(row, column)->text();
            const int left = column < 0 ? 0 : size.width() * (column + 2) / columns;
            const QRect cell(left, (row + 1) * height, size.width() * (column < 0 ? 2 : 1) / columns - 6, height);
            painter.setPen(row < 0 || column < 0 ? colors.muted : colors.text);
            const Qt::Alignment side = column < 0 ? Qt::AlignLeft : Qt::AlignRight;
            painter.drawText(cell, static_cast<int>(Qt::AlignVCenter | side),
                             fittingText(text, painter.fontMetrics(), cell.width()));
        }
    }
    if (!isWhole)
        painter.drawText(QRect(0, room * height, size.width(), height), Qt::AlignLeft | Qt::AlignVCenter,
                         kPartsLeftOut);
}

QString DifferenceCard::csv() const
{
    QString text = QStringLiteral("id");
    for (const ComparedRun &run : m_runs)
        text += QLatin1Char(',') + csvText(run.label());
    text += QStringLiteral("\r\n");
    for (const Row &row : m_rows) {
        text += csvText(fromText(row.id));
        for (std::size_t i = 0; i < row.texts.size(); ++i)
            text += QLatin1Char(',')
                    + (row.isMetric ? (row.values[i] ? csvNumber(*row.values[i]) : QString()) : csvText(row.texts[i]));
        text += QStringLiteral("\r\n");
    }
    return text;
}

} // namespace gatescope
