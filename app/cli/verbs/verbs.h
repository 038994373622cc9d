// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verbs/verb.h"

namespace gatescope::cli {

// Each stands in a file of its name; verb_table.cpp lists them with their sentences.
std::vector<OptionInfo> backtestVerbOptions();
int runBacktest(const Arguments &arguments, Context &context);

std::vector<OptionInfo> dataVerbOptions();
int runData(const Arguments &arguments, Context &context);

std::vector<OptionInfo> trainVerbOptions();
int runTrain(const Arguments &arguments, Context &context);

std::vector<OptionInfo> predictVerbOptions();
int runPredict(const Arguments &arguments, Context &context);

std::vector<OptionInfo> evaluateVerbOptions();
int runEvaluate(const Arguments &arguments, Context &context);

std::vector<OptionInfo> traceVerbOptions();
int runTrace(const Arguments &arguments, Context &context);

std::vector<OptionInfo> gradientsVerbOptions();
int runGradients(const Arguments &arguments, Context &context);

std::vector<OptionInfo> exportVerbOptions();
int runExport(const Arguments &arguments, Context &context);

std::vector<OptionInfo> importVerbOptions();
int runImport(const Arguments &arguments, Context &context);

std::vector<OptionInfo> verifyVerbOptions();
int runVerify(const Arguments &arguments, Context &context);

std::vector<OptionInfo> lessonVerbOptions();
int runLesson(const Arguments &arguments, Context &context);

std::vector<OptionInfo> sampleVerbOptions();
int runSample(const Arguments &arguments, Context &context);

std::vector<OptionInfo> reportVerbOptions();
int runReport(const Arguments &arguments, Context &context);

std::vector<OptionInfo> sweepVerbOptions();
int runSweepVerb(const Arguments &arguments, Context &context);

std::vector<OptionInfo> infoVerbOptions();
int runInfo(const Arguments &arguments, Context &context);

std::vector<OptionInfo> completionVerbOptions();
int runCompletion(const Arguments &arguments, Context &context);

} // namespace gatescope::cli
