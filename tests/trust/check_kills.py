#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills gatescope-cli (SIGKILL) at random moments of every command that writes: trainings with checkpoint and history,
every export, sweeps, reports, over files that are there already. Afterwards each file is the old or the new one, whole;
at most one stray is left of each target, and the next run removes it. With --window every fourth round kills the window
(offscreen, in a state folder of its own) while it trains and keeps its session and its runs: each that is left opens, and the
next start removes the stray.

usage: check_kills.py GATESCOPE_CLI [--window GATESCOPE] [--rounds N] [--seed N]
"""
import argparse
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from bench import FORMATS, ON_NEW_PLACES, Bench, content, is_whole  # noqa: E402


def kill_after(bench, words, seconds, one_signal=signal.SIGKILL):
    process = subprocess.Popen([bench.cli, *map(str, words)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(seconds)
    process.send_signal(one_signal)
    return process.wait(timeout=60)


def duration(bench, words):
    begin = time.monotonic()
    bench.must(*words)
    return time.monotonic() - begin


def kill_command(bench, dice, command, seconds, whole, wrong):
    """@return its exit code; what is wrong is appended"""
    what, words, path = command
    out = path.parent
    if what in ON_NEW_PLACES:
        subprocess.run(["rm", "-rf", path], check=True)
    elif path.exists():
        path.write_bytes(b"old")
    old = content(path)
    code = kill_after(bench, words, dice.uniform(0.0, 1.1) * seconds)
    now = content(path)
    if now != old and not is_whole(what, now, whole):
        wrong.append(f"{what}: neither the old nor the new file")
    if now != old and path.suffix == ".safetensors" and what.startswith("train") and bench.run("info", path).returncode != 0:
        wrong.append(f"{what}: the new file does not open")
    if len(bench.strays(out)) > 1:
        wrong.append(f"{what}: strays {bench.strays(out)}")
    if what in ON_NEW_PLACES and what != "sweep":
        subprocess.run(["rm", "-rf", path], check=True)
    bench.must(*words)
    if bench.strays(out):
        wrong.append(f"{what}: the next run left {bench.strays(out)}")
    if not is_whole(what, content(path), whole):
        wrong.append(f"{what}: the next run wrote something else")
    return code


def start_window(window, state, *words):
    passing, session = (pathlib.Path(state).parent / name for name in ("passing", "session"))
    for folder in (passing, session):
        folder.mkdir(mode=0o700, exist_ok=True)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(passing), "XDG_RUNTIME_DIR": str(session)}
    return subprocess.Popen([window, "--state-folder", state, "--autosave-seconds", "0.02", *map(str, words)],
                            env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def handles(process, number):
    """Whether a process has come as far as to handle a signal."""
    for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith("SigCgt:"):
            return bool(int(line.split()[1], 16) >> (number - 1) & 1)
    return False


def kill_window(bench, window, dice, wrong):
    """Kills it while it keeps what it trains, and starts it again."""
    state = bench.folder / "state"
    model = bench.folder / "window.safetensors"
    if not model.exists():  # a training under way: one that is over would not go on
        words = ["train", bench.data, "--target", "a", "--window", 8, "--hidden", 64, "--epochs", 100_000, "--out", model]
        assert kill_after(bench, words, 2.0, signal.SIGTERM) == 143 and model.exists()
    folders = [state / "autosave", state / "runs"]
    before = {path for folder in folders if folder.is_dir() for path in folder.glob("*.safetensors")}
    process = start_window(window, state, "--run", bench.data if dice.random() < 0.5 else model)
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:  # to its first own file, then to any moment after
        now = {path for folder in folders if folder.is_dir() for path in folder.glob("*.safetensors")}
        if now - before:
            break
        time.sleep(0.01)
    time.sleep(dice.uniform(0.0, 0.4))
    process.send_signal(signal.SIGKILL)
    code = process.wait(timeout=60)
    for folder in folders:
        if not folder.is_dir():
            continue
        if len(bench.strays(folder)) > 1:
            wrong.append(f"window: strays {bench.strays(folder)} in {folder.name}")
        for path in folder.glob("*.safetensors"):
            if bench.run("info", path).returncode != 0:
                wrong.append(f"window: {folder.name}/{path.name} does not open")
    again = start_window(window, state)  # a start that offers what was left, ended as a desktop ends it
    while again.poll() is None and not handles(again, signal.SIGTERM) and time.monotonic() < deadline + 60:
        time.sleep(0.05)
    time.sleep(1.0)
    again.send_signal(signal.SIGTERM)
    if (ended := again.wait(timeout=60)) != 143:
        wrong.append(f"window: the next start ends with {ended}")
    left = [f"{folder.name}/{name}" for folder in folders if folder.is_dir() for name in bench.strays(folder)]
    left += [f"passing/{path.name}" for path in (bench.folder / "passing").iterdir()]
    if left:
        wrong.append(f"window: the next start left {left}")
    return code


def main():
    options = argparse.ArgumentParser()
    options.add_argument("cli")
    options.add_argument("--window")
    options.add_argument("--rounds", type=int, default=50)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    dice = random.Random(given.seed)
    wrong, killed, ended, windows = [], 0, 0, 0
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(given.cli, name)
        out = bench.folder / "out"
        out.mkdir()
        cases = bench.writing_commands(out)
        dice.shuffle(cases)
        times, whole = {}, {}
        for what, words, path in cases:
            times[what] = duration(bench, words)
            whole[what] = content(path)
        number = 0
        for round_number in range(given.rounds):
            if given.window and round_number % 4 == 3:
                code = kill_window(bench, given.window, dice, wrong)
                windows += code == -signal.SIGKILL
            else:
                case = cases[number % len(cases)]
                number += 1
                code = kill_command(bench, dice, case, times[case[0]], whole[case[0]], wrong)
            killed, ended = killed + (code == -signal.SIGKILL), ended + (code == 0)
    print(f"{given.rounds} rounds over {len(cases)} commands ({len(FORMATS)} formats){f' and {windows} windows' if given.window else ''}: "
          f"{killed} killed in time, {ended} ended before; {len(wrong)} wrong")
    print("\n".join(wrong))
    return 1 if wrong or killed < given.rounds // 4 else 0


if __name__ == "__main__":
    sys.exit(main())
