// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/sweep/sweep_card.h"

#include "core/data/options/option_table.h"
#include "core/error.h"
#include "core/io/sweep/sweep_file.h"
#include "core/train/settings/settings_table.h"
#include "ui/compare/runs/compared_runs.h"
#include "ui/look/plain_text.h"
#include "ui/look/quantity.h"
#include "ui/look/theme.h"
#include "ui/widgets/form/table_style.h"
#include "ui/widgets/plot/plot.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTableView>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

constexpr double kLogarithmicSpan = 5.0;         ///< highest loss to lowest; below it the axis would have no numbers
constexpr int kMostGroups = ComparedRuns::kMost; ///< values of the second setting that have a colour of their own

QString lossText(const std::optional<double> &value)
{
    return value ? QString::number(*value, 'g', 4) : QStringLiteral("–");
}

/// Settings and data options that can be swept, by title.
void fillSettings(QComboBox &box)
{
    for (const SettingInfo &setting : settingsTable()) {
        if (setting.id != "seed" && setting.id != "threads")
            box.addItem(fromText(setting.title), fromText(setting.id));
    }
    for (const DataOption &option : dataOptionTable()) {
        if (option.listed && findSetting(option.id) == nullptr)
            box.addItem(fromText(option.title), fromText(option.id));
    }
}

} // namespace

SweepCard::SweepCard(RunShelf &shelf, QWidget *parent)
    : Card(tr("Sweep"), parent), m_job(new SweepJob(shelf, this)), m_seeds(new QSpinBox),
      m_start(new QPushButton(tr("Start sweep"))), m_pause(new QPushButton(tr("Pause"))),
      m_cancel(new QPushButton(tr("Cancel"))), m_progress(new QProgressBar), m_words(new QLabel), m_plot(new Plot),
      m_table(new QTableView), m_model(new QStandardItemModel(this))
{
    header().addExport(*this);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(12, 4, 12, 10);
    column->addWidget(buildForm());
    buildPlot();
    buildTable();
    auto *split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->addWidget(m_plot);
    split->addWidget(m_table);
    split->setSizes({420, 240});
    column->addWidget(split, 1);
    setContent(content);
    connect(m_job, &SweepJob::changed, this, &SweepCard::follow);
    connect(m_start, &QPushButton::clicked, this, &SweepCard::startWanted);
    connect(m_pause, &QPushButton::clicked, this,
            [this] { m_job->setPaused(m_job->state() != SweepJob::State::Paused); });
    connect(m_cancel, &QPushButton::clicked, m_job, &SweepJob::cancel);
    draw();
    tellState();
}

QWidget *SweepCard::buildForm()
{
    auto *form = new QWidget;
    auto *grid = new QGridLayout(form);
    grid->setContentsMargins(0, 0, 0, 0);
    const QString hints[] = {tr("8, 16, 32"), tr("leave empty for one setting")};
    for (int i = 0; i < 2; ++i) {
        m_setting[i] = new QComboBox;
        fillSettings(*m_setting[i]);
        m_setting[i]->setCurrentIndex(m_setting[i]->findData(i == 0 ? QStringLiteral("hidden") : QStringLiteral("lr")));
        m_setting[i]->setAccessibleName(i == 0 ? tr("First setting") : tr("Second setting"));
        m_setting[i]->setToolTip(tr("Which setting or data option takes several values."));
        m_values[i] = new QLineEdit(i == 0 ? QStringLiteral("8, 16, 32") : QString());
        m_values[i]->setPlaceholderText(hints[i]);
        m_values[i]->setAccessibleName(i == 0 ? tr("Values of the first setting") : tr("Values of the second setting"));
        m_values[i]->setToolTip(tr("Values separated by commas; one that holds a comma stands in double quotes."));
        m_values[i]->setObjectName(QStringLiteral("sweep-values-%1").arg(i + 1));
        grid->addWidget(m_setting[i], 0, 2 * i);
        grid->addWidget(m_values[i], 0, 2 * i + 1);
        grid->setColumnStretch(2 * i + 1, 1);
    }
    m_seeds->setRange(1, 100);
    m_seeds->setValue(3);
    m_seeds->setPrefix(tr("seeds: "));
    m_seeds->setAccessibleName(tr("Seeds"));
    m_seeds->setToolTip(tr("Each combination is trained so often, with the seed of the form and those after it."));
    m_start->setObjectName(QStringLiteral("sweep-start"));
    m_start->setToolTip(tr("Trains every combination in the background; the training on screen goes first."));
    m_pause->setToolTip(tr("Holds the sweep after the batches under way."));
    m_cancel->setToolTip(tr("Ends the sweep; the runs that are done stay on the shelf."));
    auto *row = new QHBoxLayout;
    row->addWidget(m_seeds);
    row->addWidget(m_start);
    row->addWidget(m_pause);
    row->addWidget(m_cancel);
    row->addWidget(m_progress, 1);
    grid->addLayout(row, 1, 0, 1, 4);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setObjectName(QStringLiteral("sweep-words"));
    grid->addWidget(m_words, 2, 0, 1, 4);
    return form;
}

