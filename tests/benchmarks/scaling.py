# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints how the time of a training step grows with steps, batch, units, layers and threads, beside the expected law.

usage: /usr/bin/python3 tests/benchmarks/scaling.py build/benchmarks/tests/benchmarks/gatescope_kernels [--repetitions 5]
"""
import argparse
import json
import os
import statistics
import subprocess

INPUTS = 3
# What Scaling/… of kernels.cpp holds fixed while one of them grows.
FIXED = {"T": 32, "B": 64, "H": 64, "L": 2, "threads": 1}
LAWS = {"T": "linear", "B": "linear", "H": "quadratic in the products, linear in the gates",
        "L": "linear above the first layer, whose input is small", "threads": "shared by the threads that have a core"}


def operations(shape):
    """Of one step: the products of forward and backward, and the gates (workload.cpp)."""
    hidden, layers = shape["H"], shape["L"]
    products = 12 * hidden * INPUTS + 18 * hidden**2 + 36 * hidden**2 * (layers - 1)
    work = shape["B"] * shape["T"] * (products + 150 * hidden * layers)
    return work / min(shape["threads"], os.cpu_count())


def measure(kernels, repetitions):
    """Median milliseconds of a step per family and value; the repetitions of all are mixed."""
    command = [kernels, "--benchmark_filter=^Scaling", "--benchmark_format=json", "--benchmark_min_time=0.1",
               f"--benchmark_repetitions={repetitions}", "--benchmark_enable_random_interleaving=true"]
    answer = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout)
    times = {}
    for run in answer["benchmarks"]:
        if run["run_type"] == "iteration":
            _, family, value = run["name"].split("/")[:3]
            # One thread is timed by the processor's clock, several by the one on the wall.
            nanoseconds = run["real_time" if family == "threads" else "cpu_time"]
            times.setdefault(family, {}).setdefault(int(value), []).append(nanoseconds / 1e6)
    return {family: {value: statistics.median(found) for value, found in sorted(values.items())}
            for family, values in times.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kernels", help="the program gatescope_kernels")
    parser.add_argument("--repetitions", type=int, default=5)
    arguments = parser.parse_args()
    fixed = ", ".join(f"{name} = {value}" for name, value in FIXED.items())
    print(f"A training step, {INPUTS} inputs; {fixed}, but for the one that grows. Load {os.getloadavg()[0]:.1f}.")
    for family, times in measure(arguments.kernels, arguments.repetitions).items():
        print(f"\n| {family} | ms a step | grows by | expected: {LAWS[family]} |\n| --- | --- | --- | --- |")
        before = None
        for value, milliseconds in times.items():
            work = operations({**FIXED, family: value})
            growth = "– | –" if before is None else f"{milliseconds / before[0]:.2f} | {work / before[1]:.2f}"
            print(f"| {value} | {milliseconds:.3f} | {growth} |")
            before = (milliseconds, work)


if __name__ == "__main__":
    main()
