#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the files in fixtures/first-version: models and sessions as GateScope 1 wrote them, which every later version
opens. They are committed and stay as they are: the script needs the programs of the first version (commit f3b5f3b).

Usage: /usr/bin/python3 tests/reference/make_first_version.py BUILD_FOLDER
"""
import math
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import numpy as np

FOLDER = pathlib.Path(__file__).parent / "fixtures" / "first-version"
BUILD = pathlib.Path(sys.argv[1]).resolve()


def write(name, text):
    (FOLDER / name).write_text(text)


def train(*words):
    subprocess.run([BUILD / "app/cli/gatescope-cli", "train", *words, "--threads", "1", "--json"], cwd=FOLDER,
                   check=True, stdout=subprocess.DEVNULL)


def data():
    """A wave; a wave with its kind of step in words; noise, which has nothing to learn; sequences as tensors."""
    write("wave.csv", "wave\n" + "".join(f"{math.sin(0.3 * i):.6f}\n" for i in range(160)))
    rows = [(math.sin(0.4 * i), "up" if math.cos(0.4 * i) > 0 else "down") for i in range(120)]
    write("kinds.csv", "value,kind\n" + "".join(f"{value:.6f},{kind}\n" for value, kind in rows))
    generator = random.Random(1)
    write("noise.csv", "noise\n" + "".join(f"{generator.gauss(0, 1):.6f}\n" for _ in range(120)))
    steps = np.random.default_rng(1).normal(5.0, 3.0, size=(30, 6, 2)).astype(np.float32)
    np.savez(FOLDER / "sums.npz", x=steps, y=steps[:, :, 0].sum(axis=1, keepdims=True))


def window_session():
    """What the window keeps of a training under way on a series of its own: small weights, opened from NumPy."""
    inputs, hidden = 3, 3
    shapes = {"gru.weight_ih_l0": (3 * hidden, inputs), "gru.weight_hh_l0": (3 * hidden, hidden),
              "gru.bias_ih_l0": (3 * hidden,), "gru.bias_hh_l0": (3 * hidden,), "head.weight": (1, hidden),
              "head.bias": (1,)}
    generator = np.random.default_rng(2)
    with tempfile.TemporaryDirectory() as folder:
        weights = pathlib.Path(folder) / "weights.npz"
        np.savez(weights, **{name: generator.normal(0, 0.3, shape).astype(np.float32)
                             for name, shape in shapes.items()})
        environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", HOME=folder, XDG_CONFIG_HOME=folder)
        program = subprocess.Popen([BUILD / "app/gui/gatescope", "--run", "--autosave-folder", folder,
                                    "--autosave-seconds", "0.3", weights], env=environment)
        kept = []
        while not kept:
            time.sleep(0.02)
            kept = list(pathlib.Path(folder).glob("*.autosave.safetensors"))
        program.send_signal(signal.SIGKILL)
        program.wait()
        shutil.copy(kept[0], FOLDER / "window-session.safetensors")


def main():
    FOLDER.mkdir(exist_ok=True)
    data()
    small = ["--hidden", "3", "--batch", "16", "--seed", "7"]
    train("wave.csv", "--target", "wave", "--window", "8", "--layers", "2", "--dropout", "0.2", "--optimizer", "adamw",
          "--schedule", "cosine", "--epochs", "5", "--steps", "17", "--out", "forecast.safetensors", *small)
    train("kinds.csv", "--target", "kind", "--features", "value", "--task", "classify", "--window", "6", "--horizon",
          "1", "--epochs", "3", "--out", "classes.safetensors", *small)
    train("sums.npz", "--split", "0.7,0.15,0.15", "--scale", "standard", "--epochs", "3", "--out",
          "tensors.safetensors", *small)
    train("noise.csv", "--target", "noise", "--window", "6", "--epochs", "200", "--early-stop", "3", "--lr", "0.05",
          "--out", "stopped.safetensors", *small)
    window_session()


main()
