#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the fixtures in fixtures/inspect with NumPy: what the inspector's own numbers are compared with."""
import pathlib

import numpy as np

import tensor_writer

FOLDER = pathlib.Path(__file__).resolve().parent / "fixtures" / "inspect"
COMPONENTS = 3


def phase_portrait():
    """Principal components of states (N, H) through the eigenvectors of their covariance; signs fixed as in C++."""
    random = np.random.default_rng(20)
    latent = random.standard_normal((60, 3)) * [3.0, 1.5, 0.7]
    states = np.tanh(latent @ random.standard_normal((3, 8)) * 0.4 + 0.1 * random.standard_normal((60, 8)))
    values, vectors = np.linalg.eigh(np.cov(states.T, bias=True))
    axes = vectors[:, ::-1][:, :COMPONENTS]
    axes = axes * np.sign(axes[np.abs(axes).argmax(axis=0), range(COMPONENTS)])
    variance = values[::-1][:COMPONENTS]
    points = (states - states.mean(axis=0)) @ axes
    assert np.allclose(points.var(axis=0), variance)
    tensors = {
        "states": states,
        "mean": states.mean(axis=0),
        "axes": axes.T,
        "variance": variance,
        "explained_share": variance / values.sum(),
        "points": points,
    }
    tensor_writer.write(FOLDER / "phase_portrait.safetensors", tensors, {"made_by": "numpy.linalg.eigh"})


if __name__ == "__main__":
    phase_portrait()
