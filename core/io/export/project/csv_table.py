# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A CSV as a table of numbers and times, read as config.json says; what it leaves open is guessed from the file."""
import csv
import datetime
import math
import pathlib

import numpy as np

MISSING = {"", "na", "n/a", "#n/a", "nan", "null", "-", "?"}


def read_text(path, options):
    encoding = options.get("encoding", "")
    raw = pathlib.Path(path).read_bytes()
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16")
    names = {"latin-1": "latin-1", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be"}
    if encoding in names:
        return raw.decode(names[encoding])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def guess_delimiter(lines):
    """The sign that stands in every line, and in most of them equally often."""
    best, best_score = ",", (-1, -1)
    for sign in ",;\t|":
        counts = [line.count(sign) for line in lines[:200]]
        usual = max(set(counts), key=counts.count)
        score = (counts.count(usual) if usual > 0 else 0, usual)
        if score > best_score:
            best, best_score = sign, score
    return best


def read_rows(path, options):
    """Header names and rows of text cells."""
    text = read_text(path, options)
    lines = text.splitlines(keepends=True)[options.get("skip_rows", 0):]
    if options.get("comment"):
        lines = [line for line in lines if not line.startswith(options["comment"])]
    delimiter = options.get("delimiter") or guess_delimiter([line for line in lines if line.strip()])
    quote = options.get("quote", '"')
    style = {"quotechar": quote} if quote else {"quoting": csv.QUOTE_NONE}
    rows = [row for row in csv.reader(lines, delimiter=delimiter, skipinitialspace=True, **style) if any(c.strip() for c in row)]
    if options.get("header", True):
        names = [name.strip() for name in rows.pop(0)]
        if options.get("units_row", False):
            rows.pop(0)
    else:
        names = [f"column {i + 1}" for i in range(len(rows[0]))]
    return names, rows, delimiter


class Table:
    def __init__(self, path, options):
        self.path, self.options = path, options
        self.names, self.rows, delimiter = read_rows(path, options)
        self.decimal = options.get("decimal") or self.guess_decimal(delimiter)
        self.thousands = options.get("thousands", "")

    def guess_decimal(self, delimiter):
        """A decimal comma only where the comma does not separate columns, and no cell has a point."""
        cells = [cell for row in self.rows[:500] for cell in row]
        digits = [cell for cell in cells if any(c.isdigit() for c in cell)]
        commas = any("," in cell for cell in digits)
        points = any("." in cell and cell.count(".") == 1 for cell in digits)
        return "," if delimiter != "," and commas and not points else "."

    def cells(self, name):
        if name not in self.names:
            raise SystemExit(f"error: {self.path} has no column {name!r}; it has {', '.join(self.names)}")
        index = self.names.index(name)
        return [row[index].strip() if index < len(row) else "" for row in self.rows]

    def numbers(self, name):
        values = np.empty(len(self.rows))
        for row, cell in enumerate(self.cells(name)):
            values[row] = self.number(cell, name, row)
        return values

    def number(self, cell, name, row):
        if cell.lower() in MISSING:
            return math.nan
        text = cell
        if self.thousands:
            text = text.replace(self.thousands, "").replace("\u00a0" if self.thousands == " " else self.thousands, "")
        if self.decimal != ".":
            text = text.replace(self.decimal, ".")
        try:
            value = float(text)
        except ValueError:
            raise SystemExit(f"error: {self.path}, row {row + 1}, column {name!r}: {cell!r} is not a number") from None
        return value if math.isfinite(value) else math.nan

    def times(self, name):
        kind = self.options.get("time_format", "iso")
        return np.array([self.time(cell, kind) for cell in self.cells(name)])

    def time(self, cell, kind):
        if cell.lower() in MISSING:
            return math.nan
        try:
            number = float(cell)
            return number / 1000 if kind == "unix-ms" else number
        except ValueError:
            pass
        patterns = {"month-first": ["%m/%d/%Y", "%m-%d-%Y", "%m.%d.%Y"], "day-first": ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]}
        for pattern in patterns.get(kind, []):
            for clock in ("", " %H:%M", " %H:%M:%S"):
                try:
                    return datetime.datetime.strptime(cell, pattern + clock).replace(tzinfo=datetime.timezone.utc).timestamp()
                except ValueError:
                    continue
        moment = datetime.datetime.fromisoformat(cell.replace("Z", "+00:00"))
        return (moment if moment.tzinfo else moment.replace(tzinfo=datetime.timezone.utc)).timestamp()
