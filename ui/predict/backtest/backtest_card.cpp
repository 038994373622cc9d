// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/predict/backtest/backtest_card.h"

#include "core/data/text/time_text.h"
#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"
#include "ui/predict/cards/table_picture.h"
#include "ui/predict/forecast/predict_view.h"
#include "ui/widgets/controls/flow_layout.h"
#include "ui/widgets/form/named_table.h"
#include "ui/widgets/form/number_box.h"
#include "ui/widgets/form/quiet_label.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace gatescope {

namespace {

/// Root mean squared error; of classes the cross-entropy, which tells more of few windows than the share told right.
double networkError(const BacktestOrigin &origin)
{
    return origin.classes  ? origin.classes->crossEntropy
           : origin.scores ? origin.scores->rootMeanSquaredError
                           : std::nan("");
}

double baselineError(const BacktestOrigin &origin, const BaselineInfo *info)
{
    const auto found = std::ranges::find(origin.baselines, info, &BacktestBaseline::info);
    if (found == origin.baselines.end())
        return std::nan("");
    return found->score.accuracy ? found->score.crossEntropy.value_or(std::nan(""))
                                 : std::sqrt(found->score.meanSquaredError);
}

QString errorText(double error)
{
    return scoreText(std::isnan(error) ? std::nullopt : std::optional(error));
}

double meanOf(const std::vector<double> &values)
{
    double sum = 0.0;
    for (const double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

} // namespace

BacktestCard::BacktestCard(QWidget *parent)
    : ExportedCard(tr("Backtest"), QStringLiteral("backtest"), parent), m_origins(new IntegerBox),
      m_refit(new QCheckBox(tr("train anew at each"))), m_run(new QPushButton), m_progress(new QProgressBar),
      m_state(new QuietLabel), m_model(new QStandardItemModel(this)), m_table(new NamedTable)
{
    setExported(*m_table);
    build();
    connect(m_run, &QPushButton::clicked, this, &BacktestCard::press);
    connect(&m_runner, &BacktestRunner::progressed, this,
            [this](double fraction) { m_progress->setValue(static_cast<int>(std::lround(1000.0 * fraction))); });
    connect(&m_runner, &BacktestRunner::ended, this, &BacktestCard::showEnd);
    showState();
}

void BacktestCard::build()
{
    m_origins->setObjectName(QStringLiteral("backtest-origins"));
    m_origins->setRange(1, 100);
    m_origins->setValue(5);
    m_origins->setSuffix(tr(" origins"));
    m_origins->setAccessibleName(tr("Origins"));
    m_origins->setToolTip(tr("How many times the test part is entered: after each origin the rows up to the next are "
                             "forecast, and nothing after it is read by anything fitted for it."));
    m_refit->setObjectName(QStringLiteral("backtest-refit"));
    m_refit->setChecked(true);
    m_refit->setToolTip(tr("Trains a new network at every origin on all rows before it; else one, before the first."));
    m_run->setObjectName(QStringLiteral("backtest-run"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(8);
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("Progress of the backtest"));
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Errors after each origin"));
    header().addExport(*this);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(8, 2, 8, 8);
    auto *controls = new QWidget;
    auto *line = new FlowLayout(controls, 6);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_origins, m_refit, m_run})
        line->addWidget(widget);
    column->addWidget(controls);
    QSizePolicy policy = m_progress->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // what lies below stays where it is
    m_progress->setSizePolicy(policy);
    column->addWidget(m_progress);
    m_state->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(m_state);
    column->addWidget(m_table, 1);
    setContent(content);
}

void BacktestCard::setInput(const BacktestRequest &input, const QString &problem)
{
    const bool same = input.source == m_input.source && input.options == m_input.options;
    m_input = input;
    m_problem = problem;
    if (!same)
        m_runner.clear();
    else
        showState();
}

void BacktestCard::press()
{
    if (m_runner.isRunning()) {
        m_runner.cancel();
        m_run->setEnabled(false);
        return;
    }
    BacktestRequest request = m_input;
    request.backtest.origins = m_origins->value();
    request.backtest.refit = m_refit->isChecked();
    m_model->clear();
    m_progress->setValue(0);
    m_runner.start(std::move(request));
    showState();
}

void BacktestCard::showState()
{
    const bool running = m_runner.isRunning();
    m_run->setText(running ? tr("Cancel") : tr("Run"));
    m_run->setEnabled(running || (m_input.source && m_problem.isEmpty()));
    m_run->setToolTip(m_problem.isEmpty() ? tr("Trains as often as there are origins, with the settings of the form.")
                                          : m_problem);
    m_progress->setVisible(running);
    m_origins->setEnabled(!running);
    m_refit->setEnabled(!running);
    m_table->setVisible(m_model->rowCount() > 0);
    m_state->setVisible(m_model->rowCount() == 0);
    m_state->setTone(LabelTone::Muted);
    m_state->setText(!m_problem.isEmpty() ? m_problem
                     : running            ? tr("Training up to each origin, and forecasting what comes after it …")
                               : tr("Would the network have been ahead at other times too? It is trained up to several "
                                    "origins in the test part, each time on the rows before alone."));
}

void BacktestCard::showEnd(const QString &problem)
{
    fill();
    showState();
    if (!problem.isEmpty()) {
        m_state->setText(problem);
        m_state->setTone(LabelTone::Error);
    }
}

/// Those that have a score after any origin, in the order of the table.
std::vector<const BaselineInfo *> BacktestCard::baselines() const
{
    std::vector<const BaselineInfo *> infos;
    for (const BaselineInfo &info : baselineTable()) {
        if (std::ranges::any_of(m_runner.origins(), [&info](const BacktestOrigin &origin) {
                return !std::isnan(baselineError(origin, &info));
            }))
            infos.push_back(&info);
    }
    return infos;
}

QString BacktestCard::timeText(const BacktestOrigin &origin) const
{
    if (!origin.time)
        return {};
    const BacktestRequest &request = m_runner.request();
    if (!request.timesAreDates)
        return csvNumber(*origin.time);
    const Index column = request.source->table.find(request.options.time);
    const bool days = column >= 0 && request.source->table.column(column).datesOnly();
    return QString::fromStdString(formatTime(*origin.time, days));
}

QString BacktestCard::originText(const BacktestOrigin &origin) const
{
    const QString time = timeText(origin);
    if (!time.isEmpty())
        return time;
    return m_runner.request().options.sequenceId.empty() ? tr("row %1").arg(countText(origin.row + 1))
                                                         : tr("after %1 rows").arg(countText(origin.row));
}

void BacktestCard::addRow(const QString &title, const std::vector<QString> &cells, int best)
{
    QList<QStandardItem *> items;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        auto *item = new QStandardItem(cells[i]);
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        if (static_cast<int>(i) == best) {
            QFont bold = item->font();
            bold.setBold(true);
            item->setFont(bold);
            item->setToolTip(tr("The lowest error after this origin."));
        }
        items << item;
    }
    m_model->appendRow(items);
    m_model->setVerticalHeaderItem(m_model->rowCount() - 1, new QStandardItem(title));
}

