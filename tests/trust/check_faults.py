#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets every open, write, fsync, flock, fchmod, rename and close of every command that writes fail once, one after the
other, and flock() always, as on a file system without locks. A small library that is built here and preloaded does it.
Afterwards the file is the old or the new one, whole, nothing else is left, and the exit code is 0, 3 or (a full process
table of descriptors) 4, with one sentence.

usage: check_faults.py GATESCOPE_CLI [--every N]      every N-th fault only, in a fixed order
"""
import argparse
import errno
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE))
from bench import ON_NEW_PLACES, Bench, content, is_whole  # noqa: E402

CALLS = {"open": [errno.EACCES, errno.EMFILE], "write": [errno.ENOSPC, errno.EIO], "fsync": [errno.EIO],
         "flock": [errno.ENOSYS, errno.ENOLCK, errno.EWOULDBLOCK], "fchmod": [errno.EPERM], "rename": [errno.EXDEV],
         "close": [errno.EIO]}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("cli")
    options.add_argument("--every", type=int, default=1)
    given = options.parse_args()
    wrong, tried, number = [], 0, 0
    with tempfile.TemporaryDirectory() as name:
        library = pathlib.Path(name) / "fault.so"
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", library, HERE / "fault.c", "-ldl"], check=True)
        bench = Bench(given.cli, name)
        out, counter = bench.folder / "out", bench.folder / "count"

        def run(words, fault):
            environment = {**os.environ, "LD_PRELOAD": str(library), "GATESCOPE_FAULT": fault,
                           "GATESCOPE_FAULT_FOLDER": str(out), "GATESCOPE_FAULT_COUNT": str(counter)}
            return bench.run(*words, env=environment)

        def fresh(path, is_new):
            shutil.rmtree(out, ignore_errors=True)
            out.mkdir()
            if not is_new:
                path.write_bytes(b"old")

        for what, words, path in bench.writing_commands(out):
            is_new = what in ON_NEW_PLACES
            fresh(path, is_new)
            bench.must(*words)
            whole = content(path)
            beside = {file.name for file in out.iterdir()}  # Keras' lines stand in a second file
            for call, errors in CALLS.items():
                fresh(path, is_new)
                run(words, f"{call}:1000000:5")
                for error in errors:
                    faults = list(range(1, int(counter.read_text()) + 1)) + ([0] if call == "flock" else [])
                    for fault in faults if error != errno.EWOULDBLOCK else faults[:-1]:
                        number += 1
                        if number % given.every != 0:
                            continue
                        tried += 1
                        fresh(path, is_new)
                        old = content(path)
                        done = run(words, f"{call}:{fault}:{error}")
                        where = f"{what}: {call} {fault} fails with {errno.errorcode[error]}"
                        now = content(path)
                        if now != old and not is_whole(what, now, whole):
                            wrong.append(f"{where}: neither the old nor the new file")
                        if done.returncode not in (0, 3, 4):
                            wrong.append(f"{where}: exit code {done.returncode}: {done.stderr}")
                        if done.returncode == 0 and now == old:
                            wrong.append(f"{where}: exit code 0, and nothing was written")
                        said = [line for line in done.stderr.splitlines() if not line.startswith("warning: ")]
                        if done.returncode != 0 and len(said) != 1:
                            wrong.append(f"{where}: says {done.stderr!r}")
                        if left := {file.name for file in out.iterdir()} - beside:
                            wrong.append(f"{where}: leaves {left}")
                        if call == "flock" and done.returncode != 0 and error != errno.EWOULDBLOCK:
                            wrong.append(f"{where}: does not save without locks: {done.stderr}")
    print(f"{tried} faults tried, {len(wrong)} wrong")
    print("\n".join(wrong[:40]))
    return 1 if wrong or tried == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
