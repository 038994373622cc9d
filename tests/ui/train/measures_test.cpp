// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the training views measure beside the curves: changes of the learning rate, the share clipped, the gradient of
// each gate, the training loss measured again.
#include "tests/ui/window_fixture.h"

#include "core/data/prepared_data.h"
#include "core/inspect/run/trace.h"
#include "core/model/network.h"
#include "core/session/history.h"
#include "ui/look/short_number.h"
#include "ui/train/form/setting_row.h"
#include "ui/train/form/settings_form.h"
#include "ui/train/views/gradient/clip_histogram.h"
#include "ui/train/views/gradient/gate_gradients.h"
#include "ui/train/views/gradient/gradient_view.h"
#include "ui/train/views/loss/evaluated_loss.h"
#include "ui/train/views/loss/rate_marks.h"
#include "ui/widgets/plot/plot_table.h"

#include <QComboBox>

#include <array>
#include <cmath>
#include <numeric>

namespace gatescope {

namespace {

HistoryBlock batchesOf(const std::vector<std::array<double, 3>> &numbers) // rate, norm before, norm after
{
    HistoryBlock block;
    for (const auto &[rate, before, after] : numbers) {
        BatchRecord batch;
        batch.step = static_cast<std::int64_t>(block.batches.size()) + 1;
        batch.epoch = 1;
        batch.batch = batch.step;
        batch.loss = 1.0;
        batch.learningRate = rate;
        batch.gradientNorm = before;
        batch.clippedGradientNorm = after;
        block.batches.push_back(batch);
    }
    return block;
}

} // namespace

TEST(RateChanges, AreTheBatchesWhereTheRateJumped)
{
    History history;
    history.append(
        batchesOf({{0.01, 1, 1}, {0.01, 1, 1}, {0.0099, 1, 1}, {0.001, 1, 1}, {0.001, 1, 1}, {0.004, 1, 1}}));
    const std::vector<RateChange> changes = rateChanges(history);
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0].step, 4.0);
    EXPECT_EQ(changes[0].before, 0.0099);
    EXPECT_EQ(changes[0].after, 0.001);
    EXPECT_EQ(changes[1].step, 6.0);
}

TEST(ClipCounts, SayWhichShareWasShortened)
{
    History history;
    history.append(
        batchesOf({{0.01, 0.5, 0.5}, {0.01, 2.0, 1.0}, {0.01, 8.0, 1.0}, {0.01, 0.9, 0.9}, {0.01, 5.0, 1.0}}));
    const ClipCounts counts = clipCounts(history);
    EXPECT_EQ(counts.batches, 5);
    EXPECT_EQ(counts.shortened, 3);
    EXPECT_DOUBLE_EQ(counts.share(), 0.6);
    EXPECT_EQ(std::accumulate(counts.all.begin(), counts.all.end(), 0), 5);
    EXPECT_EQ(std::accumulate(counts.clipped.begin(), counts.clipped.end(), 0), 3);
    EXPECT_EQ(counts.all.front(), 1);    // 0.5
    EXPECT_EQ(counts.clipped.back(), 1); // 8
    ClipHistogram view;
    TrainingOptions training;
    training.clipNorm = 1.0;
    view.show(history, training);
    EXPECT_EQ(view.words().toStdString(), "60 % of the batches clipped · by norm: the direction is kept (0°)");
    EXPECT_EQ(plotTable(view)->rowName(1).toStdString(), "clipped: 60 %, turned by 0°");
}

