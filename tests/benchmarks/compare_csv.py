#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading speed beside pandas.read_csv (C engine), in one run, turn and turn about.

    compare_csv.py WORKER [--rows 1000000] [--columns 20] [--rounds 5]

WORKER is gatescope_csv_worker. Three files are made: numbers with 17 digits, numbers with 3 decimals, and a mixed one with
times, words and quotes. Each is read in fresh processes from a warm cache; medians are told, with the ratio to pandas
and memory: the table's beside that of its cells as doubles, and the process's at its peak, as it is and without the
file's bytes beside those doubles (the limit is 1.5; 1,000,000 rows of 4 columns have to stay within 300 MB).
"""
import argparse
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile

import numpy as np
import pandas as pd

PANDAS = """
import json, sys, time
import pandas as pd
begin = time.perf_counter()
table = pd.read_csv(sys.argv[1], engine="c")
print(json.dumps({"seconds": time.perf_counter() - begin, "rows": table.shape[0], "columns": table.shape[1]}))
"""


def make_files(folder, rows, columns):
    values = np.random.default_rng(0).normal(size=(rows, columns))
    names = [f"c{i}" for i in range(columns)]
    full = folder / "17-digits.csv"
    pd.DataFrame(values, columns=names).to_csv(full, index=False)
    short = folder / "3-decimals.csv"
    pd.DataFrame(values.round(3), columns=names).to_csv(short, index=False)
    mixed = folder / "mixed.csv"
    table = pd.DataFrame(values[:, : columns // 2].round(3), columns=names[: columns // 2])
    table.insert(0, "time", pd.date_range("2000-01-01", periods=rows, freq="min"))
    table["word"] = np.where(values[:, 0] > 0, "rain, heavy", "sun")
    table.to_csv(mixed, index=False)
    return [full, short, mixed]


def run(command):
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("worker")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--columns", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(f"{'file':<16}{'MB':>6}{'GateScope s':>13}{'pandas s':>10}{'times faster':>14}{'table / numbers':>17}"
              f"{'peak MB':>9}{'(peak - file) / numbers':>25}")
        for path in make_files(pathlib.Path(folder), options.rows, options.columns):
            ours, theirs = [], []
            for _ in range(options.rounds):
                ours.append(run([options.worker, str(path)]))
                theirs.append(run([sys.executable, "-c", PANDAS, str(path)]))
            assert ours[0]["rows"] == theirs[0]["rows"] and ours[0]["columns"] == theirs[0]["columns"]
            mine = statistics.median(one["seconds"] for one in ours)
            peer = statistics.median(one["seconds"] for one in theirs)
            numbers = 8.0 * ours[0]["rows"] * ours[0]["columns"]
            share = ours[0]["table_bytes"] / numbers
            size = path.stat().st_size
            peak = max(one["peak_bytes"] for one in ours)
            print(f"{path.stem:<16}{size / 1e6:>6.0f}{mine:>13.3f}{peer:>10.3f}{peer / mine:>14.1f}{share:>17.2f}"
                  f"{peak / 1e6:>9.0f}{(peak - size) / numbers:>25.2f}")


if __name__ == "__main__":
    main()
