// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/number_text.h"
#include "core/data/prepare/labels.h"
#include "core/data/prepare/missing_cells.h"
#include "core/data/prepare/window_cutter.h"
#include "core/data/prepared_data.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

std::vector<double> inSeriesOrder(const Column &column, const RowPlan &plan)
{
    const auto values = column.values();
    std::vector<double> ordered;
    ordered.reserve(plan.tableRows.size());
    for (const std::int64_t row : plan.tableRows)
        ordered.push_back(values[static_cast<std::size_t>(row)]);
    return ordered;
}

/// Turns a table into windows, for a new network or (with `given`) for one that exists.
template <typename Scalar>
class Preparer {
public:
    Preparer(const Table &table, const DataOptions &options, const Preparation *given)
        : m_table(table), m_options(options), m_given(given)
    {
    }

    PreparedData<Scalar> run();

private:
    bool classifies() const { return m_options.task == TaskKind::Classification; }
    bool hasTargets() const { return !m_roles.targets.empty(); }
    std::size_t targetIndex(std::size_t target) const { return m_targetIndex[target]; }

    void checkOptions() const;
    void spellOut();
    void collect();
    void addTarget(const Column &column);
    void split();
    void scale();
    ColumnScale fit(std::size_t column) const;
    void fillStore();
    void countClasses();
    bool labelsAreConstant() const;
    void cut();
    SequenceSet<Scalar> sequences(const WindowStarts &windows) const;
    void requireWindows() const;
    void warnAboutParts();

    const Table &m_table;
    const DataOptions &m_options;
    const Preparation *m_given;
    PreparedData<Scalar> m_data;
    PrepareLog m_log;
    ColumnRoles m_roles;
    RowPlan m_plan;
    SeriesValues m_series;
    std::vector<std::size_t> m_targetIndex; ///< of each target among m_series
    std::shared_ptr<SeriesStore<Scalar>> m_store;
    WindowCutter m_cutter;
};

template <typename Scalar>
void Preparer<Scalar>::checkOptions() const
{
    std::vector<Problem> problems = m_options.validate();
    if (problems.empty() && m_options.task == TaskKind::Regression && m_options.horizons.front() == 0) {
        for (const std::string &target : m_options.targets) {
            if (std::find(m_options.features.begin(), m_options.features.end(), target) != m_options.features.end())
                problems.push_back({"horizon", "0", "would let the network copy its answer, because "
                                    + quoted(target) + " is a feature and the target", "try 1, or take it out of the features"});
        }
    }
    if (!problems.empty())
        throw OptionError(std::move(problems));
}

template <typename Scalar>
void Preparer<Scalar>::spellOut()
{
    m_data.options = m_options;
    for (const Column &feature : m_roles.features)
        m_data.featureNames.push_back(feature.name());
    m_data.targetNames = m_options.targets;
    m_data.options.features = m_data.featureNames;
    if (m_roles.hasTime)
        m_data.options.time = m_roles.time.name();
}

template <typename Scalar>
void Preparer<Scalar>::addTarget(const Column &column)
{
    for (std::size_t i = 0; i < m_roles.features.size() && !classifies(); ++i) {
        if (m_roles.features[i].name() == column.name()) {
            m_targetIndex.push_back(i);
            return;
        }
    }
    m_targetIndex.push_back(m_series.columns.size());
    m_series.columns.push_back(column);
    m_series.isLabel.push_back(classifies());
    m_series.mayMiss.push_back(m_given != nullptr);
    if (!classifies()) {
        m_series.values.push_back(inSeriesOrder(column, m_plan));
        return;
    }
    m_data.classNames = m_given ? m_given->classNames : sortedLabels(column, m_plan);
    m_series.values.push_back(classNumbers(m_table, column, m_plan, m_data.classNames));
}

/// Brings the values of all used columns into series order, and settles what is missing.
template <typename Scalar>
void Preparer<Scalar>::collect()
{
    m_plan = orderRows(m_table, m_roles, m_options);
    for (const Column &feature : m_roles.features) {
        m_series.columns.push_back(feature);
        m_series.values.push_back(inSeriesOrder(feature, m_plan));
        m_series.isLabel.push_back(false);
        m_series.mayMiss.push_back(false);
    }
    if (m_given)
        m_data.classNames = m_given->classNames;
    for (const Column &target : m_roles.targets)
        addTarget(target);
    settleMissing(m_table, m_plan, m_series, m_options.missing, m_log);
    m_data.times = seriesTimes(m_plan, m_roles);
    checkSeriesTimes(m_plan, m_table, m_roles, m_data.times, m_options, m_log);
    m_data.tableRows = m_plan.tableRows;
}

