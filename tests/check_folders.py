#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the graph of folders from the includes of app, core and ui, and fails on a cycle or on an arrow that runs up.

usage: check_folders.py [ROOT]      ROOT is the project's folder
"""
import collections
import pathlib
import re
import sys

# What each floor may include, besides itself. A folder belongs to the longest name here that begins its path.
FLOORS = {
    "core/math": [],
    "core/data": ["core/math"],
    "core/model": ["core/math"],
    "core/train": ["core/data", "core/model", "core/math"],
    "core/evaluation": ["core/train", "core/data", "core/model", "core/math"],
    "core/inspect": ["core/evaluation", "core/train", "core/data", "core/model", "core/math"],
    "core/session": ["core/inspect", "core/evaluation", "core/train", "core/data", "core/model", "core/math"],
    "core/io": ["core/session", "core/inspect", "core/evaluation", "core/train", "core/data", "core/model", "core/math"],
    "core/lesson": ["core"],
    "core": [],
    "ui/look": ["core"],
    "ui/widgets": ["core", "ui/look"],
    "ui/document": ["core", "ui/look", "ui/widgets"],
    "ui/data": ["core", "ui/look", "ui/widgets", "ui/document"],
    "ui/train": ["core", "ui/look", "ui/widgets", "ui/document"],
    "ui/inspect": ["core", "ui/look", "ui/widgets", "ui/document"],
    "ui/predict": ["core", "ui/look", "ui/widgets", "ui/document"],
    "ui/compare": ["core", "ui/look", "ui/widgets", "ui/document"],
    "ui/learn": ["core", "ui/look", "ui/widgets", "ui/document"],
    "ui/shell": ["core", "ui/look", "ui/widgets", "ui/document"],
    "ui": ["core", "ui"],
    "app/cli": ["core", "app/cli"],
    "app/gui": ["core", "ui", "app/gui"],
}
INCLUDE = re.compile(r'^#include "([^"]+)"', re.MULTILINE)


def within(folder, floor):
    return folder == floor or folder.startswith(floor + "/")


def floor_of(folder):
    return max((floor for floor in FLOORS if within(folder, floor)), key=len, default=None)


def allowed(source, target):
    floor = floor_of(source)
    return (floor is None or within(target, floor) and floor_of(target) == floor or target == "core"
            or any(within(target, below) for below in FLOORS[floor]))


def arrows(root):
    """Folder to folder, with one include that makes the arrow."""
    found = {}
    for top in ("app", "core", "ui"):
        for path in sorted((root / top).rglob("*")):
            if path.suffix not in (".h", ".cpp"):
                continue
            source = path.parent.relative_to(root).as_posix()
            for name in INCLUDE.findall(path.read_text(encoding="utf-8")):
                target = str(pathlib.PurePosixPath(name).parent)
                if target != source and (root / name).exists():
                    found.setdefault((source, target), f"{path.relative_to(root)} includes {name}")
    return found


def cycles(found):
    """Groups of folders that reach each other (Tarjan's strongly connected components)."""
    graph = collections.defaultdict(list)
    for source, target in found:
        graph[source].append(target)
    number, low, stack, groups = {}, {}, [], []

    def visit(folder):
        number[folder] = low[folder] = len(number)
        stack.append(folder)
        for target in graph[folder]:
            if target not in number:
                visit(target)
                low[folder] = min(low[folder], low[target])
            elif target in stack:
                low[folder] = min(low[folder], number[target])
        if low[folder] == number[folder]:
            group = stack[stack.index(folder):]
            del stack[stack.index(folder):]
            if len(group) > 1:
                groups.append(group)

    for folder in list(graph):
        if folder not in number:
            visit(folder)
    return groups


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent)
    found = arrows(root)
    bad = [f"upward: {place}" for (source, target), place in found.items() if not allowed(source, target)]
    for group in cycles(found):
        bad += [f"in a circle: {place}" for (source, target), place in found.items() if source in group and target in group]
    for line in bad:
        print(line)
    print(f"{len(found)} arrows between folders, {len(bad)} of them wrong")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
