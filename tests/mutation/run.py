#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants one fault after another in a copy of the sources and looks whether core's tests find it. The faults are those of
train.py, prepare.py and evaluation.py beside this file: each changes a number that somebody reads. The tests of the same
part of core run first; what they let live meets all of core's tests but those of corpora and fuzzers.

usage: run.py [ID...]      only these; default: all. Needs no Qt; the copy and its build are in build/mutation.

Exit code 0: every fault was found; 1: one lives, does not compile, or its text no longer stands exactly once in its file.

Last measured: 136 planted (48 in core/train, 40 in core/data/prepare, 48 in core/evaluation), 136 found, in 5 minutes with
a warm compiler cache. When they were planted first, 40 of them lived: what finds those now was written for it.
"""
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import evaluation  # noqa: E402
import prepare  # noqa: E402
import train  # noqa: E402

TOP = HERE.parent.parent
TREE, BUILD = TOP / "build/mutation/tree", TOP / "build/mutation/build"
TESTS = BUILD / "tests/core/gatescope_core_tests"
NEAR = {"core/train": ["train"], "core/data": ["data"], "core/evaluation": ["evaluation"]}
FAR = ["CsvSpectrum", "PapaParse", "FuzzCorpus", "FuzzTargets"]
PATIENCE = 60  # seconds: all of core's tests take a third of it


def copy_tree():
    """What is new or changed, so that only that is built."""
    names = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "app", "core", "resources", "tests", "*.txt",
                            "CMakePresets.json", "LICENSE", "README.md"], cwd=TOP, check=True, stdout=subprocess.PIPE,
                           text=True).stdout.splitlines()
    for name in filter(lambda name: (TOP / name).is_file(), names):
        source, target = (TOP / name).read_bytes(), TREE / name
        if not target.exists() or target.read_bytes() != source:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source)
            target.chmod((TOP / name).stat().st_mode)


def build():
    return subprocess.run(["ninja", "-C", BUILD, "-j", "2", "gatescope_core_tests"], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True)


def configure():
    if not (BUILD / "build.ninja").exists():
        subprocess.run(["cmake", "-S", TREE, "-B", BUILD, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release",
                        "-DCMAKE_CXX_FLAGS_RELEASE=-O1", "-DGATESCOPE_UI=OFF", "--log-level=NOTICE"], check=True)


def near_tests(file):
    """GoogleTest's filter for what lies beside a source of core."""
    suites = set()
    for folder in next(folders for part, folders in NEAR.items() if file.startswith(part)):
        for path in (TREE / "tests/core" / folder).glob("*.cpp"):
            suites.update(re.findall(r"^(?:TEST|TEST_F|TEST_P|TYPED_TEST)\((\w+),", path.read_text(), re.MULTILINE))
    return ":".join(f"{suite}.*:*/{suite}.*:{suite}/*" for suite in sorted(suites - set(FAR)))


def failing_test(only):
    """The first test that fails; None when all pass."""
    try:
        done = subprocess.run([TESTS, "--gtest_fail_fast", "--gtest_brief=1", f"--gtest_filter={only}"], cwd=BUILD,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
                              timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return f"no end within {PATIENCE} seconds"
    if done.returncode == 0:
        return None
    found = re.search(r"^\[  FAILED  \] (\S+)", done.stdout, re.MULTILINE)
    return found.group(1).rstrip(",") if found else f"a crash ({done.returncode})"


def all_tests():
    return "-" + ":".join(f"*{suite}*" for suite in FAR)


def judged(file, before, after):
    """What became of one fault, and which test found it."""
    path = TREE / file
    source = path.read_text()
    if source.count(before) != 1:
        return "stale", f"its text stands {source.count(before)} times in {file}"
    path.write_text(source.replace(before, after))
    try:
        done = build()
        if done.returncode != 0:
            return "does not compile", next((line for line in done.stdout.splitlines() if "error:" in line), "")
        test = failing_test(near_tests(file)) or failing_test(all_tests())
        return ("killed", test) if test else ("survived", "")
    finally:
        path.write_text(source)


def main():
    mutants = {name: rest for name, *rest in train.MUTANTS + prepare.MUTANTS + evaluation.MUTANTS}
    wanted = sys.argv[1:] or list(mutants)
    if unknown := set(wanted) - set(mutants):
        sys.exit(f"no such fault: {', '.join(sorted(unknown))}")
    copy_tree()
    configure()
    done = build()
    if done.returncode != 0 or (test := failing_test(all_tests())):
        sys.exit(done.stdout[-3000:] if done.returncode != 0 else f"{test} fails without any fault")
    counts = {}
    for name in wanted:
        file, before, after, breaks = mutants[name]
        outcome, how = judged(file, before, after)
        counts[outcome] = counts.get(outcome, 0) + 1
        print(f"{outcome:9} {name}: {breaks}" + (f" [{how}]" if how else ""), flush=True)
    found = ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items()))
    print(f"{sum(counts.values())} planted: {found}")
    return 0 if set(counts) == {"killed"} else 1


if __name__ == "__main__":
    sys.exit(main())
