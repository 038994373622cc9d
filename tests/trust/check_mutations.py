#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes the program's own files at random, behind a checksum that is made right again, and lets every reading verb have
them. No crash, no hang, no internals in a message: exit code 0 to 4 and, where it is not 0, one line "error: …".

usage: check_mutations.py GATESCOPE_CLI [--rounds N] [--seed N]
"""
import argparse
import copy
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from bench import Bench, read_model, write_model  # noqa: E402

VALUES = [None, True, False, 0, -1, 1, 2, 1e300, -1e300, 2**31, 2**62, 2**63, 2**64, 0.5, "", "x", "nan", "inf", "1e999", "\u0000",
          "\u202e\u009b", "x" * 100_000, [], {}, [[]], [0] * 1000, {"": {}}, ["a", 1], "0", "-0", "18446744073709551616"]


def places(value, path=()):
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from places(inner, (*path, key))


def changed(document, dice):
    """One place of a JSON document taken away, put twice, or holding something else."""
    spots = list(places(document))
    path = dice.choice(spots)
    if not path:
        return dice.choice(VALUES)
    copied = copy.deepcopy(document)
    holder = copied
    for key in path[:-1]:
        holder = holder[key]
    action = dice.randrange(4)
    if action == 0:
        del holder[path[-1]]
    elif action == 1 and isinstance(holder, list):
        holder.append(copy.deepcopy(holder[path[-1]]))
    else:
        holder[path[-1]] = dice.choice(VALUES)
    return copied


def mutate_metadata(header, dice):
    metadata = header["__metadata__"]
    key = dice.choice([key for key in metadata if key != "checksum"])
    try:
        metadata[key] = json.dumps(changed(json.loads(metadata[key]), dice))
    except ValueError:
        metadata[key] = str(dice.choice(VALUES))
    if dice.random() < 0.15:
        del metadata[key]


def mutate_tensors(header, data, dice):
    name = dice.choice([name for name in header if name != "__metadata__"])
    tensor, action = header[name], dice.randrange(5)
    if action == 0:
        tensor["shape"] = dice.choice([[], [0], tensor["shape"] + [1], [1] + tensor["shape"], tensor["shape"][::-1], [2**62, 4]])
    elif action == 1:
        tensor["dtype"] = dice.choice(["F64", "F32", "I64", "U64", "BF16", "BOOL", "F8"])
    elif action == 2 and tensor["data_offsets"][0] < tensor["data_offsets"][1]:
        at = dice.randrange(*tensor["data_offsets"])
        data = data[:at] + bytes(dice.randrange(256) for _ in range(8)) + data[at + 8:]
    elif action == 3:
        header[name + "x"] = header.pop(name)
    else:
        del header[name]
    return data


def main():
    options = argparse.ArgumentParser()
    options.add_argument("cli")
    options.add_argument("--rounds", type=int, default=150)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    dice = random.Random(given.seed)
    wrong, codes = [], {}
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(given.cli, name)
        header, data = read_model(bench.model)
        damaged = bench.folder / "damaged.safetensors"
        write_model(damaged, copy.deepcopy(header), data)
        bench.must("info", damaged)  # the checksum made here is the program's
        verbs = [["info", damaged], ["info", damaged, "--json"], ["predict", damaged, bench.data, "--out", bench.folder / "p.csv"],
                 ["train", bench.data, "--init", damaged, "--steps", 20, "--epochs", 3, "--out", bench.folder / "t.safetensors"],
                 ["export", damaged, "--format", "json", "--out", bench.folder / "e.json"], ["evaluate", damaged, bench.data]]
        for round_number in range(given.rounds):
            copied, bytes_now = copy.deepcopy(header), data
            for _ in range(dice.choice([1, 1, 1, 2, 4])):
                if dice.random() < 0.7:
                    mutate_metadata(copied, dice)
                elif len(copied) > 2:
                    bytes_now = mutate_tensors(copied, bytes_now, dice)
            write_model(damaged, copied, bytes_now)
            words = verbs[round_number % len(verbs)]
            try:
                done = bench.run(*words, timeout=60)
            except subprocess.TimeoutExpired:
                wrong.append(f"round {round_number}: {words[0]} hangs")
                continue
            codes[done.returncode] = codes.get(done.returncode, 0) + 1
            lines = [line for line in done.stderr.splitlines() if not line.startswith("warning: ")]
            if done.returncode not in range(5):
                wrong.append(f"round {round_number}: {words[0]} ends with {done.returncode}: {done.stderr[-300:]}")
            elif done.returncode != 0 and (len(lines) != 1 or not lines[0].startswith("error: ")):
                wrong.append(f"round {round_number}: {words[0]} says {done.stderr[-300:]!r}")
            elif re.search(r"json\.exception|internal error|std::|bad_alloc", done.stderr):
                wrong.append(f"round {round_number}: {words[0]} shows internals: {done.stderr[-300:]}")
    print(f"{given.rounds} files changed behind a right checksum (seed {given.seed}): exit codes {dict(sorted(codes.items()))}; "
          f"{len(wrong)} wrong")
    print("\n".join(wrong[:40]))
    return 1 if wrong or codes.get(0, 0) == 0 or codes.get(1, 0) == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
