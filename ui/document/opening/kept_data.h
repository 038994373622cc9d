// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/opening/data_source.h"

#include <list>
#include <memory>

namespace gatescope {

/// Windows that were in force not long ago, so that undo need not make them again: newest first, 64 MB together.
class KeptWindows {
public:
    static constexpr std::size_t kBytes = std::size_t{64} << 20;

    /// Windows larger than the bound are not kept at all.
    void keep(const std::shared_ptr<const PreparedData<float>> &windows);

private:
    std::list<std::shared_ptr<const PreparedData<float>>> m_windows;
};

/// Data as an undo command remembers it: source and options always, the windows only while someone else holds them.
class KeptData {
public:
    /// Holds the windows until release().
    explicit KeptData(OpenData open) : m_open(std::move(open)), m_windows(m_open.prepared) {}

    /// What is remembered, with the windows where they are still there.
    OpenData open() const;
    /// Whether there were windows and they are gone: they can be made again.
    bool isDropped() const { return m_open.problem.isEmpty() && m_open.source && m_windows.expired(); }
    /// Takes windows that were made again, and holds them until release().
    void renew(std::shared_ptr<const PreparedData<float>> windows);
    /// Leaves the windows to others.
    void release() { m_open.prepared.reset(); }

private:
    OpenData m_open;
    std::weak_ptr<const PreparedData<float>> m_windows;
};

} // namespace gatescope
