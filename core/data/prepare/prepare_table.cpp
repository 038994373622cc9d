// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/prepare/table_series.h"
#include "core/data/prepare/window_cutter.h"
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
    void checkOptions() const;
    void spellOut();
    void scale();
    ColumnScale fit(const Column &column, std::span<const double> values) const;
    void requireFinite(const Column &column, std::span<const double> values, const ColumnScale &scale) const;
    void fillStore();
    void fillRows(Index begin, Index end);
    void cut();
    WindowStarts windowsOf(Index begin, Index end);
    SequenceSet<Scalar> sequences(const WindowStarts &windows) const;
    void requireWindows() const;
    void warnAboutParts();

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
    m_data.options.features = m_data.featureNames;
    m_data.classNames = m_series.classNames;
    m_data.partRows = m_series.partRows;
    m_data.tableRows = m_series.plan.tableRows;
    m_data.segments = m_series.plan.segments;
    m_data.times = m_series.times;
    m_data.timesAreDates = m_series.roles.hasTime && m_series.roles.time.kind() == ColumnKind::Time;
    if (m_series.roles.hasTime)
        m_data.options.time = m_series.roles.time.name();
}

template <typename Scalar>
ColumnScale Preparer<Scalar>::fit(const Column &column, std::span<const double> values) const
{
    const ColumnScale scale =
        fitColumnScale(m_options.scale,
                       m_options.scaleOnAllRows ? values : values.first(static_cast<std::size_t>(m_data.partRows[1])));
    if (!std::isfinite(scale.offset) || !std::isfinite(scale.scale))
        throw DataError(m_table.source() + ": column " + quoted(column.name())
                        + " holds numbers too large to be scaled; divide it by a constant or leave it out");
    return scale;
}

/// @throws DataError for a value that the network's numbers cannot hold once it is scaled, naming its place
template <typename Scalar>
void Preparer<Scalar>::requireFinite(const Column &column, std::span<const double> values,
                                     const ColumnScale &scale) const
{
    for (std::size_t row = 0; row < values.size(); ++row) {
        const auto scaled = static_cast<Scalar>(scale.transform(values[row]));
        if (!std::isnan(values[row]) && !std::isfinite(scaled))
            throw DataError(m_table.place(m_series.plan.tableRows[row], column.name()) + ": "
                            + formatNumber(values[row], 6)
                            + " is beyond what the network can hold; choose a scale, divide the column by a constant "
                              "or leave it out");
    }
}

template <typename Scalar>
void Preparer<Scalar>::scale()
{
    if (m_given) {
        m_data.inputScaler = m_given->inputScaler;
        m_data.targetScaler = m_given->targetScaler;
        return;
    }
    const auto tellConstant = [this](const ColumnScale &scale, const std::string &name) {
        if (scale.constant)
            m_log.warnings.push_back("Column " + quoted(name) + " does not change in the training part ("
                                     + formatNumber(scale.offset, 6) + "); it is scaled to 0");
    };
    std::vector<ColumnScale> inputs, targets;
    for (std::size_t i = 0; i < m_series.roles.features.size(); ++i) {
        inputs.push_back(fit(m_series.roles.features[i], m_series.feature(i)));
        tellConstant(inputs.back(), m_series.roles.features[i].name());
        m_steps.done();
    }
    m_data.inputScaler = Scaler(m_options.scale, std::move(inputs));
    if (classifies())
        return;
    for (std::size_t t = 0; t < m_series.roles.targets.size(); ++t) {
        targets.push_back(fit(m_series.roles.targets[t], m_series.target(t)));
        if (!m_series.isFeature(t))
            tellConstant(targets.back(), m_series.roles.targets[t].name());
        m_steps.done();
    }
    m_data.targetScaler = Scaler(m_options.scale, std::move(targets));
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
                      m_data.targetScaler.column(t));
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
            m_store->targets.row(t).segment(block, count) =
                scaledBlock(classifies() ? ColumnScale{} : m_data.targetScaler.column(t), values);
            m_data.targetValues.row(t).segment(block, count) =
                Eigen::Map<const Eigen::RowVectorXd>(values.data() + block, count);
        }
    }
}

template <typename Scalar>
SequenceSet<Scalar> Preparer<Scalar>::sequences(const WindowStarts &windows) const
{
    const auto horizons = static_cast<Index>(m_options.horizons.size());
    return SequenceSet<Scalar>(m_store, m_options.window, windows.starts, windows.targets, horizons, m_options.task);
}

