// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <cstdint>

namespace gatescope {

/// What all views point at: one sequence, layer, time step and unit, each counted from 0.
struct Cursor {
    std::int64_t sequence = 0; ///< training sequences first, then validation (the session's probe), then test
    std::int64_t layer = 0;
    std::int64_t step = 0;
    std::int64_t unit = 0;

    bool operator==(const Cursor &) const = default;
};

/// The shared cursor: pointing at any view moves it in all others.
class Selection : public QObject {
    Q_OBJECT

public:
    explicit Selection(QObject *parent = nullptr) : QObject(parent) {}

    const Cursor &cursor() const { return m_cursor; }
    std::int64_t sequence() const { return m_cursor.sequence; }
    std::int64_t layer() const { return m_cursor.layer; }
    std::int64_t step() const { return m_cursor.step; }
    std::int64_t unit() const { return m_cursor.unit; }

    /// Moves the cursor, kept within the limits; emits changed() once, and only if something changed.
    void setCursor(Cursor cursor);
    void setSequence(std::int64_t sequence);
    void setLayer(std::int64_t layer);
    void setStep(std::int64_t step);
    void setUnit(std::int64_t unit);

    /// How many of each there are (0: nothing open, the cursor stays at 0). Set by the document on every new data or
    /// model.
    void setLimits(const Cursor &counts);
    const Cursor &limits() const { return m_counts; }

Q_SIGNALS:
    void changed(const gatescope::Cursor &cursor);
    void limitsChanged(const gatescope::Cursor &counts);

private:
    Cursor m_cursor;
    Cursor m_counts{1, 1, 1, 1};
};

} // namespace gatescope
