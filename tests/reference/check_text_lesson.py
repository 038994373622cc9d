#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Computes what the lesson on a text promises of its stored run, with NumPy alone, and compares it with the lesson.

    tests/reference/check_text_lesson.py

The run is read from its weights, the text is cut into windows as the manual says: a vocabulary of the training part, no
window across a border, the state zero at each beginning.
"""

import json
import pathlib
import re
import struct
import sys

import numpy as np

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / "resources"
LESSON = RESOURCES / "lessons" / "a-network-that-spells"
WINDOW = 64


def read_run():
    data = (LESSON / "speller.safetensors").read_bytes()
    (size,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + size])
    begin = 8 + size

    def tensor(name):
        first, last = header[name]["data_offsets"]
        values = np.frombuffer(data[begin + first : begin + last], "<f4")
        return values.reshape(header[name]["shape"]).astype(float)

    names = ["gru.weight_ih_l0", "gru.weight_hh_l0", "gru.bias_ih_l0", "gru.bias_hh_l0", "fc.weight", "fc.bias"]
    return json.loads(header["__metadata__"]["classes"]), [tensor(name) for name in names]


def run(symbols, weights):
    """States and update gates, each (windows, steps, units), reset-after."""
    w, u, b, d = weights[:4]
    units = u.shape[1]
    sigmoid = lambda a: 1 / (1 + np.exp(-a))
    h = np.zeros((len(symbols), units))
    states, gates = [], []
    for column in symbols.T:
        inner, outer = w[:, column].T + b, h @ u.T + d
        r = sigmoid(inner[:, :units] + outer[:, :units])
        z = sigmoid(inner[:, units : 2 * units] + outer[:, units : 2 * units])
        n = np.tanh(inner[:, 2 * units :] + r * outer[:, 2 * units :])
        h = (1 - z) * n + z * h
        states.append(h)
        gates.append(z)
    return np.array(states).transpose(1, 0, 2), np.array(gates).transpose(1, 0, 2)


def letters_read(characters):
    """Letters of the word so far: 0 at a blank, -1 where no word is under way."""
    count = np.full(characters.shape, -1)
    for row, window in enumerate(characters):
        read = -1
        for step, character in enumerate(window):
            if character in " \n":
                read = 0
            else:
                read = read + 1 if read >= 0 and character.isascii() and character.isalpha() else -1
            count[row, step] = read
    return count


def main():
    text = (RESOURCES / "datasets" / "devils-dictionary.txt").read_text(encoding="utf-8")
    classes, weights = read_run()
    numbers = {character: number for number, character in enumerate(classes[:-1])}
    symbols = np.array([numbers.get(character, len(classes) - 1) for character in text])
    first, last = int(0.8 * len(text)), int((0.8 + 0.1) * len(text))
    starts = [start for start in range(first, last, WINDOW) if start + WINDOW + 1 <= last]
    inputs = np.array([symbols[start : start + WINDOW] for start in starts])
    targets = np.array([symbols[start + 1 : start + WINDOW + 1] for start in starts])
    states, gates = run(inputs, weights)
    scores = states @ weights[4].T + weights[5]
    top = scores.max(2, keepdims=True)
    right = np.take_along_axis(scores, targets[:, :, None], 2)[:, :, 0]
    losses = np.log(np.exp(scores - top).sum(2)) + top[:, :, 0] - right
    some = slice(0, 100)  # means are over the first hundred windows
    letters = letters_read(np.array([list(text[start : start + WINDOW]) for start in starts[some]]))
    found = {"validation.bits": losses.mean() / np.log(2), "z.mean?unit=9": gates[some, :, 9].mean()}
    for letter in range(6):
        there = letters == letter
        found[f"h.mean?unit=11&letter={letter}"] = states[some][there][:, 11].mean()
        found[f"z.mean?letter={letter}"] = gates[some][there].mean()
    lesson = (LESSON / "lesson.md").read_text(encoding="utf-8")
    promises = re.findall(
        r"```promise\nmetric: (\S+)\nvalue: (\S+)\ntolerance: (\S+)\nof: speller.safetensors\n", lesson
    )
    checked = wrong = 0
    for metric, value, tolerance in promises:
        if metric not in found:
            continue
        checked += 1
        if not abs(found[metric] - float(value)) <= float(tolerance):
            wrong += 1
            print(f"{metric} is promised as {value} ± {tolerance}, NumPy finds {found[metric]:.6f}")
    print(f"{checked} promises computed again, {wrong} of them wrong")
    return 1 if wrong or checked < 8 else 0


if __name__ == "__main__":
    sys.exit(main())
