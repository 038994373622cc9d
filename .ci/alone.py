#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compiles sources by themselves, without making code: a unit that several sources share hides that one of them lacks an
include. Takes the commands, and the precompiled headers, of a build folder that has been built with shared units.

usage: alone.py BUILD [SOURCE...]       all that share a unit when no SOURCE is named
"""
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys


def shared_sources(build):
    """Source to the command and the folder that its unit is compiled with."""
    found = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        unit = pathlib.Path(entry["file"])
        if unit.parent.name == "Unity":
            for source in re.findall(r'^#include "([^"]+)"', unit.read_text(), re.MULTILINE):
                command = entry["command"].replace(f"-c {unit}", f"-fsyntax-only {source}")
                assert command != entry["command"], entry["command"]
                found[pathlib.Path(source)] = command, entry["directory"]
    return found


def compiled(command):
    return subprocess.run(command[0], shell=True, cwd=command[1], capture_output=True, text=True)


def main():
    shared = shared_sources(pathlib.Path(sys.argv[1]))
    if not shared:
        sys.exit(f"{sys.argv[1]} has no shared units")
    named = {pathlib.Path(name).resolve() for name in sys.argv[2:]}
    commands = [command for source, command in shared.items() if not named or source in named]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        problems = [result.stderr for result in pool.map(compiled, commands) if result.returncode]
    print("".join(problems), end="", file=sys.stderr)
    print(f"{len(commands)} sources compiled by themselves, {len(problems)} of them failed")
    sys.exit(len(problems) > 0)


main()
