// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory_reserve.h"

#include <atomic>
#include <cstdlib>
#include <new>

namespace gatescope {

namespace {

constexpr std::size_t kReserveBytes = std::size_t{8} << 20;

/// The handler that operator new calls takes no argument: what it gives back has to be found without one.
std::atomic<void *> reserve = nullptr;

void giveBackAndFail()
{
    std::free(reserve.exchange(nullptr));
    throw std::bad_alloc();
}

} // namespace

MemoryReserve::MemoryReserve()
{
    refill();
    std::set_new_handler(giveBackAndFail);
}

MemoryReserve::~MemoryReserve()
{
    std::set_new_handler(nullptr);
    std::free(reserve.exchange(nullptr));
}

void MemoryReserve::refill() noexcept
{
    if (reserve.load() == nullptr)
        std::free(reserve.exchange(std::malloc(kReserveBytes)));
}

} // namespace gatescope
