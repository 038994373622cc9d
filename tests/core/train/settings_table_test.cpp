// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/settings/settings_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <clocale>
#include <cmath>
#include <limits>
#include <set>
#include <string>

using namespace gatescope;
using ::testing::HasSubstr;

namespace {

std::string problemsOf(const Settings &settings)
{
    std::string text;
    for (const Problem &problem : settings.validate())
        text += problem.message() + "\n";
    return text;
}

std::string errorOf(std::string_view id, std::string_view text)
{
    Settings settings;
    try {
        setSettingText(*findSetting(id), settings, text);
    } catch (const OptionError &error) {
        EXPECT_EQ(settings, Settings{}) << "a refused text must change nothing";
        return error.what();
    }
    return "no error";
}

} // namespace

TEST(SettingsTable, HasTheOptionsOfTheCommandLine)
{
    for (const char *id : {"layers", "hidden", "formulation", "bias", "dropout", "loss", "optimizer", "lr", "batch",
                           "epochs", "steps", "shuffle", "clip-norm", "early-stop", "seed", "threads"})
        EXPECT_NE(findSetting(id), nullptr) << id;
    EXPECT_EQ(findSetting("no-such-setting"), nullptr);
}

TEST(SettingsTable, EveryEntryIsComplete)
{
    std::set<std::string_view> ids;
    for (const SettingInfo &setting : settingsTable()) {
        EXPECT_TRUE(ids.insert(setting.id).second) << setting.id << " is there twice";
        EXPECT_FALSE(setting.title.empty()) << setting.id;
        EXPECT_FALSE(setting.group.empty()) << setting.id;
        EXPECT_TRUE(setting.summary.ends_with('.')) << setting.id;
        EXPECT_LE(setting.minimum, setting.defaultValue) << setting.id;
        EXPECT_GE(setting.maximum, setting.defaultValue) << setting.id;
        EXPECT_EQ(setting.type == SettingType::Choice, !setting.choices.empty()) << setting.id;
        for (const SettingChoice &choice : setting.choices) {
            EXPECT_FALSE(choice.title.empty()) << choice.id;
            EXPECT_TRUE(choice.summary.ends_with('.')) << choice.id;
        }
    }
}

TEST(SettingsTable, SetChangesTheFieldThatGetReads)
{
    for (const SettingInfo &setting : settingsTable()) {
        Settings settings;
        for (const double value : {setting.minimum, setting.maximum}) {
            setting.set(settings, value);
            EXPECT_EQ(setting.get(settings), value) << setting.id;
        }
        setting.set(settings, setting.defaultValue);
        EXPECT_EQ(settings, Settings{}) << setting.id << " changes another field";
    }
}

TEST(SettingsTable, TextReadsBackAsTheSameValue)
{
    for (const SettingInfo &setting : settingsTable()) {
        for (const double value : {setting.minimum, setting.defaultValue, setting.maximum}) {
            Settings settings, again;
            setting.set(settings, value);
            setSettingText(setting, again, settingText(setting, settings));
            EXPECT_EQ(setting.get(again), value) << setting.id;
        }
    }
}

TEST(SettingsTable, TextIsTheSameInEveryLocale)
{
    const std::string before = std::setlocale(LC_ALL, nullptr);
    for (const char *locale : {"C", "de_DE.UTF-8", "tr_TR.UTF-8"}) {
        std::setlocale(LC_ALL, locale); // where it is not installed, the one before stays
        Settings settings;
        setSettingText(*findSetting("lr"), settings, "0.0125");
        EXPECT_EQ(settings.training.learningRate, 0.0125);
        EXPECT_EQ(settingText(*findSetting("lr"), settings), "0.0125");
    }
    std::setlocale(LC_ALL, before.c_str());
}

TEST(SettingsTable, ChoicesAreReadByTheirTitles)
{
    Settings settings;
    EXPECT_EQ(settingText(*findSetting("hold"), settings), "none");
    EXPECT_EQ(settingWords(*findSetting("hold"), settings), "Full GRU");
    settings.network.held = HeldGates::Both;
    EXPECT_EQ(settingWords(*findSetting("hold"), settings), "No gates");
    EXPECT_EQ(settingWords(*findSetting("lr"), settings), settingText(*findSetting("lr"), settings));
}

