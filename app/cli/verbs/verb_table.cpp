// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs/verbs.h"

namespace gatescope::cli {

std::span<const Verb> verbTable()
{
    static const Verb kVerbs[] = {
        {"data", "Show what was recognised in a file; write it as understood, or as windows", dataVerbOptions, runData},
        {"train", "Train a network on a file", trainVerbOptions, runTrain},
        {"predict", "Predict the windows of a file, or run on freely beyond its end", predictVerbOptions, runPredict},
        {"evaluate", "Score a model beside naive baselines, with verdicts in words", evaluateVerbOptions, runEvaluate},
        {"backtest", "Train and score at rolling origins, beside the baselines", backtestVerbOptions, runBacktest},
        {"sweep", "Train over values of settings and seeds, into one table", sweepVerbOptions, runSweepVerb},
        {"trace", "Write every gate, state and gradient of one sequence", traceVerbOptions, runTrace},
        {"gradients", "Write the loss and its gradient for every parameter", gradientsVerbOptions, runGradients},
        {"export", "Write a model for PyTorch, ONNX, Keras, NumPy, C++ or as JSON", exportVerbOptions, runExport},
        {"import", "Make a model of weights from elsewhere", importVerbOptions, runImport},
        {"verify", "Read an export back and compare its outputs with the model's", verifyVerbOptions, runVerify},
        {"report", "Write one page on a run: scores beside the baselines, verdicts, curves, settings",
         reportVerbOptions, runReport},
        {"sample", "Let a text model write", sampleVerbOptions, runSample},
        {"lesson", "Check, list and begin lessons; collect the results of a class", lessonVerbOptions, runLesson},
        {"info", "Show what a model is and how it was trained", infoVerbOptions, runInfo},
        {"completion", "Print what a shell completes, or the manual page", completionVerbOptions, runCompletion},
    };
    return kVerbs;
}

} // namespace gatescope::cli
