// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/thread_limits.h"

#include <sys/resource.h>
#include <unistd.h>

namespace gatescope {

std::string outOfThreadsText()
{
    rlimit limit = {};
    const bool isLimited = ::getrlimit(RLIMIT_NPROC, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
    return "the system lets no more threads start; close other programs, or raise the limit on processes (ulimit -u"
           + (isLimited ? " is " + std::to_string(limit.rlim_cur) : std::string()) + ")";
}

void lowerThreadPriority(int niceness) noexcept
{
#ifdef __linux__
    // A thread's own there, a whole process's elsewhere. A wish: no matter if refused.
    if (niceness > 0)
        ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), niceness);
#else
    static_cast<void>(niceness);
#endif
}

} // namespace gatescope
