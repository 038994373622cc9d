// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/application.h"

#include "core/free_memory.h"

#include <new>
#include <system_error>

namespace gatescope {

bool Application::notify(QObject *receiver, QEvent *event)
{
    try {
        return QApplication::notify(receiver, event);
    } catch (const std::exception &error) {
        if (!m_tell)
            throw;
        m_tell(QString::fromStdString(sentenceOf(error)));
        return true;
    }
}

std::string sentenceOf(const std::exception &error)
{
    if (dynamic_cast<const std::bad_alloc *>(&error) != nullptr)
        return outOfMemoryText();
    const auto *system = dynamic_cast<const std::system_error *>(&error);
    if (system != nullptr && system->code() == std::errc::resource_unavailable_try_again)
        return "the system lets no more threads start; close other programs, or raise the limit on processes (ulimit "
               "-u)";
    return error.what();
}

} // namespace gatescope
