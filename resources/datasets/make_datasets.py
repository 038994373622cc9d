#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the bundled series from the packages that carry the public-domain originals.

    npm install --ignore-scripts --prefix VEGA vega-datasets@3.2.1
    apt-get download python3-statsmodels && dpkg -x python3-statsmodels_*.deb STATSMODELS
    apt-get download dict-devil && dpkg -x dict-devil_*.deb DEVIL
    ./make_datasets.py VEGA STATSMODELS DEVIL

None of them is needed to build or to run GateScope. The files written here are committed; a second run writes the
same bytes.
"""
import csv
import gzip
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
LARGEST_FILE_BYTES = 300_000


def rows_of(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def write(name, header, units, rows):
    """Under the header stands a row of units, which the reader recognises and the screens show."""
    path = HERE / name
    with open(path, "w", newline="\n", encoding="utf-8") as file:
        file.write(",".join(header) + "\n")
        if any(units):
            file.write(",".join(units) + "\n")
        for row in rows:
            file.write(",".join(row) + "\n")
    size = path.stat().st_size
    assert size < LARGEST_FILE_BYTES, f"{name} has {size} bytes"
    print(f"{name}: {len(rows)} rows, {size} bytes")


def hourly_normals(vega):
    """Seconds are always zero: they go, to keep the file small. Temperature stands first: it is what is predicted."""
    source = rows_of(vega / "seattle-weather-hourly-normals.csv")
    write("seattle-hourly.csv", ["time", "temperature", "pressure", "wind"], ["", "°C", "hPa", "m/s"],
          [[row["date"][:16], row["temperature"], row["pressure"], row["wind"]] for row in source])


def daily_weather(vega):
    source = rows_of(vega / "seattle-weather.csv")
    names = ["date", "temp_max", "temp_min", "precipitation", "wind", "weather"]
    write("seattle-daily.csv", names, ["", "°C", "°C", "mm", "m/s", ""],
          [[row[name] for name in names] for row in source])


def sunspots(statsmodels):
    source = rows_of(statsmodels / "sunspots" / "sunspots.csv")
    write("sunspots.csv", ["year", "sunspots"], ["", ""], [[row["YEAR"], row["SUNACTIVITY"]] for row in source])


def el_nino(statsmodels):
    """A table of years by months becomes one long series."""
    months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
    series = [[f"{row['YEAR']}-{number:02d}-01", row[month]]
              for row in rows_of(statsmodels / "elnino" / "elnino.csv")
              for number, month in enumerate(months, start=1)]
    write("el-nino.csv", ["month", "sea_temperature"], ["", "°C"], series)


def devils_dictionary(package):
    """From the preface to the last whole entry that there is room for, without what the dictionary's format adds."""
    text = gzip.decompress(next(package.rglob("devil.dict.dz")).read_bytes()).decode("utf-8")
    text = text[text.index("PREFACE"):]
    heads = [found.start() + 1 for found in re.finditer(r"\n[A-Z][A-Z' -]+, (n|v|adj|adv|pp|x|interj|p)\.", text)]
    text = re.sub(r" {5,}", "    ", text[:max(head for head in heads if head < 289_000)])
    text = re.sub(r" +\n", "\n", text).rstrip() + "\n"
    path = HERE / "devils-dictionary.txt"
    path.write_text(text, encoding="utf-8")
    size = path.stat().st_size
    assert size < LARGEST_FILE_BYTES, size
    print(f"{path.name}: {len(text)} characters, {len(set(text))} of them different, {size} bytes")


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    vega = next(pathlib.Path(sys.argv[1]).rglob("seattle-weather.csv")).parent
    statsmodels = next(pathlib.Path(sys.argv[2]).rglob("sunspots.csv")).parent.parent
    hourly_normals(vega)
    daily_weather(vega)
    sunspots(statsmodels)
    el_nino(statsmodels)
    devils_dictionary(pathlib.Path(sys.argv[3]))


if __name__ == "__main__":
    main()
