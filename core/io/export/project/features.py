# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Features that are made of columns: sine and cosine of the calendar, and one feature of 1 and 0 for each word."""
import datetime
import math

import numpy as np

from csv_table import MISSING

EPOCH = datetime.datetime(1970, 1, 1)


def calendar_phase(part, seconds):
    """Where a time lies in its day, week or year, from 0 up to 1."""
    if math.isnan(seconds):
        return math.nan
    moment = EPOCH + datetime.timedelta(seconds=math.floor(seconds))
    if part == "hour":
        return seconds / 86400 - math.floor(seconds / 86400)
    if part == "weekday":
        return moment.weekday() / 7
    if part == "month":
        return (moment.month - 1) / 12
    first = datetime.datetime(moment.year, 1, 1)
    return (moment - first).days / (datetime.datetime(moment.year + 1, 1, 1) - first).days


def feature(table, name, options):
    """A column of the table, or what is made of one: "hour sin" of the time, "state=ok" of the words of "state"."""
    if name in table.names:
        return table.numbers(name)
    for part in options.get("calendar", []):
        if name in (part + " sin", part + " cos"):
            turns = np.array([calendar_phase(part, seconds) for seconds in table.times(options["time"])])
            return (np.sin if name.endswith("sin") else np.cos)(2 * np.pi * turns)
    for sign, letter in enumerate(name):
        if letter == "=" and name[:sign] in table.names:
            return np.array([math.nan if cell.lower() in MISSING else float(cell == name[sign + 1:])
                             for cell in table.cells(name[:sign])])
    return table.numbers(name)  # says that there is no such column


def steps_of(times, dates):
    """Time from each row to the next; a weekend takes none where all of several are left out."""
    steps = np.diff(times)
    known = times[~np.isnan(times)]
    if not dates or not len(known) or (((np.floor(known / 86400) + 3) % 7) >= 5).any():
        return steps
    if np.ptp(known) < 14 * 86400 or len(known) * 7 * 86400 < 3 * np.ptp(known):
        return steps
    weeks = np.diff(np.floor((times / 86400 + 3) / 7))
    return np.where(steps > 0, steps - 2 * 86400 * weeks, steps)
