# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs GateScope and its peers in turns and prints who is how fast; compare.sh prepares everything and calls it."""
import argparse
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys

import onnx_models

HERE = pathlib.Path(__file__).resolve().parent
LIBRARIES = pathlib.Path("/usr/lib/x86_64-linux-gnu")
SIZES = ["20x32", "32x64", "100x64", "32x128", "32x256", "64x512", "every:32x64", "text:64x128"]
KINDS = {"train": "", "every": ", loss at every step", "text": ", text of 70 characters"}
AT_LEAST = {"20x32": 12, "32x64": 6, "100x64": 6, "32x128": 3, "32x256": 1.8, "64x512": 1.3}
# PyTorch with each BLAS that Debian has and that is worth trying; the best one per size is its entry in the table.
TORCH_SETTINGS = [("openblas-openmp", 1), ("openblas-openmp", 2), ("blis-openmp", 1), ("blis-openmp", 2)]


class Worker:
    """A process that answers requests; it sleeps while others are measured."""

    def __init__(self, name, command, environment=None):
        self.name = name
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        env={**os.environ, **(environment or {})})

    def ask(self, *request):
        self.process.stdin.write(" ".join(map(str, request)) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line or line.startswith("error"):
            sys.exit(f"compare: {self.name} gave no answer to {request}: {line}")
        return [float(number) for number in line.split()]


def gatescope(build, threads, formulation="reset-after"):
    return Worker(f"GateScope, {formulation}, {threads} threads",
                  [str(build / "gatescope_worker"), str(threads), formulation])


def pytorch(blas, threads):
    environment = {
        "LD_LIBRARY_PATH": str(LIBRARIES / blas), "OMP_NUM_THREADS": str(threads), "BLIS_NUM_THREADS": str(threads),
        "LD_PRELOAD": str(LIBRARIES / "libtcmalloc_minimal.so.4"),
    }
    command = ["/usr/bin/python3", str(HERE / "torch_worker.py"), str(threads)]
    return Worker(f"{blas}, {threads} threads", command, environment)


def onnx_runtime(modules, models, threads):
    return Worker(f"{threads} threads", ["node", str(HERE / "onnx_worker.js"), str(threads), str(models)],
                  {"NODE_PATH": str(modules)})


def summary(samples):
    low, middle, high = statistics.quantiles(samples, n=4) if len(samples) > 1 else samples * 3
    return {"median": statistics.median(samples), "quartiles": [low, high], "samples": samples}


def in_turns(workers, request, rounds):
    """Every worker once a round, each round beginning with another: a slow moment of the machine hits all alike."""
    found = {key: [] for key in workers}
    keys = list(workers)
    for turn in range(rounds):
        for key in keys[turn % len(keys):] + keys[:turn % len(keys)]:
            found[key].append(workers[key].ask(*request)[0])
    return {key: summary(samples) for key, samples in found.items()}


def best_of(workers, request):
    """The worker that is fastest at a request, the better of two tries each."""
    return max(workers, key=lambda worker: max(worker.ask(*request)[0] for _ in range(2)))


def compare_training(size, ours, torch_workers, arguments, peak):
    kind, _, shape = size.rpartition(":")
    kind = kind or "train"
    steps, hidden = map(int, shape.split("x"))
    peer = best_of(torch_workers, (kind, steps, hidden, arguments.seconds / 2))
    competitors = {"two": ours["two"], "one": ours["one"], "torch": peer, "before": ours["before"]}
    row = in_turns(competitors, (kind, steps, hidden, arguments.seconds), arguments.rounds)
    _, size_bytes, products, gates = ours["two"].ask(kind, steps, hidden, 0)
    samples = row["two"]["median"]
    return {
        "size": size, "torch_setting": peer.name, **row, "bytes": size_bytes,
        "ratio": samples / row["torch"]["median"], "ratio_one": row["one"]["median"] / row["torch"]["median"],
        "at_least": AT_LEAST.get(size), "gflops": samples * products / 1e9,
        "peak_share": samples * products / peak, "roofline": peak / (products + gates), "roofline_share": samples * (products + gates) / peak,
        "reset_before_time": samples / row["before"]["median"],
    }


def spread(entry, scale=1.0, digits=0):
    low, high = entry["quartiles"]
    return f"{entry['median'] * scale:,.{digits}f} ({low * scale:,.{digits}f}–{high * scale:,.{digits}f})"


def print_training(rows):
    print("\n| T × H | GateScope, 2 threads | ratio | at least | 1 thread | ratio | PyTorch, its best setting "
          "| GFLOP/s | of the peak | of the roofline | memory | reset-before's time |")
    print("| --- " * 12 + "|")
    for row in rows:
        kind, _, shape = row["size"].rpartition(":")
        size = shape.replace("x", " × ") + KINDS[kind or "train"]
        print(f"| {size} | {spread(row['two'])} | **{row['ratio']:.1f}** | {row['at_least'] or '–'} "
              f"| {spread(row['one'])} | {row['ratio_one']:.1f} | {spread(row['torch'])} {row['torch_setting']} "
              f"| {row['gflops']:.0f} | {row['peak_share']:.0%} | {row['roofline_share']:.0%} | {row['bytes'] / 2**20:.1f} MiB "
              f"| {row['reset_before_time']:.2f} × |", flush=True)


def compare_inference(ours, torch_workers, onnx_workers, arguments):
    rows = []
    requests = [("whole sequences of 32, batch 64, H = 64", "samples a second", ("infer", 32, 64)),
                ("one step a call, one layer, H = 64", "steps a second", ("stream", 64))]
    for title, unit, request in requests:
        quick, full = (*request, arguments.seconds / 2), (*request, arguments.seconds)
        torch, onnx = best_of(torch_workers, quick), best_of(onnx_workers, quick)
        ours_best = best_of([ours["one"], ours["two"]], quick)
        row = in_turns({"ours": ours_best, "torch": torch, "onnx": onnx}, full, arguments.rounds)
        rows.append({"title": title, "unit": unit, "torch_setting": torch.name, "onnx_setting": onnx.name, **row})
    return rows


def print_inference(rows):
    print("\n| inference | GateScope | ONNX Runtime | ratio | PyTorch | ratio |")
    print("| --- " * 6 + "|")
    for row in rows:
        ours = row["ours"]["median"]
        print(f"| {row['title']}, {row['unit']} | {spread(row['ours'])} | {spread(row['onnx'])} {row['onnx_setting']} "
              f"| {ours / row['onnx']['median']:.1f} | {spread(row['torch'])} {row['torch_setting']} "
              f"| {ours / row['torch']['median']:.1f} |")


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":")[1].strip()
    return platform.machine()


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, required=True, help="folder of gatescope_worker")
    parser.add_argument("--modules", type=pathlib.Path, required=True, help="node_modules with onnxruntime-node")
    parser.add_argument("--json", type=pathlib.Path, help="where to write all samples")
    parser.add_argument("--sizes", default=",".join(SIZES), help="T x H, e.g. 32x64,32x128")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--seconds", type=float, default=1.0, help="of each measurement")
    return parser.parse_args()


