// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_cli.h"

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

/// The first signal asks to stop at the next batch; a second one ends the program at once.
void catchSignal(int number)
{
    struct sigaction action = {};
    action.sa_handler = rememberSignal;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, nullptr);
}

void catchSignals()
{
    catchSignal(SIGINT);
    catchSignal(SIGTERM);
}

} // namespace

int main(int argc, char *argv[])
{
    gatescope::cli::Context context{std::cout, std::cerr, isatty(STDERR_FILENO) == 1, &receivedSignal, catchSignals};
    return gatescope::cli::runCli({argv + 1, argv + argc}, context);
}
