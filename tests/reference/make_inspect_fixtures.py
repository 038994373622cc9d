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


def kept_shares(layers, x, h, reset_after):
    """What each unit's update gate keeps at a step: (layers, hidden)."""
    shares, hidden = [], layers[0][1].shape[1]
    for k, (w, u, b, d) in enumerate(layers):
        state = h[k * hidden:(k + 1) * hidden]
        z = 1 / (1 + np.exp(-(w @ x + b + u @ state + d)[hidden:2 * hidden]))
        shares.append(z if reset_after else 1 - z)
        x = stack_step([(w, u, b, d)], x, state, reset_after)
    return np.stack(shares)


def automaton():
    """States of an odd-even counter with noise, clustered by Lloyd from given centres; the automaton of the clusters, and
    how often it answers as the states do when it runs by itself."""
    random = np.random.default_rng(7)
    sequences, steps, symbols = 30, 20, 2
    inputs = random.integers(0, symbols, (sequences, steps))
    odd = np.cumsum(inputs, axis=1) % 2
    answers = np.where(random.random((sequences, steps)) < 0.04, 1 - odd, odd)
    states = np.stack([2.0 * odd - 1, 0.5 * inputs], axis=-1) + 0.15 * random.standard_normal((sequences, steps, 2))
    flat = states.reshape(-1, 2)
    first = flat[[0, 11, 57, 200]]
    centres, before = first.copy(), None
    for _ in range(30):
        nearest = ((flat[:, None] - centres[None]) ** 2).sum(axis=-1).argmin(axis=1)
        if before is not None and (nearest == before).all():
            break
        centres = np.stack([flat[nearest == k].mean(axis=0) if (nearest == k).any() else centres[k] for k in range(4)])
        before = nearest
    nearest = ((flat[:, None] - centres[None]) ** 2).sum(axis=-1).argmin(axis=1).reshape(sequences, steps)
    moves, said = np.zeros((5, symbols, 4), int), np.zeros((4, 2), int)
    for s in range(sequences):
        at = 4
        for t in range(steps):
            moves[at, inputs[s, t], nearest[s, t]] += 1
            at = nearest[s, t]
            said[at, answers[s, t]] += 1
    agreed, first_parting = 0, []
    for s in range(sequences):
        at, parted = 4, -1
        for t in range(steps):
            counts = moves[at, inputs[s, t]] if at >= 0 else np.zeros(4)
            at = int(counts.argmax()) if counts.sum() > 0 else -1
            same = at >= 0 and said[at].argmax() == answers[s, t]
            agreed += same
            parted = t if parted < 0 and not same else parted
        first_parting.append(parted)
    tensors = {"states": flat, "first": first, "centres": centres, "inputs": inputs.astype(float),
               "answers": answers.astype(float), "agreed": np.array([float(agreed)]),
               "parting": np.array(first_parting, float)}
    tensor_writer.write(FOLDER / "automaton.safetensors", tensors, {"made_by": "numpy"})


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
    accuracy = np.zeros((count, lags + 1))
    for k in range(count):
        part = lambda windows: np.concatenate([states[i][k * hidden:(k + 1) * hidden, lags:] for i in windows], axis=1).T
        fit, score = part(range(70)), part(range(70, 100))
        mean = fit.mean(axis=0)
        penalty = np.sqrt(len(fit) * ridge * (fit - mean).var(axis=0).mean())
        for lag in range(lags + 1):
            past = lambda windows: np.concatenate([series[1, i + lags - lag:i + steps - lag] for i in windows]) > 0
            wanted, truth = np.stack([~past(range(70)), past(range(70))], axis=1).astype(float), past(range(70, 100))
            rows = np.vstack([fit - mean, penalty * np.eye(hidden)])
            weights = np.linalg.lstsq(rows, np.vstack([wanted - wanted.mean(axis=0), np.zeros((hidden, 2))]), rcond=None)[0]
            read = (score - mean) @ weights + wanted.mean(axis=0)
            accuracy[k, lag] = (read.argmax(axis=1) == truth).mean()
    scored = np.concatenate([series[1, i + lags:i + steps] for i in range(70, 100)]) > 0
    chance = max(scored.mean(), 1 - scored.mean())

    # What 32-bit weights do over two windows: gradients back through time, what z carries, exponents and radii.
    rounded = [tuple(each.astype(np.float32).astype(float) for each in layer) for layer in layers]
    series32 = series.astype(np.float32).astype(float)
    gradient_back, carried, exponents, radii = np.zeros((count, lags + 1)), np.zeros((count, hidden, lags + 1)), [], []
    for start in (70, 85):
        state, back, kept = np.zeros(count * hidden), [], []
        v = np.ones(count * hidden) / np.sqrt(count * hidden)
        exponent = 0.0
        for t in range(steps):
            column = series32[:, start + t]
            at = lambda h: stack_step(rounded, column, h, reset_after)
            size = state.shape[0]
            j = np.stack([at(state + 1e-30j * np.eye(size)[i]).imag / 1e-30 for i in range(size)], axis=1)
            kept.append(kept_shares(rounded, column, state, reset_after))
            state = at(state)
            v = j @ v
            exponent += np.log(np.linalg.norm(v)) / steps
            v /= np.linalg.norm(v)
            back.append(j)
            if t in (2, 5, 8, 11):
                radii.append(np.abs(np.linalg.eigvals(j)).max())
        exponents.append(exponent)
        product, share = np.eye(count * hidden), np.ones((count, hidden))
        for lag in range(lags + 1):
            if lag > 0:
                product = product @ back[steps - lag]
                share = share * kept[steps - lag]
            for k in range(count):
                block = product[k * hidden:(k + 1) * hidden, k * hidden:(k + 1) * hidden]
                gradient_back[k, lag] += np.linalg.norm(block, 2) / 2
            carried[:, :, lag] += share / 2
    stability = np.array([np.mean(exponents), np.mean(radii), np.max(radii)])

    name = "after" if reset_after else "before"
    tensors = {"parameters": np.concatenate(flat), "input": x, "point": h, "eigenvalue_sizes": np.abs(values),
               "state": other, "next": step(other), "jacobian": jacobian(other), "series": series.T, "r_squared": scores,
               "accuracy": accuracy, "chance": np.array([[chance]]), "gradient_back": gradient_back,
               "carried": carried.max(axis=1), "stability": stability}
    tensor_writer.write(FOLDER / f"dynamics_{name}.safetensors", tensors, {"made_by": "numpy"})


if __name__ == "__main__":
    phase_portrait()
    dynamics(True)
    dynamics(False)
    automaton()