TEST(ClipCounts, SayHowFarClippingByValueTurnedTheGradients)
{
    History history;
    HistoryBlock block =
        batchesOf({{0.01, 0.5, 0.5}, {0.01, 2.0, 1.0}, {0.01, 8.0, 1.0}, {0.01, 0.9, 0.9}, {0.01, 5.0, 1.0}});
    const std::array<double, 5> angles = {0.0, 4.0, 31.0, 0.0, 2.0};
    for (std::size_t i = 0; i < angles.size(); ++i)
        block.batches[i].clipAngle = angles[i];
    history.append(block);
    const ClipCounts counts = clipCounts(history);
    EXPECT_EQ(std::accumulate(counts.turned.begin(), counts.turned.end(), 0), 3);
    EXPECT_EQ(counts.degrees.back(), 31.0); // of the longest, 8
    EXPECT_NEAR(counts.meanDegrees().value_or(-1.0), 37.0 / 3.0, 1e-12);
    EXPECT_EQ(counts.mostDegrees, 31.0);
    ClipHistogram view;
    TrainingOptions training;
    training.clipValue = 0.1;
    view.show(history, training);
    EXPECT_EQ(view.words().toStdString(),
              "60 % of the batches clipped · by value: turned by 12.3° on average, 31° at most");
    EXPECT_EQ(plotTable(view)->rowName(1).toStdString(), "clipped: 60 %, turned by 12.3°, 31° at most");
    // Of what was trained before such angles were measured only what is sure is said.
    History older;
    older.append(batchesOf({{0.01, 2.0, 1.0}, {0.01, 0.5, 0.5}}));
    EXPECT_FALSE(clipCounts(older).meanDegrees());
    view.show(older, training);
    EXPECT_EQ(view.words().toStdString(), "50 % of the batches clipped · by value: the direction changes too");
}

TEST(GateGradients, AreTheBiasesGradientsWhereThereIsOneStep)
{
    // With a single step, ∂loss/∂b of a gate is ∂loss/∂ its sum at that step: the network's own backward pass says it
    // too.
    for (const Formulation formulation : {Formulation::ResetAfter, Formulation::ResetBefore}) {
        NetworkOptions options;
        options.inputs = 2;
        options.hidden = 5;
        options.layers = 2;
        options.formulation = formulation;
        Network<float> network(options);
        Random random(3);
        network.initialize(random);
        Matrix<float> input(2, 1), target(1, 1);
        input << 0.7F, -1.2F;
        target << 2.0F;
        const Trace<float> trace = traceSequence<float>(network, input, target, TrainingOptions());
        for (Index layer = 0; layer < 2; ++layer) {
            const Matrix<float> norms = gateGradientNorms(options, std::as_const(network).parameters(), trace, layer);
            ASSERT_EQ(norms.cols(), 1);
            const TensorSlot &bias = *network.layout().inputBias(layer);
            for (Index gate = 0; gate < 3; ++gate) {
                double sum = 0.0;
                for (Index unit = 0; unit < 5; ++unit) {
                    const auto value = static_cast<double>(
                        std::as_const(network).gradient()[static_cast<std::size_t>(bias.offset + gate * 5 + unit)]);
                    sum += value * value;
                }
                EXPECT_NEAR(norms(gate, 0), std::sqrt(sum), 1e-5 + 1e-4 * std::sqrt(sum)) << layer << " " << gate;
            }
        }
    }
}

class MeasuresTest : public WindowTest {};

TEST_F(MeasuresTest, ClippingByValueIsSaidAndWrittenWithItsAngles)
{
    show();
    openSmallSeries();
    Settings settings = document->settings();
    settings.training.clipValue = 1e-3;
    ASSERT_TRUE(document->setSettings(settings).empty());
    document->training().stepEpoch();
    ASSERT_TRUE(
        waitFor([this] { return document->training().snapshot()->epoch == 1 && !document->training().isTraining(); }));
    ASSERT_TRUE(settle());
    window->showWorkspace(QStringLiteral("train"));
    child<QComboBox>("gradients-mode")->setCurrentText(QStringLiteral("clip histogram"));
    const auto *histogram = window->findChild<ClipHistogram *>();
    ASSERT_TRUE(waitFor([&] { return histogram->words().contains(QStringLiteral("turned by")); }));
    const auto *view = window->findChild<GradientView *>();
    EXPECT_TRUE(view->exportCaption().contains(histogram->words())) << view->exportCaption().toStdString();
    const QStringList rows = view->csv().trimmed().split(QLatin1Char('\n'));
    EXPECT_EQ(rows.front(), "batch,norm_before,norm_after,clip_angle");
    ASSERT_EQ(rows.size() - 1, document->training().history().batches());
    double most = 0.0;
    for (const QString &row : rows.mid(1)) {
        const QStringList fields = row.split(QLatin1Char(','));
        EXPECT_LT(fields[2].toDouble(), fields[1].toDouble()) << row.toStdString();
        most = std::max(most, fields[3].toDouble());
    }
    EXPECT_GT(most, 0.0);
    EXPECT_TRUE(histogram->words().endsWith(QStringLiteral("%1° at most").arg(degreesText(most))))
        << histogram->words().toStdString();
}