template <typename Scalar>
void Preparer<Scalar>::split()
{
    m_data.partRows = splitRows(m_plan, m_options.split);
    if (!m_roles.hasId)
        return;
    if (m_plan.sequenceCount() == 1)
        m_log.warnings.push_back("Column " + quoted(m_roles.id.name())
                                 + " holds one id only, so the rows are split as one long series");
    else
        m_log.notes.push_back(std::to_string(m_plan.sequenceCount()) + " sequences by " + quoted(m_roles.id.name())
                              + "; whole sequences are split into the parts, and no window crosses them");
}

template <typename Scalar>
ColumnScale Preparer<Scalar>::fit(std::size_t column) const
{
    const std::span<const double> values(m_series.values[column]);
    return fitColumnScale(m_options.scale,
                          m_options.scaleOnAllRows ? values : values.first(static_cast<std::size_t>(m_data.partRows[1])));
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
    for (std::size_t i = 0; i < m_roles.features.size(); ++i) {
        inputs.push_back(fit(i));
        tellConstant(inputs.back(), m_roles.features[i].name());
    }
    m_data.inputScaler = Scaler(m_options.scale, std::move(inputs));
    if (classifies())
        return;
    for (std::size_t t = 0; t < m_targetIndex.size(); ++t) {
        targets.push_back(fit(targetIndex(t)));
        if (targetIndex(t) >= m_roles.features.size())
            tellConstant(targets.back(), m_roles.targets[t].name());
    }
    m_data.targetScaler = Scaler(m_options.scale, std::move(targets));
}

template <typename Scalar>
void Preparer<Scalar>::fillStore()
{
    m_store = std::make_shared<SeriesStore<Scalar>>();
    const Index rows = m_plan.rows();
    const auto features = static_cast<Index>(m_roles.features.size());
    m_store->inputs.resize(features, rows);
    for (Index i = 0; i < features; ++i) {
        const ColumnScale &scale = m_data.inputScaler.column(i);
        const std::vector<double> &values = m_series.values[static_cast<std::size_t>(i)];
        for (Index row = 0; row < rows; ++row)
            m_store->inputs(i, row) = static_cast<Scalar>(scale.transform(values[static_cast<std::size_t>(row)]));
    }
    const auto targets = static_cast<Index>(m_targetIndex.size());
    m_store->targets.resize(targets, targets > 0 ? rows : 0);
    m_data.targetValues.resize(targets, targets > 0 ? rows : 0);
    for (Index t = 0; t < targets; ++t) {
        const ColumnScale scale = classifies() ? ColumnScale{} : m_data.targetScaler.column(t);
        const std::vector<double> &values = m_series.values[targetIndex(static_cast<std::size_t>(t))];
        for (Index row = 0; row < rows; ++row) {
            const double value = values[static_cast<std::size_t>(row)];
            m_data.targetValues(t, row) = value;
            m_store->targets(t, row) = static_cast<Scalar>(scale.transform(value));
        }
    }
}

template <typename Scalar>
void Preparer<Scalar>::countClasses()
{
    m_data.classCounts.assign(m_data.classNames.size(), 0);
    std::vector<Index> inTraining(m_data.classNames.size(), 0);
    for (Index row = 0; row < m_data.targetValues.cols(); ++row) {
        const double number = m_data.targetValues(0, row);
        if (std::isnan(number))
            continue;
        ++m_data.classCounts[static_cast<std::size_t>(number)];
        inTraining[static_cast<std::size_t>(number)] += row < m_data.partRows[1];
    }
    if (m_given)
        return;
    if (m_data.classNames.size() < 2)
        throw DataError(m_table.source() + ": column " + quoted(m_data.targetNames[0])
                        + " holds one label only; classification needs two or more");
    for (std::size_t i = 0; i < inTraining.size() && !m_options.shuffleBeforeSplit; ++i) {
        if (inTraining[i] == 0)
            m_log.warnings.push_back("Class " + quoted(m_data.classNames[i]) + " does not occur in the training part");
    }
}

/// Whether classification is of whole sequences: by id, and the label never changes within one.
template <typename Scalar>
bool Preparer<Scalar>::labelsAreConstant() const
{
    if (!classifies() || !hasTargets() || m_plan.sequenceCount() < 2)
        return false;
    for (std::size_t s = 0; s + 1 < m_plan.sequences.size(); ++s) {
        for (Index row = m_plan.sequences[s] + 1; row < m_plan.sequences[s + 1]; ++row) {
            if (m_data.targetValues(0, row) != m_data.targetValues(0, row - 1))
                return false;
        }
    }
    return true;
}

