# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One finding tried again: its folder, what it runs, what it found wrong."""
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import time

PATIENCE = 120  # seconds: a machine may have other work, and a save waits until its bytes are on the disk


class Trial:
    def __init__(self, bench, window=None):
        self.bench, self.window, self.folder = bench, window, bench.folder
        self.faults, self.skipped, self.dice = [], "", random.Random(1)
        self.begun = []

    def expect(self, holds, otherwise):
        if not holds:
            self.faults.append(otherwise)

    def memory(self, megabytes):
        """To be called in a child: its address space."""
        return lambda: resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))

    def traced(self, inject, *words, path=None):
        """Runs the command line with system calls made to fail by strace, of one path only where it is given."""
        if not shutil.which("strace"):
            self.skipped = "not tried: no strace"
            return subprocess.CompletedProcess(words, 0, "", "")
        only = ["-P", str(path)] if path else []
        return subprocess.run(["strace", "-f", "-qq", "-o", os.devnull, *only, "-e", f"inject={inject}", self.bench.cli,
                               *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=120)

    def measured(self, *words):
        """What a command did, its largest memory in MB and its seconds."""
        begin = time.monotonic()
        with open(self.folder / "said", "w+") as said:
            process = subprocess.Popen([self.bench.cli, *map(str, words)], stdout=said, stderr=said)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        return process, usage.ru_maxrss / 1000, time.monotonic() - begin

    def training(self, out, **options):
        """A training without an end, begun."""
        options = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **options}
        process = subprocess.Popen([self.bench.cli, *map(str, ["train", self.bench.data, "--target", "a", "--window", 8, "--hidden", 8,
                                                               "--epochs", 1_000_000, "--out", out])],
                                   **options)
        self.begun.append(process)
        self.wait_for(process, signal.SIGHUP)
        time.sleep(1.0)
        return process

    def end(self):
        """Leaves nothing running that did not end by itself."""
        for process in self.begun:
            if process.poll() is None:
                process.kill()
                process.wait()

    def code_of(self, process, what):
        """How a process that was told to end does so; one that goes on is told with what its threads wait for."""
        try:
            return process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            waits = [task.read_text() for task in pathlib.Path(f"/proc/{process.pid}/task").glob("*/wchan")]
            raise AssertionError(f"{what} is not over after {PATIENCE} s; its threads wait in {waits}") from None

    @staticmethod
    def wait_for(process, number):
        """Until a process handles a signal."""
        deadline = time.monotonic() + 60
        while process.poll() is None and time.monotonic() < deadline:
            with open(f"/proc/{process.pid}/status") as status:
                caught = next(int(line.split()[1], 16) for line in status if line.startswith("SigCgt:"))
            if caught >> (number - 1) & 1:
                return
            time.sleep(0.02)

    def started(self, *words, **options):
        """The window, without a display, its state in the trial's folder."""
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(self.folder), "XDG_CONFIG_HOME": str(self.folder / "config"),
                       **options.pop("environment", {})}
        process = subprocess.Popen([self.window, "--state-folder", str(self.folder / "state"), *map(str, words)], env=environment,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace", **options)
        self.begun.append(process)
        return process
