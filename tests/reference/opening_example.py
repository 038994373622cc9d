#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the series that opens first is worth: the first entry of resources/datasets/manifest.json, trained with the
settings it carries for ten seeds, scored on the test part beside every baseline, with the verdicts each seed earns.

usage: opening_example.py GATESCOPE_CLI [SEED…]
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import time

CLI = sys.argv[1]
SEEDS = sys.argv[2:] or [str(seed) for seed in range(11, 21)]
DATA = pathlib.Path(__file__).resolve().parents[2] / "resources" / "datasets"


def run(*arguments):
    done = subprocess.run([CLI, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stderr)
    return done.stdout


def text(value):
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


def main():
    entry = json.loads((DATA / "manifest.json").read_text())["datasets"][0]
    words = []
    for name, value in {**entry["options"], **entry["training"]}.items():
        words += ["--" + name.replace("_", "-"), text(value)]
    file = DATA / entry["file"]
    print(f"{entry['id']}: {' '.join(words)}\n")
    networks, first = [], None
    with tempfile.TemporaryDirectory() as folder:
        model = pathlib.Path(folder) / "m.safetensors"
        for seed in SEEDS:
            begin = time.monotonic()
            run("train", file, *words, "--seed", seed, "--out", model)
            seconds = time.monotonic() - begin
            found = json.loads(run("evaluate", model, file, "--json"))
            first = first or found
            networks.append((seed, found["parts"]["test"]["rmse"], found["skill"]["test"], seconds,
                             [verdict["id"] for verdict in found["verdicts"]]))
    print("| baseline | test RMSE |\n| --- | --- |")
    for baseline in first["baselines"]:
        part = baseline["parts"].get("test")
        print(f"| {baseline['name']} | {part['rmse']:.4g} |" if part else f"| {baseline['name']} | – |")
    print("\n| seed | " + " | ".join(seed for seed, *_ in networks) + " |")
    print("| --- " * (len(networks) + 1) + "|")
    print("| network, test RMSE | " + " | ".join(f"{rmse:.3f}" for _, rmse, *_ in networks) + " |")
    print("| skill | " + " | ".join(f"{skill:.3f}" for _, _, skill, *_ in networks) + " |")
    print("| seconds | " + " | ".join(f"{seconds:.1f}" for _, _, _, seconds, _ in networks) + " |\n")
    for seed, _, _, _, verdicts in networks:
        print(f"seed {seed}: {', '.join(verdicts)}")


main()
