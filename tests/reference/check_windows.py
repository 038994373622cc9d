#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cuts windows with NumPy and compares them with what `gatescope-cli data --windows` writes.

Usage: check_windows.py PATH_OF_GATESCOPE_CLI
Every combination of --look-back, --split-by, horizons, stride and --predict, calendar features, words as features, the
known future of features, and series with gaps. Written from the command line's help alone; fails beyond 1e-10.
"""
import csv
import datetime
import itertools
import math
import pathlib
import subprocess
import sys
import tempfile

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from check_exports import run_onnx  # noqa: E402

CLI = sys.argv[1]
SPLIT = (0.7, 0.15, 0.15)


def run(*words, code=0):
    done = subprocess.run([CLI, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert done.returncode == code, f"{words}: exit code {done.returncode}, expected {code}: {done.stderr}"
    return done


def write_csv(path, columns):
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(zip(*columns.values()))


def part_borders(first, end):
    count = end - first
    return [first, first + math.floor(SPLIT[0] * count), first + math.floor((SPLIT[0] + SPLIT[1]) * count), end]


def cut(runs, blocks, window, horizons, stride, look_back):
    """Starts of the windows of every part, by trying every row."""
    parts = []
    for part in range(3):
        starts = []
        for borders in blocks:
            low, high = borders[part], borders[part + 1]
            for first, end in runs:
                begun = None
                for start in range(first, end):
                    last = start + window - 1
                    targets = [last + h for h in horizons]
                    inside = last < end and all(low <= t < min(high, end) for t in targets)
                    if look_back == "own":
                        inside = inside and start >= low
                    if not inside:
                        continue
                    begun = start if begun is None else begun
                    if (start - begun) % stride == 0:
                        starts.append(start)
        parts.append(starts)
    return parts


def scaled(values, mean, std):
    return (values - mean) / std


def expect(found, part, features, target, starts, window, horizons, change, mean, std, offsets, factors):
    x, y = found[f"x_{part}"], found[f"y_{part}"]
    assert len(x) == len(starts), f"{part}: {len(x)} windows, expected {len(starts)}"
    worst = 0.0
    for k, start in enumerate(starts):
        worst = max(worst, np.abs(x[k] - scaled(features[start:start + window], mean, std)).max())
        last = start + window - 1
        wanted = np.array([target[last + h] - (target[last] if change else 0.0) for h in horizons])
        worst = max(worst, np.abs(y[k] - (wanted - offsets) / factors).max())
    assert worst < 1e-10, f"{part}: off by {worst}"
    return worst


def check_cutting(folder):
    """Three series of unequal length, one of them too short; every way of cutting them."""
    rng = np.random.default_rng(5)
    lengths = [60, 45, 6]
    ids = np.repeat(["a", "b", "c"], lengths)
    value = np.cumsum(rng.normal(size=len(ids))) + 1000.0
    other = rng.uniform(size=len(ids))
    write_csv(folder / "panel.csv", {"id": ids, "value": value, "other": other})
    write_csv(folder / "one.csv", {"value": value[:60], "other": other[:60]})
    count, worst = 0, 0.0
    for panel, look_back, split_by, horizons, stride, form in itertools.product(
            (False, True), ("own", "all"), ("sequences", "rows"), ("1", "1-3", "2,5"), (1, 3), ("value", "change")):
        if panel and split_by == "sequences":
            continue  # two usable sequences leave no part without windows to compare; covered by the tests of core
        name = "panel.csv" if panel else "one.csv"
        done = run("data", folder / name, "--target", "value", "--features", "value,other", "--window", 8, "--horizon",
                   horizons, "--stride", stride, "--look-back", look_back, "--split-by", split_by, "--predict", form,
                   *(("--sequence-id", "id") if panel else ()), "--windows", folder / "w.npz")
        found = np.load(folder / "w.npz")
        ends = np.cumsum(lengths if panel else [60])
        runs = [(int(e - n), int(e)) for e, n in zip(ends, lengths if panel else [60])]
        blocks = [part_borders(*r) for r in runs]
        steps = [int(h) for h in horizons.split(",")] if "-" not in horizons else [1, 2, 3]
        starts = cut(runs, blocks, 8, steps, stride, look_back)
        rows = np.concatenate([np.arange(b[0], b[1]) for b in blocks])
        table = np.column_stack([value, other])
        mean, std = table[rows].mean(axis=0), table[rows].std(axis=0)
        if form == "change":
            last = np.array(starts[0]) + 7
            changes = np.column_stack([value[last + h] - value[last] for h in steps])
            offsets, factors = changes.mean(axis=0), changes.std(axis=0)
        else:
            offsets, factors = mean[0], std[0]
        for part, first in zip(("train", "validation", "test"), starts):
            worst = max(worst, expect(found, part, table, value, first, 8, steps, form == "change", mean, std, offsets,
                                      factors))
        if panel:
            assert '1 of 3 sequences is shorter than the' in done.stderr and '"c" (6 rows)' in done.stderr, done.stderr
        count += 1
    print(f"{count} ways of cutting, worst difference {worst:.1e}")


def check_months(folder):
    """Sixty months with a window of twelve: validation and test have windows where inputs may look back."""
    months = [f"{2019 + i // 12}-{i % 12 + 1:02d}-01" for i in range(60)]
    write_csv(folder / "months.csv", {"month": months, "sold": [100 + i + 10 * math.sin(i) for i in range(60)]})
    words = ("data", folder / "months.csv", "--target", "sold", "--window", 12, "--windows", folder / "w.npz")
    told = run(*words)
    assert [len(np.load(folder / "w.npz")[f"x_{p}"]) for p in ("train", "validation", "test")] == [30, 0, 0]
    assert "look-back all" in told.stderr, told.stderr
    run(*words, "--look-back", "all")
    assert [len(np.load(folder / "w.npz")[f"x_{p}"]) for p in ("train", "validation", "test")] == [30, 9, 9]
    print("60 months: 30, 9 and 9 windows of twelve")


def check_features(folder):
    """Calendar features, words as features, and rows at the end whose target is still to come."""
    begin = datetime.datetime(2023, 12, 29, 5, 30)
    times = [begin + datetime.timedelta(hours=7 * i) for i in range(400)]
    rng = np.random.default_rng(6)
    words = rng.choice(["ok", "a=b", "down"], size=400)
    load = [f"{v:.6f}" for v in rng.normal(size=390)] + [""] * 10
    wind = rng.normal(size=400)
    write_csv(folder / "plant.csv", {"time": [t.isoformat(" ") for t in times], "state": words, "wind": wind, "load": load})
    done = run("data", folder / "plant.csv", "--target", "load", "--types", "state=onehot", "--calendar",
               "hour,weekday,month,yearday", "--window", 5, "--windows", folder / "w.npz")
    assert "known future" in done.stdout, done.stdout
    found = np.load(folder / "w.npz")
    angle = {
        "hour": [(t.hour + t.minute / 60) / 24 for t in times],
        "weekday": [t.weekday() / 7 for t in times],
        "month": [(t.month - 1) / 12 for t in times],
        "yearday": [(t.timetuple().tm_yday - 1) / (366 if t.year % 4 == 0 else 365) for t in times],
    }
    target = np.array([float(v) for v in load[:390]])
    columns = [wind[:390], target]
    columns += [(words == w).astype(float)[:390] for w in sorted(set(words))]
    for part in ("hour", "weekday", "month", "yearday"):
        turn = 2 * np.pi * np.array(angle[part])[:390]
        columns += [np.sin(turn), np.cos(turn)]
    table = np.column_stack(columns)
    borders = part_borders(0, 390)
    starts = cut([(0, 390)], [borders], 5, [1], 1, "own")
    mean, std = table[:borders[1]].mean(axis=0), table[:borders[1]].std(axis=0)
    worst = 0.0
    for part, first in zip(("train", "validation", "test"), starts):
        worst = max(worst, expect(found, part, table, target, first, 5, [1], False, mean, std, mean[1], std[1]))
    print(f"{table.shape[1]} features of times and words, worst difference {worst:.1e}")


def check_gaps(folder):
    """Business days without a holiday are no gaps; a longest step can be told."""
    day = datetime.date(2024, 1, 1)
    days = [d for d in (day + datetime.timedelta(n) for n in range(300)) if d.weekday() < 5]
    write_csv(folder / "trading.csv", {"day": days, "price": np.arange(len(days)) % 17})
    told = run("data", folder / "trading.csv", "--target", "price", "--break-at-gaps", "--windows", folder / "w.npz")
    assert "crosses the 0 gaps" in told.stdout, told.stdout
    del days[100]
    write_csv(folder / "holiday.csv", {"day": days, "price": np.arange(len(days)) % 17})
    told = run("data", folder / "holiday.csv", "--target", "price", "--break-at-gaps", "--windows", folder / "w.npz")
    assert "crosses the 1 gap" in told.stdout, told.stdout
    told = run("data", folder / "holiday.csv", "--target", "price", "--break-at-gaps", "--max-gap", "2 days", "--windows",
               folder / "w.npz")
    assert "crosses the 0 gaps" in told.stdout, told.stdout
    run("data", folder / "holiday.csv", "--target", "price", "--max-gap", "soon", "--windows", folder / "w.npz", code=2)
    print("gaps of business days")


def check_change(folder):
    """A predicted change is undone in predictions, and in the graph that scales by itself."""
    import onnx
    import onnx.helper
    import onnx.numpy_helper

    rng = np.random.default_rng(8)
    columns = {"a": np.cumsum(rng.normal(size=200)) + 500, "b": rng.normal(size=200), "c": np.arange(200) % 9 + 0.5}
    write_csv(folder / "change.csv", columns)
    run("train", folder / "change.csv", "--target", "c,a", "--predict", "change", "--horizon", "1,4", "--window", 6,
        "--hidden", 5, "--epochs", 2, "--out", folder / "change.safetensors")
    run("predict", folder / "change.safetensors", folder / "change.csv", "--out", folder / "p.csv")
    run("export", folder / "change.safetensors", "--format", "onnx", "--scaler", "graph", "--out", folder / "change.onnx")
    run("verify", folder / "change.safetensors", folder / "change.onnx")
    with open(folder / "p.csv") as file:
        rows = list(csv.DictReader(file))
    table = np.column_stack(list(columns.values()))
    starts = [int(row["start"]) for row in rows]
    wanted = np.array([[float(row[f"prediction.{name} +{step}"]) for step in (1, 4) for name in "ca"] for row in rows])
    found = run_onnx(onnx, folder / "change.onnx", np.stack([table[start:start + 6] for start in starts]))
    onnx.checker.check_model(onnx.load(folder / "change.onnx"), full_check=True)
    worst = np.abs(found - wanted).max()
    assert worst < 1e-3 and len(starts) > 180, worst  # float32, around 500
    assert np.abs(wanted[:, 1] - table[np.array(starts) + 5, 0]).max() < 5.0  # the level came back
    run("train", folder / "change.csv", "--target", "a", "--predict", "change", "--horizon", 0, "--features", "b", code=2)
    run("train", folder / "change.csv", "--target", "c", "--predict", "change", "--task", "classify", code=2)
    run("evaluate", folder / "change.safetensors", folder / "change.csv")
    print(f"predicted changes: graph and program differ by {worst:.1e}")


def check_generated(folder):
    """A generated task stands for a file in every verb."""
    task = "generated:delayed-echo?rows=400&delay=3&seed=2"
    run("train", task, "--epochs", 1, "--hidden", 4, "--out", folder / "echo.safetensors")
    for verb in ("evaluate", "predict", "trace", "gradients"):
        out = () if verb == "evaluate" else ("--out", folder / ("out.safetensors" if verb != "predict" else "out.csv"))
        run(verb, folder / "echo.safetensors", task, *out)
    run("data", task, "--dump", folder / "echo.csv")
    with open(folder / "echo.csv") as file:
        rows = list(csv.DictReader(file))
    assert all(row["echo"] == rows[i]["input"] for i, row in enumerate(rows[3:])) and len(rows) == 400
    run("train", "generated:delayed-echo?delay=0", code=2)
    run("train", "generated:moon", code=2)
    print("generated tasks as files")


with tempfile.TemporaryDirectory() as name:
    for check in (check_cutting, check_months, check_features, check_gaps, check_change, check_generated):
        check(pathlib.Path(name))
