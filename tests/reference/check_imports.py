#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports what PyTorch exports to ONNX in many variants and compares predictions with PyTorch's own.

Usage: check_imports.py GATESCOPE_CLI
Each variant must be imported and predict as PyTorch does, to 1e-5, or be refused by name where it cannot be represented.
Prints the worst difference of those imported; fails at the first that is wrong.
"""
import pathlib
import subprocess
import sys
import tempfile
import warnings

import numpy as np
import torch
from torch import nn

INPUTS, HIDDEN, OUTPUTS, STEPS = 3, 5, 2, 7
WINDOWS = 4


class Forecaster(nn.Module):
    """A GRU and what the variant puts around it."""

    def __init__(self, read, layers=2, bias=True, dropout=0.0, bidirectional=False, batch_first=True, before=None, after=None,
                 head=True):
        super().__init__()
        self.gru = nn.GRU(INPUTS, HIDDEN, layers, bias=bias, batch_first=batch_first, dropout=dropout,
                          bidirectional=bidirectional)
        self.fc = nn.Linear(HIDDEN * (2 if bidirectional else 1), OUTPUTS) if head else nn.Identity()
        self.read, self.before, self.after = read, before or (lambda x: x), after or (lambda y: y)

    def forward(self, x):
        return self.after(self.fc(self.read(*self.gru(self.before(x)))))


def last(out, _):
    return out[:, -1]


def counted(out, _):
    return out[:, STEPS - 1]


def from_state(_, state):
    return state[-1]


def first_state(_, state):
    return state[0]


def squeezed(_, state):
    return state[-1:].squeeze(0)


def flattened(out, _):
    return torch.flatten(out[:, -1:, :], 1)


def time_first(out, _):
    return out[-1]


def mean(out, _):
    return out.mean(1)


def first_step(out, _):
    return out[:, 0]


MIDDLE = torch.tensor([1.0, -2.0, 0.5])
SPREAD = torch.tensor([2.0, 0.5, 3.0])

# name: (arguments of Forecaster, opsets, whether it can be represented: else a word of the refusal)
VARIANTS = {
    "last output": (dict(read=last), (9, 11, 13, 16), True),
    "last output by number": (dict(read=counted), (11, 16), True),
    "last state": (dict(read=from_state), (9, 13), True),
    "the one state of one layer": (dict(read=first_state, layers=1), (13,), True),
    "squeezed state": (dict(read=squeezed), (11, 13), True),
    "flattened": (dict(read=flattened), (13,), True),
    "steps first": (dict(read=time_first, batch_first=False, before=lambda x: x.transpose(0, 1)), (13,), True),
    "without biases": (dict(read=last, bias=False), (13,), True),
    "dropout that is off": (dict(read=last, dropout=0.4), (13,), True),
    "three layers": (dict(read=last, layers=3), (13,), True),
    "inputs scaled": (dict(read=last, before=lambda x: (x - MIDDLE) / SPREAD), (13, 16), True),
    "outputs scaled": (dict(read=last, after=lambda y: y * 3.0 + 0.25), (13,), True),
    "outputs negated": (dict(read=last, after=lambda y: -y), (13,), True),
    "state of the lower layer": (dict(read=first_state), (13,), "layer"),
    "mean over the steps": (dict(read=mean), (13,), "."),
    "first step": (dict(read=first_step), (13,), "step"),
    "both directions": (dict(read=last, bidirectional=True), (13,), "bidirectional"),
    "outputs squared": (dict(read=last, after=lambda y: y * y), (13,), "Mul"),
    "outputs cut off": (dict(read=last, after=torch.relu), (13,), "Relu"),
}


def export(module, path, opset):
    example = torch.zeros(WINDOWS, STEPS, INPUTS)
    axes = {"x": {0: "N"}} if module.read is counted else {"x": {0: "N", 1: "T"}}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(module, example, str(path), opset_version=opset, input_names=["x"], output_names=["y"],
                          dynamic_axes=axes)


def run(*words):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True)


def check(cli, name, opset, folder):
    """Returns the largest difference, or None where the variant was refused as it must be."""
    arguments, _, expected = VARIANTS[name]
    torch.manual_seed(7)
    module = Forecaster(**arguments).eval()
    model, imported = folder / "m.onnx", folder / "m.safetensors"
    export(module, model, opset)
    result = run(cli, "import", model, "--out", imported)
    if expected is not True:
        if result.returncode != 1 or "error:" not in result.stderr or expected not in result.stderr:
            raise SystemExit(f"{name}, opset {opset}: not refused as it must be: {result.stdout}{result.stderr}")
        return None
    if result.returncode != 0:
        raise SystemExit(f"{name}, opset {opset}: {result.stderr}")
    x = torch.randn(WINDOWS, STEPS, INPUTS)
    np.savez(folder / "x.npz", x=x.numpy())
    result = run(cli, "predict", imported, folder / "x.npz", "--out", folder / "p.npz")
    if result.returncode != 0:
        raise SystemExit(f"{name}, opset {opset}: {result.stderr}")
    with torch.no_grad():
        wanted = module(x).numpy()
    difference = float(np.abs(np.load(folder / "p.npz")["prediction"] - wanted).max())
    if not difference <= 1e-5:
        raise SystemExit(f"{name}, opset {opset}: predictions differ by {difference:.3g}")
    return difference


def main():
    cli = pathlib.Path(sys.argv[1]).resolve()
    worst, imported, refused = 0.0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for name, (_, opsets, _) in VARIANTS.items():
            for opset in opsets:
                difference = check(cli, name, opset, pathlib.Path(folder))
                imported, refused = imported + (difference is not None), refused + (difference is None)
                worst = max(worst, difference or 0.0)
    print(f"{imported} graphs imported, worst difference {worst:.2e}; {refused} refused by name")


if __name__ == "__main__":
    main()
