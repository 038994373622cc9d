// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/shared/selection.h"

#include <algorithm>

namespace gatescope {

namespace {

std::int64_t within(std::int64_t value, std::int64_t count)
{
    return std::clamp<std::int64_t>(value, 0, std::max<std::int64_t>(count - 1, 0));
}

} // namespace

void Selection::setCursor(Cursor cursor)
{
    cursor = {within(cursor.sequence, m_counts.sequence), within(cursor.layer, m_counts.layer),
              within(cursor.step, m_counts.step), within(cursor.unit, m_counts.unit)};
    if (cursor == m_cursor)
        return;
    m_cursor = cursor;
    Q_EMIT changed(m_cursor);
}

void Selection::setSequence(std::int64_t sequence)
{
    Cursor cursor = m_cursor;
    cursor.sequence = sequence;
    setCursor(cursor);
}

void Selection::setLayer(std::int64_t layer)
{
    Cursor cursor = m_cursor;
    cursor.layer = layer;
    setCursor(cursor);
}

void Selection::setStep(std::int64_t step)
{
    Cursor cursor = m_cursor;
    cursor.step = step;
    setCursor(cursor);
}

void Selection::setUnit(std::int64_t unit)
{
    Cursor cursor = m_cursor;
    cursor.unit = unit;
    setCursor(cursor);
}

void Selection::setLimits(const Cursor &counts)
{
    if (counts == m_counts)
        return;
    m_counts = counts;
    Q_EMIT limitsChanged(m_counts);
    setCursor(m_cursor);
}

} // namespace gatescope
