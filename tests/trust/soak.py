#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains for a while, on the command line with a history and in the window (offscreen), and watches both processes' memory.
After a quarter of the time it may grow by 20 MB at most; both end with their signal's code and a file that trains on.

usage: soak.py GATESCOPE_CLI GATESCOPE [--minutes N]
"""
import argparse
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from bench import Bench  # noqa: E402


def resident(process):
    for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1000
    return 0.0


def main():
    options = argparse.ArgumentParser()
    options.add_argument("cli")
    options.add_argument("window")
    options.add_argument("--minutes", type=float, default=10)
    given = options.parse_args()
    wrong = []
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(given.cli, name)
        words = ["train", bench.data, "--target", "a", "--window", "8", "--hidden", "1", "--layers", "1", "--batch", "4", "--epochs",
                 "1000000", "--out", bench.folder / "soak.safetensors", "--history", bench.folder / "soak.csv"]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        processes = {
            "command line": subprocess.Popen([given.cli, *map(str, words)], stdout=subprocess.DEVNULL),
            "window": subprocess.Popen([given.window, "--state-folder", bench.folder / "state", "--run", "--autosave-seconds", "5", bench.data], env=environment,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL),
        }
        quarter, after, begin = 15 * given.minutes, {}, time.monotonic()
        while time.monotonic() - begin < 60 * given.minutes:
            time.sleep(min(5.0, quarter / 10))
            for what, process in processes.items():
                if process.poll() is not None:
                    wrong.append(f"{what} ended with {process.returncode}")
                elif time.monotonic() - begin > quarter:
                    after.setdefault(what, []).append(resident(process))
            if wrong:
                break
        for what, sizes in after.items():
            print(f"{what}: {sizes[0]:.1f} MB after a quarter, {max(sizes):.1f} MB at most, {sizes[-1]:.1f} MB at the end")
            if max(sizes) > sizes[0] + 20:
                wrong.append(f"{what} grows")
        for what, process in processes.items():
            process.send_signal(signal.SIGTERM)
            code = process.wait(timeout=60)
            if code != 143:
                wrong.append(f"{what} ends with {code} after SIGTERM")
        bench.must("info", bench.folder / "soak.safetensors")
        rows = sum(1 for _ in open(bench.folder / "soak.csv")) - 1
        print(f"{rows} batches in the history")
    print(f"{given.minutes} minutes: {len(wrong)} wrong")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
