// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/opening/kept_data.h"

namespace gatescope {

void KeptWindows::keep(const std::shared_ptr<const PreparedData<float>> &windows)
{
    if (!windows)
        return;
    m_windows.remove(windows);
    m_windows.push_front(windows);
    std::size_t bytes = 0;
    std::erase_if(m_windows, [&bytes](const std::shared_ptr<const PreparedData<float>> &kept) {
        bytes += kept->byteSize();
        return bytes > kBytes;
    });
}

OpenData KeptData::open() const
{
    OpenData open = m_open;
    open.prepared = m_windows.lock();
    return open;
}

void KeptData::renew(std::shared_ptr<const PreparedData<float>> windows)
{
    m_windows = windows;
    m_open.prepared = std::move(windows);
}

} // namespace gatescope
