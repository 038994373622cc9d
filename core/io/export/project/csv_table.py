# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A CSV as a table of numbers and times, read as config.json says; what it leaves open is guessed from the file."""
import csv
import datetime
import io
import math
import pathlib

import numpy as np

SIGNS = "%‰$€£¥₹₩₽₺₴₪₫₱฿"
MISSING = {"", "na", "n/a", "#n/a", "nan", "null", "-", "?"}
NO_NUMBER = MISSING | {"none", "<na>", "nat", "nil", "\\n", "#value!", "#div/0!", "#ref!", "#name?", "#num!", "#null!", "#na", "-nan",
                       "+nan", "1.#ind", "-1.#ind", "1.#qnan", "-1.#qnan", "n.a.", "missing", "(null)", "<null>", "--", "---", ".", "..",
                       "...", "***"}
WHITESPACE = "\x1f"  # as delimiter: any run of blanks
UNIX = {"unix": 1, "unix-ms": 10**3, "unix-us": 10**6, "unix-ns": 10**9}


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
    """Column names and rows of text cells, as many a row as there are names."""
    lines = list(io.StringIO(read_text(path, options), newline=""))[options.get("skip_rows", 0):]
    if options.get("comment"):
        lines = [line for line in lines if not line.startswith(options["comment"])]
    delimiter = options.get("delimiter") or guess_delimiter([line for line in lines if line.strip()])
    quote = options.get("quote", '"')
    style = {"quotechar": quote} if quote else {"quoting": csv.QUOTE_NONE}
    if delimiter == WHITESPACE:
        lines, delimiter = [" ".join(line.split()) for line in lines], " "
    rows = list(csv.reader(lines, delimiter=delimiter, skipinitialspace=True, **style))
    names = options.get("columns", [])
    if len(names) != 1:  # in one column, a blank line between values is a missing value
        rows = [row for row in rows if len(row) > 1 or (row and row[0].strip())]
    if options.get("header", True):
        header = rows.pop(0)
        names = names or [name.strip() for name in header]
        if options.get("units_row", False):
            rows.pop(0)
    names = names or [f"column{i + 1}" for i in range(len(rows[0]))]
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    return names, [cells_of(row, len(names)) for row in rows], delimiter


def cells_of(row, width):
    """A row with cells beyond the last column cannot be trusted: all of it counts as missing."""
    if any(cell.strip() for cell in row[width:]):
        return [""] * width
    return (row + [""] * width)[:width]


def as_number(text):
    try:
        return float(text)
    except ValueError:
        return None


def joined(cells):
    """Whole numbers are year, month, day, hour, minute, second; other cells are parts of one text."""
    if len(cells) > 1 and all(cell.isdigit() for cell in cells) and len(cells[0]) <= 4:
        marks = ["", "-", "-", "T", ":", ":"]
        text = "".join(mark + cell.zfill(2) for mark, cell in zip(marks, cells))
        return text + {1: "-01-01", 2: "-01", 4: ":00"}.get(len(cells), "")
    return "" if "" in cells else " ".join(cells)


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
        return [row[index].strip() for row in self.rows]

    def numbers(self, name):
        values = np.empty(len(self.rows))
        for row, cell in enumerate(self.cells(name)):
            values[row] = self.number(cell, name, row)
        return values

    def is_missing(self, cell):
        return cell.lower() in NO_NUMBER or cell in self.options.get("na", [])

    def number(self, cell, name, row):
        if self.is_missing(cell):
            return math.nan
        text = self.without_sign(cell) if self.options.get("types", {}).get(name) == "number" else cell
        own = self.options.get("column_decimals", {}).get(name)
        decimal = {"comma": ",", "point": "."}.get(own, self.decimal)
        thousands = self.thousands if own is None else {",": ".", ".": ","}[decimal]
        if thousands:
            for sign in {" ": " \u00a0\u2009\u202f", "'": "'\u2019"}.get(thousands, thousands):
                text = text.replace(sign, "")
        if decimal != ".":
            text = text.replace(decimal, ".")
        try:
            value = float(text.replace("\u2212", "-"))
        except ValueError:
            raise SystemExit(f"error: {self.path}, row {row + 1}, column {name!r}: {cell!r} is not a number") from None
        marks = [mark for mark in map(as_number, self.options.get("na", [])) if mark is not None]
        return value if math.isfinite(value) and value not in marks else math.nan

    @staticmethod
    def without_sign(cell):
        """12 for "12 %", -1.50 for "-$1.50": what a column that is told to be a number is read as."""
        minus, rest = (cell[0], cell[1:].strip()) if cell[0] in "+-\u2212" else ("", cell)
        if rest[:1] and rest[0] in SIGNS:
            rest = rest[1:].strip()
        elif rest[-1:] and rest[-1] in SIGNS:
            rest = rest[:-1].strip()
        return minus + rest

    def times(self, name):
        kind = self.options.get("time_format", "iso")
        parts = [name]
        if self.options.get("time_column") not in (None, *self.names):  # several columns make one time
            named = [part.strip() for part in next(csv.reader([self.options["time_column"]]))]
            parts = named if named[0] == name else parts
        return np.array([self.time(joined(cells), kind) for cells in zip(*(self.cells(part) for part in parts))])

    def time(self, cell, kind):
        if self.is_missing(cell):
            return math.nan
        number = as_number(cell)
        if number is not None and kind in UNIX:
            return number / UNIX[kind]
        if "%" in kind:
            return datetime.datetime.strptime(cell, kind).replace(tzinfo=datetime.timezone.utc).timestamp()
        if number is not None and len(cell) in (8, 10, 12, 14) and cell.isdigit():
            return datetime.datetime.strptime(cell, "%Y%m%d%H%M%S"[:len(cell) - 2]).replace(tzinfo=datetime.timezone.utc).timestamp()
        if number is not None:
            return number
        patterns = {"month-first": ["%m/%d/%Y", "%m-%d-%Y", "%m.%d.%Y", "%b %d, %Y", "%b %Y", "%b-%y"],
                    "day-first": ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d-%b-%Y", "%d %b %Y"], "year-first": ["%y-%m-%d", "%y/%m/%d"]}
        for pattern in patterns.get(kind, []):
            for clock in ("", " %H:%M", " %H:%M:%S"):
                try:
                    return datetime.datetime.strptime(cell, pattern + clock).replace(tzinfo=datetime.timezone.utc).timestamp()
                except ValueError:
                    continue
        moment = datetime.datetime.fromisoformat(cell.replace("Z", "+00:00"))
        return (moment if moment.tzinfo else moment.replace(tzinfo=datetime.timezone.utc)).timestamp()
