#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Computes baselines, skill, MASE, conformal intervals and a backtest with NumPy and compares the command line's.

usage: check_evaluation.py GATESCOPE_CLI [--coverage]   --coverage: also the mean coverage over 20 noisy seasons
"""
import csv
import json
import math
import pathlib
import subprocess
import sys
import tempfile

import numpy as np

CLI = str(pathlib.Path(sys.argv[1]).resolve())
failures = 0


def run(*words):
    result = subprocess.run([CLI, *map(str, words)], capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))}: exit {result.returncode}\n{result.stderr}")
    return result.stdout


def check(name, found, expected, tolerance=1e-6):
    global failures
    good = found is not None and abs(found - expected) <= tolerance * max(1.0, abs(expected))
    failures += not good
    print(f"{'ok  ' if good else 'FAIL'} {name}: {found} (NumPy {expected:.9g})")


def write_csv(path, columns):
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(zip(*[[repr(float(v)) if not isinstance(v, str) else v for v in column]
                               for column in columns.values()]))


class Series:
    """A target with features, cut into windows as CLI.md says: rows are split first, windows lie in one part."""

    def __init__(self, y, features, window, horizons, season, borders):
        self.y, self.features, self.window, self.horizons, self.season = y, features, window, horizons, season
        self.borders = borders

    def lasts(self, part, look_back=False):
        begin, end = self.borders[part], self.borders[part + 1]
        first = self.window - 1 if look_back else begin + self.window - 1
        return np.array([last for last in range(first, end - self.horizons[-1])
                         if not look_back or last + self.horizons[0] >= begin])

    def targets(self, lasts):
        return np.stack([self.y[lasts + h] for h in self.horizons], 1)

    def inputs(self, lasts):
        train = self.features[:self.borders[1]]
        scaled = ((self.features - train.mean(0)) / train.std(0)).astype(np.float32).astype(np.float64)
        return np.stack([scaled[last - self.window + 1:last + 1].reshape(-1) for last in lasts])

    def baselines(self, lasts):
        y, train_rows, s = self.y, self.borders[1], self.season
        slope = (y[train_rows - 1] - y[0]) / (train_rows - 1)
        result = {
            "last-value": np.stack([y[lasts] for _ in self.horizons], 1),
            "mean": np.full((len(lasts), len(self.horizons)), y[:train_rows].mean()),
            "drift": np.stack([y[lasts] + h * slope for h in self.horizons], 1),
        }
        rows = np.stack([lasts + h - math.ceil(h / s) * s for h in self.horizons], 1)
        result["seasonal"] = np.where(rows >= 0, y[np.maximum(rows, 0)], np.nan)
        train = self.lasts(0)
        x, t = self.inputs(train), self.targets(train)
        ridge = 1e-6 * np.trace(x.T @ x) / x.shape[1]
        centred, mean = x - x.mean(0), t.mean(0)
        b = np.linalg.solve(centred.T @ centred + ridge * np.eye(x.shape[1]), centred.T @ (t - mean))
        result["least-squares"] = (self.inputs(lasts) - x.mean(0)) @ b + mean
        return result


def score(forecast, target):
    known = ~np.isnan(forecast).any(1)
    error = (forecast - target)[known]
    return np.abs(error).mean(), math.sqrt((error ** 2).mean()), int((~known).sum())


def numbers(folder):
    rng = np.random.default_rng(3)
    t = np.arange(420)
    y = 20 + 3 * np.sin(2 * np.pi * t / 12) + 0.01 * t + rng.normal(0, 1, t.size).cumsum() * 0.1
    other = rng.normal(0, 2, t.size) + y * 0.3
    write_csv(folder / "n.csv", {"y": y, "other": other})
    return Series(y, np.stack([y, other], 1), 9, [1, 14], 12, [0, 294, 357, 420])


def check_evaluate(folder, series):
    model = folder / "m.safetensors"
    run("train", folder / "n.csv", "--target", "y", "--features", "y,other", "--window", 9, "--horizon", "1,14",
        "--season", 12, "--hidden", 4, "--layers", 1, "--epochs", 3, "--lr", 0.01, "--threads", 1, "--out", model)
    found = json.loads(run("evaluate", model, folder / "n.csv", "--json", "--interval", 0.8))
    rows = list(csv.DictReader(run("predict", model, folder / "n.csv").splitlines()))
    forecast = {int(r["start"]) + 8: [float(r["prediction.y +1"]), float(r["prediction.y +14"])] for r in rows}
    baselines = {b["id"]: b["parts"] for b in found["baselines"]}
    lasts = series.lasts(1)
    residuals = np.sort(np.abs(np.array([forecast[l] for l in lasts]) - series.targets(lasts)), 0)
    rank = -(-8 * (len(lasts) + 1) // 10)
    for part, name in enumerate(("train", "validation", "test")):
        lasts = series.lasts(part)
        target, mine = series.targets(lasts), np.array([forecast[l] for l in lasts])
        best = None
        for id, values in series.baselines(lasts).items():
            mae, rmse, left = score(values, target)
            check(f"{name} {id} MAE", baselines[id][name]["mae"], mae)
            check(f"{name} {id} RMSE", baselines[id][name]["rmse"], rmse)
            check(f"{name} {id} left out", baselines[id][name]["left_out"], left)
            if best is None or rmse < best[0]:
                best = (rmse, id, ~np.isnan(values).any(1), values)
        print(f"{'ok  ' if found['best_baseline'][name] == best[1] else 'FAIL'} {name} best {best[1]}")
        globals()["failures"] += found["best_baseline"][name] != best[1]
        both = best[2]
        skill = 1 - ((mine - target)[both] ** 2).sum() / ((best[3] - target)[both] ** 2).sum()
        check(f"{name} skill", found["skill"][name], skill)
        train = series.y[:series.borders[1]]
        check(f"{name} MASE", found["mase"][name], np.abs(mine - target).mean() / np.abs(train[12:] - train[:-12]).mean())
        inside = (np.abs(mine - target) <= residuals[rank - 1] * (1 + 1e-12)).mean()
        check(f"{name} coverage", found["interval"]["coverage"][name], inside)


def check_classes(folder):
    rng = np.random.default_rng(4)
    x = rng.normal(0, 1, 300)
    labels = ["a" if v > -0.3 else "b" for v in np.convolve(x, [0.6, 0.4])[:300]]
    write_csv(folder / "c.csv", {"x": x, "label": labels})
    model = folder / "c.safetensors"
    run("train", folder / "c.csv", "--target", "label", "--features", "x", "--task", "classify", "--window", 5,
        "--hidden", 4, "--layers", 1, "--epochs", 2, "--threads", 1, "--out", model)
    found = json.loads(run("evaluate", model, folder / "c.csv", "--json"))
    baselines = {b["id"]: b["parts"]["test"] for b in found["baselines"]}
    y = np.array([l == "b" for l in labels]).astype(int)
    counts = np.bincount(y[:210], minlength=2)
    chances = (counts + 1) / (counts.sum() + 2)
    truth = y[np.arange(255 + 5, 300)]
    check("frequencies cross-entropy", baselines["frequencies"]["cross_entropy"], -np.log(chances[truth]).mean())
    check("majority accuracy", baselines["majority"]["accuracy"], (truth == counts.argmax()).mean())
    check("last label accuracy", baselines["last-label"]["accuracy"], (truth == y[np.arange(255 + 4, 299)]).mean())
    table = list(csv.DictReader(run("predict", model, folder / "c.csv").splitlines()))
    said = {int(row["row"]): row["prediction"] for row in table if row["row"]}
    pairs = [(l, said[row]) for row, l in enumerate(labels) if row >= 255 + 5 and row in said]
    recalls = [np.mean([s == name for l, s in pairs if l == name]) for name in "ab"]
    f1 = [2 * sum(l == s == name for l, s in pairs) / sum((l == name) + (s == name) for l, s in pairs) for name in "ab"]
    check("balanced accuracy", found["parts"]["test"]["balanced_accuracy"], np.mean(recalls))
    check("macro F1", found["parts"]["test"]["macro_f1"], np.mean(f1))
    entropy = found["parts"]["test"]["cross_entropy"]
    check("skill of classes", found["skill"]["test"], 1 - entropy / baselines["frequencies"]["cross_entropy"])


def check_backtest(folder, series):
    found = json.loads(run("backtest", folder / "n.csv", "--target", "y", "--features", "y,other", "--window", 9,
                           "--horizon", "1,14", "--season", 12, "--hidden", 3, "--layers", 1, "--epochs", 1,
                           "--threads", 1, "--origins", 3, "--json"))
    origins = [357 + 63 * i // 3 for i in range(4)]
    known = 0.7 + 0.15
    for i, origin in enumerate(found["origins"]):
        row, end = origins[i], origins[i + 1]
        train = math.floor(0.7 / known * row)
        cut = Series(series.y, series.features, 9, [1, 14], 12, [0, train, row, end])
        lasts = cut.lasts(2, look_back=True)
        check(f"origin {row} windows", origin["windows"], len(lasts))
        ids = {b["id"]: b for b in origin["baselines"]}
        if len(lasts) == 0:
            continue
        for id, values in cut.baselines(lasts).items():
            mae, rmse, _ = score(values, cut.targets(lasts))
            check(f"origin {row} {id} RMSE", ids[id]["rmse"], rmse)


def check_panel(folder):
    """A backtest of three series over the same days, of which the last begins late: an origin is one day for all."""
    rng = np.random.default_rng(8)
    days, window, season, known = 120, 7, 7, 0.7 + 0.15
    begins = {"A": 0, "B": 0, "C": 50}
    stores = {name: 5 * k + np.sin(2 * np.pi * np.arange(begin, days) / 7) + rng.normal(0, 0.5, days - begin)
              for k, (name, begin) in enumerate(begins.items())}
    cells = [(str(np.datetime64("2024-01-01") + day), name, stores[name][day - begin])
             for day in range(days) for name, begin in begins.items() if day >= begin]
    write_csv(folder / "p.csv", {name: [cell[i] for cell in cells] for i, name in enumerate(("day", "store", "y"))})
    found = json.loads(run("backtest", folder / "p.csv", "--target", "y", "--features", "y", "--sequence-id", "store",
                           "--time", "day", "--window", window, "--season", season, "--hidden", 3, "--layers", 1,
                           "--epochs", 1, "--threads", 1, "--origins", 3, "--json"))
    first = math.floor(known * days)
    borders = [first + (days - first) * i // 3 for i in range(4)]
    for i, origin in enumerate(found["origins"]):
        day, end = borders[i], borders[i + 1]
        train = {name: stores[name][:math.floor(0.7 / known * (day - begin))] for name, begin in begins.items()}
        rows = np.concatenate(list(train.values()))
        slope = sum(v[-1] - v[0] for v in train.values()) / sum(len(v) - 1 for v in train.values())
        scaled = {name: ((v - rows.mean()) / rows.std()).astype(np.float32).astype(np.float64)
                  for name, v in stores.items()}
        x = np.array([scaled[n][a:a + window] for n, v in train.items() for a in range(len(v) - window)])
        t = np.array([v[a + window] for v in train.values() for a in range(len(v) - window)])
        ridge = 1e-6 * np.trace(x.T @ x) / window
        centred = x - x.mean(0)
        b = np.linalg.solve(centred.T @ centred + ridge * np.eye(window), centred.T @ (t - t.mean()))
        asked = [(n, d - begin) for n, begin in begins.items() for d in range(day, end)]
        target = np.array([stores[n][r] for n, r in asked])
        said = {"last-value": [stores[n][r - 1] for n, r in asked],
                "mean": np.full(len(asked), rows.mean()),
                "drift": [stores[n][r - 1] + slope for n, r in asked],
                "seasonal": [stores[n][r - season] for n, r in asked],
                "least-squares": [(scaled[n][r - window:r] - x.mean(0)) @ b + t.mean() for n, r in asked]}
        check(f"panel day {day} windows", origin["windows"], len(asked))
        check(f"panel day {day} rows before", origin["row"], sum(day - begin for begin in begins.values()))
        ids = {b["id"]: b for b in origin["baselines"]}
        for id, values in said.items():
            check(f"panel day {day} {id} RMSE", ids[id]["rmse"], math.sqrt(((np.array(values) - target) ** 2).mean()))


def coverage(folder):
    """Mean coverage of 90 % intervals on the test part of the noisy season, over 20 data seeds."""
    shares = []
    for seed in range(20):
        rng = np.random.default_rng(seed)
        t = np.arange(2000)
        y = np.sin(2 * np.pi * t / 24) + 0.3 * np.sin(4 * np.pi * t / 24) + 0.3 * rng.normal(0, 1, t.size)
        write_csv(folder / "s.csv", {"value": y})
        run("train", folder / "s.csv", "--target", "value", "--hidden", 8, "--layers", 1, "--lr", 0.01, "--epochs", 20,
            "--threads", 1, "--out", folder / "s.safetensors")
        found = json.loads(run("evaluate", folder / "s.safetensors", folder / "s.csv", "--json"))
        shares.append(found["interval"]["coverage"]["test"])
        print(f"seed {seed}: {100 * shares[-1]:.1f} %")
    check("mean coverage", float(np.mean(shares)), 0.9, 0.015)


with tempfile.TemporaryDirectory() as name:
    place = pathlib.Path(name)
    made = numbers(place)
    check_evaluate(place, made)
    check_classes(place)
    check_backtest(place, made)
    check_panel(place)
    if "--coverage" in sys.argv:
        coverage(place)
print(f"{failures} wrong")
sys.exit(failures > 0)