def main():
    arguments = parse_arguments()
    models = arguments.build / "models"
    onnx_models.write(models / "gru_2_64.onnx", 2, 64)
    onnx_models.write(models / "gru_1_64.onnx", 1, 64)
    ours = {"one": gatescope(arguments.build, 1), "two": gatescope(arguments.build, 2),
            "before": gatescope(arguments.build, 2, "reset-before")}
    torch_workers = [pytorch(*setting) for setting in TORCH_SETTINGS]
    onnx_workers = [onnx_runtime(arguments.modules, models, threads) for threads in (1, 2)]

    one_peak, peak = (max(ours[key].ask("peak", 0.3)[0] for _ in range(5)) for key in ("one", "two"))
    load = os.getloadavg()[0]
    print(f"{processor()}, {os.cpu_count()} processors, peak {one_peak / 1e9:.1f} GFLOP/s alone, "
          f"{peak / 1e9:.1f} both at once, load before {load:.1f}"
          + (" (not a quiet machine: ratios hold, shares of the roofline do not)" if load > 0.5 else ""))
    print(f"Training step, batch 64, 3 inputs, 2 layers, float32; samples a second: median of {arguments.rounds} "
          f"interleaved runs of {arguments.seconds} s (quartiles)", flush=True)
    training = [compare_training(size, ours, torch_workers, arguments, peak) for size in arguments.sizes.split(",")]
    print_training(training)
    inference = compare_inference(ours, torch_workers, onnx_workers, arguments)
    print_inference(inference)
    if arguments.json:
        arguments.json.write_text(json.dumps(
            {"processor": processor(), "processors": os.cpu_count(), "peak_alone": one_peak, "peak": peak, "load_before": load,
             "training": training, "inference": inference}, indent=1) + "\n")
        print(f"\nAll samples: {arguments.json}")


if __name__ == "__main__":
    main()
