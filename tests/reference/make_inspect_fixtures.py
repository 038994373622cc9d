#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the fixtures in fixtures/inspect with NumPy and PyTorch: what the inspector's own numbers are compared with."""
import pathlib

import numpy as np
import torch

import tensor_writer

FOLDER = pathlib.Path(__file__).resolve().parent / "fixtures" / "inspect"
COMPONENTS = 3
INPUTS, HIDDEN, OUTPUTS, STEPS, BATCH = 3, 6, 2, 9, 4


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


class Rnn(torch.nn.Module):
    """torch.nn.RNN and torch.nn.Linear; layer by layer, because nn.RNN does not show the states inside a stack."""

    def __init__(self, layers, bias):
        super().__init__()
        self.rnn = torch.nn.RNN(INPUTS, HIDDEN, layers, bias=bias, dtype=torch.float64)
        self.fc = torch.nn.Linear(HIDDEN, OUTPUTS, dtype=torch.float64)

    def forward(self, x):
        return self.fc(self.rnn(x)[0][-1])

    def forward_by_layers(self, x):
        """The same by nn.RNN's cells; keeps every state with its gradient."""
        self.trace = []
        sequence = list(x)
        for k in range(self.rnn.num_layers):
            part = {name: getattr(self.rnn, f"{name}_l{k}", 0) for name in
                    ("weight_ih", "weight_hh", "bias_ih", "bias_hh")}
            h, states = x.new_zeros(x.shape[1], HIDDEN), []
            for value in sequence:
                h = torch.tanh(value @ part["weight_ih"].T + part["bias_ih"] + h @ part["weight_hh"].T
                               + part["bias_hh"])
                h.retain_grad()
                states.append(h)
            self.trace.append(states)
            sequence = states
        return self.fc(sequence[-1])

    def flat(self):
        return torch.cat([value.detach().reshape(-1) for value in self.parameters()]).clone()


def tanh_rnn(layers, bias):
    """The GRU's twin: output, loss, gradients, norms of d loss/d h by layer and step, and 50 Adam steps."""
    torch.manual_seed(10 * layers + bias)
    model = Rnn(layers, bias)
    x = torch.randn(STEPS, BATCH, INPUTS, dtype=torch.float64)
    target = torch.randn(BATCH, OUTPUTS, dtype=torch.float64)
    tensors = {"parameters": model.flat(), "input": x, "target": target}
    loss = torch.nn.functional.mse_loss(model(x), target)
    loss.backward()
    gradient = torch.cat([value.grad.reshape(-1) for value in model.parameters()])
    tensors.update(loss=loss.detach().reshape(1), gradient=gradient, states=model.rnn(x)[0].detach())
    model.zero_grad()
    torch.nn.functional.mse_loss(model.forward_by_layers(x), target).backward()
    again = torch.cat([value.grad.reshape(-1) for value in model.parameters()])
    assert torch.allclose(again, gradient, rtol=0, atol=1e-14)
    tensors["gradient_norm"] = torch.stack(
        [torch.stack([h.grad.norm() for h in states]) for states in model.trace])

    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    for _ in range(50):
        optimizer.zero_grad()
        torch.nn.functional.mse_loss(model(x), target).backward()
        optimizer.step()
    tensors["parameters_after_50"] = model.flat()
    name = f"rnn_{layers}_layers_{'bias' if bias else 'no_bias'}"
    metadata = {"made_by": f"torch {torch.__version__}", "layers": layers, "bias": bias, "inputs": INPUTS,
                "hidden": HIDDEN, "outputs": OUTPUTS}
    tensor_writer.write(FOLDER / f"{name}.safetensors", {key: value.numpy() for key, value in tensors.items()}, metadata)


if __name__ == "__main__":
    torch.set_num_threads(1)
    phase_portrait()
    for layers, bias in ((1, True), (2, False), (3, True)):
        tanh_rnn(layers, bias)
