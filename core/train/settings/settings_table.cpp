// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/settings/settings_table.h"

#include "core/model/network_ranges.h"
#include "core/train/optimisation/loss.h"
#include "core/train/optimisation/optimizer.h"
#include "core/train/optimisation/schedule.h"

#include <array>
#include <type_traits>
#include <vector>

namespace gatescope {

namespace {

constexpr std::array kFormulations = {
    SettingChoice{"reset-after", "Reset after (PyTorch)",
                  "The reset gate acts on U h, after the product; the update gate z keeps the old state."},
    SettingChoice{"reset-before", "Reset before (textbook)",
                  "The reset gate acts on h, before the product; the update gate z takes the new candidate."},
};

constexpr std::array kHeldGates = {
    SettingChoice{"none", "Full GRU", "Both gates are learned."},
    SettingChoice{"reset", "Update gate only", "The reset gate is held at 1: the candidate reads the whole old state."},
    SettingChoice{"update", "Reset gate only",
                  "The update gate is held at “take the new”: the state is the candidate, nothing is carried over."},
    SettingChoice{"reset,update", "No gates", "Both gates are held: the plain tanh network, torch.nn.RNN."},
};

constexpr std::array kClassWeights{
    SettingChoice{"equal", "Equal", "Every sequence counts the same, so that common classes count most."},
    SettingChoice{"balanced", "Balanced", "Every class counts the same, however rare it is."},
};
constexpr std::array kLossSteps = {
    SettingChoice{"end", "The end", "The last step of the window answers."},
    SettingChoice{"every", "Every step", "Every step of the window answers, and its error counts."},
};

/// A table of losses, optimizers or schedules as the choices of a setting.
template <typename Info>
std::vector<SettingChoice> choicesOf(std::span<const Info> table)
{
    std::vector<SettingChoice> choices;
    for (const Info &info : table)
        choices.push_back({info.id, info.title, info.summary});
    return choices;
}

template <auto... Path>
double get(const Settings &settings)
{
    return static_cast<double>((settings.*....*Path));
}

template <auto... Path>
void set(Settings &settings, double value)
{
    auto &field = (settings.*....*Path);
    field = static_cast<std::remove_reference_t<decltype(field)>>(value);
}

/// The entry of one field: default and access come from the field itself.
template <auto... Path>
SettingInfo field(std::string_view id, std::string_view title, std::string_view unit, SettingType type, double minimum,
                  double maximum, SettingEffect effect, std::string_view summary,
                  std::span<const SettingChoice> choices = {}, bool (*relevant)(const Settings &) = nullptr)
{
    const double last = choices.empty() ? maximum : static_cast<double>(choices.size() - 1);
    return {id,
            title,
            unit,
            summary,
            "",
            type,
            effect,
            get<Path...>(Settings{}),
            minimum,
            last,
            choices,
            &get<Path...>,
            &set<Path...>,
            relevant != nullptr ? relevant : [](const Settings &) { return true; }};
}

template <auto Member, typename... Rest>
SettingInfo network(Rest... rest)
{
    return field<&Settings::network, Member>(rest...);
}

template <auto... Path, typename... Rest>
SettingInfo training(Rest... rest)
{
    return field<&Settings::training, Path...>(rest...);
}

bool hasSeveralLayers(const Settings &s)
{
    return s.network.layers > 1;
}
bool isHuber(const Settings &s)
{
    return s.training.loss.kind == LossKind::Huber;
}
bool tellsClasses(const Settings &s)
{
    return s.training.loss.kind == LossKind::CrossEntropy;
}
bool losesEveryStep(const Settings &s)
{
    return s.training.lossAt == LossAt::Every;
}
bool hasBetas(const Settings &s)
{
    return optimizerInfo(s.training.optimizer).readsBetas;
}
bool hasSmoothing(const Settings &s)
{
    return optimizerInfo(s.training.optimizer).readsSmoothing;
}
bool hasMomentum(const Settings &s)
{
    return optimizerInfo(s.training.optimizer).readsMomentum();
}
bool hasEpsilon(const Settings &s)
{
    return optimizerInfo(s.training.optimizer).readsEpsilon;
}
bool isCosine(const Settings &s)
{
    return s.training.schedule == ScheduleKind::Cosine;
}
bool isPlateau(const Settings &s)
{
    return s.training.schedule == ScheduleKind::ReduceOnPlateau;
}
bool hasPeriod(const Settings &s)
{
    return s.training.schedule == ScheduleKind::Step || isPlateau(s);
}
bool hasMinimumRate(const Settings &s)
{
    return isCosine(s) || isPlateau(s);
}

using enum SettingType;
using enum SettingEffect;
using N = NetworkOptions;
using O = TrainingOptions;
constexpr double kManyEpochs = 1e6;
constexpr double kLargestSeed = 9007199254740991.0; // the largest whole number that a double still counts one by one

std::vector<SettingInfo> modelGroup()
{
    return {
        network<&N::layers>("layers", "Layers", "", Integer, 1.0, static_cast<double>(kMostLayers), Reset,
                            "How many GRU layers are stacked; each reads the hidden states of the one below."),
        network<&N::hidden>("hidden", "Hidden units", "", Integer, 1.0, static_cast<double>(kMostHidden), Reset,
                            "How many numbers the state of every layer holds: its memory."),
        network<&N::formulation>("formulation", "Formulation", "", Choice, 0.0, 0.0, Reset,
                                 "Which of the two GRU equations is used; they are different functions.",
                                 std::span<const SettingChoice>(kFormulations)),
        network<&N::held>("hold", "Gates", "", Choice, 0.0, 0.0, Reset,
                          "Which gates are held fixed in training, to see what they bring.",
                          std::span<const SettingChoice>(kHeldGates)),
        network<&N::bias>("bias", "Biases", "", Switch, 0.0, 1.0, Reset,
                          "Whether the GRU adds biases; the textbook form has none."),
        network<&N::dropout>("dropout", "Dropout", "", Real, 0.0, kMostDropout, Reset,
                             "The share of hidden states zeroed at random between layers, while training only.",
                             std::span<const SettingChoice>(), &hasSeveralLayers),
    };
}

std::vector<SettingInfo> trainingGroup()
{
    static const std::vector<SettingChoice> losses = choicesOf(lossTable());
    return {
        training<&O::loss, &Loss::kind>("loss", "Loss", "", Choice, 0.0, 0.0, Reset,
                                        "What training makes as small as it can.",
                                        std::span<const SettingChoice>(losses)),
        training<&O::loss, &Loss::huberDelta>(
            "huber-delta", "Huber delta", "", Real, 1e-6, 1e6, Reset,
            "The size of an error from which the Huber loss grows in a straight line.",
            std::span<const SettingChoice>(), &isHuber),
        training<&O::lossAt>("loss-at", "Loss at", "", Choice, 0.0, 0.0, Reset,
                             "At which steps of a window the network is asked for its answer.",
                             std::span<const SettingChoice>(kLossSteps)),
        training<&O::burnIn>("burn-in", "Burn-in", "steps", Integer, 0.0, 1e9, Reset,
                             "How many steps at a window's beginning are in no loss, for the state to settle.",
                             std::span<const SettingChoice>(), &losesEveryStep),
        training<&O::classWeights>("class-weights", "Class weights", "", Choice, 0.0, 0.0, Reset,
                                   "Whether rare classes count as much as common ones in what the network learns.",
                                   std::span<const SettingChoice>(kClassWeights), &tellsClasses),
        training<&O::batch>("batch", "Batch size", "sequences", Integer, 1.0, 1048576.0, Reset,
                            "How many sequences are averaged into one step of the weights."),
        training<&O::epochs>("epochs", "Epochs", "epochs", Integer, 1.0, kManyEpochs, Live,
                             "How many times the training goes through all training sequences."),
        training<&O::maximumSteps>("steps", "Step limit", "batches", Integer, 0.0, 1e12, Live,
                                   "Ends the training after so many batches; 0 means no limit."),
        training<&O::shuffle>("shuffle", "Shuffle", "", Switch, 0.0, 1.0, Live,
                              "Whether every epoch takes the sequences in a new random order."),
        training<&O::earlyStopPatience>("early-stop", "Early stopping", "epochs", Integer, 0.0, kManyEpochs, Live,
                                        "Stops after so many epochs without a better validation loss; 0 means never."),
        training<&O::truncation>("truncation", "Truncation", "steps", Integer, 0.0, 1e9, Live,
                                 "How many steps the gradient flows back from the end; 0 means the whole sequence."),
        training<&O::seed>("seed", "Seed", "", Integer, 0.0, kLargestSeed, Reset,
                           "Decides initial weights, order and dropout; the same seed gives the same training."),
        training<&O::threads>("threads", "Threads", "", Integer, 0.0, 256.0, Reset,
                              "Processor threads that train; 0 means all. The results do not depend on it."),
    };
}

std::vector<SettingInfo> optimizerGroup()
{
    static const std::vector<SettingChoice> optimizers = choicesOf(optimizerTable());
    const std::span<const SettingChoice> none;
    return {
        training<&O::optimizer>("optimizer", "Optimizer", "", Choice, 0.0, 0.0, Live,
                                "The rule that turns a gradient into a step of the weights.",
                                std::span<const SettingChoice>(optimizers)),
        training<&O::learningRate>("lr", "Learning rate", "", Real, 1e-10, 100.0, Live,
                                   "How far a step goes; too large diverges, too small crawls."),
        training<&O::beta1>("beta1", "Beta 1", "", Real, 0.0, 0.9999, Live,
                            "How much of the mean gradient is kept from step to step.", none, &hasBetas),
        training<&O::beta2>("beta2", "Beta 2", "", Real, 0.0, 0.999999, Live,
                            "How much of the mean squared gradient is kept from step to step.", none, &hasBetas),
        training<&O::smoothing>("smoothing", "Smoothing", "", Real, 0.0, 0.999999, Live,
                                "How much of the mean squared gradient is kept from step to step (PyTorch's alpha).",
                                none, &hasSmoothing),
        training<&O::momentum>("momentum", "Momentum", "", Real, 0.0, 0.9999, Live,
                               "How much of the last step is carried into the next.", none, &hasMomentum),
        training<&O::epsilon>("epsilon", "Epsilon", "", Real, 1e-16, 1.0, Live,
                              "A small number that keeps the division by the gradient's size finite.", none,
                              &hasEpsilon),
        training<&O::weightDecay>("weight-decay", "Weight decay", "", Real, 0.0, 10.0, Live,
                                  "How strongly weights are pulled towards zero; 0 turns it off."),
        training<&O::clipNorm>("clip-norm", "Clip norm", "", Real, 0.0, 1e9, Live,
                               "Shrinks a gradient whose norm is above this to it; 0 turns it off."),
        training<&O::clipValue>("clip-value", "Clip value", "", Real, 0.0, 1e9, Live,
                                "Limits every single gradient to plus or minus this; 0 turns it off."),
    };
}

std::vector<SettingInfo> scheduleGroup()
{
    static const std::vector<SettingChoice> schedules = choicesOf(scheduleTable());
    const std::span<const SettingChoice> none;
    return {
        training<&O::schedule>("schedule", "Schedule", "", Choice, 0.0, 0.0, Live,
                               "How the learning rate changes from epoch to epoch.",
                               std::span<const SettingChoice>(schedules)),
        training<&O::schedulePeriod>("schedule-period", "Period", "epochs", Integer, 1.0, kManyEpochs, Live,
                                     "Epochs between two steps, or epochs to wait without a better loss.", none,
                                     &hasPeriod),
        training<&O::scheduleFactor>("schedule-factor", "Factor", "", Real, 1e-6, 1.0, Live,
                                     "What the learning rate is multiplied by.", none, &hasPeriod),
        training<&O::minimumLearningRate>("minimum-lr", "Lowest learning rate", "", Real, 0.0, 100.0, Live,
                                          "The schedule does not go below it.", none, &hasMinimumRate),
    };
}

std::vector<SettingInfo> allSettings()
{
    std::vector<SettingInfo> table;
    const auto append = [&table](std::string_view group, std::vector<SettingInfo> settings) {
        for (SettingInfo &setting : settings) {
            setting.group = group;
            table.push_back(setting);
        }
    };
    append("Model", modelGroup());
    append("Training", trainingGroup());
    append("Optimizer", optimizerGroup());
    append("Schedule", scheduleGroup());
    return table;
}

} // namespace

std::span<const SettingInfo> settingsTable()
{
    static const std::vector<SettingInfo> table = allSettings();
    return table;
}

const SettingInfo *findSetting(std::string_view id)
{
    for (const SettingInfo &setting : settingsTable()) {
        if (setting.id == id)
            return &setting;
    }
    return nullptr;
}

} // namespace gatescope
