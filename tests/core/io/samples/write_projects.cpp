// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes, for several kinds of data, a CSV, the windows core makes of it, and the exported PyTorch project, for
// tests/reference/check_projects.py to prepare, check and train. Usage: gatescope_project_samples FOLDER
#include "core/data/csv/csv_reader.h"
#include "core/data/prepared_data.h"
#include "core/error.h"
#include "core/io/export/formats.h"
#include "core/io/files/atomic_file.h"
#include "core/io/model/data_json.h"
#include "core/io/model/training_state.h"
#include "core/io/tensors/npz.h"
#include "core/math/random.h"

#include <cmath>
#include <iostream>

namespace gatescope {

namespace {

/// One project: its data, how they are prepared, and the network.
struct Case {
    const char *name;
    std::string csv;
    CsvOptions csvOptions;
    DataOptions options;
    Settings settings;
};

std::string decimal(double value, char sign)
{
    std::string text = formatNumber(value, 6);
    if (const std::size_t point = text.find('.'); point != std::string::npos)
        text[point] = sign;
    return text;
}

/// Rows of time, two features and an id; some cells are missing where asked.
std::string seriesText(char delimiter, char sign, bool missing)
{
    Random random(3);
    const std::string separator(1, delimiter);
    std::string text =
        "time" + separator + "temperature" + separator + "load" + separator + "id" + separator + "label\n";
    for (int row = 0; row < 260; ++row) {
        const double wave = std::sin(0.2 * row) + 0.1 * random.normal();
        const int hour = row + (row > 90 ? 5 : 0) + (row > 200 ? 7 : 0); // two gaps
        const std::string stamp = "2024-01-" + std::string(hour / 24 < 9 ? "0" : "") + std::to_string(hour / 24 + 1)
                                  + "T" + (hour % 24 < 10 ? "0" : "") + std::to_string(hour % 24) + ":00";
        const bool gap = missing && row % 17 == 5;
        const int id = row / 26;
        text += stamp + separator + (gap ? "NA" : decimal(20.0 + 5.0 * wave, sign)) + separator
                + decimal(100.0 + row % 12 + random.normal(), sign) + separator + "s" + std::to_string(id) + separator
                + (id % 2 == 0 ? "calm" : "wild") + "\n";
    }
    return text;
}

/// The known future of the features: the target is still to come.
std::string futureRows()
{
    std::string text;
    for (int row = 0; row < 8; ++row)
        text += "2024-02-01T0" + std::to_string(row) + ":00," + std::to_string(20 + row) + ",,s9,wild\n";
    return text;
}

/// A table as people have it: comments, a title, names that stand twice or not at all, money, ragged rows, a quoted
/// line end, nothing but delimiters at the end. Its columns are called price, price_1 and column3.
std::string messyText()
{
    Random random(5);
    std::string text = "# a logger's file\nOur prices\nof the year\nprice;price;;note\n";
    for (int row = 0; row < 200; ++row) {
        const double wave = 2500.0 + 500.0 * std::sin(0.2 * row) + random.normal();
        const std::string whole = std::to_string(static_cast<int>(wave) % 1000 + 1000).substr(1);
        text += "\u20AC " + std::to_string(static_cast<int>(wave) / 1000) + "." + whole + ",50;"
                + decimal(random.normal(), ',') + ";" + std::to_string(row % 7)
                + (row == 40   ? ";\"two\nlines\"\n"
                   : row == 60 ? "\n"
                   : row == 80 ? ";a;b;c\n"
                               : ";\n");
        text += row == 100 ? "\n# a pause\n" : "";
    }
    return text + ";;;\n";
}

/// Rows of a time and a number without a header, read as column1 and column2.
std::string namelessText()
{
    std::string text;
    for (int row = 0; row < 120; ++row)
        text += std::to_string(1'700'000'000 + 60 * row) + "\t" + decimal(std::sin(0.3 * row), '.') + "\r\n";
    return text;
}

DataOptions dataOptions()
{
    DataOptions options;
    options.features = {"temperature", "load"};
    options.targets = {"temperature"};
    options.time = "time";
    options.window = 8;
    return options;
}

Settings settingsOf(Formulation formulation)
{
    Settings settings;
    settings.network.hidden = 6;
    settings.network.formulation = formulation;
    settings.training.batch = 16;
    settings.training.epochs = 2;
    settings.training.learningRate = 0.01;
    settings.training.shuffle = false; // so that the next epoch is the same in PyTorch
    settings.training.threads = 1;
    return settings;
}

std::vector<Case> cases()
{
    std::vector<Case> all;
    all.push_back({"plain", seriesText(',', '.', false), {}, dataOptions(), settingsOf(Formulation::ResetAfter)});
    all.push_back({"textbook", seriesText(',', '.', false), {}, dataOptions(), settingsOf(Formulation::ResetBefore)});
    Case comma{"comma", seriesText(';', ',', true), {}, dataOptions(), settingsOf(Formulation::ResetAfter)};
    comma.options.scale = ScaleKind::MinMax;
    comma.options.missing = MissingPolicy::Interpolate;
    comma.options.horizons = {1, 3};
    comma.options.stride = 2;
    comma.options.targets = {"temperature", "load"};
    all.push_back(comma);
    Case dropped = comma;
    dropped.name = "dropped";
    dropped.options.missing = MissingPolicy::Drop;
    dropped.options.sortByTime = true;
    all.push_back(dropped);
    Case forecaster{"forecaster", seriesText(',', '.', true), {}, dataOptions(), settingsOf(Formulation::ResetAfter)};
    forecaster.csvOptions.types["label"] = ColumnType::OneHot;
    forecaster.options.features = {"temperature", "load", "label"};
    forecaster.options.targets = {"load"};
    forecaster.options.missing = MissingPolicy::Forward;
    forecaster.options.horizons = {1, 2, 3};
    forecaster.options.lookBack = LookBack::All;
    forecaster.options.predict = TargetForm::Change;
    forecaster.options.calendar = {"hour", "weekday", "month", "yearday"};
    forecaster.options.breakAtGaps = true;
    forecaster.options.maxGap = 6 * 3600.0;
    forecaster.csv += futureRows();
    all.push_back(forecaster);
    Case every = forecaster;
    every.name = "every";
    every.settings.training.lossAt = LossAt::Every;
    every.settings.training.burnIn = 2;
    all.push_back(every);
    Case panel{"panel", seriesText(',', '.', false), {}, dataOptions(), settingsOf(Formulation::ResetAfter)};
    panel.options.sequenceId = "id";
    panel.options.splitBy = SplitBy::Rows;
    panel.options.lookBack = LookBack::All;
    panel.options.window = 5;
    panel.options.stride = 2;
    all.push_back(panel);
    Case labels{"labels", seriesText(',', '.', true), {}, dataOptions(), settingsOf(Formulation::ResetAfter)};
    labels.options.targets = {"label"};
    labels.options.task = TaskKind::Classification;
    labels.options.sequenceId = "id";
    labels.options.missing = MissingPolicy::Forward;
    labels.settings.training.loss.kind = LossKind::CrossEntropy;
    labels.settings.training.classWeights = ClassWeights::Balanced;
    labels.settings.training.optimizer = OptimizerKind::AdamW;
    all.push_back(labels);
    Case rows = labels;
    rows.name = "rows";
    rows.options.sequenceId.clear();
    rows.options.lookBack = LookBack::All;
    rows.settings.training.lossAt = LossAt::Every;
    all.push_back(rows);
    Case gaps{"gaps", seriesText('\t', '.', false), {}, dataOptions(), settingsOf(Formulation::ResetBefore)};
    gaps.options.breakAtGaps = true;
    gaps.settings.training.loss.kind = LossKind::Huber;
    gaps.settings.training.clipNorm = 0.5;
    all.push_back(gaps);
    Case shuffled{"shuffled", seriesText(',', '.', false), {}, dataOptions(), settingsOf(Formulation::ResetAfter)};
    shuffled.options.shuffleBeforeSplit = true;
    shuffled.options.seed = 11;
    shuffled.settings.training.optimizer = OptimizerKind::Sgd;
    shuffled.settings.training.momentum = 0.9;
    all.push_back(shuffled);
    Case slow{"slow", seriesText(',', '.', false), {}, dataOptions(), settingsOf(Formulation::ResetAfter)};
    slow.settings.training.optimizer = OptimizerKind::RmsProp;
    slow.settings.training.momentum = 0.5;
    slow.settings.training.learningRate = 0.002;
    slow.settings.network.bias = false;
    slow.options.scale = ScaleKind::None;
    all.push_back(slow);
    Case messy{"messy", messyText(), {}, dataOptions(), settingsOf(Formulation::ResetAfter)};
    messy.csvOptions.types["price"] = ColumnType::Number;
    messy.options.features = {"price", "price_1", "column3"};
    messy.options.targets = {"price"};
    messy.options.time.clear();
    messy.options.missing = MissingPolicy::Drop;
    all.push_back(messy);
    Case nameless{"nameless", namelessText(), {}, dataOptions(), settingsOf(Formulation::ResetAfter)};
    nameless.csvOptions.types["column1"] = ColumnType::Time;
    nameless.csvOptions.timeFormat = TimeFormat::UnixSeconds;
    nameless.options.features = {"column2"};
    nameless.options.targets = {"column2"};
    nameless.options.time = "column1";
    all.push_back(nameless);
    return all;
}

/// All windows of a part as x (N × T × I) and y (N × K·O), K being the steps the loss is asked at.
void addPart(const char *name, const SequenceSet<float> &set, Index steps, TensorFile &file)
{
    std::vector<float> x, y;
    for (Index s = 0; s < set.size(); ++s) {
        const Matrix<float> input = set.input(s);
        const Matrix<float> target = set.targets(s, steps);
        x.insert(x.end(), input.data(), input.data() + input.size());
        y.insert(y.end(), target.data(), target.data() + target.size());
    }
    file.tensors.push_back(makeTensor<float>("x_" + std::string(name), {set.size(), set.steps(), set.inputs()}, x));
    file.tensors.push_back(makeTensor<float>("y_" + std::string(name), {set.size(), steps * set.targets()}, y));
}

EpochRecord trainEpoch(Trainer<float> &trainer)
{
    for (;;) {
        if (const StepResult result = trainer.step(); result.epoch)
            return *result.epoch;
    }
}

void writeProjectSample(const std::filesystem::path &folder, Case sample)
{
    std::filesystem::create_directories(folder);
    writeFileAtomically(folder / "data.csv", sample.csv);
    const CsvResult csv = readCsv(folder / "data.csv", sample.csvOptions);
    const PreparedData<float> data = prepareData<float>(csv.table, sample.options);
    TensorFile windows;
    const Index steps = sample.settings.training.lossSteps(data.train.steps());
    addPart("train", data.train, steps, windows);
    addPart("validation", data.validation, steps, windows);
    addPart("test", data.test, steps, windows);
    sample.settings.network.inputs = data.train.inputs();
    sample.settings.network.outputs = data.outputs();
    sample.settings.training.epochs = 3;
    Trainer<float> trainer(sample.settings, {data.train, data.validation});
    trainEpoch(trainer);
    const double before = trainEpoch(trainer).trainingLoss;
    ModelFile model;
    model.settings = sample.settings;
    model.settings.training.epochs = 1; // what train.py is to do
    const auto parameters = trainer.network().parameters();
    model.parameters.assign(parameters.begin(), parameters.end());
    model.preparation = data;
    model.csv = sample.csvOptions;
    model.csvRecognised = csvOptionsOf(csv.recognition);
    model.csvColumns = csv.recognition.columns;
    model.dataSource = "data.csv";
    storeTrainingState(model, trainer.state());
    exportModel(model, "pytorch", folder / "project");
    const EpochRecord next = trainEpoch(trainer);
    const std::vector<double> losses = {before, next.trainingLoss, next.validationLoss.value_or(0.0)};
    windows.tensors.push_back(makeTensor<double>("losses", {3}, losses));
    writeNpz(folder / "windows.npz", windows);
}

} // namespace

} // namespace gatescope

int main(int argc, char **argv)
{
    using namespace gatescope;
    if (argc != 2) {
        std::cerr << "usage: gatescope_project_samples FOLDER\n";
        return 2;
    }
    try {
        std::filesystem::remove_all(argv[1]);
        for (Case &sample : cases())
            writeProjectSample(std::filesystem::path(argv[1]) / sample.name, sample);
    } catch (const Error &error) {
        std::cerr << "error: " << error.what() << '\n';
        return error.exitCode();
    }
    return 0;
}