TEST(SettingsTable, ReadsChoicesSwitchesAndNumbers)
{
    Settings settings;
    setSettingText(*findSetting("optimizer"), settings, "rmsprop");
    setSettingText(*findSetting("formulation"), settings, "reset-before");
    setSettingText(*findSetting("loss"), settings, "cross-entropy");
    setSettingText(*findSetting("bias"), settings, "off");
    setSettingText(*findSetting("hidden"), settings, "+128");
    setSettingText(*findSetting("lr"), settings, "1e-2");
    EXPECT_EQ(settings.training.optimizer, OptimizerKind::RmsProp);
    EXPECT_EQ(settings.network.formulation, Formulation::ResetBefore);
    EXPECT_EQ(settings.training.loss.kind, LossKind::CrossEntropy);
    EXPECT_FALSE(settings.network.bias);
    EXPECT_EQ(settings.network.hidden, 128);
    EXPECT_EQ(settings.training.learningRate, 0.01);
}

TEST(SettingsTable, RefusesTextThatIsNotAValue)
{
    for (const char *text : {"", " ", "abc", "12.5", "1e3", "0x40", "64 ", "0", "-1", "5000", "99999999999999999999"})
        EXPECT_THAT(errorOf("hidden", text), HasSubstr("must be a whole number from 1 to 4096")) << text;
    for (const char *text : {"", "nan", "inf", "0,5", "+-1", "0", "101", "1e999"})
        EXPECT_THAT(errorOf("lr", text), HasSubstr("must be a number from 1e-10 to 100")) << text;
    EXPECT_THAT(errorOf("bias", "maybe"), HasSubstr("must be on or off"));
}

TEST(SettingsTable, MessageNamesSettingTextRangeAndDefault)
{
    EXPECT_EQ(errorOf("optimizer", "addam"),
              "optimizer is \"addam\": must be one of adam, adamw, sgd, rmsprop; the default is adam");
    EXPECT_EQ(errorOf("lr", "20o"), "lr is \"20o\": must be a number from 1e-10 to 100; the default is 0.001");
    EXPECT_EQ(errorOf("lr", "0,003"),
              "lr is \"0,003\": must be a number from 1e-10 to 100; write its decimal sign as a point: 0.003");
    EXPECT_THAT(errorOf("lr", "1,000,5"), HasSubstr("the default is")); // no number either way
}

TEST(SettingsTable, ShowsOnlyWhatTheChosenOptimizerReads)
{
    Settings settings;
    const auto relevant = [&settings](std::string_view id) { return findSetting(id)->relevant(settings); };
    EXPECT_TRUE(relevant("beta1"));
    EXPECT_FALSE(relevant("momentum"));
    settings.training.optimizer = OptimizerKind::Sgd;
    EXPECT_FALSE(relevant("beta1"));
    EXPECT_TRUE(relevant("momentum"));
    EXPECT_FALSE(relevant("epsilon"));
}

TEST(Settings, DefaultsAreValid)
{
    EXPECT_EQ(problemsOf(Settings{}), "");
}

TEST(Settings, ValidateFindsEveryProblem)
{
    Settings settings;
    settings.network.hidden = 0;
    settings.network.inputs = 0;
    settings.network.dropout = 1.0;
    settings.training.learningRate = std::numeric_limits<double>::quiet_NaN();
    settings.training.batch = -3;
    settings.training.optimizer = static_cast<OptimizerKind>(17);
    const std::string problems = problemsOf(settings);
    EXPECT_EQ(settings.validate().size(), 6u) << problems;
    for (const char *start :
         {"hidden is 0", "input features is 0", "dropout is 1", "lr is nan", "batch is -3", "optimizer is "})
        EXPECT_THAT(problems, HasSubstr(start));
}

TEST(Settings, WhatTheTableOffersANetworkTakes)
{
    for (const char *id : {"layers", "hidden", "dropout"}) {
        const SettingInfo &setting = *findSetting(id);
        for (const double end : {setting.minimum, setting.maximum}) {
            Settings settings;
            setting.set(settings, end);
            EXPECT_TRUE(settings.network.validate().empty()) << id << " " << end;
            setting.set(settings, end == setting.minimum ? end - 1.0 : end + 1.0);
            EXPECT_EQ(settings.network.validate().size(), 1u) << id << " beyond " << end;
        }
    }
}

TEST(Settings, ValidateFindsContradictions)
{
    Settings settings;
    settings.training.loss.kind = LossKind::CrossEntropy;
    settings.training.schedule = ScheduleKind::ReduceOnPlateau;
    settings.training.scheduleFactor = 1.0;
    settings.training.minimumLearningRate = 1.0;
    EXPECT_EQ(settings.validate().size(), 3u) << problemsOf(settings);
    settings.training.schedule = ScheduleKind::Step; // reads neither
    EXPECT_EQ(settings.validate().size(), 1u) << problemsOf(settings);
}
