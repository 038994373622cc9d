// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The document's half that makes windows: at once where they are few, on a thread of their own where they are many.
#include "ui/document/document.h"
#include "ui/document/document_commands.h"

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
    std::optional<OpenData> result;     ///< unset while it is made, and when that was cancelled
    std::shared_ptr<KeptData> undone{}; ///< what an undo or redo waits for
};

OpenData Document::prepared(OpenData open, const Progress &progress)
{
    const auto make = [&open, &progress] {
        const DataSource &source = *open.source;
        if (source.tensors)
            return fromTensors<float>(*source.tensors, open.options);
        return open.given ? applyPreparation<float>(source.table, *open.given, progress)
                          : prepareData<float>(source.table, open.options, progress);
    };
    try {
        open.prepared = std::make_shared<const PreparedData<float>>(make());
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

void Document::prepareLater(const OpenData &wanted, const std::function<void(OpenData)> &then)
{
    m_pending = std::make_shared<Pending>();
    m_pending->age.start();
    const auto work = [pending = m_pending, wanted](const std::stop_token &stop) {
        try {
            pending->result = prepared(wanted, [&pending, &stop](double fraction) {
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

void Document::prepareFor(const OpenData &wanted, const std::function<void(OpenData)> &then)
{
    dropPreparation();
    if (isLarge(*wanted.source, wanted.options))
        prepareLater(wanted, then);
    else
        then(prepared(wanted));
}

void Document::open(const std::shared_ptr<const DataSource> &source, const DataOptions &options,
                    const std::function<void()> &opened)
{
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
    prepareFor({source, options, nullptr, nullptr}, show);
}

std::vector<Problem> Document::setDataOptions(const DataOptions &options)
{
    dropPreparation(); // what was asked for before is not wanted any more
    if (!m_open.source || options == m_open.options)
        return {};
    if (std::vector<Problem> problems = options.validate(); !problems.empty())
        return problems;
    const OpenData wanted{m_open.source, options, nullptr, nullptr};
    if (!isLarge(*m_open.source, options))
        return takeOptions(prepared(wanted));
    prepareLater(wanted, [this](OpenData next) {
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

std::shared_ptr<KeptData> Document::keptFor(UndoStep step) const
{
    const int index = m_undoStack.index();
    const auto *command =
        dynamic_cast<const DocumentCommand *>(m_undoStack.command(step == UndoStep::Undo ? index - 1 : index));
    if (!command)
        return nullptr;
    return step == UndoStep::Undo ? command->dataBefore() : command->dataAfter();
}

void Document::step(UndoStep step)
{
    if (const int index = m_undoStack.index();
        step == UndoStep::Undo && index > 0 && m_undoStack.command(index - 1)->isObsolete()) {
        while (m_undoStack.index() > 0)
            m_undoStack.undo(); // what was forgotten only leaves the list
        showMessage(
            Severity::Info,
            tr("The steps before are no longer kept: undo keeps up to %1 MB of tables.").arg(m_undoBytes >> 20));
        return;
    }
    const auto go = [this, step] { step == UndoStep::Undo ? m_undoStack.undo() : m_undoStack.redo(); };
    const std::shared_ptr<KeptData> kept = keptFor(step);
    if (!kept || !kept->isDropped()) {
        go();
        return;
    }
    if (m_pending && m_pending->undone == kept)
        return;
    dropPreparation();
    const auto take = [this, step, kept, go](const OpenData &made) {
        if (keptFor(step) != kept)
            return; // something else was changed meanwhile: that is the next to be undone
        if (!made.prepared) {
            showMessage(Severity::Error, made.problem);
            return;
        }
        kept->renew(made.prepared);
        go();
    };
    prepareLater(kept->open(), take);
    m_pending->undone = kept;
}

} // namespace gatescope