template <typename Scalar>
WindowStarts Preparer<Scalar>::windowsOf(Index begin, Index end)
{
    m_steps.done();
    return m_cutter.withTargets(begin, end);
}

template <typename Scalar>
void Preparer<Scalar>::cut()
{
    m_cutter.window = m_options.window;
    m_cutter.stride = m_options.stride;
    m_cutter.horizons = m_options.horizons;
    m_cutter.segments = m_series.plan.segments;
    m_cutter.labelOfSequence = m_series.labelsAreConstant(m_options.task);
    if (m_cutter.labelOfSequence)
        m_log.notes.push_back("Each sequence has one label, which its windows are to tell; the horizon plays no part");
    m_data.inputsOnly = sequences(m_cutter.inputsOnly());
    m_steps.done();
    if (!m_series.hasTargets())
        return;
    if (m_given) {
        m_cutter.unknownTarget.assign(static_cast<std::size_t>(m_series.plan.rows()), false);
        for (Index row = 0; row < m_series.plan.rows(); ++row)
            m_cutter.unknownTarget[static_cast<std::size_t>(row)] = m_data.targetValues.col(row).hasNaN();
    }
    const WindowStarts all = windowsOf(0, m_series.plan.rows());
    m_data.all = sequences(all);
    std::array<WindowStarts, 3> parts;
    if (m_options.shuffleBeforeSplit) {
        parts = dealShuffled(all, m_options.horizons.size(), m_options.split, m_options.seed);
    } else {
        for (std::size_t part = 0; part < 3; ++part)
            parts[part] = windowsOf(m_data.partRows[part], m_data.partRows[part + 1]);
    }
    m_data.train = sequences(parts[0]);
    m_data.validation = sequences(parts[1]);
    m_data.test = sequences(parts[2]);
}

template <typename Scalar>
void Preparer<Scalar>::requireWindows() const
{
    const bool enough = m_given ? m_data.inputsOnly.size() > 0 : m_data.train.size() > 0;
    if (enough)
        return;
    Index longest = 0;
    for (std::size_t s = 0; s + 1 < m_series.plan.segments.size(); ++s)
        longest = std::max(longest,
                           std::min(m_given ? m_series.plan.rows() : m_data.partRows[1], m_series.plan.segments[s + 1])
                               - m_series.plan.segments[s]);
    const std::string needed = std::to_string(m_given ? m_options.window : m_cutter.rowsNeeded());
    std::string message = m_table.source() + " has " + std::to_string(m_series.plan.rows()) + " usable rows, ";
    if (!m_given)
        message += std::to_string(m_data.partRows[1]) + " of them for training, ";
    if (m_series.plan.segments.size() > 2)
        message += "at most " + std::to_string(std::max<Index>(longest, 0)) + " in one run, ";
    throw DataError(message + "and a window of " + std::to_string(m_options.window)
                    + (m_given ? " takes " : " with its target takes ") + needed + "; choose a smaller window"
                    + (m_given ? "" : ", a larger training part") + " or more rows");
}

template <typename Scalar>
void Preparer<Scalar>::warnAboutParts()
{
    if (m_given)
        return;
    const auto tellEmpty = [this](const SequenceSet<Scalar> &set, double share, const char *part, const char *loss) {
        if (set.size() == 0 && share > 0.0)
            m_log.warnings.push_back(std::string("The ") + part + " part is too short for a window, so there is no "
                                     + loss + "; choose a smaller window or more rows");
    };
    tellEmpty(m_data.validation, m_options.split[1], "validation", "validation loss");
    tellEmpty(m_data.test, m_options.split[2], "test", "test figure");
    if (m_options.scaleOnAllRows)
        m_log.warnings.push_back("Leakage: the scaling has seen the validation and test rows");
    if (m_options.shuffleBeforeSplit)
        m_log.warnings.push_back("Leakage: windows of all parts overlap, because they were shuffled before the split");
}

template <typename Scalar>
PreparedData<Scalar> Preparer<Scalar>::run()
{
    checkOptions();
    m_gate.check(0.0);
    m_series = collectSeries(m_table, m_options, m_given, m_log, m_steps);
    spellOut();
    scale();
    fillStore();
    if (classifies())
        m_data.classCounts = countClasses(m_table, m_series, m_options, m_given, m_log);
    cut();
    requireWindows();
    warnAboutParts();
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
