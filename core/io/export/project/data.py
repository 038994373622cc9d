# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The data preparation the network was trained with: same rows, same scaler, same windows, same split.

prepare(path, config) returns {"train": (x, y), "validation": …, "test": …}: x is (N, T, I), y is (N, O) scaled values,
or (N,) class numbers. A CSV is read as config.json says; a .npz holds x and y as they are.
"""
import math
import pathlib

import numpy as np

from csv_table import MISSING, Table
from features import feature, steps_of


def class_numbers(cells, classes):
    """Class of every label, NaN where it is missing; labels that are numbers match by value."""
    by_text = {name: index for index, name in enumerate(classes)}
    by_value = {}
    for name, index in by_text.items():
        try:
            by_value[float(name)] = index
        except ValueError:
            continue
    numbers = np.empty(len(cells))
    for row, cell in enumerate(cells):
        if cell in by_text:
            numbers[row] = by_text[cell]
        elif cell.lower() in MISSING:
            numbers[row] = math.nan
        else:
            try:
                numbers[row] = by_value[float(cell)]
            except (ValueError, KeyError):
                raise SystemExit(f"error: row {row + 1}: {cell!r} is none of the classes {classes}") from None
    return numbers


def fill_forward(values):
    for row in range(1, len(values)):
        if math.isnan(values[row]):
            values[row] = values[row - 1]


def fill_between(values):
    known = np.flatnonzero(~np.isnan(values))
    if len(known):
        inner = np.arange(known[0], known[-1] + 1)
        values[inner] = np.interp(inner, known, values[known])
    fill_forward(values)


class Generator:
    """xoshiro256++, seeded through SplitMix64: the one that dealt the windows when they were shuffled."""

    MASK = (1 << 64) - 1

    def __init__(self, seed):
        self.state = []
        for _ in range(4):
            seed = (seed + 0x9E3779B97F4A7C15) & self.MASK
            mixed = ((seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9) & self.MASK
            mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & self.MASK
            self.state.append(mixed ^ (mixed >> 31))

    def rotated(self, word, count):
        return ((word << count) | (word >> (64 - count))) & self.MASK

    def next(self):
        s = self.state
        result = (self.rotated((s[0] + s[3]) & self.MASK, 23) + s[0]) & self.MASK
        shifted = (s[1] << 17) & self.MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= shifted
        s[3] = self.rotated(s[3], 45)
        return result

    def below(self, bound):
        threshold = ((1 << 64) - bound) % bound
        while True:
            draw = self.next()
            if draw >= threshold:
                return draw % bound

    def shuffle(self, items):
        for i in range(len(items), 1, -1):
            j = self.below(i)
            items[i - 1], items[j] = items[j], items[i - 1]


class Series:
    """The rows in series order, with the runs that no window crosses."""

    def __init__(self, table, preparation):
        self.options = options = preparation["data_options"]
        self.classifies = options["task"] == "classify"
        names = preparation["features"]
        targets = preparation["targets"]
        columns = [feature(table, name, options) for name in names]
        if self.classifies:
            columns.append(class_numbers(table.cells(targets[0]), preparation["classes"]))
        else:
            columns += [columns[names.index(name)].copy() if name in names else table.numbers(name) for name in targets]
        times = table.times(options["time"]) if options["time"] and (options["sort_by_time"] or options["break_at_gaps"]) else None
        order = np.arange(len(table.rows))
        if options["sort_by_time"]:
            order = order[np.argsort(times[order], kind="stable")]
        self.sequences = [0]
        if options["sequence_id"]:
            cells = table.cells(options["sequence_id"])
            first = {}
            for row in order:
                first.setdefault(cells[row], len(first))
            ids = np.array([first[cells[row]] for row in order])
            order = order[np.argsort(ids, kind="stable")]
            ids = np.sort(ids, kind="stable")
            self.sequences += [int(row) for row in np.flatnonzero(np.diff(ids)) + 1]
        self.sequences.append(len(order))
        self.values = np.stack([column[order] for column in columns])
        self.times = None if times is None else times[order]
        self.features = len(names)
        self.dates = table.options.get("time_column") == options["time"]
        self.is_target = np.array([name in targets for name in names] + [True] * len(targets))
        self.find_known_future()
        self.settle_missing()
        self.segments = self.broken_at_gaps() if options["break_at_gaps"] else self.sequences

    def find_known_future(self):
        """Rows at the end of each sequence that have no target yet, but a feature that is none."""
        lacking = np.isnan(self.values)
        others = np.flatnonzero(~self.is_target)
        self.future = np.zeros(lacking.shape[1], bool)
        for begin, end in zip(self.sequences, self.sequences[1:]):
            last = end
            while last > begin and lacking[self.is_target, last - 1].all() and not lacking[others, last - 1].all():
                last -= 1
            if last > begin:
                self.future[last:end] = True

    def lacking(self):
        return np.isnan(self.values) & ~(self.is_target[:, None] & self.future[None, :])

    def known_ends(self):
        return [end - int(self.future[begin:end].sum()) for begin, end in zip(self.sequences, self.sequences[1:])]

    def settle_missing(self):
        policy = self.options["missing"]
        if not self.lacking().any():
            return
        if policy == "refuse":
            raise SystemExit("error: a used column has missing values")
        if policy in ("forward", "interpolate"):
            for column, is_target in zip(self.values, self.is_target):
                for begin, end, known in zip(self.sequences, self.sequences[1:], self.known_ends()):
                    (fill_forward if policy == "forward" else fill_between)(column[begin:known if is_target else end])
        keep = ~self.lacking().any(axis=0)
        kept_before = np.concatenate([[0], np.cumsum(keep)])
        borders = [int(kept_before[border]) for border in self.sequences]
        self.sequences = sorted(set(borders))
        self.values = self.values[:, keep]
        self.future = self.future[keep]
        if self.times is not None:
            self.times = self.times[keep]

    def broken_at_gaps(self):
        steps = steps_of(self.times, self.dates)
        inside = np.ones(len(steps), bool)
        inside[[border - 1 for border in self.sequences[1:-1]]] = False
        forward = np.sort(steps[inside & (steps > 0)])
        if not len(forward):
            return self.sequences
        longest = self.options.get("max_gap") or 1.5 * forward[len(forward) // 2]
        breaks = [int(row) + 1 for row in np.flatnonzero(inside & (steps > longest))]
        return sorted(set(self.sequences) | set(breaks))

    def label_of_sequence(self):
        """Whole sequences with one label each: the horizon then plays no part."""
        if not self.classifies or len(self.sequences) < 3:
            return False
        labels = self.values[self.features]
        return all((labels[begin:end] == labels[begin]).all() for begin, end in zip(self.sequences, self.sequences[1:]))

    def cut(self, begin, end):
        count, split = end - begin, self.options["split"]
        first = min(math.floor(split[0] * count), count)
        second = min(max(first, math.floor((split[0] + split[1]) * count)), count)
        return [begin, begin + first, begin + second, end]

    def part_borders(self):
        """Borders of the parts: once, or for every sequence."""
        known = self.known_ends()
        if len(known) == 1:
            return [self.cut(0, known[0])]
        if self.options.get("split_by") == "rows":
            return [self.cut(begin, end) for begin, end in zip(self.sequences, known)]
        return [[self.sequences[border] for border in self.cut(0, len(known))]]

    def runs(self):
        """First row and end of the runs that no window leaves: a target that is a feature must be known in them."""
        ends = self.known_ends() if self.is_target[:self.features].any() else self.sequences[1:]
        for begin, end in zip(self.segments, self.segments[1:]):
            sequence = max(s for s, first in enumerate(self.sequences[:-1]) if first <= begin)
            yield begin, min(end, ends[sequence])

    def windows(self, begin, end):
        """First rows of the windows in one run whose targets, and rows unless they may look back, lie in [begin, end)."""
        window, ahead = self.options["window"], [0] if self.label_of_sequence() else self.options["horizons"]
        reach = window - 1 + ahead[0] if self.options.get("look_back") == "all" else 0
        starts = []
        for run_begin, run_end in self.runs():
            first, stop = max(begin - reach, run_begin), min(end, run_end)
            starts += range(first, stop - window - ahead[-1] + 1, self.options["stride"])
        unknown = np.isnan(self.values[self.is_target]).any(axis=0)
        rows = [window - 1 + step for step in ahead]
        if self.options.get("predict") == "change":
            rows.append(window - 1)
        starts = np.array([start for start in starts if not any(unknown[start + row] for row in rows)], np.int64)
        earliest = begin if self.options.get("look_back") == "all" else 0  # targets before it are none of this part's
        return np.stack([starts, np.full_like(starts, earliest)])

    def parts(self):
        if not self.options["shuffle_before_split"]:
            blocks = self.part_borders()
            return [np.concatenate([self.windows(rows[part], rows[part + 1]) for rows in blocks], 1) for part in range(3)]
        everything = self.windows(0, self.values.shape[1])
        order = list(range(everything.shape[1]))
        Generator(self.options["seed"]).shuffle(order)
        first = math.floor(self.options["split"][0] * len(order))
        second = max(first, math.floor((self.options["split"][0] + self.options["split"][1]) * len(order)))
        return [everything[:, sorted(part)] for part in (order[:first], order[first:second], order[second:])]


def offsets_and_divisors(scaler):
    offset = np.array(scaler["min"] if scaler["kind"] == "minmax" else scaler["mean"])
    return offset, np.array(scaler["divisor"])


def scaled(columns, scaler):
    if not scaler["divisor"]:
        return columns
    offset, divisor = offsets_and_divisors(scaler)
    return (columns - offset[:, None]) / divisor[:, None]


def asked_steps(settings, window):
    """How many of a window's last steps the loss is asked at."""
    if settings.get("loss-at", "end") == "end":
        return 1
    return window - int(settings["burn-in"])


