// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/film_shelf.h"

#include <gtest/gtest.h>

using namespace gatescope;

namespace {

std::vector<TrainingMoment> filmOf(std::int64_t first, std::int64_t last, std::size_t weights = 1)
{
    std::vector<TrainingMoment> moments;
    for (std::int64_t step = first; step <= last; ++step) {
        TrainingMoment moment;
        moment.step = step;
        moment.parameters = std::make_shared<const std::vector<float>>(weights, static_cast<float>(step));
        moments.push_back(std::move(moment));
    }
    return moments;
}

} // namespace

TEST(FilmShelf, ThinsAFilmEvenlyAndKeepsBothEnds)
{
    FilmShelf films;
    films.put(1, filmOf(0, 1000));
    const auto &film = films.find(1);
    ASSERT_EQ(film.size(), FilmShelf::kFrames);
    EXPECT_EQ(film.front().step, 0);
    EXPECT_EQ(film.back().step, 1000);
    for (std::size_t i = 1; i < film.size(); ++i)
        EXPECT_NEAR(static_cast<double>(film[i].step - film[i - 1].step), 10.1, 1.0);
    EXPECT_TRUE(films.find(2).empty());
}

TEST(FilmShelf, ATrainingThatGoesOnKeepsItsEarlierMoments)
{
    FilmShelf films;
    films.put(1, filmOf(0, 9));
    films.put(1, filmOf(8, 12));
    const auto &film = films.find(1);
    ASSERT_EQ(film.size(), 13U);
    for (std::size_t i = 0; i < film.size(); ++i)
        EXPECT_EQ(film[i].step, static_cast<std::int64_t>(i));
    films.put(1, {});
    EXPECT_EQ(films.find(1).size(), 13U);
}

TEST(FilmShelf, TheOneSeenLongestAgoGoesFirstAndTheNewestNever)
{
    FilmShelf films(100 * sizeof(float) * 25);
    films.put(1, filmOf(0, 9, 100));
    films.put(2, filmOf(0, 9, 100));
    films.put(1, filmOf(0, 9, 100)); // seen again
    films.put(3, filmOf(0, 9, 100));
    EXPECT_TRUE(films.find(2).empty());
    EXPECT_EQ(films.find(1).size(), 10U);
    EXPECT_EQ(films.bytes(), 100 * sizeof(float) * 20);
    films.put(4, filmOf(0, 49, 100)); // larger than all the room
    EXPECT_TRUE(films.find(1).empty() && films.find(3).empty());
    EXPECT_EQ(films.find(4).size(), 50U);
}
