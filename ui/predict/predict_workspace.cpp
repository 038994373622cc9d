// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/predict/predict_workspace.h"

#include "core/data/options/option_table.h"
#include "core/train/settings/settings_table.h"
#include "ui/document/document.h"
#include "ui/document/opening/file_loader.h"
#include "ui/document/shared/epoch_reached.h"
#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"
#include "ui/predict/backtest/backtest_card.h"
#include "ui/predict/cards/confusion_card.h"
#include "ui/predict/cards/forecast_card.h"
#include "ui/predict/cards/lag_card.h"
#include "ui/predict/cards/residual_card.h"
#include "ui/predict/cards/score_card.h"
#include "ui/predict/cards/verdict_card.h"
#include "ui/predict/predict_controls.h"
#include "ui/predict/text/text_scores_card.h"
#include "ui/predict/text/text_scores_view.h"
#include "ui/widgets/form/segment_bar.h"

#include <QBoxLayout>

namespace gatescope {

namespace {

/// In the order of the bar. Where there is room the first two are always seen.
enum Page { Verdicts, Scores, Residuals, Lags, Classes, Backtests, PageCount };
constexpr const char *kPredictPageIds[] = {"verdict", "scores", "residuals", "lags", "classes", "backtest"};

} // namespace

PredictWorkspace::PredictWorkspace(Document &document, QWidget *parent)
    : Workspace({QStringLiteral("predict"), tr("Predict"), QStringLiteral("predict"),
                 tr("See what the network predicts, and how well.")},
                parent),
      m_document(document), m_controls(new PredictControls), m_forecast(new ForecastCard), m_verdicts(new VerdictCard),
      m_scores(new ScoreCard), m_residuals(new ResidualCard), m_lags(new LagCard), m_confusion(new ConfusionCard),
      m_backtest(new BacktestCard), m_pages(new SegmentBar(tr("Views of Predict"))),
      m_text(new TextScoresCard(document.training())), m_below(new QHBoxLayout)
{
    m_wait.setSingleShot(true);
    m_loaderLook.setInterval(40);
    build();
    connectAll();
    dataChanged();
}

PredictWorkspace::~PredictWorkspace() = default;

void PredictWorkspace::build()
{
    m_pages->addSegment(tr("Verdict"), tr("What the scores are worth, in words."));
    m_pages->addSegment(tr("Scores"), tr("The scores of each part, beside those of the naive forecasts."));
    m_pages->addSegment(tr("Residuals"), tr("Forecast minus target over the rows."));
    m_pages->addSegment(tr("By lag"), tr("How the error grows with the rows ahead."));
    m_pages->addSegment(tr("Classes"), tr("Which classes the network takes for which."));
    m_pages->addSegment(tr("Backtest"), tr("Trains up to several origins, and forecasts what comes after each."));
    m_pages->setCurrent(Residuals);
    m_below->setSpacing(12);
    m_below->addWidget(m_verdicts, 3);
    m_below->addWidget(m_scores, 5);
    for (QWidget *card : {static_cast<QWidget *>(m_residuals), static_cast<QWidget *>(m_lags),
                          static_cast<QWidget *>(m_confusion), static_cast<QWidget *>(m_backtest)}) {
        m_below->addWidget(card, 4);
        // The bar that is pressed stays where it is: no page asks for a height of its own.
        card->setSizePolicy(card->sizePolicy().horizontalPolicy(), QSizePolicy::Ignored);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(10);
    column->addWidget(m_controls);
    column->addWidget(m_forecast, 3);
    auto *pages = new QHBoxLayout;
    pages->addStretch(1);
    pages->addWidget(m_pages);
    column->addLayout(pages);
    column->addLayout(m_below, 2);
    column->addWidget(m_text, 5);
    showCards();
}

void PredictWorkspace::connectAll()
{
    connect(&m_document, &Document::dataChanged, this, &PredictWorkspace::dataChanged);
    connect(&m_document.training(), &LiveTraining::snapshotChanged, this, &PredictWorkspace::snapshotChanged);
    connect(&m_document, &Document::settingsChanged, this, &PredictWorkspace::offerBacktest);
    connect(&m_document.training(), &LiveTraining::sessionReset, this, &PredictWorkspace::snapshotChanged);
    connect(&m_wait, &QTimer::timeout, this, &PredictWorkspace::requestNow);
    connect(&m_loaderLook, &QTimer::timeout, this, &PredictWorkspace::finishOther);
    connect(&m_engine, &ForecastEngine::answered, this, &PredictWorkspace::showAnswer);
    connect(&m_engine, &ForecastEngine::busyChanged, m_controls, &PredictControls::setBusy);
    connect(&m_engine, &ForecastEngine::busyChanged, m_forecast, &ForecastCard::setBusy);
    connect(m_controls, &PredictControls::weightsChosen, this, [this] {
        m_used.reset();
        requestNow();
    });
    connect(m_controls, &PredictControls::outputChosen, this, [this] {
        m_used.reset();
        requestNow();
        showAnswer();
    });
    connect(m_controls, &PredictControls::freeRunChanged, this, [this] {
        m_used.reset();
        m_forecast->setFreeStart(m_controls->freeRunWanted() ? std::optional(m_controls->freeStart()) : std::nullopt);
        requestNow();
    });
    connect(m_controls, &PredictControls::futureChanged, this, [this] {
        m_forecast->setFutureShown(m_controls->futureWanted());
        m_used.reset();
        requestNow();
    });
    connect(m_controls, &PredictControls::intervalChosen, this, [this] {
        m_used.reset();
        requestNow();
    });
    connect(&m_document.training().opponents(), &LiveOpponents::measured, this, [this] {
        m_used.reset();
        requestSoon();
    });
    connect(m_controls, &PredictControls::otherFileWanted, this, &PredictWorkspace::chooseOther);
    connect(m_controls, &PredictControls::openDataWanted, this, &PredictWorkspace::showOpenData);
    connect(m_controls, &PredictControls::saveWanted, this, &PredictWorkspace::chooseSave);
    connect(m_forecast, &ForecastCard::startPointed, m_controls, &PredictControls::setFreeStart);
    connect(m_verdicts, &VerdictCard::changeWanted, this, &PredictWorkspace::makeChange);
    connect(m_pages, &SegmentBar::chosen, this, &PredictWorkspace::showCards);
    for (CardHeader *header : {&m_forecast->header(), &m_scores->header(), &m_residuals->header(), &m_lags->header(),
                               &m_confusion->header(), &m_backtest->header(), &m_text->header()})
        connect(header, &CardHeader::failed, this,
                [this](const QString &message) { m_document.showMessage(Severity::Error, message); });
}

std::shared_ptr<const PreparedData<float>> PredictWorkspace::shownData() const
{
    return m_other ? m_other : m_document.data();
}

void PredictWorkspace::dataChanged()
{
    // Another file was prepared like the data that was open: with other data it would have to be prepared anew.
    m_other.reset();
    m_otherName.clear();
    m_used.reset();
    m_controls->setOtherFile({});
    m_engine.clear();
    const auto prepared = m_document.data();
    QStringList outputs;
    if (prepared && prepared->options.task == TaskKind::Regression) {
        for (Index output = 0; output < prepared->outputs(); ++output)
            outputs << plainText(prepared->outputName(output), 40);
    }
    m_controls->setOutputs(outputs);
    m_controls->setIntervalProblem(outputs.isEmpty() ? tr("Classes have no interval.") : QString());
    m_controls->setAnything(prepared != nullptr);
    proposeFreeRun();
    offerBacktest();
    showCards();
    requestSoon();
}

void PredictWorkspace::offerBacktest()
{
    const auto prepared = m_document.data();
    const DataOptions &options = m_document.dataOptions();
    const bool tensors = m_document.source() && m_document.source()->tensors;
    const QString problem =
        !prepared                 ? tr("A backtest needs data: open some.")
        : tensors                 ? tr("A backtest needs rows: the sequences of a tensor file have no order in time.")
        : options.split[2] <= 0.0 ? tr("A backtest needs a test part: make room for it in Data › Windows.")
                                  : QString();
    m_backtest->setInput(
        {m_document.open().source, options, m_document.settings(), {}, prepared && prepared->timesAreDates}, problem);
}

void PredictWorkspace::proposeFreeRun()
{
    const auto prepared = shownData();
    const bool possible = prepared && prepared->options.task == TaskKind::Regression && !prepared->tableRows.empty()
                          && prepared->options.horizons.front() == 1;
    QString problem = prepared ? QString() : tr("Free running needs data: open some.");
    if (prepared && !possible)
        problem = prepared->options.task == TaskKind::Classification
                      ? tr("Free running needs a forecast: classes cannot be the next input.")
                  : prepared->tableRows.empty()
                      ? tr("Free running needs rows: the sequences of a tensor file have no next one.")
                      : tr("Free running needs a horizon of 1: choose it in Data › Windows.");
    m_controls->setFreeProblem(problem);
    if (!possible) {
        m_controls->setFreeRun(false, 0, 0, 0, 1);
        m_controls->setFreeProblem(problem);
        m_forecast->setFreeStart(std::nullopt);
        return;
    }
    const auto rows = static_cast<Index>(prepared->tableRows.size());
    const Index steps = std::clamp<Index>(2 * prepared->options.window, 1,
                                          std::max<Index>(1, std::min<Index>(500, rows - prepared->options.window)));
    const Index start = std::clamp(prepared->partRows[2] > 0 ? prepared->partRows[2] : rows - steps,
                                   prepared->options.window, std::max(prepared->options.window, rows - steps));
    m_controls->setFreeRun(true, prepared->options.window, rows, start, steps);
    m_forecast->setFreeStart(start);
}

void PredictWorkspace::snapshotChanged()
{
    const auto snapshot = m_document.training().snapshot();
    if (snapshot)
        m_controls->setWeights(epochReached(*snapshot), snapshot->bestParameters ? snapshot->bestEpoch : 0);
    requestSoon();
}

void PredictWorkspace::showAnswer()
{
    m_view.answer = m_engine.answer();
    m_view.output = m_controls->output();
    m_view.source = m_other ? m_otherName : coreWords(m_document.title().toStdString());
    m_view.unit.clear();
    if (m_view.answer.result && !m_view.classifies() && !m_view.answer.result->data->targetNames.empty()) {
        const auto &names = m_view.answer.result->data->targetNames;
        const Index column = m_document.table().find(names[static_cast<std::size_t>(m_view.output) % names.size()]);
        if (column >= 0)
            m_view.unit = plainText(m_document.table().column(column).unit(), 16);
    }
    if (!m_view.answer.error.empty())
        m_document.showMessage(Severity::Error, QString::fromStdString(m_view.answer.error));
    m_forecast->showView(m_view);
    m_verdicts->showView(m_view);
    m_scores->showView(m_view);
    m_residuals->showView(m_view);
    m_lags->showView(m_view);
    m_confusion->showView(m_view);
    showCards();
}

void PredictWorkspace::makeChange(const OptionChange &change)
{
    std::vector<Problem> problems;
    if (const DataOption *option = findOption(dataOptionTable(), change.id)) {
        DataOptions options = m_document.dataOptions();
        setOptionText(*option, options, change.value);
        problems = m_document.setDataOptions(options);
    } else {
        Settings settings = m_document.settings();
        setSettingText(*findSetting(change.id), settings, change.value);
        problems = m_document.setSettings(settings);
    }
    if (!problems.empty())
        m_document.showMessage(Severity::Error, QString::fromStdString(OptionError(problems).what()));
}

void PredictWorkspace::showCards()
{
    const bool narrow = height() < 560 || width() < 900;
    const bool classes = m_view.classifies();
    const auto offered = [&](int page) {
        switch (page) {
        case Verdicts:
        case Scores:
            return narrow;
        case Residuals:
        case Lags:
            return !classes;
        case Classes:
            return classes;
        default:
            return true;
        }
    };
    for (int page = 0; page < PageCount; ++page)
        m_pages->setSegmentVisible(page, offered(page));
    if (!offered(m_pages->current()))
        m_pages->setCurrent(classes ? Classes : Residuals);
    const int page = m_pages->current();
    const bool text = m_document.data() && m_document.data()->text;
    m_text->setVisible(text);
    // A layout without visible widgets would keep its share of the height.
    static_cast<QVBoxLayout *>(layout())->setStretchFactor(m_below, text ? 0 : 2);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_controls), static_cast<QWidget *>(m_forecast), static_cast<QWidget *>(m_pages)})
        widget->setVisible(!text);
    m_verdicts->setVisible(!text && (!narrow || page == Verdicts));
    m_scores->setVisible(!text && (!narrow || page == Scores));
    m_residuals->setVisible(!text && page == Residuals);
    m_lags->setVisible(!text && page == Lags);
    m_confusion->setVisible(!text && page == Classes);
    m_backtest->setVisible(!text && page == Backtests);
}

