// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/film_shelf.h"

#include <algorithm>

namespace gatescope {

namespace {

std::vector<TrainingMoment> evenly(const std::vector<TrainingMoment> &moments, std::size_t most)
{
    if (moments.size() <= most)
        return moments;
    std::vector<TrainingMoment> kept;
    for (std::size_t i = 0; i < most; ++i)
        kept.push_back(moments[i * (moments.size() - 1) / (most - 1)]);
    return kept;
}

std::size_t bytesOf(const std::vector<TrainingMoment> &moments)
{
    std::size_t bytes = 0;
    for (const TrainingMoment &moment : moments)
        bytes += momentBytes(moment);
    return bytes;
}

} // namespace

void FilmShelf::put(std::uint64_t run, const std::vector<TrainingMoment> &moments)
{
    if (moments.empty())
        return;
    std::vector<TrainingMoment> all;
    const auto known = std::ranges::find(m_films, run, &Film::run);
    if (known != m_films.end()) {
        for (TrainingMoment &moment : known->moments) {
            if (moment.step < moments.front().step)
                all.push_back(std::move(moment));
        }
        m_films.erase(known);
    }
    all.insert(all.end(), moments.begin(), moments.end());
    m_films.push_back({run, evenly(all, kFrames)});
    while (m_films.size() > 1 && bytes() > m_limit)
        m_films.erase(m_films.begin());
}

const std::vector<TrainingMoment> &FilmShelf::find(std::uint64_t run) const
{
    static const std::vector<TrainingMoment> none;
    const auto found = std::ranges::find(m_films, run, &Film::run);
    return found == m_films.end() ? none : found->moments;
}

std::size_t FilmShelf::bytes() const
{
    std::size_t sum = 0;
    for (const Film &film : m_films)
        sum += bytesOf(film.moments);
    return sum;
}

} // namespace gatescope
