// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/windows/window_places.h"

#include "core/data/time_grid.h"
#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"

#include <QObject>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// "temperature, pressure and wind"; at most three by name.
QString listing(const std::vector<std::string> &names)
{
    QStringList shown;
    for (const std::string &name : names) {
        if (shown.size() == 3 && names.size() > 4)
            break;
        shown << plainText(name, 30);
    }
    if (static_cast<std::size_t>(shown.size()) < names.size())
        return QObject::tr("%1 and %2 more")
            .arg(shown.join(QStringLiteral(", ")))
            .arg(names.size() - static_cast<std::size_t>(shown.size()));
    if (shown.size() < 2)
        return shown.join(QString());
    const QString last = shown.takeLast();
    return QObject::tr("%1 and %2").arg(shown.join(QStringLiteral(", ")), last);
}

QString rowCount(Index rows)
{
    return QObject::tr("%n row(s)", nullptr, static_cast<int>(rows));
}

} // namespace

std::optional<std::int64_t> windowStart(const PreparedData<float> &data, std::int64_t sequence)
{
    if (sequence < 0)
        return std::nullopt;
    if (sequence < data.train.size())
        return data.train.start(sequence);
    sequence -= data.train.size();
    return sequence < data.validation.size() ? std::optional(data.validation.start(sequence)) : std::nullopt;
}

std::optional<std::int64_t> nearestWindow(const PreparedData<float> &data, double start)
{
    std::optional<std::int64_t> nearest;
    double least = INFINITY;
    std::int64_t sequence = 0;
    for (const auto *set : {&data.train, &data.validation}) {
        for (const std::int64_t begin : set->starts()) {
            const double distance = std::abs(static_cast<double>(begin) - start);
            if (distance < least) {
                least = distance;
                nearest = sequence;
            }
            ++sequence;
        }
    }
    return nearest;
}

std::array<Index, 4> splitPreview(const PreparedData<float> *data, const DataOptions &wanted,
                                  const DataOptions &inForce, Index rows)
{
    if (data && data->tableRows.empty()) {
        // Tensors: the parts are of sequences, which lie one after the other in the store.
        const Index steps = std::max<Index>(data->train.steps(), 1);
        const Index train = data->train.size() * steps;
        const Index validation = train + data->validation.size() * steps;
        return {0, train, validation, rows};
    }
    if (data && wanted.split == inForce.split)
        return data->partRows;
    const auto count = static_cast<double>(rows);
    return {0, static_cast<Index>(std::floor(wanted.split[0] * count)),
            static_cast<Index>(std::floor((wanted.split[0] + wanted.split[1]) * count)), rows};
}

QString questionSentence(const DataOptions &options, const std::vector<std::string> &features,
                         const std::vector<double> &times)
{
    const std::span<const double> first(times.data(), std::min<std::size_t>(times.size(), 1000));
    const TimeGrid grid = timeGrid(first);
    const auto span = [&grid](Index rows) {
        const QString text = rows > 0 ? coreSentence(spanOfRows(grid, rows)) : QString();
        return text.isEmpty() ? text : QObject::tr(" (%1)").arg(text);
    };
    const QString target = options.targets.empty() ? QObject::tr("a target") : listing(options.targets);
    const QString from = QObject::tr("From %1%2 of %3")
                             .arg(rowCount(options.window), span(options.window),
                                  features.empty() ? QObject::tr("the features") : listing(features));
    if (options.task == TaskKind::Classification) {
        const Index horizon = options.horizons.empty() ? 0 : options.horizons.front();
        if (horizon == 0)
            return QObject::tr("%1, tell which %2 they are.").arg(from, target);
        return QObject::tr("%1, tell which %2 it will be %3%4 later.")
            .arg(from, target, rowCount(horizon), span(horizon));
    }
    QStringList ahead;
    for (const Index horizon : options.horizons)
        ahead << QString::number(horizon);
    if (options.horizons.size() == 1 && options.horizons.front() == 0)
        return QObject::tr("%1, work out %2 at the last row.").arg(from, target);
    if (options.horizons.size() == 1)
        return QObject::tr("%1, predict %2 %3%4 ahead.")
            .arg(from, target, rowCount(options.horizons.front()), span(options.horizons.front()));
    return QObject::tr("%1, predict %2 at once %3 rows ahead.").arg(from, target, ahead.join(QStringLiteral(", ")));
}

} // namespace gatescope