void SweepCard::buildPlot()
{
    m_plot->setLogarithmic(true);
    m_plot->setAccessibleName(tr("Best validation loss of every run of the sweep"));
    m_plot->setEmptyText(tr("Choose a setting and its values, then start the sweep."));
    m_plot->setHoverText([this](double x) { return hoverText(x); });
    QCustomPlot &canvas = m_plot->canvas();
    for (int group = 0; group < kMostGroups; ++group) {
        QCPGraph *runs = m_plot->addCurve(QString()); // graphs 2·group and 2·group + 1
        runs->setLineStyle(QCPGraph::lsNone);
        QCPGraph *means = m_plot->addCurve(QString());
        auto *bars = new QCPErrorBars(canvas.xAxis, canvas.yAxis);
        bars->setDataPlottable(means);
        bars->removeFromLegend();
        m_bars.push_back(bars);
    }
    QCPGraph *baseline = m_plot->addCurve(tr("best baseline"));
    baseline->removeFromLegend();
    m_baseline = new QCPItemText(&canvas);
    m_baseline->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
    m_baseline->position->setTypeY(QCPItemPosition::ptPlotCoords);
    m_baseline->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
    m_baseline->setVisible(false);
    m_plot->showLegend();
    connect(m_plot, &Plot::themed, this, &SweepCard::draw);
    connect(m_plot, &Plot::rangeReset, this, &SweepCard::draw);
}

void SweepCard::buildTable()
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Runs of the sweep, the best first"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setToolTip(tr("Double click or Enter puts a run in force."));
    styleTable(*m_table);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT showWanted(m_model->item(index.row(), 0)->data(Qt::UserRole).toULongLong());
    });
}

std::vector<Problem> SweepCard::start(const Settings &settings, const OpenData &open)
{
    if (!open.source || !open.prepared)
        return {{"data", "", "must be open", "open a file first"}};
    try {
        std::vector<SweepAxis> axes;
        for (int i = 0; i < 2; ++i) {
            QString values = m_values[i]->text();
            if (values.trimmed().isEmpty() && i > 0)
                continue;
            values = values.simplified().replace(QStringLiteral(", "), QStringLiteral(","));
            axes.push_back(
                sweepAxisFromText((m_setting[i]->currentData().toString() + QLatin1Char('=') + values).toStdString()));
        }
        m_job->start(axes, m_seeds->value(), settings, open);
        m_shown = 0;
    } catch (const OptionError &error) {
        std::vector<Problem> problems = error.problems();
        QStringList lines;
        for (Problem &problem : problems) {
            if (problem.field.starts_with("--over "))
                problem.field = problem.field.substr(7);
            lines << QString::fromStdString(problem.message());
        }
        m_words->setText(lines.join(QLatin1Char('\n')));
        return problems;
    }
    return {};
}

void SweepCard::follow()
{
    tellState();
    if (m_shown != m_job->places().size() || !m_job->isBusy()) {
        m_shown = m_job->places().size();
        draw();
        fillTable();
    }
}

void SweepCard::tellState()
{
    using State = SweepJob::State;
    const State state = m_job->state();
    const bool busy = m_job->isBusy();
    m_start->setEnabled(!busy);
    m_pause->setEnabled(state == State::Running || state == State::Paused);
    m_pause->setText(state == State::Paused ? tr("Go on") : tr("Pause"));
    m_cancel->setEnabled(busy);
    m_progress->setVisible(busy);
    m_progress->setRange(0, state == State::Preparing ? 0 : 1000);
    m_progress->setValue(static_cast<int>(1000.0 * m_job->fraction()));
    const auto done = static_cast<std::int64_t>(m_job->places().size());
    const QString count = tr("%1 of %2 runs").arg(done).arg(m_job->planned());
    header().setCaption(m_job->planned() == 0 ? QString() : count);
    const QString words[] = {
        tr("Each run is kept on the shelf. The test part is not looked at: choosing by it would make "
           "its score too good."),
        tr("Preparing the data and the baselines …"),
        tr("Training in the background: %1.").arg(count),
        tr("Paused at %1.").arg(count),
        tr("Done: %1, the test part not looked at. Double click a run to put it in force.").arg(count),
        tr("Cancelled at %1; the same sweep goes on from them.").arg(count),
        m_job->problem()};
    m_words->setText(words[static_cast<int>(state)]);
}

