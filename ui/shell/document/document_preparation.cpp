// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The document's half that makes windows: at once where they are few, on a thread of their own where they are many.
#include "ui/shell/document/document.h"
#include "ui/shell/document/document_commands.h"

#include <QElapsedTimer>

#include <atomic>

namespace gatescope {

namespace {

constexpr Index kCellsAtOnce = 1'000'000; ///< scaled within some hundredths of a second
constexpr qint64 kQuietMilliseconds = 500;

/// Whether windows are better made in the background: cells are counted, with ordering and windows counted as three
/// columns.
bool isLarge(const DataSource &source, const DataOptions &options)
{
    if (source.tensors)
        return static_cast<Index>(source.tensors->x.size()) > kCellsAtOnce;
    const auto columns =
        static_cast<Index>(options.features.empty() ? source.table.columns().size() : options.features.size());
    return source.table.rows() * (columns + static_cast<Index>(options.targets.size()) + 3) > kCellsAtOnce;
}

} // namespace

/// Windows that are being made in the background.
struct Document::Pending {
    QElapsedTimer age;
    std::atomic<double> fraction = 0.0;
    std::optional<OpenData> result; ///< unset while it is made, and when that was cancelled
};

OpenData Document::prepared(std::shared_ptr<const DataSource> source, const DataOptions &options,
                            const Progress &progress)
{
    OpenData open{std::move(source), options, nullptr, {}};
    try {
        open.prepared = std::make_shared<const PreparedData<float>>(
            open.source->tensors ? fromTensors<float>(*open.source->tensors, options)
                                 : prepareData<float>(open.source->table, options, progress));
        if (open.prepared->train.size() == 0) {
            open.prepared.reset();
            open.problem =
                tr("The training part holds no window; make the window shorter or the training part larger.");
        }
    } catch (const Error &error) {
        open.problem = QString::fromStdString(error.what());
    }
    return open;
}

void Document::prepareLater(const std::shared_ptr<const DataSource> &source, const DataOptions &options,
                            const std::function<void(OpenData)> &then)
{
    m_pending = std::make_shared<Pending>();
    m_pending->age.start();
    const auto work = [pending = m_pending, source, options](const std::stop_token &stop) {
        try {
            pending->result = prepared(source, options, [&pending, &stop](double fraction) {
                pending->fraction = fraction;
                return !stop.stop_requested();
            });
        } catch (const ProgressGate::Cancelled &) {
            // Without a result, everything stays as it was.
        }
    };
    m_preparation.start(work, [this, then](const QString &error) {
        std::optional<OpenData> result = std::move(std::exchange(m_pending, nullptr)->result);
        if (!error.isEmpty())
            showMessage(Severity::Error, error);
        if (result)
            then(*std::move(result));
        else
            Q_EMIT preparationCancelled();
        if (!isOpening())
            Q_EMIT openingEnded();
    });
}

void Document::dropPreparation()
{
    if (!std::exchange(m_pending, nullptr))
        return;
    m_preparation.abandon();
    if (!isOpening())
        Q_EMIT openingEnded();
}

void Document::tellPreparation()
{
    if (m_pending && m_pending->age.elapsed() >= kQuietMilliseconds)
        Q_EMIT openingProgress(m_pending->fraction);
}

void Document::open(const std::shared_ptr<const DataSource> &source, const DataOptions &options,
                    const std::function<void()> &opened)
{
    dropPreparation();
    const auto show = [this, opened](OpenData next) {
        try {
            const QString what = tr("open %1").arg(next.source->title);
            commit(std::make_unique<DataCommand>(*this, std::move(next), what));
        } catch (const Error &error) {
            showMessage(Severity::Error, QString::fromStdString(error.what()));
            return;
        }
        if (!m_open.problem.isEmpty())
            showMessage(Severity::Warning, m_open.problem, tr("Choose what to do in Data."));
        else if (opened)
            opened();
    };
    if (isLarge(*source, options))
        prepareLater(source, options, show);
    else
        show(prepared(source, options));
}

std::vector<Problem> Document::setDataOptions(const DataOptions &options)
{
    dropPreparation(); // what was asked for before is not wanted any more
    if (!m_open.source || options == m_open.options)
        return {};
    if (std::vector<Problem> problems = options.validate(); !problems.empty())
        return problems;
    if (!isLarge(*m_open.source, options))
        return takeOptions(prepared(m_open.source, options));
    prepareLater(m_open.source, options, [this](OpenData next) {
        if (const std::vector<Problem> problems = takeOptions(std::move(next)); !problems.empty())
            Q_EMIT optionsRefused(problems);
    });
    return {};
}

std::vector<Problem> Document::takeOptions(OpenData next)
{
    // With usable windows at hand a mistake changes nothing; without any, every step towards usable ones is kept.
    const QString problem = next.problem;
    if (problem.isEmpty() || !m_open.prepared) {
        try {
            commit(std::make_unique<DataCommand>(*this, std::move(next), tr("change the data's options")));
        } catch (const Error &error) {
            return {{"", "", error.what(), ""}};
        }
    }
    return problem.isEmpty() ? std::vector<Problem>{} : std::vector<Problem>{{"", "", problem.toStdString(), ""}};
}

} // namespace gatescope
