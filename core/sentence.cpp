// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sentence.h"

#include "core/error.h"
#include "core/free_memory.h"
#include "core/thread_limits.h"

#include <new>
#include <system_error>

namespace gatescope {

namespace {

bool isOutOfMemory(const std::exception &error)
{
    return dynamic_cast<const std::bad_alloc *>(&error) != nullptr;
}

bool isOutOfThreads(const std::exception &error)
{
    const auto *system = dynamic_cast<const std::system_error *>(&error);
    return system != nullptr && system->code() == std::errc::resource_unavailable_try_again;
}

} // namespace

std::string sentenceOf(const std::exception &error)
{
    if (dynamic_cast<const Error *>(&error) != nullptr)
        return error.what();
    if (isOutOfMemory(error))
        return outOfMemoryText();
    if (isOutOfThreads(error))
        return outOfThreadsText();
    if (dynamic_cast<const std::system_error *>(&error) != nullptr)
        return std::string("the system refused: ") + error.what();
    return std::string("internal error: ") + error.what();
}

int exitCodeOf(const std::exception &error) noexcept
{
    if (const auto *own = dynamic_cast<const Error *>(&error))
        return own->exitCode();
    if (isOutOfMemory(error) || isOutOfThreads(error))
        return static_cast<int>(ErrorKind::Resources);
    if (dynamic_cast<const std::system_error *>(&error) != nullptr)
        return static_cast<int>(ErrorKind::Io);
    return static_cast<int>(ErrorKind::BadData);
}

} // namespace gatescope
