#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks the program as a screen reader sees it, from outside, with no more than the keyboard.

usage: dbus-run-session python3 walk_with_at_spi.py GATESCOPE        on a screen of its own
needs xvfb, xdotool, dbus, at-spi2-core, python3-pyatspi

1. Every workspace: what takes the focus has a name and a role.
2. A training run: Space, and the epochs that the header speaks grow to all of them.
3. An inspection: the focus goes to the timeline, an arrow key moves a step; what is announced is the step and its
   numbers. In Train the key I speaks the summary of the gates.
4. Charts and maps as tables: before the first batch they have no rows, later every row and column has a name, and the
   number in a cell is the one that the view speaks at its cursor, or the header of the last epoch.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
import pyatspi  # noqa: E402  (wants the version first)

WORKSPACES = ["Data", "Train", "Inspect", "Predict", "Compare", "Learn"]
ROLELESS = {pyatspi.ROLE_UNKNOWN, pyatspi.ROLE_INVALID, pyatspi.ROLE_FILLER, pyatspi.ROLE_PANEL, pyatspi.ROLE_REDUNDANT_OBJECT}
faults = []


def key(*keys):
    subprocess.run(["xdotool", "key", "--delay", "30", *keys], check=True)
    time.sleep(0.15)


def fault(text):
    faults.append(text)
    print("FAULT:", text)


def wait_for(what, condition, seconds=30):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.2)
    sys.exit(f"waited {seconds} s in vain for {what}")


def walk(node):
    """All showing descendants, depth first."""
    for child in node:
        if child is None:
            continue
        yield child
        if child.getState().contains(pyatspi.STATE_SHOWING) or child.getRole() == pyatspi.ROLE_FRAME:
            yield from walk(child)


def states(node):
    return node.getState()


def look_at_workspace(window, name):
    focusable = 0
    for node in walk(window):
        state = states(node)
        if not (state.contains(pyatspi.STATE_FOCUSABLE) and state.contains(pyatspi.STATE_SHOWING)):
            continue
        focusable += 1
        where = f"{name}: {node.getRoleName()} \"{node.name}\" in \"{node.parent.name if node.parent else ''}\""
        if not node.name.strip() and node.getRole() not in (pyatspi.ROLE_TABLE_CELL, pyatspi.ROLE_LIST_ITEM):
            fault("no name: " + where)
        if node.getRole() in ROLELESS:
            fault("no role: " + where)
    print(f"{name}: {focusable} that take the focus")
    return focusable


def named(window, name, role=None):
    for node in walk(window):
        if node.name.startswith(name) and (role is None or node.getRole() == role):
            return node
    return None


def focused(window):
    for node in walk(window):
        if states(node).contains(pyatspi.STATE_FOCUSED):
            return node
    return None


def train(window):
    """By keyboard alone: Space, until the header speaks of as many epochs as there are."""
    key("ctrl+2")
    epoch = wait_for("the header", lambda: named(window, "epoch"))
    before = epoch.description
    key("space")
    wait_for("an epoch", lambda: epoch.description != before)
    during = epoch.description

    def rests():  # at the last epoch, or stopped early
        now = epoch.description
        time.sleep(2.0)
        return now == epoch.description

    wait_for("the end of the training", rests, 60)
    loss = named(window, "training loss")
    print(f"training: spoken before \"{before}\", then \"{during}\", at last \"{epoch.description}\"; "
          f"loss \"{loss.description}\"")
    if not loss.description or loss.description == "–":
        fault("the header does not speak the loss")


def tab_to_chart(window, name):
    """Presses Tab until a view has the focus that is drawn: a chart."""
    for _ in range(90):
        key("Tab")
        node = focused(window)
        if node is not None and node.getRole() == pyatspi.ROLE_CHART and node.name.startswith(name):
            return node
    fault(f"no chart \"{name}\" can be reached with Tab")
    return None


def inspect(window):
    key("ctrl+3")
    wait_for("Inspect", lambda: named(window, "Timeline") or named(window, "The stack"))
    time.sleep(1.0)
    node = tab_to_chart(window, "")
    if node is None:
        return
    before = node.description
    key("Right")
    after = wait_for("the next step", lambda: node.description if node.description != before else None, 10)
    print(f"inspection: \"{node.name}\" spoke \"{before[:90]}\", then \"{after[:90]}\"")
    if not any(letter.isdigit() for letter in after):
        fault("the view speaks no number")
    step = [int(text.split("step ")[1].split(";")[0]) for text in (before, after)]
    if step[1] != step[0] + 1:
        fault(f"the arrow key went from step {step[0]} to {step[1]}")


def number(text):
    """A number as the screen writes it: −2.5, 1.2·10⁻⁵, 10⁻⁵."""
    superscripts = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")
    mantissa, _, exponent = text.partition("10") if re.search("10[⁻⁰-⁹¹²³]+$", text) else (text, "", "")
    mantissa = mantissa.translate(superscripts).rstrip("·")
    sign_only = {"": "1", "-": "-1"}
    return float(sign_only.get(mantissa, mantissa)) * 10.0 ** int(exponent.translate(superscripts) or "0")


def table_of(node):
    try:
        return node.queryTable()
    except NotImplementedError:
        fault(f"\"{node.name}\" is no table")
        return None


def charts(window):
    return [node for node in walk(window)
            if node.getRole() == pyatspi.ROLE_CHART and states(node).contains(pyatspi.STATE_SHOWING)]