void BacktestCard::fill()
{
    m_model->clear();
    header().setCaption({});
    const std::vector<BacktestOrigin> &origins = m_runner.origins();
    if (origins.empty())
        return;
    const std::vector<const BaselineInfo *> infos = baselines();
    QStringList titles{tr("network")};
    for (const BaselineInfo *info : infos)
        titles << coreWords(info->name);
    std::vector<std::vector<double>> columns(infos.size() + 1);
    int ahead = 0;
    for (const BacktestOrigin &origin : origins) {
        std::vector<double> errors{networkError(origin)};
        for (const BaselineInfo *info : infos)
            errors.push_back(baselineError(origin, info));
        std::vector<QString> cells;
        int best = 0;
        for (std::size_t i = 0; i < errors.size(); ++i) {
            cells.push_back(errorText(errors[i]));
            columns[i].push_back(errors[i]);
            if (errors[i] < errors[static_cast<std::size_t>(best)])
                best = static_cast<int>(i);
        }
        ahead += best == 0;
        addRow(originText(origin), cells, best);
    }
    std::vector<QString> means;
    int best = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        means.push_back(errorText(meanOf(columns[i])));
        if (meanOf(columns[i]) < meanOf(columns[static_cast<std::size_t>(best)]))
            best = static_cast<int>(i);
    }
    addRow(tr("mean"), means, best);
    m_model->setHorizontalHeaderLabels(titles);
    m_table->fit();
    header().setCaption(tr("%1 · the network ahead after %2 of %3 origins")
                            .arg(origins.front().classes ? tr("cross-entropy") : tr("RMSE"))
                            .arg(ahead)
                            .arg(origins.size()));
}

QString BacktestCard::exportCaption() const
{
    return header().caption();
}

void BacktestCard::paintContent(QCPPainter &painter, const QSize &size)
{
    paintTable(painter, *m_model, size, palette());
}

QString BacktestCard::csv() const
{
    if (m_runner.origins().empty())
        return {};
    const bool classes = m_runner.origins().front().classes.has_value();
    const QString measure = classes ? QStringLiteral("cross_entropy") : QStringLiteral("rmse");
    const std::vector<const BaselineInfo *> infos = baselines();
    QString text = QStringLiteral("row,time,windows,model.%1").arg(measure);
    for (const BaselineInfo *info : infos)
        text += QStringLiteral(",%1.%2").arg(fromText(info->id), measure);
    text += QStringLiteral(",best_baseline,skill\r\n");
    for (const BacktestOrigin &origin : m_runner.origins()) {
        text += QStringLiteral("%1,%2,%3,%4")
                    .arg(origin.row)
                    .arg(timeText(origin))
                    .arg(origin.windows)
                    .arg(csvNumber(networkError(origin)));
        for (const BaselineInfo *info : infos)
            text += QLatin1Char(',') + csvNumber(baselineError(origin, info));
        text += QStringLiteral(",%1,%2\r\n")
                    .arg(origin.best ? fromText(origin.best->id) : QString(),
                         origin.skill ? csvNumber(*origin.skill) : QString());
    }
    return text;
}

} // namespace gatescope