std::vector<std::string> SweepCard::firstValues() const
{
    std::vector<std::string> values;
    for (const SweepPlace &place : m_job->places()) {
        if (!place.row.values.empty() && std::ranges::find(values, place.row.values.front()) == values.end())
            values.push_back(place.row.values.front());
    }
    return values;
}

void SweepCard::draw()
{
    QCustomPlot &canvas = m_plot->canvas();
    const std::vector<std::string> values = firstValues();
    std::vector<SweepRow> rows;
    for (const SweepPlace &place : m_job->places())
        rows.push_back(place.row);
    std::vector<std::string> groups; // values of the second setting
    for (const SweepRow &row : rows) {
        const std::string group = row.values.size() > 1 ? row.values[1] : std::string();
        if (std::ranges::find(groups, group) == groups.end())
            groups.push_back(group);
    }
    std::ranges::sort(groups, sweepValueLess);
    const auto groupOf = [&](const std::vector<std::string> &of) {
        const auto found = std::ranges::find(groups, of.size() > 1 ? of[1] : std::string());
        return static_cast<int>(found - groups.begin()) % kMostGroups;
    };
    const auto shift = [&](int group) {
        return groups.size() < 2 ? 0.0
                                 : 0.5 * (static_cast<double>(group) / static_cast<double>(groups.size() - 1) - 0.5);
    };
    const auto xOf = [&](const std::vector<std::string> &of) {
        return static_cast<double>(std::ranges::find(values, of.front()) - values.begin()) + shift(groupOf(of));
    };
    double low = std::numeric_limits<double>::infinity(), high = -low;
    QVector<double> x[2 * kMostGroups], y[2 * kMostGroups], spread[kMostGroups];
    for (const SweepRow &row : rows) {
        if (!row.bestValidationLoss || row.values.empty())
            continue;
        const int group = groupOf(row.values);
        x[2 * group].append(xOf(row.values));
        y[2 * group].append(*row.bestValidationLoss);
        low = std::min(low, *row.bestValidationLoss);
        high = std::max(high, *row.bestValidationLoss);
    }
    for (const SweepMean &mean : sweepMeans(rows)) {
        if (!mean.mean || mean.values.empty())
            continue;
        const int group = groupOf(mean.values);
        x[2 * group + 1].append(xOf(mean.values));
        y[2 * group + 1].append(*mean.mean);
        spread[group].append(std::min(mean.spread.value_or(0.0), 0.95 * *mean.mean));
    }
    for (int group = 0; group < kMostGroups; ++group) {
        const ComparedRun style{nullptr, group};
        const QColor color = style.color(palette());
        QColor faint = color;
        faint.setAlphaF(0.55F);
        QCPGraph &runs = *canvas.graph(2 * group), &means = *canvas.graph(2 * group + 1);
        runs.setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(faint, 1.2), Qt::NoBrush, 6));
        Plot::setCurvePen(means, color, style.width(), style.dash());
        means.setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, color, color, 8));
        m_bars[static_cast<std::size_t>(group)]->setPen(QPen(color, 1.2));
        runs.setData(x[2 * group], y[2 * group]);
        means.setData(x[2 * group + 1], y[2 * group + 1]);
        m_bars[static_cast<std::size_t>(group)]->setData(spread[group]);
        runs.removeFromLegend();
        means.removeFromLegend();
        if (groups.size() > 1 && group < static_cast<int>(groups.size())) {
            means.setName(QStringLiteral("%1 %2").arg(fromText(m_job->axes()[1]),
                                                      fromText(groups[static_cast<std::size_t>(group)])));
            means.addToLegend();
        }
    }
    QCPGraph &baseline = *canvas.graph(2 * kMostGroups);
    baseline.data()->clear();
    m_baseline->setVisible(m_job->baselineLoss().has_value() && !rows.empty());
    if (m_baseline->visible()) {
        const double loss = *m_job->baselineLoss();
        Plot::setCurvePen(baseline, quantityColor(Quantity::NaiveForecast, palette()), 1, Qt::DashLine);
        baseline.setData({-1.0, static_cast<double>(values.size())}, {loss, loss}, true);
        m_baseline->setText(tr("best baseline: %1, %2").arg(m_job->baselineName(), QString::number(loss, 'g', 3)));
        m_baseline->setFont(themeFont(TextRole::Caption));
        m_baseline->setColor(themeColors(palette()).muted);
        m_baseline->position->setCoords(1.0, loss);
        low = std::min(low, loss);
        high = std::max(high, loss);
    }
    const QSharedPointer<QCPAxisTickerText> ticks(new QCPAxisTickerText);
    for (std::size_t i = 0; i < values.size(); ++i)
        ticks->addTick(static_cast<double>(i), plainText(values[i], 16));
    canvas.xAxis->setTicker(ticks);
    const QString name = m_job->axes().empty() ? tr("value") : fromText(m_job->axes().front());
    m_plot->setHorizontalAxis(name, tr("The swept values; each ring is a run, each disc the mean over the seeds."));
    m_plot->setVerticalAxis(tr("best validation loss"),
                            tr("Lowest validation loss of a run; the bars are the standard deviation over the seeds."));
    m_plot->setEmpty(!(high > 0.0) || values.empty());
    m_plot->setLogarithmic(high > kLogarithmicSpan * low);
    m_plot->showRange(-0.5, std::max(0.5, static_cast<double>(values.size()) - 0.5), low, high);
    m_plot->replotSoon();
}

