#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the programs' binaries: full RELRO with immediate binding, position independent, no executable stack, stack protector
and checked library calls in use; and, from the compiler's own list of commands, that every source was compiled so.

usage: check_hardening.py COMPILE_COMMANDS.json PROGRAM...
"""
import json
import pathlib
import re
import subprocess
import sys

FLAGS = ["-fstack-protector-strong", "-fstack-clash-protection", "-D_FORTIFY_SOURCE=2"]


def readelf(option, program):
    return subprocess.run(["readelf", "-W", option, program], check=True, stdout=subprocess.PIPE, text=True).stdout


def faults_of(program):
    header, segments, dynamic = readelf("-h", program), readelf("-l", program), readelf("-d", program)
    symbols = readelf("--dyn-syms", program)
    if not re.search(r"Type:\s+DYN", header):
        yield "is not position independent"
    if "GNU_RELRO" not in segments:
        yield "has no RELRO"
    if not re.search(r"\(FLAGS\).*BIND_NOW|\(BIND_NOW\)|\(FLAGS_1\).*NOW", dynamic):
        yield "binds lazily"
    stack = re.search(r"GNU_STACK.*", segments)
    if not stack or " E " in f" {stack.group(0)[20:]} " or "RWE" in stack.group(0):
        yield "has an executable stack"
    if re.search(r"LOAD.*RWE", segments):
        yield "has a segment both writable and executable"
    if "__stack_chk_fail" not in symbols:
        yield "has no stack protector"
    if not re.search(r"__\w+_chk\b", symbols):
        yield "checks no library call"


def sources_in(unit):
    return unit.read_text().count('#include "/') if unit.name.startswith("unity_") else 1


def main():
    commands, *programs = sys.argv[1:]
    wrong = [f"{program} {fault}" for program in programs for fault in faults_of(program)]
    # Of the project's own sources, several in one unit or each alone; moc's come from elsewhere.
    units = [entry for entry in json.loads(pathlib.Path(commands).read_text())
             if re.search(r"/(core|app|ui)/", entry["file"]) and ("/build/" not in entry["file"] or "/unity_" in entry["file"])]
    for entry in units:
        wrong += [f"{entry['file']} is compiled without {flag}" for flag in FLAGS if flag not in entry["command"]]
    sources = sum(sources_in(pathlib.Path(entry["file"])) for entry in units)
    assert sources > 300, sources
    print(f"{len(programs)} programs, {sources} sources: {len(wrong)} faults")
    print("\n".join(wrong[:20]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
