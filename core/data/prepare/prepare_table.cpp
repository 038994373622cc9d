// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/prepare/series_scales.h"
#include "core/data/prepare/window_words.h"
#include "core/data/text/number_text.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr Index kBlockRows = 256; ///< rows that are scaled at a time: they stay in the cache until they are stored

/// Turns a table into windows, for a new network or (with `given`) for one that exists.
template <typename Scalar>
class Preparer {
public:
    Preparer(const Table &table, const DataOptions &options, const Preparation *given, const Progress &progress)
        : m_table(table), m_options(options), m_given(given), m_gate(progress), m_steps(m_gate)
    {
    }

    PreparedData<Scalar> run();

private:
    bool classifies() const { return m_options.task == TaskKind::Classification; }
    bool predictsChange() const { return m_options.predict == TargetForm::Change; }
    void checkOptions() const;
    void spellOut();
    void cut();
    WindowStarts windowsOf(std::size_t part);
    void scale();
    void tellConstant(const ColumnScale &scale, const std::string &name);
    ColumnScale fit(const Column &column, std::span<const double> values) const
    {
        return fitValues(m_table, m_series, m_options, column, values);
    }
    void requireFinite(const Column &column, std::span<const double> values, const ColumnScale &scale) const;
    void fillStore();
    void fillRows(Index begin, Index end);
    void makeSets();
    SequenceSet<Scalar> sequences(const WindowStarts &windows) const;

    const Table &m_table;
    const DataOptions &m_options;
    const Preparation *m_given;
    ProgressGate m_gate;
    ProgressSteps m_steps;
    PreparedData<Scalar> m_data;
    PrepareLog m_log;
    TableSeries m_series;
    std::shared_ptr<SeriesStore<Scalar>> m_store;
    WindowCutter m_cutter;
    CutWindows m_windows;
    std::vector<ColumnScale> m_stored; ///< scaling of the targets in the store: of the values, also for changes
};

template <typename Scalar>
void Preparer<Scalar>::checkOptions() const
{
    if (m_options.targets.empty() && !hasNumbers(m_table))
        refuseWithoutNumbers(m_table);
    std::vector<Problem> problems = m_options.validate();
    if (problems.empty() && m_options.task == TaskKind::Regression && m_options.horizons.front() == 0) {
        for (const std::string &target : m_options.targets) {
            if (std::find(m_options.features.begin(), m_options.features.end(), target) != m_options.features.end())
                problems.push_back({"horizon", "0",
                                    "would let the network copy its answer, because " + quoted(target)
                                        + " is a feature and the target",
                                    "try 1, or take it out of the features"});
        }
    }
    if (!problems.empty())
        throw OptionError(std::move(problems));
}

template <typename Scalar>
void Preparer<Scalar>::spellOut()
{
    m_data.options = m_options;
    for (const Column &feature : m_series.roles.features)
        m_data.featureNames.push_back(feature.name());
    m_data.targetNames = m_options.targets;
    m_data.options.features = m_given ? m_given->options.features : m_series.roles.chosen;
    m_data.classNames = m_series.classNames;
    m_data.parts = m_series.parts;
    if (m_series.parts.size() == 1)
        m_data.partRows = m_series.parts.front();
    m_data.tableRows = m_series.plan.tableRows;
    m_data.segments = m_series.plan.segments;
    m_data.times = m_series.times;
    m_data.timesAreDates = m_series.roles.hasTime && m_series.roles.time.kind() == ColumnKind::Time;
    if (m_series.roles.hasTime)
        m_data.options.time = m_series.roles.time.name();
}

/// @throws DataError for a value that the network's numbers cannot hold once it is scaled, naming its place
template <typename Scalar>
void Preparer<Scalar>::requireFinite(const Column &column, std::span<const double> values,
                                     const ColumnScale &scale) const
{
    for (std::size_t row = 0; row < values.size(); ++row) {
        const auto scaled = static_cast<Scalar>(scale.transform(values[row]));
        if (!std::isnan(values[row]) && !std::isfinite(scaled))
            throw DataError(
                m_table.place(m_series.plan.tableRows[row], column.name()) + ": " + formatNumber(values[row], 6)
                + " is beyond what the network can hold"
                + (m_options.scale == ScaleKind::None ? "; choose a scale, divide" : " once it is scaled; divide")
                + " the column by a constant or leave it out");
    }
}

template <typename Scalar>
void Preparer<Scalar>::tellConstant(const ColumnScale &scale, const std::string &name)
{
    if (scale.constant)
        m_log.warnings.push_back(name + " does not change in the training part (" + formatNumber(scale.offset, 6)
                                 + "); it is scaled to 0");
}

