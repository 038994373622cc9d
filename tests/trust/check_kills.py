#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills gatescope-cli (SIGKILL) at random moments of a training with checkpoint and history, and of every export, over
files that are there already. Afterwards each file is the old or the new one, whole; at most one stray is left of each
target, and the next run removes it.

usage: check_kills.py GATESCOPE_CLI [--rounds N] [--seed N]
"""
import argparse
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from bench import FORMATS, Bench, content  # noqa: E402


def kill_after(bench, words, seconds, one_signal=signal.SIGKILL):
    process = subprocess.Popen([bench.cli, *map(str, words)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(seconds)
    process.send_signal(one_signal)
    return process.wait(timeout=60)


def duration(bench, words):
    begin = time.monotonic()
    bench.must(*words)
    return time.monotonic() - begin


def main():
    options = argparse.ArgumentParser()
    options.add_argument("cli")
    options.add_argument("--rounds", type=int, default=50)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    dice = random.Random(given.seed)
    wrong, killed, ended = [], 0, 0
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(given.cli, name)
        out = bench.folder / "out"
        out.mkdir()
        cases = [command for command in bench.writing_commands(out) if command[0].startswith(("train", "export"))]
        times = {name: duration(bench, words) for name, words, _ in cases}
        whole = {name: content(path) for name, _, path in cases}
        for round_number in range(given.rounds):
            what, words, path = cases[round_number % len(cases)]
            if what == "export pytorch":
                subprocess.run(["rm", "-rf", path], check=True)
            elif path.exists():
                path.write_bytes(b"old")
            old = content(path)
            code = kill_after(bench, words, dice.uniform(0.0, 1.1) * times[what])
            killed, ended = killed + (code == -signal.SIGKILL), ended + (code == 0)
            now = content(path)
            same_as_whole = now == whole[what] or (what.startswith("train") and now is not None and now != old)
            if now != old and not same_as_whole:
                wrong.append(f"round {round_number}: {what}: neither the old nor the new file")
            if now != old and path.suffix == ".safetensors" and bench.run("info", path).returncode != 0:
                wrong.append(f"round {round_number}: {what}: the new file does not open")
            if len(bench.strays(out)) > 1:
                wrong.append(f"round {round_number}: {what}: strays {bench.strays(out)}")
            if what == "export pytorch":
                subprocess.run(["rm", "-rf", path], check=True)
            bench.must(*words)
            if bench.strays(out):
                wrong.append(f"round {round_number}: {what}: the next run left {bench.strays(out)}")
    print(f"{given.rounds} rounds over {len(cases)} commands ({len(FORMATS)} formats): {killed} killed in time, {ended} ended "
          f"before; {len(wrong)} wrong")
    print("\n".join(wrong))
    return 1 if wrong or killed < given.rounds // 4 else 0


if __name__ == "__main__":
    sys.exit(main())
