// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/predict/predict_fixture.h"

#include "core/data/csv/csv_reader.h"
#include "ui/look/plain_text.h"
#include "ui/predict/cards/forecast_card.h"
#include "ui/predict/cards/lag_card.h"
#include "ui/predict/cards/score_card.h"
#include "ui/predict/cards/verdict_card.h"
#include "ui/predict/predict_controls.h"
#include "ui/widgets/common/still_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardItemModel>

#include <cmath>

namespace gatescope {

TEST_F(Predict, SurvivesHavingNoData)
{
    workspace.show();
    EXPECT_FALSE(workspace.grab().isNull());
    EXPECT_FALSE(workspace.view().hasForecasts());
    for (ViewExport *view : workspace.exports())
        EXPECT_TRUE(view->csv().isEmpty());
    QSignalSpy messages(&document, &Document::message);
    EXPECT_FALSE(workspace.savePredictionsTo(folder.filePath("p.csv")));
    EXPECT_EQ(messages.count(), 1);
}

TEST_F(Predict, ShowsTheFiguresOfTheCore)
{
    openTask("sine-mix");
    look();
    trainOneEpoch();
    Network<float> made = network();
    const auto data = document.data();
    const auto &parts = workspace.view().answer.result->parts;
    ASSERT_EQ(parts.size(), 3U);
    EXPECT_EQ(workspace.view().answer.result->weights.step, document.training().snapshot()->step);
    const std::array<const SequenceSet<float> *, 3> sets{&data->train, &data->validation, &data->test};
    for (std::size_t p = 0; p < 3; ++p) {
        const Forecast expected = forecast(made, *data, *sets[p]);
        EXPECT_EQ(parts[p].forecast.prediction, expected.prediction);
        const RegressionScores scores = scoreForecast(expected);
        ASSERT_TRUE(parts[p].scores);
        EXPECT_EQ(parts[p].scores->meanAbsoluteError, scores.meanAbsoluteError);
        EXPECT_EQ(parts[p].scores->skill, scores.skill);
        const auto *card = workspace.findChild<ScoreCard *>();
        EXPECT_EQ(card->table().item(1, static_cast<int>(p))->text(), scoreText(scores.meanAbsoluteError));
    }
}

TEST_F(Predict, DrawsEachForecastAtTheRowItIsFor)
{
    openTask("sine-mix");
    look();
    const auto data = document.data();
    const auto &result = *workspace.view().answer.result;
    SeriesPlot &plot = workspace.findChild<ForecastCard *>()->plot();
    const Index row = data->train.start(10) + data->train.steps();
    EXPECT_EQ(plot.valueAt(0, static_cast<double>(row)), data->targetValues(0, row));
    EXPECT_EQ(plot.valueAt(1, static_cast<double>(row)), data->targetValues(0, row - 1));
    EXPECT_EQ(plot.valueAt(2, static_cast<double>(row)), result.parts[0].forecast.prediction(0, 10));
    const std::vector<double> residuals = result.residuals(0);
    EXPECT_DOUBLE_EQ(residuals[static_cast<std::size_t>(row)],
                     result.parts[0].forecast.prediction(0, 10) - data->targetValues(0, row));
}

TEST_F(Predict, RunsFreelyAsTheCoreDoes)
{
    openTask("sine-mix");
    look();
    auto *start = widget<QSpinBox>("free-start");
    widget<QSpinBox>("free-steps")->setValue(20);
    start->setValue(201);
    ASSERT_TRUE(QTest::qWaitFor(
        [this] {
            const auto &run = workspace.view().answer.freeRun;
            return !workspace.isBusy() && run && run->start == 200 && run->prediction.cols() == 20;
        },
        20'000));
    Network<float> made = network();
    EXPECT_EQ(workspace.view().answer.freeRun->prediction, freeRun(made, *document.data(), 200, 20));
    const auto &lags = workspace.view().answer.lags;
    ASSERT_TRUE(lags);
    EXPECT_TRUE(lags->freeRunning);
    EXPECT_EQ(lags->lags.front().ahead, 1);
}

TEST_F(Predict, SaysWhyItCannotRunFreely)
{
    openTask("sine-mix");
    DataOptions options = document.dataOptions();
    options.horizons = {3};
    EXPECT_TRUE(document.setDataOptions(options).empty());
    look();
    EXPECT_FALSE(widget<QCheckBox>("free-run")->isEnabled());
    EXPECT_TRUE(widget<QCheckBox>("free-run")->toolTip().contains("horizon of 1"));
    EXPECT_FALSE(workspace.view().answer.freeRun);
}

TEST_F(Predict, ComparesHorizonsByTheirErrors)
{
    openTask("sine-mix");
    DataOptions options = document.dataOptions();
    options.horizons = {1, 4, 8};
    EXPECT_TRUE(document.setDataOptions(options).empty());
    look();
    const auto &lags = workspace.view().answer.lags;
    ASSERT_TRUE(lags);
    ASSERT_EQ(lags->lags.size(), 3U);
    const auto &test = workspace.view().answer.result->parts.back();
    EXPECT_EQ(lags->lags[2].ahead, 8);
    EXPECT_EQ(lags->lags[2].error, test.outputScores[2].rootMeanSquaredError);
    EXPECT_EQ(widget<QComboBox>("output")->count(), 3);
}

TEST_F(Predict, UsesTheBestWeightsWhenAsked)
{
    openTask("sine-mix");
    look();
    trainOneEpoch();
    trainOneEpoch();
    ASSERT_TRUE(document.training().snapshot()->bestParameters);
    auto *weights = widget<QComboBox>("weights");
    weights->setCurrentIndex(1);
    Q_EMIT weights->activated(1);
    ASSERT_TRUE(QTest::qWaitFor(
        [this] { return !workspace.isBusy() && workspace.view().answer.result->weights.choice == WeightsChoice::Best; },
        20'000));
    EXPECT_EQ(workspace.view().answer.result->weights.epoch, document.training().snapshot()->bestEpoch);
    EXPECT_TRUE(workspace.view().caption().contains("best weights")) << workspace.view().caption().toStdString();
}

TEST_F(Predict, SavesEveryWindowAsTheCommandLineDoes)
{
    openTask("sine-mix");
    look();
    ASSERT_TRUE(workspace.savePredictionsTo(folder.filePath("p.csv")));
    const QStringList text = lines("p.csv");
    const auto data = document.data();
    const auto &ahead = workspace.view().answer.future->forecast.rows;
    const Index windows = data->train.size() + data->validation.size() + data->test.size();
    ASSERT_EQ(text.size(), 1 + windows + static_cast<Index>(ahead.size()));
    EXPECT_EQ(text[0], "start,row,target,prediction,persistence,part");
    const QStringList cells = text[6].split(',');
    EXPECT_EQ(cells[0].toLongLong(), data->train.start(5));
    EXPECT_EQ(cells[1].toLongLong(), data->train.start(5) + data->train.steps());
    EXPECT_EQ(cells[2].toDouble(), data->targetInUnits(data->train, 5)(0));
    EXPECT_EQ(cells[3].toDouble(), workspace.view().answer.result->parts[0].forecast.prediction(0, 5));
    EXPECT_EQ(cells[5], "training");
    const QStringList newest = text[1 + windows].split(','), last = text.back().split(',');
    EXPECT_EQ(newest[0].toLongLong(), 300 - data->options.window);
    EXPECT_EQ(newest[1].toLongLong(), 300);
    EXPECT_TRUE(newest[2].isEmpty());
    EXPECT_EQ(newest[3].toDouble(), ahead.front().prediction(0));
    EXPECT_EQ(newest[5], "future");
    EXPECT_EQ(last[1].toLongLong(), 299 + ahead.back().ahead);
    EXPECT_EQ(last[3].toDouble(), ahead.back().prediction(0));
    EXPECT_EQ(last[5], "free-run");
}

TEST_F(Predict, JudgesAsTheCommandLineDoes)
{
    openTask("noisy-season", {{"rows", 400}});
    look();
    trainOneEpoch();
    ASSERT_TRUE(QTest::qWaitFor([this] { return !workspace.isBusy() && workspace.view().answer.judgement; }, 20'000));
    const auto &judgement = *workspace.view().answer.judgement;
    const auto data = document.data();
    const auto opponents = Opponents::of(*data, document.settings().training.loss);
    Network<float> made = network();
    const PartEvaluation test = evaluatePart(*opponents, DataPart::Test, forecast(made, *data, data->test));
    EXPECT_EQ(judgement.on(DataPart::Test).skill, test.skill);
    EXPECT_EQ(judgement.on(DataPart::Test).best->info, test.best->info);
    QStringList sentences = workspace.findChild<VerdictCard *>()->sentences();
    for (const Verdict &verdict : judgement.verdicts)
        EXPECT_TRUE(sentences.contains(fromSentence(verdict.text))) << verdict.text;
    const auto *card = workspace.findChild<ScoreCard *>();
    const QString table = card->csv();
    for (const BaselineResult &result : opponents->results())
        EXPECT_TRUE(table.contains(QStringLiteral("baseline.%1.rmse").arg(fromText(result.info->id))));
    int best = 0;
    for (int row = 0; row < card->table().rowCount(); ++row)
        best += card->table().item(row, 2)->text().startsWith(QStringLiteral("*\u00a0"));
    EXPECT_EQ(best, 1);
}

TEST_F(Predict, DrawsTheIntervalOfTheChosenLevel)
{
    openTask("noisy-season", {{"rows", 400}});
    look();
    auto *level = widget<QComboBox>("interval");
    level->setCurrentIndex(level->findData(0.9));
    Q_EMIT level->activated(level->currentIndex());
    ASSERT_TRUE(QTest::qWaitFor([this] { return !workspace.isBusy() && workspace.view().answer.interval; }, 20'000));
    const auto data = document.data();
    Network<float> made = network();
    const auto widths = conformalResiduals(forecast(made, *data, data->validation)).halfWidths(0.9);
    ASSERT_TRUE(widths);
    EXPECT_EQ(workspace.view().answer.interval->halfWidths, widths);
    const FutureRow &next = workspace.view().answer.future->forecast.rows.front();
    ASSERT_TRUE(next.lower && next.upper);
    EXPECT_DOUBLE_EQ((*next.upper)(0) - (*next.lower)(0), 2.0 * (*widths)(0));
    EXPECT_TRUE(workspace.exports().front()->csv().startsWith("row,target,forecast,persistence,free_run,future,"));
}

TEST_F(Predict, DrawsTheWholeTargetAndTheFutureAfterIt)
{
    openTask("sine-mix");
    look();
    const auto data = document.data();
    const auto &future = workspace.view().answer.future->forecast;
    EXPECT_EQ(future.start, 300);
    SeriesPlot &plot = workspace.findChild<ForecastCard *>()->plot();
    for (Index row = 0; row < 300; ++row)
        EXPECT_EQ(plot.valueAt(0, static_cast<double>(row)), data->targetValues(0, row)) << row;
    EXPECT_EQ(plot.valueAt(4, 300.0), future.rows.front().prediction(0));
    EXPECT_EQ(plot.valueAt(5, 299.0 + static_cast<double>(future.rows.back().ahead)), future.rows.back().prediction(0));
    widget<QCheckBox>("future")->click();
    ASSERT_TRUE(QTest::qWaitFor([this] { return !workspace.isBusy(); }, 20'000));
    EXPECT_TRUE(std::isnan(plot.valueAt(4, 300.0)));
}

TEST_F(Predict, SaysWhatTheFutureCannotKnow)
{
    QFile file(folder.filePath("weather.csv"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("day,rain,flow\n");
    for (int row = 0; row < 120; ++row)
        file.write(QStringLiteral("%1,%2,%3\n")
                       .arg(QDate(2024, 1, 1).addDays(row).toString(Qt::ISODate))
                       .arg(std::cos(row / 3.0))
                       .arg(std::sin(row / 5.0))
                       .toUtf8());
    file.close();
    document.opening().openFile(file.fileName());
    ASSERT_TRUE(QTest::qWaitFor([this] { return !document.opening().isBusy(); }, 20'000));
    DataOptions options = document.dataOptions();
    options.features = {"rain", "flow"};
    options.targets = {"flow"};
    options.window = 6;
    ASSERT_TRUE(document.setDataOptions(options).empty());
    look();
    ASSERT_TRUE(QTest::qWaitFor([this] { return !workspace.isBusy(); }, 20'000));
    const auto &future = workspace.view().answer.future->forecast;
    EXPECT_EQ(future.rows.size(), 1U); // the network's own output; the rain of the day after is not known
    const QString said = workspace.findChild<VerdictCard *>()->sentences().join(' ');
    EXPECT_TRUE(said.contains("rain") && said.contains("not predicted")) << said.toStdString();
    EXPECT_TRUE(workspace.exports().front()->csv().contains("\r\n121,2024-04-30")) << said.toStdString();
}

TEST_F(Predict, SaysWhyItCannotSave)
{
    openTask("sine-mix");
    look();
    QSignalSpy messages(&document, &Document::message);
    EXPECT_FALSE(workspace.savePredictionsTo(folder.filePath("no-such-folder/p.csv")));
    ASSERT_EQ(messages.count(), 1);
    EXPECT_EQ(messages[0][0].value<Severity>(), Severity::Error);
}

TEST_F(Predict, PredictsTheRowsOfAnotherFile)
{
    openTask("sine-mix");
    look();
    QFile file(folder.filePath("other.csv"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("value\n");
    for (int row = 0; row < 80; ++row)
        file.write(QByteArray::number(std::sin(row / 5.0), 'g', 17) + "\n");
    file.close();
    workspace.applyTo(file.fileName());
    ASSERT_TRUE(
        QTest::qWaitFor([this] { return !workspace.isBusy() && workspace.view().source == "other.csv"; }, 20'000));
    const auto &result = *workspace.view().answer.result;
    const PreparedData<float> expected =
        applyPreparation<float>(readCsv(file.fileName().toStdString()).table, *document.data());
    Network<float> made = network();
    ASSERT_EQ(result.parts.size(), 1U);
    EXPECT_EQ(result.parts[0].forecast.prediction, forecast(made, expected, expected.all).prediction);
    EXPECT_EQ(result.data->inputScaler, document.data()->inputScaler);
    workspace.showOpenData();
    ASSERT_TRUE(
        QTest::qWaitFor([this] { return !workspace.isBusy() && workspace.view().source == "sine-mix"; }, 20'000));
}

TEST_F(Predict, KeepsItsFiguresWhenAnotherFileDoesNotFit)
{
    openTask("sine-mix");
    look();
    QFile file(folder.filePath("wrong.csv"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("other\n1\n2\n3\n");
    file.close();
    QSignalSpy messages(&document, &Document::message);
    workspace.applyTo(file.fileName());
    ASSERT_TRUE(QTest::qWaitFor([&] { return messages.count() > 0; }, 20'000));
    EXPECT_TRUE(messages[0][1].toString().contains("value")) << messages[0][1].toString().toStdString();
    EXPECT_EQ(workspace.view().source, "sine-mix");
    EXPECT_TRUE(workspace.view().hasForecasts());
}

TEST_F(Predict, CountsClassesInAConfusionMatrix)
{
    openTask("parity");
    look();
    const auto &parts = workspace.view().answer.result->parts;
    Network<float> made = network();
    const Forecast expected = forecast(made, *document.data(), document.data()->validation);
    const std::vector<std::int64_t> classes(expected.target.data(), expected.target.data() + expected.target.size());
    ASSERT_TRUE(parts[1].classification);
    EXPECT_EQ(parts[1].classification->confusion, scoreClassification(expected.prediction, classes).confusion);
    const auto exports = workspace.exports();
    ASSERT_EQ(exports.size(), 4U);
    EXPECT_TRUE(exports[2]->csv().startsWith("true\\told,even,odd")) << exports[2]->csv().toStdString();
    ASSERT_TRUE(workspace.savePredictionsTo(folder.filePath("classes.csv")));
    EXPECT_EQ(lines("classes.csv")[0], "start,row,target,prediction,probability.even,probability.odd,part");
}

TEST_F(Predict, ComputesNothingWhileItIsHidden)
{
    openTask("sine-mix");
    look();
    workspace.hide();
    const auto before = workspace.view().answer.result;
    trainOneEpoch();
    EXPECT_EQ(workspace.view().answer.result, before);
    workspace.show();
    EXPECT_TRUE(
        QTest::qWaitFor([&] { return !workspace.isBusy() && workspace.view().answer.result != before; }, 20'000));
}

TEST(Autocorrelation, IsThatOfAnAlternatingSeries)
{
    const std::vector<double> correlation = autocorrelation({1, -1, 1, -1, 1, -1, 1, -1}, 2);
    ASSERT_EQ(correlation.size(), 2U);
    EXPECT_DOUBLE_EQ(correlation[0], -7.0 / 8.0);
    EXPECT_DOUBLE_EQ(correlation[1], 6.0 / 8.0);
    EXPECT_TRUE(autocorrelation({3, 3, 3}, 2).empty());
}

TEST(PredictControlsTest, SayInTheRestOfTheirLineThatTheyCompute)
{
    PredictControls controls;
    controls.resize(1200, controls.heightForWidth(1200));
    controls.show();
    const int height = controls.heightForWidth(1200);
    controls.setBusy(true);
    QApplication::processEvents();
    const auto *words = controls.findChild<StillText *>(QStringLiteral("predict-state"));
    EXPECT_EQ(words->text(), QStringLiteral("computing …"));
    EXPECT_GE(words->width(), words->metrics().horizontalAdvance(words->text()));
    EXPECT_TRUE(controls.rect().contains(words->geometry()));
    EXPECT_EQ(controls.heightForWidth(1200), height) << "what lies below would move";
}

} // namespace gatescope