std::vector<ViewExport *> PredictWorkspace::exports()
{
    if (m_document.data() && m_document.data()->text)
        return {&m_text->view()};
    if (m_view.classifies())
        return {m_forecast, m_scores, m_confusion, m_backtest};
    return {m_forecast, m_scores, m_residuals, m_lags, m_backtest};
}

void PredictWorkspace::keepView(SessionView &view) const
{
    QJsonObject state = m_controls->state();
    state.insert(QStringLiteral("page"), QString::fromLatin1(kPredictPageIds[m_pages->current()]));
    keepState(view, state);
}

void PredictWorkspace::showView(const SessionView &view)
{
    const QJsonObject state = stateIn(view);
    if (state.isEmpty())
        return;
    snapshotChanged(); // whether there are best weights
    m_controls->choose(state);
    m_forecast->setFutureShown(m_controls->futureWanted());
    m_forecast->setFreeStart(m_controls->freeRunWanted() ? std::optional(m_controls->freeStart()) : std::nullopt);
    for (int page = 0; page < PageCount; ++page) {
        if (state.value(QStringLiteral("page")).toString() == QLatin1String(kPredictPageIds[page]))
            m_pages->setCurrent(page);
    }
    showCards();
    m_used.reset();
    requestSoon();
}

void PredictWorkspace::showEvent(QShowEvent *event)
{
    Workspace::showEvent(event);
    snapshotChanged();
}

void PredictWorkspace::resizeEvent(QResizeEvent *event)
{
    Workspace::resizeEvent(event);
    showCards();
}

} // namespace gatescope
