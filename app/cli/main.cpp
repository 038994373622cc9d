// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_cli.h"
#include "core/memory_reserve.h"

#include <csignal>
#include <iostream>

#include <unistd.h>

namespace {

std::atomic<int> receivedSignal = 0;
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may write it");

void rememberSignal(int number)
{
    receivedSignal.store(number, std::memory_order_relaxed);
}

/// The first signal asks to stop at the next batch; a second one ends the program at once. What the caller has switched
/// off, as nohup does with SIGHUP, stays off.
void catchSignal(int number, int flags)
{
    struct sigaction before = {};
    if (sigaction(number, nullptr, &before) == 0 && before.sa_handler == SIG_IGN)
        return;
    struct sigaction action = {};
    action.sa_handler = rememberSignal;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, nullptr);
}

void catchSignals()
{
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        catchSignal(number, static_cast<int>(SA_RESETHAND));
    catchSignal(SIGPIPE, 0); // comes again with every line that nobody reads, while the checkpoint is written
}

} // namespace

int main(int argc, char *argv[])
{
    const gatescope::MemoryReserve reserve;
    gatescope::cli::Context context{std::cout,       std::cerr,    isatty(STDERR_FILENO) == 1,
                                    &receivedSignal, catchSignals, isatty(STDOUT_FILENO) == 1};
    return gatescope::cli::runCli({argv + 1, argv + argc}, context);
}