template <typename Scalar>
void Preparer<Scalar>::scale()
{
    std::vector<ColumnScale> inputs;
    for (std::size_t i = 0; i < m_series.roles.features.size() && !m_given; ++i) {
        const Column &feature = m_series.roles.features[i];
        inputs.push_back(fit(feature, m_series.feature(i)));
        tellConstant(inputs.back(), "Column " + quoted(feature.name()));
        m_steps.done();
    }
    m_data.inputScaler = m_given ? m_given->inputScaler : Scaler(m_options.scale, std::move(inputs));
    if (m_given)
        m_data.targetScaler = m_given->targetScaler;
    for (std::size_t t = 0; t < m_series.roles.targets.size(); ++t) {
        if (classifies()) {
            m_stored.emplace_back();
        } else if (m_given && !predictsChange()) {
            m_stored.push_back(m_data.targetScaler.column(static_cast<Index>(t)));
        } else {
            m_stored.push_back(fit(m_series.roles.targets[t], m_series.target(t)));
            if (!m_series.isFeature(t) && !m_given)
                tellConstant(m_stored.back(), "Column " + quoted(m_series.roles.targets[t].name()));
        }
        m_steps.done();
    }
    if (!m_given && !classifies() && !predictsChange())
        m_data.targetScaler = Scaler(m_options.scale, m_stored);
    if (m_given || !predictsChange())
        return;
    std::vector<ColumnScale> changes =
        fitChanges(m_series, m_options, m_options.scaleOnAllRows ? m_windows.all : m_windows.parts[0]);
    for (std::size_t o = 0; o < changes.size(); ++o)
        tellConstant(changes[o], "The change of " + quoted(m_data.outputName(static_cast<Index>(o))));
    m_data.targetScaler = Scaler(m_options.scale, std::move(changes));
}

template <typename Scalar>
void Preparer<Scalar>::fillStore()
{
    m_store = std::make_shared<SeriesStore<Scalar>>();
    const Index rows = m_series.plan.rows();
    const auto features = static_cast<Index>(m_series.roles.features.size());
    const auto targets = static_cast<Index>(m_series.roles.targets.size());
    m_store->inputs.resize(features, rows);
    m_store->targets.resize(targets, targets > 0 ? rows : 0);
    m_data.targetValues.resize(targets, targets > 0 ? rows : 0);
    const Index steps = std::max<Index>(features + targets, 1);
    for (Index step = 0; step < steps; ++step) {
        fillRows(rows * step / steps, rows * (step + 1) / steps);
        m_steps.done();
    }
    for (Index i = 0; i < features && !m_store->inputs.allFinite(); ++i)
        requireFinite(m_series.roles.features[static_cast<std::size_t>(i)],
                      m_series.feature(static_cast<std::size_t>(i)), m_data.inputScaler.column(i));
    for (Index t = 0; t < targets && !classifies(); ++t)
        requireFinite(m_series.roles.targets[static_cast<std::size_t>(t)], m_series.target(static_cast<std::size_t>(t)),
                      m_stored[static_cast<std::size_t>(t)]);
    if (!predictsChange() || targets == 0)
        return;
    const Index outputs = m_data.targetScaler.size();
    m_store->changeFactor.resize(outputs);
    m_store->changeShift.resize(outputs);
    for (Index o = 0; o < outputs; ++o) {
        const ColumnScale &change = m_data.targetScaler.column(o);
        const double stored = m_stored[static_cast<std::size_t>(o % targets)].scale;
        m_store->changeFactor(o) = static_cast<Scalar>(stored / change.scale);
        m_store->changeShift(o) = static_cast<Scalar>(-change.offset / change.scale);
    }
}

/// Scales some rows of every column into the store. A block of one column is read and scaled in a row; only the copy
/// jumps from row to row of the store.
template <typename Scalar>
void Preparer<Scalar>::fillRows(Index begin, Index end)
{
    std::array<Scalar, kBlockRows> scaled;
    for (Index block = begin; block < end; block += kBlockRows) {
        const Index count = std::min(kBlockRows, end - block);
        const auto scaledBlock = [&](const ColumnScale &scale, std::span<const double> values) {
            const double *value = values.data() + block;
            for (Index i = 0; i < count; ++i)
                scaled[static_cast<std::size_t>(i)] = static_cast<Scalar>(scale.transform(value[i]));
            return Eigen::Map<const Eigen::Matrix<Scalar, 1, Eigen::Dynamic>>(scaled.data(), count);
        };
        for (Index i = 0; i < m_store->inputs.rows(); ++i)
            m_store->inputs.row(i).segment(block, count) =
                scaledBlock(m_data.inputScaler.column(i), m_series.feature(static_cast<std::size_t>(i)));
        for (Index t = 0; t < m_store->targets.rows(); ++t) {
            const std::span<const double> values = m_series.target(static_cast<std::size_t>(t));
            m_store->targets.row(t).segment(block, count) = scaledBlock(m_stored[static_cast<std::size_t>(t)], values);
            m_data.targetValues.row(t).segment(block, count) =
                Eigen::Map<const Eigen::RowVectorXd>(values.data() + block, count);
        }
    }
}

