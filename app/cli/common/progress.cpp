// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/common/progress.h"

#include "app/cli/common/output.h"

#include <algorithm>
#include <cmath>

namespace gatescope::cli {

namespace {

constexpr int kCells = 30;

std::string timeLeft(double seconds)
{
    const auto whole = static_cast<std::int64_t>(std::ceil(seconds));
    if (whole < 90)
        return std::to_string(whole) + " s left";
    if (whole < 90 * 60)
        return std::to_string((whole + 59) / 60) + " min left";
    return std::to_string((whole + 3599) / 3600) + " h left";
}

} // namespace

/// Whether it is time to draw it again.
bool ProgressBar::isDue(std::int64_t stepsDone)
{
    if (!m_context.terminal)
        return false;
    const Clock::time_point now = Clock::now();
    if (m_first < 0) {
        m_first = stepsDone;
        m_start = now;
    }
    if (now < m_next)
        return false;
    m_next = now + std::chrono::milliseconds(100);
    return true;
}

void ProgressBar::show(std::int64_t stepsDone, std::int64_t epoch, double loss)
{
    if (isDue(stepsDone))
        draw(stepsDone, "epoch " + std::to_string(epoch) + "  loss " + fixed(loss));
}

void ProgressBar::show(std::int64_t stepsDone, const std::string &words)
{
    if (isDue(stepsDone))
        draw(stepsDone, words);
}

void ProgressBar::draw(std::int64_t stepsDone, const std::string &words)
{
    const double share =
        m_total > 0 ? std::min(1.0, static_cast<double>(stepsDone) / static_cast<double>(m_total)) : 0.0;
    const auto filled = static_cast<int>(share * kCells);
    std::string bar;
    for (int cell = 0; cell < kCells; ++cell)
        bar += cell < filled ? "█" : "░";
    m_context.err << "\r\x1b[K" << bar << " " << fixed(100.0 * share, 0) << " %  " << words;
    if (stepsDone > m_first) {
        const double perStep =
            std::chrono::duration<double>(Clock::now() - m_start).count() / static_cast<double>(stepsDone - m_first);
        m_context.err << "  "
                      << timeLeft(perStep * static_cast<double>(std::max<std::int64_t>(0, m_total - stepsDone)));
    }
    m_context.err.flush();
    m_visible = true;
}

void ProgressBar::clear()
{
    if (m_visible)
        m_context.err << "\r\x1b[K" << std::flush;
    m_visible = false;
}

} // namespace gatescope::cli
