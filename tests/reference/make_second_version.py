#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the files in fixtures/second-version: what GateScope's files hold since its second part (held gates, answers at every
step, changes as targets, text, several runs in a session), which every later version opens. They are committed and stay as
they are: a later version makes a folder of its own.

Usage: /usr/bin/python3 tests/reference/make_second_version.py BUILD_FOLDER
"""
import math
import os
import pathlib
import subprocess
import sys

FOLDER = pathlib.Path(__file__).parent / "fixtures" / "second-version"
BUILD = pathlib.Path(sys.argv[1]).resolve()
SMALL = ["--hidden", "3", "--batch", "16", "--seed", "7", "--epochs", "3"]
WAVE = ["wave.csv", "--target", "wave", "--window", "8", "--layers", "1"]


def train(name, *words):
    subprocess.run([BUILD / "app/cli/gatescope-cli", "train", *words, "--threads", "1", "--json", "--out", name, *SMALL],
                   cwd=FOLDER, check=True, stdout=subprocess.DEVNULL)


def main():
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "wave.csv").write_text("wave\n" + "".join(f"{math.sin(0.3 * i):.6f}\n" for i in range(160)))
    (FOLDER / "words.txt").write_text("to be or not to be, that is the question. " * 6)
    train("forecast-held-reset.safetensors", *WAVE, "--hold", "reset")
    train("forecast-held-both.safetensors", *WAVE, "--hold", "reset,update", "--formulation", "reset-before", "--no-bias")
    train("forecast-change.safetensors", *WAVE, "--predict", "change", "--horizon", "1,3", "--look-back", "all")
    train("every-step.safetensors", "generated:running-parity?sequences=40&length=10&seed=3", "--loss-at", "every", "--burn-in", "2")
    train("text.safetensors", "words.txt", "--window", "8", "--layers", "1")
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", GATESCOPE_FIXTURE_FOLDER=str(FOLDER))
    subprocess.run([BUILD / "tests/ui/gatescope_ui_tests", "--gtest_also_run_disabled_tests",
                    "--gtest_filter=SecondVersion.DISABLED_WritesASessionOfSeveralRuns"], env=environment, check=True,
                   stdout=subprocess.DEVNULL)


main()
