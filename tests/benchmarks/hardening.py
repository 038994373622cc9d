#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What hardening costs the kernels: compiles core/math, core/model and the optimizers once more without stack protector, stack
clash protection and checked library calls, and runs gatescope_kernels with these and with those of the build in turns. The
processor time of one thread is compared, run by run; printed is the median of the ratios and where half of them lie.

usage: hardening.py RELEASE_BUILD_FOLDER [--rounds N] [--only REGEX]     (1: no difference, above: hardened is slower)
"""
import argparse
import concurrent.futures
import json
import pathlib
import re
import shlex
import statistics
import subprocess
import tempfile

HARDENING = {"-fstack-protector-strong", "-fstack-clash-protection", "-D_FORTIFY_SOURCE=2"}
OFF = ["-fno-stack-protector", "-fno-stack-clash-protection", "-U_FORTIFY_SOURCE"]
KERNELS = re.compile(r"/core/(math|model|train/optimisation)/[^/]*\.cpp$")
MEASURED = r"^(Gemm/(64|256)|Gates/.*|Layer/.*H:(64|256).*|Adam/64|GradientNorm/64|Streaming/H:(16|64)/.*)$"
TOP = pathlib.Path(__file__).resolve().parents[2]


def flags_of(entry):
    """Its flags, without what it reads and writes and without the precompiled header, which was made with other flags."""
    words, kept, skip = shlex.split(entry["command"]), [], False
    for word in words[1:]:
        if skip:
            skip = False
        elif word in ("-o", "-c", "-include"):
            skip = True
        elif word not in ("-Winvalid-pch", "-Werror"):
            kept.append(word)
    return [word for word in kept if word not in HARDENING], [word for word in kept if word in HARDENING]


def compiled(entry, folder, extra=()):
    flags, hardening = flags_of(entry)
    assert set(hardening) == HARDENING, f"{entry['file']} is not hardened: {hardening}"
    out = folder / (str(abs(hash(entry["file"]))) + ".o")
    subprocess.run(["c++", *flags, *extra, "-w", "-c", entry["file"], "-o", out], check=True, cwd=entry["directory"])
    return out


def times(program, only):
    """Nanoseconds of processor time of each kernel."""
    text = subprocess.run([program, f"--benchmark_filter={only}", "--benchmark_format=json", "--benchmark_min_time=0.05"],
                          check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    return {run["name"]: run["cpu_time"] for run in json.loads(text)["benchmarks"] if run.get("run_type") == "iteration"}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--rounds", type=int, default=15)
    options.add_argument("--only", default=MEASURED)
    given = options.parse_args()
    commands = json.loads((given.build / "compile_commands.json").read_text())
    kernels = [entry for entry in commands if KERNELS.search(entry["file"]) and "_test" not in entry["file"]]
    assert len(kernels) > 10, len(kernels)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        mains = [compiled({**kernels[0], "file": str(TOP / "tests/benchmarks" / file)}, folder) for file in ("kernels.cpp", "workload.cpp")]
        with concurrent.futures.ThreadPoolExecutor(2) as workers:
            plain = list(workers.map(lambda entry: compiled(entry, folder, OFF), kernels))
        core = [given.build / "core/libgatescope_core.a", given.build / "core/libgatescope_onnx.a"]
        for program, own in (("hardened", []), ("plain", plain)):
            subprocess.run(["c++", *mains, *own, *core, "-lbenchmark", "-lpthread", "-l:libonnx_proto.so.1", "-lprotobuf", "-lzip", "-o",
                            folder / program], check=True)
        found = {}
        for number in range(given.rounds):
            order = ("hardened", "plain") if number % 2 else ("plain", "hardened")
            taken = {program: times(folder / program, given.only) for program in order}
            for kernel, hardened in taken["hardened"].items():
                found.setdefault(kernel, []).append(hardened / taken["plain"][kernel])
    for kernel, ratios in found.items():
        low, middle, high = statistics.quantiles(ratios, n=4)
        print(f"{kernel:40} {middle:.3f}   half of the ratios between {low:.3f} and {high:.3f}")
    medians = [statistics.median(ratios) for ratios in found.values()]
    print(f"{len(found)} kernels, {given.rounds} rounds: hardened takes {statistics.geometric_mean(medians):.3f} of the plain time, "
          f"{min(medians):.3f} to {max(medians):.3f} by kernel")


if __name__ == "__main__":
    main()