void SweepCard::fillTable()
{
    std::vector<SweepPlace> places = m_job->places();
    std::ranges::stable_sort(places, {}, [](const SweepPlace &place) {
        return place.row.bestValidationLoss.value_or(std::numeric_limits<double>::infinity());
    });
    m_model->clear();
    QStringList headings;
    for (const std::string &axis : m_job->axes())
        headings << fromText(axis);
    headings << tr("seed") << tr("best validation loss") << tr("best epoch") << tr("parameters")
             << tr("skill, validation") << tr("seconds");
    m_model->setHorizontalHeaderLabels(headings);
    for (const SweepPlace &place : places) {
        const SweepRow &row = place.row;
        QStringList texts;
        for (const std::string &value : row.values)
            texts << plainText(value, 40);
        texts << QString::number(row.seed) << lossText(row.bestValidationLoss) << QString::number(row.bestEpoch)
              << countText(row.parameters)
              << (row.skill[1] ? QStringLiteral("%1 %").arg(100.0 * *row.skill[1], 0, 'f', 1) : QStringLiteral("–"))
              << (row.seconds ? QString::number(*row.seconds, 'f', 2) : QStringLiteral("–"));
        QList<QStandardItem *> items;
        for (const QString &text : texts) {
            items << new QStandardItem(text);
            items.back()->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        }
        items.front()->setData(static_cast<qulonglong>(place.kept), Qt::UserRole);
        m_model->appendRow(items);
    }
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_model->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

QString SweepCard::hoverText(double x) const
{
    const std::vector<std::string> values = firstValues();
    const auto at = std::lround(x);
    if (at < 0 || at >= static_cast<long>(values.size()))
        return {};
    QStringList lines;
    for (const SweepPlace &place : m_job->places()) {
        const SweepRow &row = place.row;
        if (row.values.empty() || row.values.front() != values[static_cast<std::size_t>(at)])
            continue;
        QString name;
        for (std::size_t i = 0; i < row.values.size(); ++i)
            name += QStringLiteral("%1 %2 · ").arg(fromText(m_job->axes()[i]), plainText(row.values[i], 24));
        lines << tr("%1seed %2: %3").arg(name).arg(row.seed).arg(lossText(row.bestValidationLoss));
    }
    return lines.join(QLatin1Char('\n'));
}

void SweepCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        styleTable(*m_table);
    Card::changeEvent(event);
}

const QWidget &SweepCard::exportWidget() const
{
    return *m_plot;
}

void SweepCard::paintContent(QCPPainter &painter, const QSize &size)
{
    m_plot->paintInto(painter, size);
}

QString SweepCard::csv() const
{
    const auto line = [](const std::vector<std::string> &cells) {
        QStringList texts;
        for (const std::string &cell : cells)
            texts << fromText(cell);
        return texts.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    };
    QString text = line(sweepHeader(m_job->axes(), false));
    for (const SweepPlace &place : m_job->places())
        text += line(sweepCells(place.row, false));
    return text;
}

} // namespace gatescope