namespace {

/// The network that a snapshot shows.
Network<float> networkOf(const Snapshot &snapshot)
{
    Network<float> network(snapshot.settings.network);
    std::ranges::copy(snapshot.parameters, network.parameters().begin());
    return network;
}

} // namespace

TEST_F(MeasuresTest, TheTrainingLossMeasuredAgainIsTheMeanOverAllItsSequences)
{
    show();
    openSmallSeries();
    EvaluatedLoss evaluated(document->training());
    document->training().stepEpoch();
    ASSERT_TRUE(
        waitFor([this] { return document->training().snapshot()->epoch == 1 && !document->training().isTraining(); }));
    EXPECT_TRUE(evaluated.points().empty()); // nobody asked
    evaluated.setWanted(true);
    ASSERT_TRUE(waitFor([&] { return !evaluated.points().empty(); }));
    const auto snapshot = document->training().snapshot();
    Network<float> network = networkOf(*snapshot);
    const SequenceSet<float> &train = document->data()->train;
    double sum = 0.0;
    for (Index i = 0; i < train.size(); ++i)
        sum += *traceSequence<float>(network, train.input(i), train.targets(i, 1), snapshot->settings.training).loss;
    EXPECT_NEAR(evaluated.points().front().loss, sum / static_cast<double>(train.size()), 1e-5);
    EXPECT_DOUBLE_EQ(evaluated.points().front().epoch, 1.0);
    document->resetToSameWeights(); // another training: what was measured of the one before goes
    ASSERT_TRUE(settle());
    EXPECT_TRUE(waitFor([&] { return evaluated.points().size() == 1 && evaluated.points().front().epoch == 0.0; }));
}

TEST_F(MeasuresTest, OfClassesTheAccuracyIsMeasuredAgainToo)
{
    show();
    document->opening().openGenerated(generateTask("parity", {{"rows", 300}}), QStringLiteral("parity"));
    Settings settings = document->settings();
    settings.network.hidden = 4;
    ASSERT_TRUE(document->setSettings(settings).empty());
    EvaluatedLoss evaluated(document->training());
    document->training().stepEpoch();
    ASSERT_TRUE(
        waitFor([this] { return document->training().snapshot()->epoch == 1 && !document->training().isTraining(); }));
    evaluated.setWanted(true);
    ASSERT_TRUE(waitFor([&] { return !evaluated.points().empty(); }));
    const auto snapshot = document->training().snapshot();
    Network<float> network = networkOf(*snapshot);
    const SequenceSet<float> &train = document->data()->train;
    Index right = 0;
    for (Index i = 0; i < train.size(); ++i) {
        const Trace<float> trace =
            traceSequence<float>(network, train.input(i), train.targets(i, 1), snapshot->settings.training);
        Index likeliest = 0;
        trace.output.maxCoeff(&likeliest);
        right += likeliest == std::lround(train.targets(i, 1)(0, 0)) ? 1 : 0;
    }
    ASSERT_TRUE(evaluated.points().front().accuracy);
    EXPECT_DOUBLE_EQ(*evaluated.points().front().accuracy,
                     static_cast<double>(right) / static_cast<double>(train.size()));
}

TEST_F(MeasuresTest, DropoutStaysInTheFormWithItsReasonWhenThereIsOneLayer)
{
    show();
    openSmallSeries();
    auto &form = *child<SettingsForm>("settings-form");
    form.setWhole(true);
    Settings settings = document->settings();
    settings.network.layers = 1;
    ASSERT_TRUE(document->setSettings(settings).empty());
    const SettingRow &row = *form.row("dropout");
    EXPECT_FALSE(row.isHidden());
    EXPECT_TRUE(row.hasReason());
    EXPECT_FALSE(row.field()->isEnabled());
    settings.network.layers = 2;
    ASSERT_TRUE(document->setSettings(settings).empty());
    EXPECT_FALSE(row.isHidden());
    EXPECT_FALSE(row.hasReason());
    EXPECT_TRUE(row.field()->isEnabled());
}

} // namespace gatescope