template <typename Scalar>
SequenceSet<Scalar> Preparer<Scalar>::sequences(const WindowStarts &windows) const
{
    const auto horizons = static_cast<Index>(m_options.horizons.size());
    return SequenceSet<Scalar>(m_store, m_options.window, windows.starts, windows.targets, horizons, m_options.task);
}

template <typename Scalar>
void Preparer<Scalar>::cut()
{
    m_cutter.window = m_options.window;
    m_cutter.stride = m_options.stride;
    m_cutter.horizons = m_options.horizons;
    m_cutter.segments = m_plan.segments;
    m_cutter.labelOfSequence = labelsAreConstant();
    if (m_cutter.labelOfSequence)
        m_log.notes.push_back("Each sequence has one label, which its windows are to tell; the horizon plays no part");
    m_data.inputsOnly = sequences(m_cutter.inputsOnly());
    if (!hasTargets())
        return;
    if (m_given) {
        m_cutter.unknownTarget.assign(static_cast<std::size_t>(m_plan.rows()), false);
        for (Index row = 0; row < m_plan.rows(); ++row)
            m_cutter.unknownTarget[static_cast<std::size_t>(row)] = m_data.targetValues.col(row).hasNaN();
    }
    const WindowStarts all = m_cutter.withTargets(0, m_plan.rows());
    m_data.all = sequences(all);
    std::array<WindowStarts, 3> parts;
    if (m_options.shuffleBeforeSplit) {
        parts = dealShuffled(all, m_options.horizons.size(), m_options.split, m_options.seed);
    } else {
        for (std::size_t part = 0; part < 3; ++part)
            parts[part] = m_cutter.withTargets(m_data.partRows[part], m_data.partRows[part + 1]);
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
    for (std::size_t s = 0; s + 1 < m_plan.segments.size(); ++s)
        longest = std::max(longest, std::min(m_given ? m_plan.rows() : m_data.partRows[1], m_plan.segments[s + 1]) - m_plan.segments[s]);
    const std::string needed = std::to_string(m_given ? m_options.window : m_cutter.rowsNeeded());
    std::string message = m_table.source() + " has " + std::to_string(m_plan.rows()) + " usable rows, ";
    if (!m_given)
        message += std::to_string(m_data.partRows[1]) + " of them for training, ";
    if (m_plan.segments.size() > 2)
        message += "at most " + std::to_string(std::max<Index>(longest, 0)) + " in one run, ";
    throw DataError(message + "and a window of " + std::to_string(m_options.window)
                    + (m_given ? " takes " : " with its target takes ") + needed
                    + "; choose a smaller window" + (m_given ? "" : ", a larger training part") + " or more rows");
}

template <typename Scalar>
void Preparer<Scalar>::warnAboutParts()
{
    if (m_given)
        return;
    const auto tellEmpty = [this](const SequenceSet<Scalar> &set, double share, const char *part, const char *loss) {
        if (set.size() == 0 && share > 0.0)
            m_log.warnings.push_back(std::string("The ") + part + " part is too short for a window, so there is no " + loss
                                     + "; choose a smaller window or more rows");
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
    m_roles = resolveColumns(m_table, m_options, m_given != nullptr, m_log);
    spellOut();
    collect();
    split();
    scale();
    fillStore();
    if (classifies())
        countClasses();
    cut();
    requireWindows();
    warnAboutParts();
    m_data.notes = std::move(m_log.notes);
    m_data.warnings = std::move(m_log.warnings);
    return std::move(m_data);
}

} // namespace

template <typename Scalar>
PreparedData<Scalar> prepareData(const Table &table, const DataOptions &options)
{
    return Preparer<Scalar>(table, options, nullptr).run();
}

template <typename Scalar>
PreparedData<Scalar> applyPreparation(const Table &table, const Preparation &preparation)
{
    DataOptions options = preparation.options;
    options.features = preparation.featureNames;
    options.targets = preparation.targetNames;
    return Preparer<Scalar>(table, options, &preparation).run();
}

template PreparedData<float> prepareData(const Table &, const DataOptions &);
template PreparedData<double> prepareData(const Table &, const DataOptions &);
template PreparedData<float> applyPreparation(const Table &, const Preparation &);
template PreparedData<double> applyPreparation(const Table &, const Preparation &);

} // namespace gatescope
