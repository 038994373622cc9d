// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sweep/sweep_data.h"

#include "core/data/progress_gate.h"
#include "core/error.h"
#include "core/free_memory.h"
#include "core/session/run.h"
#include "core/train/optimisation/loss.h"
#include "core/train/training_memory.h"

#include <algorithm>
#include <numeric>

namespace gatescope {

namespace {

/// All that was found wrong, to be thrown at once: wrong options weigh more than data that do not suffice.
class Findings {
public:
    void add(const std::string &point, const OptionError &error)
    {
        for (const Problem &problem : error.problems())
            add({point, problem, 0, false});
    }
    void add(const std::string &point, const DataError &error) { add({point, {"", "", error.what(), ""}, 0, true}); }
    void raise() const
    {
        if (m_found.empty())
            return;
        std::string text;
        std::vector<Problem> problems;
        for (const Finding &finding : m_found) {
            Problem problem = finding.problem;
            if (finding.isData) {
                text += (text.empty() ? "" : "; ") + finding.where() + ": " + problem.constraint;
                problem.field = finding.where();
            } else {
                problem.field = finding.where() + ": " + problem.field;
            }
            problems.push_back(std::move(problem));
        }
        if (std::ranges::all_of(m_found, &Finding::isData))
            throw DataError(text);
        throw OptionError(std::move(problems));
    }

private:
    struct Finding {
        std::string point;
        Problem problem;
        std::size_t others; ///< points that have the same problem
        bool isData;

        std::string where() const { return others == 0 ? point : point + " and " + std::to_string(others) + " more"; }
    };

    void add(Finding finding)
    {
        const auto same = std::ranges::find(m_found, finding.problem, &Finding::problem);
        if (same == m_found.end())
            m_found.push_back(std::move(finding));
        else
            ++same->others;
    }

    std::vector<Finding> m_found;
};

bool sweeps(const SweepPlan &plan, const std::string &id)
{
    return std::ranges::find(plan.axes, id, &SweepAxis::id) != plan.axes.end();
}

/// @throws OptionError for a swept loss that is not of the data's task, and as Settings::validate()
template <typename Scalar>
void fit(SweepPoint &point, const PreparedData<Scalar> &windows, bool lossIsSwept)
{
    const LossInfo &loss = lossInfo(point.settings.training.loss.kind);
    if (lossIsSwept && loss.task != windows.options.task)
        throw OptionError(
            {{"loss", std::string(loss.id), "does not fit the task " + std::string(taskKindName(windows.options.task)),
              "leave it out"}});
    point.settings = settingsFor(windows, point.settings);
    if (std::vector<Problem> problems = point.settings.validate(); !problems.empty())
        throw OptionError(std::move(problems));
    if (windows.train.size() == 0)
        throw DataError("there is no training window");
}

/// The name without the seed: what differs in the data is the same for every seed.
std::string valuesName(const SweepPlan &plan, const SweepPoint &point)
{
    if (plan.axes.empty())
        return "the data";
    const std::string name = sweepPointName(plan.axes, point);
    return name.substr(0, name.rfind(" · "));
}

} // namespace

template <typename Scalar>
std::vector<SweepData<Scalar>> prepareSweep(SweepPlan &plan, const SweepSource<Scalar> &source,
                                            const Progress &progress)
{
    std::vector<SweepData<Scalar>> data(plan.points.size());
    std::vector<std::size_t> different; // the first point of each different set of data options
    Findings findings;
    for (std::size_t i = 0; i < plan.points.size(); ++i) {
        ProgressGate(progress).check(static_cast<double>(i) / static_cast<double>(plan.points.size()));
        SweepPoint &point = plan.points[i];
        if (i > 0 && point.values == plan.points[i - 1].values && !data[i - 1].windows)
            continue; // said already, for another seed
        try {
            for (const std::size_t before : different) {
                if (plan.points[before].data == point.data)
                    data[i].windows = data[before].windows;
            }
            if (!data[i].windows) {
                different.push_back(i);
                data[i].windows = std::make_shared<const PreparedData<Scalar>>(source(point.data));
                for (const std::string &warning : data[i].windows->warnings) {
                    if (std::ranges::find(plan.warnings, warning) == plan.warnings.end())
                        plan.warnings.push_back(warning);
                }
            }
            fit(point, *data[i].windows, sweeps(plan, "loss"));
        } catch (const OptionError &error) {
            findings.add(valuesName(plan, point), error);
            data[i] = {};
        } catch (const DataError &error) {
            findings.add(valuesName(plan, point), error);
            data[i] = {};
        }
    }
    findings.raise();
    return data;
}

template <typename Scalar>
void addOpponents(const SweepPlan &plan, std::vector<SweepData<Scalar>> &data, const Progress &progress)
{
    const auto lossOf = [&plan](std::size_t i) -> const Loss & { return plan.points[i].settings.training.loss; };
    std::vector<std::size_t> different;
    for (std::size_t i = 0; i < data.size(); ++i) {
        for (const std::size_t before : different) {
            if (data[before].windows == data[i].windows && lossOf(before) == lossOf(i))
                data[i].opponents = data[before].opponents;
        }
        const Progress share = [&](double fraction) {
            return !progress || progress((static_cast<double>(i) + fraction) / static_cast<double>(data.size()));
        };
        if (data[i].opponents)
            continue;
        different.push_back(i);
        data[i].opponents = Opponents::of(*data[i].windows, lossOf(i), share);
    }
}

template <typename Scalar>
int affordableJobs(const SweepPlan &plan, const std::vector<SweepData<Scalar>> &data, int jobs)
{
    std::vector<std::int64_t> needs;
    std::size_t largest = 0;
    for (std::size_t i = 0; i < plan.points.size(); ++i) {
        needs.push_back(totalBytes(trainingMemory<Scalar>(plan.points[i].settings, data[i].windows->train.steps())));
        largest = needs[i] > needs[largest] ? i : largest;
    }
    if (needs.empty())
        return jobs;
    if (const std::string problem =
            memoryProblem(plan.points[largest].settings, data[largest].windows->train.steps(), needs[largest]);
        !problem.empty())
        throw ResourceError(sweepPointName(plan.axes, plan.points[largest]) + ": " + problem);
    std::ranges::sort(needs, std::greater<>());
    const std::int64_t available = freeMemoryBytes();
    auto count = std::min(static_cast<std::size_t>(std::max(jobs, 1)), needs.size());
    while (count > 1
           && std::accumulate(needs.begin(), needs.begin() + static_cast<std::ptrdiff_t>(count), std::int64_t{0})
                  > available)
        --count;
    return static_cast<int>(count);
}

template std::vector<SweepData<float>> prepareSweep(SweepPlan &, const SweepSource<float> &, const Progress &);
template std::vector<SweepData<double>> prepareSweep(SweepPlan &, const SweepSource<double> &, const Progress &);
template void addOpponents(const SweepPlan &, std::vector<SweepData<float>> &, const Progress &);
template void addOpponents(const SweepPlan &, std::vector<SweepData<double>> &, const Progress &);
template int affordableJobs(const SweepPlan &, const std::vector<SweepData<float>> &, int);
template int affordableJobs(const SweepPlan &, const std::vector<SweepData<double>> &, int);

} // namespace gatescope
