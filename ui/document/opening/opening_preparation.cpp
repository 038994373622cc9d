// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The half of opening that makes windows: at once where they are few, on a thread of their own where they are many.
#include "core/data/sources/text_corpus.h"
#include "ui/document/opening/file_loader.h"
#include "ui/document/opening/opening.h"

#include <QElapsedTimer>

#include <atomic>

namespace gatescope {

namespace {

constexpr Index kCellsAtOnce = 1'000'000; ///< scaled within some hundredths of a second
constexpr qint64 kQuietMilliseconds = 500;

} // namespace

/// Windows that are being made in the background.
struct Opening::Pending {
    QElapsedTimer age;
    std::atomic<double> fraction = 0.0;
    std::optional<OpenData> result; ///< unset while it is made, and when that was cancelled
};

Opening::Opening(std::filesystem::path resources, QObject *parent) : QObject(parent), m_resources(std::move(resources))
{
}

Opening::~Opening() = default;

Opening::State Opening::state() const
{
    if (m_loader)
        return State::Reading;
    if (m_pending)
        return State::Preparing;
    if (m_waiting)
        return m_waiting->changed ? State::AsksAboutChange : State::AsksForData;
    return State::Idle;
}

void Opening::setOpen(const OpenData &open)
{
    if (open.prepared != m_open.prepared)
        dropPreparation();
    m_open = open;
}

/// Cells are counted, with ordering and windows counted as three columns.
bool Opening::isLarge(const DataSource &source, const DataOptions &options)
{
    if (source.tensors)
        return static_cast<Index>(source.tensors->x.size()) > kCellsAtOnce;
    if (source.characters)
        return std::ssize(*source.characters) > kCellsAtOnce;
    const auto columns =
        static_cast<Index>(options.features.empty() ? source.table.columns().size() : options.features.size());
    return source.table.rows() * (columns + static_cast<Index>(options.targets.size()) + 3) > kCellsAtOnce;
}

namespace {

PreparedData<float> textWindows(const DataSource &source, const OpenData &open)
{
    const std::string name = source.title.toStdString();
    return open.given ? applyTextPreparation<float>(*source.characters, name, *open.given)
                      : prepareText<float>(*source.characters, name, open.options);
}

} // namespace

OpenData Opening::prepared(OpenData open, const Progress &progress)
{
    const auto make = [&open, &progress] {
        const DataSource &source = *open.source;
        if (open.given && open.given->text != (source.characters != nullptr))
            throw DataError(source.characters
                                ? "a model of a table does not read a text; open the CSV it was trained on"
                                : "a model of characters reads a text; open the .txt it was trained on");
        if (source.characters)
            return textWindows(source, open);
        if (source.tensors)
            return open.given ? applyPreparation(*source.tensors, *open.given)
                              : fromTensors<float>(*source.tensors, open.options);
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

void Opening::prepareLater(const OpenData &wanted, const std::function<void(OpenData)> &then)
{
    m_pending = std::make_shared<Pending>();
    m_pending->age.start();
    const auto work = [pending = m_pending, wanted](const std::stop_token &stop) {
        pending->result = prepared(wanted, [&pending, &stop](double fraction) {
            pending->fraction = fraction;
            return !stop.stop_requested();
        });
    };
    m_preparation.start(work, [this, then](const QString &error) {
        std::optional<OpenData> result = std::move(std::exchange(m_pending, nullptr)->result);
        if (!error.isEmpty())
            Q_EMIT message(Severity::Error, error, {});
        if (result)
            then(*std::move(result));
        else
            Q_EMIT cancelled();
        if (!isBusy())
            Q_EMIT ended();
    });
}

void Opening::dropPreparation()
{
    if (!std::exchange(m_pending, nullptr))
        return;
    m_preparation.abandon();
    if (!isBusy())
        Q_EMIT ended();
}

void Opening::prepare(const OpenData &wanted, const std::function<void(OpenData)> &then)
{
    dropPreparation();
    if (isLarge(*wanted.source, wanted.options))
        prepareLater(wanted, then);
    else
        then(prepared(wanted));
}

void Opening::openSource(const std::shared_ptr<const DataSource> &source, const DataOptions &options, Tell tell)
{
    prepare({source, options, nullptr, nullptr}, [this, tell](const OpenData &next) { Q_EMIT dataReady(next, tell); });
}

void Opening::poll()
{
    if (m_loader) {
        if (m_loader->done())
            finishReading();
        else
            Q_EMIT progress(m_loader->fraction());
    }
    if (m_pending && m_pending->age.elapsed() >= kQuietMilliseconds)
        Q_EMIT progress(m_pending->fraction);
}

} // namespace gatescope
