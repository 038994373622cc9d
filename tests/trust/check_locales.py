#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the command line under three locales, whose letters and decimal signs differ (Turkish has an i of its own, German a
decimal comma), and compares all that comes out: exit codes, results, messages on standard error and every byte that is
written, of work that succeeds, of every kind of refusal and of every help.

usage: check_locales.py GATESCOPE_CLI
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from bench import FORMATS, Bench, content  # noqa: E402

LOCALES = ("C", "de_DE.UTF-8", "tr_TR.UTF-8")
TITLED = "INDEX,title,ÖLÇÜ\n" + "".join(f"{i % 7 + 0.25},{(i * i) % 11 - 4.5},{i / 8}\n" for i in range(90))
GERMAN = "Zeit;Größe\n" + "".join(f"{1 + i % 28:02}.01.2020;{i % 9},{i % 10}\n" for i in range(60))
SMALL = ["--window", 8, "--hidden", 4, "--epochs", 1]


def works(bench):
    """What succeeds: words of each command, its files named beside the place where it runs."""
    data, model = bench.data, bench.model
    titled, german = bench.folder / "titled.csv", bench.folder / "german.csv"
    yield from (words for _, words, _ in bench.writing_commands(pathlib.Path(".")))
    yield from (["train", titled, "--target", "title", *SMALL, "--lr", "0.01", "--split", "0.7,0.2,0.1", "--out", "title.safetensors"],
                ["predict", "title.safetensors", titled, "--interval", "0.9", "--out", "title.csv"],
                ["evaluate", "title.safetensors", titled, "--json"], ["evaluate", "title.safetensors", titled],
                ["data", german], ["data", german, "--json", "--dump", "german.csv"],
                ["train", german, "--target", "Größe", *SMALL, "--out", "german.safetensors"],
                ["info", model], ["info", model, "--json"], ["verify", model, model], ["evaluate", model, data],
                ["lesson", "list"], ["--version"], ["--help"])


def refusals(bench):
    """What does not: wrong use, data that cannot be, files that are none. Words that Turkish would write with another i."""
    data, model, titled = bench.data, bench.model, bench.folder / "titled.csv"
    damaged, torn, empty = bench.folder / "damaged.safetensors", bench.folder / "torn.csv", bench.folder / "empty.csv"
    damaged.write_bytes(model.read_bytes()[:-9] + b"\x7f" * 9)
    torn.write_text('a,b\n1,2\n"3,4\n5,6\n')
    empty.write_text("")
    yield from (["TRAIN", data], ["train", titled, "--target", "TITLE", *SMALL], ["train", titled, "--target", "index", *SMALL],
                ["train", data, "--target", "a", "--optimizer", "ADAM"], ["train", data, "--target", "a", "--loss", "Iıiİ"],
                ["train", data, "--target", "a", "--lr", "0,01"], ["train", data, "--target", "a", "--window", "1.000"],
                ["train", data, "--target", "a", "--split", "0,7;0,3"], ["train", data, "--targit", "a"], ["train"],
                ["train", data, "--target", "a", "--window", 100_000], ["data", torn], ["data", empty], ["data", "nowhere.csv"],
                ["data", bench.folder], ["info", damaged], ["info", data], ["info", "nowhere.safetensors"],
                ["predict", model, titled], ["export", model, "--format", "PYTORCH", "--out", "x"],
                ["export", model, "--format", "onnx", "--out", "no/where/x.onnx"], ["predict", model, data, "--out", model],
                ["import", "nowhere.onnx", "--out", "x.safetensors"], ["lesson", "check", bench.folder])


def helps(cli):
    verbs = re.findall(r"^  ([a-z]+) ", subprocess.run([cli, "--help"], stdout=subprocess.PIPE, text=True, check=True).stdout, re.M)
    assert len(verbs) >= 12, verbs
    return [[verb, "--help"] for verb in verbs]


def make_locales(folder):
    """The three, made here: no system has them all."""
    folder.mkdir()
    for name in ("de_DE", "tr_TR"):
        subprocess.run(["localedef", "-i", name, "-f", "UTF-8", str(folder / f"{name}.UTF-8")], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    environments = [dict(os.environ, LC_ALL=name, LANG=name, LOCPATH=str(folder), LANGUAGE="") for name in LOCALES]
    for name, environment, comma in zip(LOCALES, environments, (".", ",", ",")):
        shown = subprocess.run(["locale", "decimal_point"], env=environment, stdout=subprocess.PIPE, text=True).stdout.strip()
        assert shown == comma, f"{name} is not in force: its decimal sign is {shown}"
    return environments


def without_times(text):
    """How long it took is no matter of the locale, neither said nor as the last column of a sweep's table."""
    if re.search(r"  seconds$", text, re.M):
        text = re.sub(r"[.0-9]+$", "N", text, flags=re.M)
    return re.sub(r'("?\w*seconds"?: )[-+.e0-9]+|\b[.0-9]+ (ms|s|min)\b', r"\1N", text)


def without_durations(files):
    """The same of the table of a sweep, whose last column is the seconds a run took."""
    lines = files["s.csv"].splitlines()
    assert lines[0].endswith(b",seconds"), lines[0]
    return {**files, "s.csv": [line.rsplit(b",", 1)[0] for line in lines]}


def main():
    wrong = []
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(pathlib.Path(sys.argv[1]).resolve(), name)
        (bench.folder / "titled.csv").write_text(TITLED)
        (bench.folder / "german.csv").write_text(GERMAN)
        environments = make_locales(bench.folder / "locales")
        commands = [("works", list(works(bench))), ("is refused", list(refusals(bench))), ("explains", helps(bench.cli))]
        found = []
        for locale, environment in zip(LOCALES, environments):
            there = bench.folder / locale
            there.mkdir()
            said = []
            for kind, all_words in commands:
                for words in all_words:
                    done = bench.run(*words, cwd=there, env=environment)
                    said.append((words, done.returncode, without_times(done.stdout), without_times(done.stderr)))
                    if (done.returncode == 0) == (kind == "is refused") or done.returncode < 0:
                        wrong.append(f"{locale}: {words} ends with {done.returncode}: {done.stderr[-200:]}")
            found.append((said, without_durations(content(there))))
        (said, files), others = found[0], found[1:]
        assert len(files) >= len(FORMATS) + 20, sorted(files)
        for locale, (said_there, files_there) in zip(LOCALES[1:], others):
            wrong += [f"{locale}: {mine[0]} says\n{other[1:]}\nand in C\n{mine[1:]}" for mine, other in zip(said, said_there)
                      if mine != other]
            wrong += [f"{locale}: {path} has other bytes" for path in sorted({*files, *files_there})
                      if files.get(path) != files_there.get(path)]
    for line in wrong:
        print(line)
    codes = sorted({code for _, code, _, _ in said})
    print(f"{len(said)} commands and {len(files)} files in {len(LOCALES)} locales, exit codes {codes}: {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
