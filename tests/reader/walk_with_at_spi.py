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
"""
import os
import pathlib
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


def summarise(window):
    key("ctrl+2")
    time.sleep(0.8)
    node = tab_to_chart(window, "Gates")
    if node is None:
        return
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