def cell(node, table, row, column):
    """The cell where the row and the column of these names meet; its description says where it stands."""
    rows = [i for i in range(table.nRows) if table.getRowDescription(i) == row]
    columns = [i for i in range(table.nColumns) if table.getColumnDescription(i) == column]
    if len(rows) != 1 or len(columns) != 1:
        fault(f"\"{node.name}\" has {len(rows)} rows \"{row}\" and {len(columns)} columns \"{column}\"")
        return None
    found = table.getAccessibleAt(rows[0], columns[0])
    if found.getRole() != pyatspi.ROLE_TABLE_CELL or found.description != f"{row}, {column}":
        fault(f"a cell of \"{node.name}\" is a {found.getRoleName()} \"{found.description}\", expected \"{row}, {column}\"")
    return found


def hears(node, table, row, column, spoken, tolerance):
    found = cell(node, table, row, column)
    if found is not None and abs(number(found.name) - number(spoken)) > tolerance:
        fault(f"\"{node.name}\" speaks {spoken} where its cell {row}, {column} is {found.name}")
    return found is not None


def tables_before(window):
    """A reader remembers what a view can do from when it first met it: that must be before there are numbers."""
    key("ctrl+2")
    wait_for("Train", lambda: named(window, "Loss over", pyatspi.ROLE_CHART))
    empty = [node.name for node in charts(window) if (table := table_of(node)) and table.nRows == 0]
    if not any(name.startswith("Loss") for name in empty):
        fault("the loss has rows before the first batch")
    print(f"tables: {len(empty)} without rows before the first batch")


def tables_after(window):
    tables = rows = 0
    for node in charts(window):
        table = table_of(node)
        if table is None or table.nRows == 0:
            continue
        tables += 1
        rows += table.nRows
        last = table.nRows - 1, table.nColumns - 1
        for row, column in {(0, 0), last}:
            if not table.getRowDescription(row) or not table.getColumnDescription(column):
                fault(f"row {row} or column {column} of \"{node.name}\" has no name")
            if table.getAccessibleAt(row, column) is None:
                fault(f"\"{node.name}\" has no cell at {row}, {column}")
    print(f"tables: {tables} with {rows} rows after the training")


def compare_loss(window):
    """The header speaks the loss of the last batch; it is the last number of that curve."""
    node = named(window, "Loss over", pyatspi.ROLE_CHART)
    table, spoken = table_of(node), named(window, "training loss").description
    if table is None:
        return
    rows = {table.getRowDescription(row): row for row in range(table.nRows)}
    row = rows.get("each batch")
    if row is None:
        fault(f"the loss has the curves {list(rows)}, none of each batch")
        return
    last = next((name for column in reversed(range(table.nColumns)) if (name := table.getAccessibleAt(row, column).name)), "")
    if not last or abs(number(last) - number(spoken)) > 1e-3 * abs(number(spoken)):
        fault(f"the header speaks a loss of {spoken}, the last cell of the curve \"{last}\"")
    print(f"tables: the loss has {table.nRows} curves, the last batch is {last}; the header speaks {spoken}")


def compare_gates(window, node):
    """The map at the cursor: "step 15, unit 0: r reset · layer 1 0.03; z update · layer 1 0.51"."""
    table = table_of(node)
    key("Right")
    time.sleep(0.5)
    spoken = node.description
    place = re.match(r"step (\d+), unit (\d+): (.*)", spoken)
    if table is None or not place:
        fault(f"\"{node.name}\" speaks \"{spoken}\", which is no step and unit")
        return
    heard = 0
    for part in place.group(3).split(". ")[0].split("; "):
        name, value = part.rsplit(" ", 1)
        heard += hears(node, table, f"{name}, unit {place.group(2)}", f"step {place.group(1)}", value, 0.0051)
    if not heard:
        fault(f"\"{node.name}\" speaks no number: \"{spoken}\"")
    print(f"tables: {table.nRows} x {table.nColumns}, spoken \"{spoken[:80]}\", {heard} cells say the same")


def summarise(window):
    key("ctrl+2")
    time.sleep(0.8)
    tables_after(window)
    compare_loss(window)
    node = tab_to_chart(window, "Gates")
    if node is None:
        return
    compare_gates(window, node)
    key("i")
    summary = wait_for("the summary", lambda: node.description if "mean " in node.description else None, 10)
    print(f"summary: \"{summary[:200]}\"")


def start_screen():
    """A screen that says its number once it takes programs: nothing is guessed, and nothing races."""
    reading, writing = os.pipe()
    screen = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
                              pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as answer:
        number = answer.readline().strip()
    if not number:
        sys.exit("Xvfb did not start")
    os.environ["DISPLAY"] = f":{number}"
    return screen


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    screen = start_screen()
    home = tempfile.mkdtemp()
    environment = dict(os.environ, HOME=home, QT_ACCESSIBILITY="1", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
                       QT_QPA_PLATFORM="xcb")
    running = subprocess.Popen([str(program)], env=environment)
    try:
        desktop = pyatspi.Registry.getDesktop(0)
        window = wait_for("the window", lambda: next(
            (frame for app in desktop if app is not None and app.name.lower().startswith("gatescope")
             for frame in app if frame is not None and frame.getRole() in (pyatspi.ROLE_FRAME, pyatspi.ROLE_WINDOW)), None))
        ids = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(running.pid)], capture_output=True,
                             text=True).stdout.split()
        if ids:
            subprocess.run(["xdotool", "windowfocus", ids[-1]], check=False)
        time.sleep(1.0)
        tables_before(window)
        train(window)
        count = 0
        for number, name in enumerate(WORKSPACES, 1):
            key(f"ctrl+{number}")
            time.sleep(0.8)
            count += look_at_workspace(window, name)
        inspect(window)
        summarise(window)
        print(f"{count} looked at, {len(faults)} faults")
    finally:
        running.terminate()
        running.wait(10)
        screen.terminate()
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
