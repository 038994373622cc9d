// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/windows/series_card.h"

#include "ui/data/draft/column_role.h"
#include "ui/data/draft/data_draft.h"
#include "ui/data/draft/series_values.h"
#include "ui/data/windows/split_plot.h"
#include "ui/data/windows/window_places.h"
#include "ui/document/shared/selection.h"
#include "ui/look/plain_text.h"
#include "ui/look/quantity.h"
#include "ui/widgets/plot/log_ticker.h"

#include <QComboBox>
#include <qcustomplot.h>

#include <cmath>

namespace gatescope {

SeriesCard::SeriesCard(DataDraft &draft, Selection &selection, QWidget *parent)
    : SeriesPlotCard(tr("Series"), QStringLiteral("series"), new SplitPlot, parent), m_draft(draft),
      m_selection(selection), m_column(new QComboBox), m_plot(static_cast<SplitPlot *>(&SeriesPlotCard::plot()))
{
    m_column->setObjectName(QStringLiteral("shown-column"));
    m_column->setAccessibleName(tr("Column shown"));
    m_column->setToolTip(tr("The column that is drawn, in its original unit."));
    m_column->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_column->setMaximumWidth(220);
    header().addTool(m_column);
    header().addExport(*this);
    m_plot->addSeries(tr("value"));
    m_plot->setEmptyText(tr("Nothing is open yet. Choose an example, or open a CSV."));
    m_plot->setAccessibleName(tr("Series with its split and one window"));
    m_plot->setToolTip(QString());
    setContent(m_plot);
    connectPlot();
    showData();
}

void SeriesCard::connectPlot()
{
    connect(m_column, &QComboBox::activated, this, &SeriesCard::showColumn);
    connect(m_plot, &SplitPlot::borderMoved, this, &SeriesCard::moveBorder);
    connect(m_plot, &SplitPlot::rowPointed, this, &SeriesCard::pointAt);
    connect(m_plot, &SplitPlot::windowStepped, this,
            [this](int direction) { m_selection.setSequence(m_selection.sequence() + direction); });
    connect(m_plot, &Plot::themed, this, &SeriesCard::showColumn);
    m_plot->setHoverText([this](double row) { return hoverText(row); });
    connect(&m_draft, &DataDraft::dataChanged, this, &SeriesCard::showData);
    connect(&m_draft, &DataDraft::changed, this, [this] {
        showSplit();
        showWindow();
    });
    connect(&m_selection, &Selection::changed, this, &SeriesCard::showWindow);
    connect(&m_selection, &Selection::limitsChanged, this, &SeriesCard::showWindow);
}

Index SeriesCard::rows() const
{
    const auto prepared = m_draft.open().prepared;
    return prepared ? prepared->inputsOnly.store().inputs.cols() : m_draft.open().table().rows();
}

void SeriesCard::showData()
{
    const QString before = m_column->currentData().toString();
    m_column->clear();
    const auto prepared = m_draft.open().prepared;
    const DataOptions &options = m_draft.open().options;
    QString first = options.targets.empty() ? QString() : QString::fromStdString(options.targets.front());
    for (const Column &column : m_draft.open().table().columns()) {
        if (column.kind() == ColumnKind::Number)
            m_column->addItem(plainText(column.name(), 40), QString::fromStdString(column.name()));
    }
    if (m_draft.open().table().columns().empty() && prepared) {
        for (const std::string &name : prepared->featureNames)
            m_column->addItem(plainText(name, 40), QString::fromStdString(name));
    }
    if (m_column->findData(before) >= 0)
        first = before;
    m_column->setCurrentIndex(std::max(0, m_column->findData(first)));
    m_column->setEnabled(m_column->count() > 1);
    m_column->setVisible(m_column->count() > 0);
    m_times = seriesTimes(m_draft.open().table(), prepared.get(), timeInUse(m_draft.open().table(), options));
    m_plot->setTimes(m_times);
    showColumn();
    showSplit();
    showWindow();
    m_plot->setRows(-0.5, static_cast<double>(std::max<Index>(rows(), 1)) - 0.5);
}

void SeriesCard::showColumn()
{
    const std::string name = m_column->currentData().toString().toStdString();
    const auto prepared = m_draft.open().prepared;
    std::vector<double> values =
        name.empty() ? std::vector<double>() : seriesValues(m_draft.open().table(), prepared.get(), name);
    const bool none = values.empty();
    m_values = none ? nullptr : std::make_shared<const std::vector<double>>(std::move(values));
    m_plot->setSeries(0, m_values);
    m_plot->setSeriesPen(0, quantityColor(Quantity::Target, palette()), 1);
    m_plot->setEmpty(none);
    const Index column = m_draft.open().table().find(name);
    const QString unit = column < 0 ? QString() : plainText(m_draft.open().table().column(column).unit(), 16);
    m_plot->setVerticalAxis(unit.isEmpty() ? plainText(name, 40)
                                           : QStringLiteral("%1 (%2)").arg(plainText(name, 40), unit),
                            tr("The column's values in their original unit."));
    m_plot->setHorizontalAxis(m_times ? tr("time of the row") : tr("row"),
                              tr("The rows in the order in which they are used."));
    header().setCaption(none ? QString()
                             : tr("%1 rows · drag a border to move the split · drag elsewhere to move the window")
                                   .arg(countText(rows())));
}

void SeriesCard::showSplit()
{
    m_plot->setParts(splitPreview(m_draft.open().prepared.get(), m_draft.options(), m_draft.open().options, rows()));
    m_plot->setBordersMovable(m_draft.open().source && !m_draft.options().shuffleBeforeSplit);
}

void SeriesCard::showWindow()
{
    const auto prepared = m_draft.open().prepared;
    const auto start = prepared ? windowStart(*prepared, m_selection.sequence()) : std::nullopt;
    if (!start) {
        m_plot->setWindow(std::nullopt);
        return;
    }
    const DataOptions &options = m_draft.options();
    const bool tensors = prepared->tableRows.empty();
    m_plot->setWindow(WindowShape{static_cast<double>(*start), tensors ? prepared->train.steps() : options.window,
                                  tensors ? std::vector<Index>() : options.horizons,
                                  tensors ? prepared->train.steps() : options.stride});
}

void SeriesCard::moveBorder(int border, double share)
{
    m_draft.edit([border, share](DataOptions &options) {
        const double first = border == 1 ? share : options.split[0];
        const double second = std::max(border == 2 ? share : options.split[0] + options.split[1], first);
        const auto whole = [](double value) { return std::round(value * 100.0) / 100.0; };
        options.split = {whole(first), whole(second - first), whole(1.0 - second)};
    });
}

void SeriesCard::pointAt(double row)
{
    const auto prepared = m_draft.open().prepared;
    if (!prepared)
        return;
    const double start = row - static_cast<double>(prepared->train.steps() - 1) / 2.0;
    if (const auto sequence = nearestWindow(*prepared, start))
        m_selection.setSequence(*sequence);
}

QString SeriesCard::hoverText(double row) const
{
    const double value = m_plot->valueAt(0, row);
    if (row < -0.5 || row > static_cast<double>(rows()))
        return {};
    return QStringLiteral("%1\n%2 = %3")
        .arg(m_plot->rowText(row), m_column->currentText(),
             std::isnan(value) ? tr("missing")
                               : QString::number(value, 'g', 6).replace(QLatin1Char('-'), QChar(0x2212)));
}

QString SeriesCard::exportTitle() const
{
    return tr("Series: %1").arg(m_column->currentText());
}

QString SeriesCard::exportCaption() const
{
    return tr("%1 · %2 rows").arg(m_draft.open().title()).arg(rows());
}

QString SeriesCard::csv() const
{
    if (!m_values)
        return {};
    QString text = QStringLiteral("row,%1part,value\r\n").arg(m_times ? QStringLiteral("time,") : QString());
    const auto &parts = m_plot->parts();
    for (std::size_t row = 0; row < m_values->size(); ++row) {
        const auto index = static_cast<Index>(row);
        text += QString::number(row + 1) + QLatin1Char(',');
        if (m_times)
            text += csvNumber((*m_times)[row]) + QLatin1Char(',');
        text += QLatin1String(index < parts[1]   ? "training,"
                              : index < parts[2] ? "validation,"
                                                 : "test,")
                + csvNumber((*m_values)[row]) + QStringLiteral("\r\n");
    }
    return text;
}

} // namespace gatescope
