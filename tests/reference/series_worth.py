#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the bundled series are worth: RMSE on the test part in original units, of every baseline and of a network with
three seeds, on the same windows. Prints one table.

usage: series_worth.py GATESCOPE_CLI [SEED…]
"""
import json
import pathlib
import subprocess
import sys
import tempfile

CLI = sys.argv[1]
SEEDS = sys.argv[2:] or ["0", "1", "2"]
DATA = pathlib.Path(__file__).resolve().parents[2] / "resources" / "datasets"
# File, target, features, horizon, window.
SERIES = [
    ("seattle-hourly.csv", "temperature", "temperature,pressure,wind", 6, 48),
    ("seattle-daily.csv", "temp_max", "temp_max,temp_min,precipitation,wind", 1, 28),
    ("sunspots.csv", "sunspots", "sunspots", 1, 22),
    ("sunspots.csv", "sunspots", "sunspots", 3, 33),
    ("el-nino.csv", "sea_temperature", "sea_temperature", 3, 24),
    ("el-nino.csv", "sea_temperature", "sea_temperature", 6, 36),
]
BASELINES = ["last-value", "mean", "seasonal", "drift", "least-squares"]


def run(*arguments):
    done = subprocess.run([CLI, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stderr)
    return done.stdout


def row(folder, file, target, features, horizon, window):
    networks, found = [], None
    for seed in SEEDS:
        model = folder / "m.safetensors"
        run("train", DATA / file, "--target", target, "--features", features, "--horizon", horizon, "--window", window,
            "--layers", 1, "--hidden", 16, "--lr", 0.01, "--epochs", 60, "--early-stop", 10, "--seed", seed,
            "--out", model)
        found = json.loads(run("evaluate", model, DATA / file, "--json"))
        networks.append(found["parts"]["test"]["rmse"])
    by_id = {b["id"]: b["parts"]["test"]["rmse"] if "test" in b["parts"] else None for b in found["baselines"]}
    best = min(value for value in by_id.values() if value is not None)
    number = lambda value: "–" if value is None else f"**{value:.4g}**" if value == best else f"{value:.4g}"
    cells = [f"{file[:-4]}, {target}, {horizon}, {window}", *(number(by_id.get(id)) for id in BASELINES)]
    cells[3] += f" ({found['season']['rows']})"
    cells.append(", ".join(f"**{value:.4g}**" if value < best else f"{value:.4g}" for value in networks))
    print("| " + " | ".join(cells) + " |", flush=True)


print("| series, target, horizon, window | " + " | ".join(BASELINES) + f" | GRU 1×16, seeds {', '.join(SEEDS)} |")
print("| --- " * (len(BASELINES) + 2) + "|")
with tempfile.TemporaryDirectory() as name:
    for series in SERIES:
        row(pathlib.Path(name), *series)
