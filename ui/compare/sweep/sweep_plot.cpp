// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/sweep/sweep_plot.h"

#include "ui/compare/runs/compared_runs.h"
#include "ui/compare/sweep/sweep_job.h"
#include "ui/compare/sweep/sweep_table.h"
#include "ui/look/plain_text.h"
#include "ui/look/quantity.h"
#include "ui/look/theme.h"
#include "ui/widgets/plot/log_ticker.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

constexpr double kLogarithmicSpan = 5.0;         ///< highest loss to lowest; below it the axis would have no numbers
constexpr int kMostGroups = ComparedRuns::kMost; ///< values of the second setting that have a colour of their own

} // namespace

struct SweepPlot::Drawn {
    std::vector<std::string> values;                        ///< of the first setting, in their order
    std::vector<std::string> groups;                        ///< of the second setting
    QVector<double> x[2 * kMostGroups], y[2 * kMostGroups]; ///< of runs and means, in turn
    QVector<double> spread[kMostGroups];
    double low = std::numeric_limits<double>::infinity();
    double high = -low;

    int groupOf(const std::vector<std::string> &of) const
    {
        const auto found = std::ranges::find(groups, of.size() > 1 ? of[1] : std::string());
        return static_cast<int>(found - groups.begin()) % kMostGroups;
    }

    /// Runs of one value stand side by side, by their second value.
    double xOf(const std::vector<std::string> &of) const
    {
        const auto at = static_cast<double>(std::ranges::find(values, of.front()) - values.begin());
        if (groups.size() < 2)
            return at;
        return at + 0.5 * (static_cast<double>(groupOf(of)) / static_cast<double>(groups.size() - 1) - 0.5);
    }

    void takeGroups(const std::vector<SweepRow> &rows)
    {
        for (const SweepRow &row : rows) {
            const std::string group = row.values.size() > 1 ? row.values[1] : std::string();
            if (std::ranges::find(groups, group) == groups.end())
                groups.push_back(group);
        }
        std::ranges::sort(groups, sweepValueLess);
    }

    void take(const std::vector<SweepRow> &rows)
    {
        takeGroups(rows);
        for (const SweepRow &row : rows) {
            if (!row.bestValidationLoss || row.values.empty())
                continue;
            const int runs = 2 * groupOf(row.values);
            x[runs].append(xOf(row.values));
            y[runs].append(*row.bestValidationLoss);
            takeRange(*row.bestValidationLoss);
        }
        for (const SweepMean &mean : sweepMeans(rows)) {
            if (!mean.mean || mean.values.empty())
                continue;
            const int group = groupOf(mean.values);
            x[2 * group + 1].append(xOf(mean.values));
            y[2 * group + 1].append(*mean.mean);
            spread[group].append(std::min(mean.spread.value_or(0.0), 0.95 * *mean.mean));
        }
    }

    void takeRange(double loss)
    {
        low = std::min(low, loss);
        high = std::max(high, loss);
    }
};

SweepPlot::SweepPlot(const SweepJob &job, QWidget *parent) : Plot(parent), m_job(job)
{
    setLogarithmic(true);
    setAccessibleName(tr("Best validation loss of every run of the sweep"));
    setEmptyText(tr("Choose a setting and its values, then start the sweep."));
    setHoverText([this](double x) { return hoverTextAt(x); });
    QCustomPlot &canvas = this->canvas();
    for (int group = 0; group < kMostGroups; ++group) {
        QCPGraph *runs = addCurve(QString()); // graphs 2·group and 2·group + 1
        runs->setLineStyle(QCPGraph::lsNone);
        QCPGraph *means = addCurve(QString());
        auto *bars = new QCPErrorBars(canvas.xAxis, canvas.yAxis);
        bars->setDataPlottable(means);
        bars->removeFromLegend();
        m_bars.push_back(bars);
    }
    QCPGraph *baseline = addCurve(tr("best baseline"));
    baseline->removeFromLegend();
    m_baseline = new QCPItemText(&canvas);
    m_baseline->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
    m_baseline->position->setTypeY(QCPItemPosition::ptPlotCoords);
    m_baseline->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
    m_baseline->setVisible(false);
    showLegend();
    connect(this, &Plot::themed, this, &SweepPlot::draw);
    connect(this, &Plot::rangeReset, this, &SweepPlot::draw);
    draw();
}

std::vector<std::string> SweepPlot::firstValues() const
{
    std::vector<std::string> values;
    for (const SweepPlace &place : m_job.places()) {
        if (!place.row.values.empty() && std::ranges::find(values, place.row.values.front()) == values.end())
            values.push_back(place.row.values.front());
    }
    return values;
}

