#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the stored runs of the lessons again: what takes longer than a lesson may make anybody wait.

    resources/lessons/make_runs.py build/release/app/cli/gatescope-cli

A run opens whole (curves, gradients, optimizer), and is kept small: the curves as the screen thins them, which are more
than half of such a file, are left out and made again of the batches. `lesson check` holds its numbers, and that its
settings still train to the loss it notes after the first epoch.
"""

import json
import pathlib
import struct
import subprocess
import sys

LESSONS = pathlib.Path(__file__).resolve().parent
DATASETS = LESSONS.parent / "datasets"

RUNS = {
    "a-network-that-spells/speller.safetensors": (
        "devils-dictionary",
        "devils-dictionary.txt",
        "--window 64 --split 0.8,0.1,0.1 --layers 1 --hidden 32 --lr 0.01 --batch 32 --epochs 40 --loss-at every",
    )
}


def read(path):
    """The header and the tensors' bytes of a safetensors file, by name."""
    data = path.read_bytes()
    (size,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + size])
    metadata = header.pop("__metadata__")
    begin = 8 + size
    tensors = {}
    for name, entry in header.items():
        first, last = entry["data_offsets"]
        tensors[name] = (entry["dtype"], entry["shape"], data[begin + first : begin + last])
    return metadata, tensors


def checksum(metadata, tensors):
    """As resources/help/model-file.md says."""
    state = 14695981039346656037

    def mix(word):
        nonlocal state
        state = (state ^ word) * 1099511628211 % 2**64
        state ^= state >> 29

    def add(data):
        mix(len(data))
        for (word,) in struct.iter_unpack("<Q", data + bytes(-len(data) % 8)):
            mix(word)

    for key in sorted(metadata, key=str.encode):
        if key != "checksum":
            add(key.encode())
            add(metadata[key].encode())
    for name in sorted(tensors, key=str.encode):
        dtype, shape, data = tensors[name]
        add(name.encode())
        add(dtype.encode())
        add(struct.pack(f"<{len(shape)}Q", *shape))
        add(data)
    return f"{state:016x}"


def write(path, metadata, tensors):
    header, offset = {"__metadata__": metadata}, 0
    for name, (dtype, shape, data) in tensors.items():
        header[name] = {"dtype": dtype, "shape": shape, "data_offsets": [offset, offset + len(data)]}
        offset += len(data)
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(data for _, _, data in tensors.values()))


def make(cli, path, dataset, file, options):
    subprocess.run([cli, "train", str(DATASETS / file), *options.split(), "--film", "3", "--out", str(path)], check=True)
    metadata, tensors = read(path)
    if checksum(metadata, tensors) != metadata["checksum"]:
        sys.exit(f"{path}: the checksum is not what the manual says")
    tensors = {name: entry for name, entry in tensors.items() if not name.startswith("training.history.")}
    session = json.loads(metadata["session"])
    session["data"].update(origin="bundled", id=dataset)
    metadata["session"] = json.dumps(session, separators=(",", ":"))
    metadata["data_source"] = file  # not where it lay when it was trained
    metadata["checksum"] = checksum(metadata, tensors)
    write(path, metadata, tensors)
    print(f"{path}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for name, run in RUNS.items():
        make(sys.argv[1], LESSONS / name, *run)