def as_targets(y, steps, classifies, kind):
    """y (N, K, O) with NaN where there is no target; without the axis of steps where only the last is asked."""
    if classifies:  # -100 is what CrossEntropyLoss leaves out
        y = np.where(np.isnan(y), -100, y)[..., 0].astype(np.int64)
    else:
        y = y.astype(kind)
    return y[:, -1] if steps == 1 else y


def from_table(path, preparation, csv_options, settings, kind):
    series = Series(Table(path, csv_options), preparation)
    options = series.options
    inputs = scaled(series.values[:series.features], preparation["input_scaler"]).astype(kind)
    targets = series.values[series.features:]
    change = options.get("predict") == "change"
    if not series.classifies and not change:
        targets = scaled(targets, preparation["target_scaler"]).astype(kind)
    window = np.arange(options["window"])
    steps = asked_steps(settings, len(window))
    asked = window[-steps:]
    ahead = [0] if series.label_of_sequence() else options["horizons"]
    parts = []
    for starts, earliest in series.parts():
        x = inputs[:, starts[:, None] + window].transpose(1, 2, 0)
        now = starts[:, None] + asked
        rows = now[:, :, None] + np.array(ahead)
        y = np.where(rows < earliest[:, None, None], np.nan, targets[:, rows]).transpose(1, 2, 3, 0)
        y = y.reshape(len(starts), steps, -1)
        if change:  # since the step's own row; undo it by adding the target there to the output in its own units
            y = y - np.tile(targets[:, now].transpose(1, 2, 0), len(ahead))
            y = scaled(y.reshape(len(starts) * steps, -1).T, preparation["target_scaler"]).T.reshape(y.shape)
        parts.append((x, as_targets(y, steps, series.classifies, kind)))
    return dict(zip(("train", "validation", "test"), parts))


