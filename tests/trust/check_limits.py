#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives gatescope-cli less and less memory (an address space limit) and fewer and fewer processes (for a user of its own,
where this runs as root). Every command ends, with 0 or with 4 and one sentence that has numbers; nothing aborts, nothing
hangs.

usage: check_limits.py GATESCOPE_CLI [--step MB]      megabytes between two limits
"""
import argparse
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from bench import Bench  # noqa: E402

NOBODYS = 54321  # a user that has no other process


def main():
    options = argparse.ArgumentParser()
    options.add_argument("cli")
    options.add_argument("--step", type=int, default=3)
    given = options.parse_args()
    wrong, codes = [], {}
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(given.cli, name)
        out = bench.folder / "out"
        out.mkdir()
        os.chmod(name, 0o755)
        os.chmod(out, 0o777)
        large = bench.folder / "large.csv"
        large.write_text("a,b\n" + "1.5,2.5\n" * 400_000)
        long = bench.folder / "long.json"
        bench.must("export", bench.model, "--format", "json", "--out", bench.folder / "m.json")
        text = (bench.folder / "m.json").read_text()
        long.write_text(text.replace("{", '{"filler": [' + ",".join(["[1,[2,3]]"] * 300_000) + "],", 1))
        commands = [
            ["train", bench.data, "--target", "a", "--window", 8, "--hidden", 64, "--threads", 4, "--epochs", 1, "--out",
             out / "m.safetensors"],
            ["train", bench.data, "--init", bench.model, "--epochs", 3, "--out", out / "m.safetensors"],
            ["data", large], ["predict", bench.model, bench.data, "--out", out / "p.csv"],
            ["verify", bench.model, long], ["gradients", bench.model, bench.data, "--out", out / "g.npz"],
            ["export", bench.model, "--format", "onnx", "--out", out / "m.onnx"],
            ["sweep", bench.data, "--target", "a", "--window", 8, "--epochs", 1, "--over", "hidden=16,32", "--seeds", 2, "--jobs", 4,
             "--out", out / "s.csv"],
            ["backtest", bench.data, "--target", "a", "--window", 8, "--epochs", 1, "--origins", 2, "--out", out / "b.csv"],
            ["report", bench.model, bench.data, "--out", out / "r.html"],
        ]

        def limited(words, what, limit):
            try:
                done = bench.run(*words, timeout=60, preexec_fn=limit)
            except subprocess.TimeoutExpired:
                wrong.append(f"{what}: {words[0]} hangs")
                return
            codes[done.returncode] = codes.get(done.returncode, 0) + 1
            error = [line for line in done.stderr.splitlines() if line.startswith("error: ")]
            refused_json = words[0] == "verify" and done.returncode == 1  # it is no export: read to its end
            if done.returncode == 127 or "error while loading shared libraries" in done.stderr:
                codes["the loader had no room"] = codes.get("the loader had no room", 0) + 1
            elif done.returncode not in (0, 4) and not refused_json:
                wrong.append(f"{what}: {words[0]} ends with {done.returncode}: {done.stderr[-300:]}")
            elif done.returncode == 4 and (len(error) != 1 or not re.search(r"[0-9]", error[0])):
                wrong.append(f"{what}: {words[0]} gives no numbers: {done.stderr[-300:]}")

        for megabytes in range(16, 120, given.step):
            size = megabytes << 20
            for words in commands:
                limited(words, f"{megabytes} MB", lambda: resource.setrlimit(resource.RLIMIT_AS, (size, size)))
        tried_processes = 0
        for processes in range(1, 5) if os.getuid() == 0 else ():
            def few():
                os.setgid(NOBODYS)
                os.setuid(NOBODYS)
                resource.setrlimit(resource.RLIMIT_NPROC, (processes, processes))
            for words in [*commands[:4], *commands[-3:]]:
                for file in out.iterdir():
                    file.unlink()
                limited([*words, "--threads", "4"] if words[0] == "train" and "--threads" not in words else words,
                        f"{processes} processes", few)
                tried_processes += 1
    print(f"limits tried: {len(range(16, 120, given.step)) * len(commands)} of memory, {tried_processes} of processes; exit codes "
          f"{codes}; {len(wrong)} wrong")
    print("\n".join(wrong[:40]))
    return 1 if wrong or not codes.get(0) or not codes.get(4) else 0


if __name__ == "__main__":
    sys.exit(main())