void SweepPlot::draw()
{
    std::vector<SweepRow> rows;
    for (const SweepPlace &place : m_job.places())
        rows.push_back(place.row);
    Drawn drawn;
    drawn.values = firstValues();
    drawn.take(rows);
    drawGroups(drawn);
    drawBaseline(drawn);
    const QSharedPointer<QCPAxisTickerText> ticks(new QCPAxisTickerText);
    for (std::size_t i = 0; i < drawn.values.size(); ++i)
        ticks->addTick(static_cast<double>(i), plainText(drawn.values[i], 16));
    canvas().xAxis->setTicker(ticks);
    const QString name = m_job.axes().empty() ? tr("value") : fromText(m_job.axes().front());
    setHorizontalAxis(name, tr("The swept values; each ring is a run, each disc the mean over the seeds."));
    setVerticalAxis(tr("best validation loss"),
                    tr("Lowest validation loss of a run; the bars are the standard deviation over the seeds."));
    setEmpty(!(drawn.high > 0.0) || drawn.values.empty());
    setLogarithmic(drawn.high > kLogarithmicSpan * drawn.low);
    showRange(-0.5, std::max(0.5, static_cast<double>(drawn.values.size()) - 0.5), drawn.low, drawn.high);
    replotSoon();
}

void SweepPlot::drawGroups(const Drawn &drawn)
{
    for (int group = 0; group < kMostGroups; ++group) {
        const ComparedRun style{nullptr, group};
        const QColor color = style.color(palette());
        QColor faint = color;
        faint.setAlphaF(0.55F);
        QCPGraph &runs = *canvas().graph(2 * group), &means = *canvas().graph(2 * group + 1);
        runs.setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(faint, 1.2), Qt::NoBrush, 6));
        setCurvePen(means, color, style.width(), style.dash());
        means.setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, color, color, 8));
        QCPErrorBars &bars = *m_bars[static_cast<std::size_t>(group)];
        bars.setPen(QPen(color, 1.2));
        runs.setData(drawn.x[2 * group], drawn.y[2 * group]);
        means.setData(drawn.x[2 * group + 1], drawn.y[2 * group + 1]);
        bars.setData(drawn.spread[group]);
        runs.removeFromLegend();
        means.removeFromLegend();
        if (drawn.groups.size() > 1 && group < static_cast<int>(drawn.groups.size())) {
            means.setName(QStringLiteral("%1 %2").arg(fromText(m_job.axes()[1]),
                                                      fromText(drawn.groups[static_cast<std::size_t>(group)])));
            means.addToLegend();
        }
    }
}

void SweepPlot::drawBaseline(Drawn &drawn)
{
    QCPGraph &baseline = *canvas().graph(2 * kMostGroups);
    baseline.data()->clear();
    m_baseline->setVisible(m_job.baselineLoss().has_value() && !m_job.places().empty());
    if (!m_baseline->visible())
        return;
    const double loss = *m_job.baselineLoss();
    setCurvePen(baseline, quantityColor(Quantity::NaiveForecast, palette()), 1, Qt::DashLine);
    baseline.setData({-1.0, static_cast<double>(drawn.values.size())}, {loss, loss}, true);
    m_baseline->setText(tr("best baseline: %1, %2").arg(m_job.baselineName(), shortNumber(loss)));
    m_baseline->setFont(themeFont(TextRole::Caption));
    m_baseline->setColor(themeColors(palette()).muted);
    m_baseline->position->setCoords(1.0, loss);
    drawn.takeRange(loss);
}

QString SweepPlot::hoverTextAt(double x) const
{
    const std::vector<std::string> values = firstValues();
    const auto at = std::lround(x);
    if (at < 0 || at >= static_cast<long>(values.size()))
        return {};
    QStringList lines;
    for (const SweepPlace &place : m_job.places()) {
        const SweepRow &row = place.row;
        if (row.values.empty() || row.values.front() != values[static_cast<std::size_t>(at)])
            continue;
        QString name;
        for (std::size_t i = 0; i < row.values.size(); ++i)
            name += QStringLiteral("%1 %2 · ").arg(fromText(m_job.axes()[i]), plainText(row.values[i], 24));
        lines << tr("%1seed %2: %3").arg(name).arg(row.seed).arg(sweepLossText(row.bestValidationLoss));
        if (place.halfLife)
            lines.back() += tr(", half-life %1 steps").arg(*place.halfLife, 0, 'f', 1);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace gatescope