def from_arrays(path, preparation, settings, kind):
    """x and y as they stand, cut in order as the options say; scaled if the network was trained so."""
    with np.load(path) as archive:
        x, y = archive["x"].astype(kind), archive["y"]
    split, classifies = [1.0, 0.0, 0.0], False
    if preparation:
        split = preparation["data_options"]["split"]
        classifies = preparation["data_options"]["task"] == "classify"
        offset, divisor = offsets_and_divisors(preparation["input_scaler"])
        x = ((x - offset) / divisor).astype(kind) if len(divisor) else x
        if not classifies and preparation["target_scaler"]["divisor"]:
            offset, divisor = offsets_and_divisors(preparation["target_scaler"])
            y = (y - offset) / divisor if y.ndim > 1 else ((y[:, None] - offset) / divisor)
    steps = asked_steps(settings, x.shape[1])
    if y.ndim < 3 and steps > 1:
        raise SystemExit("error: a loss at every step needs y as (N, T, O)")
    y = y[:, -steps:] if y.ndim == 3 else y.reshape(len(x), 1, -1)
    y = as_targets(y.astype(np.float64), steps, classifies, kind)
    first = math.floor(split[0] * len(x))
    second = max(first, math.floor((split[0] + split[1]) * len(x)))
    borders = [0, first, second, len(x)]
    return {name: (x[begin:end], y[begin:end])
            for name, begin, end in zip(("train", "validation", "test"), borders, borders[1:])}


def from_text(path, preparation, settings):
    """Windows side by side; x (N, T) numbers of characters, y the numbers of those that follow."""
    text = pathlib.Path(path).read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    numbers = {character: number for number, character in enumerate(preparation["classes"])}
    symbols = np.array([numbers.get(character, len(numbers) - 1) for character in text], np.int64)
    options = preparation["data_options"]
    window = np.arange(options["window"])
    first = math.floor(options["split"][0] * len(symbols))
    second = max(first, math.floor((options["split"][0] + options["split"][1]) * len(symbols)))
    borders, parts, steps = [0, first, min(second, len(symbols)), len(symbols)], [], asked_steps(settings, len(window))
    for begin, end in zip(borders, borders[1:]):
        starts = np.arange(begin, max(begin, end - len(window)), options["stride"])
        places = starts[:, None] + window
        parts.append((symbols[places], symbols[places + 1][:, -1] if steps == 1 else symbols[places + 1][:, -steps:]))
    return dict(zip(("train", "validation", "test"), parts))


def prepare(path, config):
    kind = np.float64 if config["scalar"] == "float64" else np.float32
    preparation = config["preparation"]
    if preparation and preparation.get("text"):
        return from_text(path, preparation, config["settings"])
    if str(path).endswith(".npz"):
        return from_arrays(path, preparation, config["settings"], kind)
    if not preparation:
        raise SystemExit("error: this network does not know its columns; give a .npz with x (N, T, I) and y (N, O)")
    return from_table(path, preparation, config["csv_options"], config["settings"], kind)
