#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names what is wrong in lists of words (.ts): no translation, other places for numbers (%1, %n), a lost or double
accelerator (&), other blanks at the ends or other line ends, two accelerators of one menu alike.

usage: check_words.py FILE.ts…      exit code 1 when something is wrong"""
import re
import sys
import xml.etree.ElementTree as ElementTree

ACCELERATOR = re.compile(r"&(?=\w)(?!&)")
PLACE = re.compile(r"%L?\d|%n")
FILTER = re.compile(r"\((\*\.[^)]*|\*)\)")


def ends(text):
    return text[: len(text) - len(text.lstrip(" \n"))], text[len(text.rstrip(" \n")):]


def problems_of(source, text):
    if not text.strip():
        yield "has no translation"
        return
    if sorted(set(PLACE.findall(source))) != sorted(set(PLACE.findall(text))):
        yield "has other places for numbers"
    if len(ACCELERATOR.findall(source)) != len(ACCELERATOR.findall(text)):
        yield "has another number of accelerators"
    if ends(source) != ends(text):
        yield "begins or ends with other blanks"
    if source.count("\n") != text.count("\n"):
        yield "has other line ends"
    if FILTER.findall(source) != FILTER.findall(text):
        yield "names other kinds of files"
    if source.endswith("…") != text.endswith("…"):
        yield "loses or wins an ellipsis"


def menus_of(context):
    """Accelerators of the menu bar's menus lie in one context: its texts that begin alike share a menu only there."""
    bar = {}
    for message in context.findall("message"):
        source = message.findtext("source")
        if source in ("&File", "&Edit", "&Run", "&View", "&Help"):
            letter = ACCELERATOR.search(message.findtext("translation") or "")
            if letter:
                bar.setdefault((message.findtext("translation") or "")[letter.end()].lower(), []).append(source)
    return [sources for sources in bar.values() if len(sources) > 1]


def main(files):
    wrong = 0
    for file in files:
        count = 0
        for context in ElementTree.parse(file).getroot().iter("context"):
            name = context.findtext("name")
            for sources in menus_of(context):
                print(f"{file}: {name}: {', '.join(sources)}: the same accelerator")
                wrong += 1
            for message in context.findall("message"):
                count += 1
                source = message.findtext("source")
                translation = message.find("translation")
                forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
                found = [problem for form in forms for problem in problems_of(source, form)]
                if translation.get("type") == "unfinished" and not found:
                    found = ["is not finished"]
                for problem in dict.fromkeys(found):
                    print(f"{file}: {name}: “{source}” {problem}")
                    wrong += 1
        print(f"{file}: {count} texts")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