template <typename Scalar>
SequenceSet<Scalar> Preparer<Scalar>::sequences(const WindowStarts &windows) const
{
    const auto horizons = static_cast<Index>(m_options.horizons.size());
    return SequenceSet<Scalar>(m_store, m_options.window, windows.starts, windows.targets, horizons, m_options.task,
                               windows.firstTargets);
}

/// Windows of one part, or (part 3) of the whole series.
template <typename Scalar>
WindowStarts Preparer<Scalar>::windowsOf(std::size_t part)
{
    m_steps.done();
    if (part == 3)
        return m_cutter.withTargets(0, m_series.plan.rows());
    WindowStarts windows;
    for (const std::array<Index, 4> &rows : m_series.parts) {
        const WindowStarts more = m_cutter.withTargets(rows[part], rows[part + 1]);
        windows.starts.insert(windows.starts.end(), more.starts.begin(), more.starts.end());
        windows.targets.insert(windows.targets.end(), more.targets.begin(), more.targets.end());
        windows.firstTargets.insert(windows.firstTargets.end(), more.firstTargets.begin(), more.firstTargets.end());
    }
    return windows;
}

template <typename Scalar>
void Preparer<Scalar>::cut()
{
    m_cutter.window = m_options.window;
    m_cutter.stride = m_options.stride;
    m_cutter.horizons = m_options.horizons;
    m_cutter.lookBack = m_options.lookBack;
    m_cutter.needsLast = predictsChange();
    m_cutter.runs = m_series.runs();
    m_cutter.unknownTarget = m_series.unknownTargets();
    m_cutter.labelOfSequence = m_series.labelsAreConstant(m_options.task);
    if (m_cutter.labelOfSequence)
        m_log.notes.push_back("Each sequence has one label, which its windows are to tell; the horizon plays no part");
    if (predictsChange() && !m_series.hasTargets())
        throw DataError(m_table.source() + " lacks the target " + quoted(m_options.targets.front())
                        + ", whose change since the window's last row is predicted; its past values are needed");
    m_windows.inputs = m_cutter.inputsOnly();
    m_steps.done();
    if (!m_series.hasTargets())
        return;
    m_windows.all = windowsOf(3);
    if (m_options.shuffleBeforeSplit)
        m_windows.parts = dealShuffled(m_windows.all, m_options.horizons.size(), m_options.split, m_options.seed);
    else
        m_windows.parts = {windowsOf(0), windowsOf(1), windowsOf(2)};
}

template <typename Scalar>
void Preparer<Scalar>::makeSets()
{
    m_data.inputsOnly = sequences(m_windows.inputs);
    if (!m_series.hasTargets())
        return;
    m_data.all = sequences(m_windows.all);
    m_data.train = sequences(m_windows.parts[0]);
    m_data.validation = sequences(m_windows.parts[1]);
    m_data.test = sequences(m_windows.parts[2]);
}

template <typename Scalar>
PreparedData<Scalar> Preparer<Scalar>::run()
{
    checkOptions();
    m_gate.check(0.0);
    m_series = collectSeries(m_table, m_options, m_given, m_log, m_steps);
    spellOut();
    cut();
    requireWindows(m_table, m_series, m_cutter, m_windows, m_given != nullptr);
    scale();
    fillStore();
    if (classifies())
        m_data.classCounts = countClasses(m_table, m_series, m_options, m_given, m_log);
    makeSets();
    tellShortSequences(m_series, m_cutter, m_log);
    if (!m_given)
        warnAboutParts(m_options, m_series, m_windows, m_log);
    m_gate.check(1.0);
    m_data.notes = std::move(m_log.notes);
    m_data.warnings = std::move(m_log.warnings);
    return std::move(m_data);
}

} // namespace

template <typename Scalar>
PreparedData<Scalar> prepareData(const Table &table, const DataOptions &options, const Progress &progress)
{
    return Preparer<Scalar>(table, options, nullptr, progress).run();
}

template <typename Scalar>
PreparedData<Scalar> applyPreparation(const Table &table, const Preparation &preparation, const Progress &progress)
{
    DataOptions options = preparation.options;
    options.features = preparation.featureNames;
    options.targets = preparation.targetNames;
    return Preparer<Scalar>(table, options, &preparation, progress).run();
}

template PreparedData<float> prepareData(const Table &, const DataOptions &, const Progress &);
template PreparedData<double> prepareData(const Table &, const DataOptions &, const Progress &);
template PreparedData<float> applyPreparation(const Table &, const Preparation &, const Progress &);
template PreparedData<double> applyPreparation(const Table &, const Preparation &, const Progress &);

} // namespace gatescope
