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


def cell(weights, x, h, reset_after):
    """One layer's step by GRU.md's equations; works on complex numbers, so that it can be differentiated exactly."""
    w, u, b, d = weights
    size = h.shape[0]
    sigmoid = lambda value: 1.0 / (1.0 + np.exp(-value))
    inputs = w @ x + b
    r = sigmoid(inputs[:size] + (u @ h + d)[:size])
    z = sigmoid(inputs[size:2 * size] + (u @ h + d)[size:2 * size])
    if reset_after:
        n = np.tanh(inputs[2 * size:] + r * (u @ h + d)[2 * size:])
        return (1.0 - z) * n + z * h
    n = np.tanh(inputs[2 * size:] + u[2 * size:] @ (r * h))
    return (1.0 - z) * h + z * n


def stack_step(layers, x, h, reset_after):
    parts, size = [], h.shape[0] // len(layers)
    for k, weights in enumerate(layers):
        x = cell(weights, x, h[k * size:(k + 1) * size], reset_after)
        parts.append(x)
    return np.concatenate(parts)


def dynamics(reset_after):
    """Fixed points of a stack of 2 x 4 units by NumPy: Newton with a Jacobian by complex steps, and its eigenvalues; and
    the ridge regression from states to past inputs, by least squares on rows that hold the penalty."""
    random = np.random.default_rng(31 + reset_after)
    inputs, hidden, count, steps, lags, ridge = 2, 4, 2, 12, 6, 1e-3
    layers, flat = [], []
    for k in range(count):
        w = 1.6 * random.standard_normal((3 * hidden, inputs if k == 0 else hidden))
        u = 1.6 * random.standard_normal((3 * hidden, hidden))
        b, d = 0.4 * random.standard_normal((2, 3 * hidden))
        if not reset_after:
            d = np.zeros_like(d)
        layers.append((w, u, b, d))
        flat += [w.ravel(), u.ravel(), b] + ([d] if reset_after else [])
    flat += [random.standard_normal(hidden), np.zeros(1)]
    x = np.array([0.3, -0.2])
    step = lambda h: stack_step(layers, x, h, reset_after)

    def jacobian(h):
        size = h.shape[0]
        return np.stack([step(h + 1e-30j * np.eye(size)[j]).imag / 1e-30 for j in range(size)], axis=1)

    h = np.zeros(count * hidden)
    for _ in range(300):
        h = step(h)
    for _ in range(50):
        h = h + np.linalg.solve(np.eye(h.shape[0]) - jacobian(h), step(h) - h)
    assert np.linalg.norm(step(h) - h) < 1e-13
    values = np.linalg.eigvals(jacobian(h))
    values = values[np.argsort(-np.abs(values), kind="stable")]
    other = np.tanh(random.standard_normal(count * hidden))

    series = random.standard_normal((inputs, 120))
    states = []  # by window: (L*H, T)
    for start in range(100):
        state, columns = np.zeros(count * hidden), []
        for t in range(steps):
            state = stack_step(layers, series[:, start + t], state, reset_after)
            columns.append(state)
        states.append(np.stack(columns, axis=1))
    scores = np.zeros((count, lags + 1))
    for k in range(count):
        part = lambda windows: np.concatenate([states[i][k * hidden:(k + 1) * hidden, lags:] for i in windows], axis=1).T
        fit, score = part(range(70)), part(range(70, 100))
        mean = fit.mean(axis=0)
        penalty = np.sqrt(len(fit) * ridge * (fit - mean).var(axis=0).mean())
        for lag in range(lags + 1):
            past = lambda windows: np.concatenate([series[1, i + lags - lag:i + steps - lag] for i in windows])
            wanted, truth = past(range(70)), past(range(70, 100))
            rows = np.vstack([fit - mean, penalty * np.eye(hidden)])
            weights = np.linalg.lstsq(rows, np.concatenate([wanted - wanted.mean(), np.zeros(hidden)]), rcond=None)[0]
            read = (score - mean) @ weights + wanted.mean()
            scores[k, lag] = 1.0 - ((truth - read) ** 2).sum() / ((truth - truth.mean()) ** 2).sum()
    name = "after" if reset_after else "before"
    tensors = {"parameters": np.concatenate(flat), "input": x, "point": h, "eigenvalue_sizes": np.abs(values),
               "state": other, "next": step(other), "jacobian": jacobian(other), "series": series.T, "r_squared": scores}
    tensor_writer.write(FOLDER / f"dynamics_{name}.safetensors", tensors, {"made_by": "numpy"})


if __name__ == "__main__":
    phase_portrait()
    dynamics(True)
    dynamics(False)
