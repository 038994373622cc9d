#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What each gate brings: validation loss over the epochs of the full cell, without the reset gate, without the update
gate and without both, on two generated tasks, for several seeds of the weights. Prints one table a task: the median
over the seeds at some epochs, and the last epoch's loss of every seed.

usage: held_gate_curves.py GATESCOPE_CLI [--epochs N] [SEED…]
"""
import argparse
import json
import statistics
import subprocess

VARIANTS = {"full": "none", "no reset": "reset", "no update": "update", "none": "reset,update"}
TASKS = {
    "delayed echo, 8 rows": ["generated:delayed-echo?delay=8&seed=0", "--layers", "1", "--hidden", "8", "--lr", "0.02"],
    "adding, length 20": ["generated:adding?length=20&seed=0", "--layers", "1", "--hidden", "8", "--lr", "0.02"],
}


def curve(cli, task, held, seed, epochs):
    """The validation loss after each epoch."""
    command = [cli, "train", *task, "--hold", held, "--seed", str(seed), "--epochs", str(epochs), "--threads", "1",
               "--json"]
    answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [epoch["validation_loss"] for epoch in json.loads(answer)["history"]]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("cli")
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("seeds", nargs="*", type=int, default=[11, 12, 13, 14, 15])
    arguments = parser.parse_args()
    shown = sorted({1, 2, 5, 10, arguments.epochs} & set(range(1, arguments.epochs + 1)))
    for name, task in TASKS.items():
        print(f"{name}: validation loss, median of {len(arguments.seeds)} seeds, and each seed's last", flush=True)
        print("cell".ljust(10), *(f"epoch {epoch}".rjust(10) for epoch in shown), "  seeds", *arguments.seeds)
        for variant, held in VARIANTS.items():
            curves = [curve(arguments.cli, task, held, seed, arguments.epochs) for seed in arguments.seeds]
            medians = (statistics.median(c[epoch - 1] for c in curves) for epoch in shown)
            print(variant.ljust(10), *(f"{value:.5f}".rjust(10) for value in medians), "  ",
                  " ".join(f"{c[-1]:.5f}" for c in curves), flush=True)
        print()


if __name__ == "__main__":
    main()
