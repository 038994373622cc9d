#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the fixtures in fixtures/ with PyTorch: what GateScope's numbers are compared with.

Networks: outputs, loss and gradients come from torch.nn.GRU and torch.nn.Linear themselves (reset-after) or from
autograd through the textbook's equations (reset-before). nn.GRU does not show its gates: they come from the same
equations written out cell by cell, and this script stops unless those give what nn.GRU gives. Where gates are held the
cell has no weights for them; with both held, reset-after is torch.nn.RNN itself.

Tensors of a sequence are (T, B, features), in memory what the C++ side holds as (features x T*B).
"""
import pathlib

import torch

import tensor_writer
import training_fixtures

FOLDER = pathlib.Path(__file__).resolve().parent / "fixtures"
INPUTS, STEPS, BATCH = 3, 7, 4
LOSSES = ["mse", "mae", "huber", "cross-entropy"]
HUBER_DELTA = 0.3
LEARNING_RATE = 0.01


class Cell(torch.nn.Module):
    """One GRU layer, one equation a line, with the parameters' names and gate order (r, z, n) of torch.nn.GRU."""

    def __init__(self, formulation, inputs, hidden, bias, dtype, held=()):
        super().__init__()
        self.reset_after = formulation == "reset-after"
        self.hidden = hidden
        self.gates = [gate for gate in ("reset", "update", "candidate") if gate not in held]
        rows = len(self.gates) * hidden
        shapes = {"weight_ih": (rows, inputs), "weight_hh": (rows, hidden)}
        if bias:
            shapes["bias_ih"] = (rows,)
        if bias and self.reset_after:
            shapes["bias_hh"] = (rows,)
        for name, shape in shapes.items():
            # Half again as large as PyTorch draws them, so that the gates leave the middle of the sigmoid.
            value = (torch.rand(shape, dtype=torch.float64) * 2 - 1) * 1.5 / hidden**0.5
            self.register_parameter(name, torch.nn.Parameter(value.to(dtype)))

    def parts(self, gate):
        """W, U, b and d of one gate; 0 for a bias that is not there."""
        tensors = (getattr(self, name, None) for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh"))
        return [0 if tensor is None else tensor.chunk(len(self.gates))[self.gates.index(gate)] for tensor in tensors]

    def gate(self, gate, x, h):
        W, U, b, d = self.parts(gate)
        return torch.sigmoid(x @ W.T + b + h @ U.T + d)

    def forward(self, x, h, paths=None):
        """paths: h as carry, candidate, reset and update term read it; all the same h in a plain pass."""
        carry, candidate, reset, update = paths or (h, h, h, h)
        r, z = torch.ones_like(carry), torch.full_like(carry, 0.0 if self.reset_after else 1.0)  # where they are held
        if "reset" in self.gates:
            r = self.gate("reset", x, reset)
        if "update" in self.gates:
            z = self.gate("update", x, update)
        W_n, U_n, b_n, d_n = self.parts("candidate")
        if self.reset_after:
            u = candidate @ U_n.T + d_n
            n = torch.tanh(x @ W_n.T + b_n + r * u)
            return {"r": r, "z": z, "n": n, "u": u, "h": (1 - z) * n + z * carry}
        u = (r * candidate) @ U_n.T
        n = torch.tanh(x @ W_n.T + b_n + u)
        return {"r": r, "z": z, "n": n, "u": u, "h": (1 - z) * carry + z * n}


class Network(torch.nn.Module):
    """Stacked cells and a linear head that remembers every gate of every step."""

    def __init__(self, formulation, layers, hidden, outputs, bias, dtype, held):
        super().__init__()
        self.held = held
        self.cells = torch.nn.ModuleList(
            Cell(formulation, INPUTS if k == 0 else hidden, hidden, bias, dtype, held) for k in range(layers))
        self.fc = torch.nn.Linear(hidden, outputs, dtype=dtype)

    def forward(self, x):
        self.trace = []
        sequence = list(x)
        for cell in self.cells:
            h = x.new_zeros(x.shape[1], cell.hidden)
            steps = []
            for value in sequence:
                steps.append(cell(value, h))
                h = steps[-1]["h"]
                if h.requires_grad:
                    h.retain_grad()
            self.trace.append(steps)
            sequence = [step["h"] for step in steps]
        return self.fc(sequence[-1])

    def named(self):
        """Name and parameter in the order of torch.nn.GRU's state_dict, then the head's."""
        for k, cell in enumerate(self.cells):
            for name, value in cell.named_parameters():
                yield f"gru.{name}_l{k}", value
        for name, value in self.fc.named_parameters():
            yield f"fc.{name}", value

    def flat(self):
        return torch.cat([value.detach().reshape(-1) for _, value in self.named()])


class Library(torch.nn.Module):
    """torch.nn.GRU (without gates torch.nn.RNN) and torch.nn.Linear with the parameters of a Network."""

    def __init__(self, network, bias):
        super().__init__()
        fc = network.fc
        library = torch.nn.RNN if network.held else torch.nn.GRU
        self.gru = library(INPUTS, fc.in_features, len(network.cells), bias=bias, dtype=fc.weight.dtype)
        self.fc = torch.nn.Linear(fc.in_features, fc.out_features, dtype=fc.weight.dtype)
        self.load_state_dict({name: value.detach() for name, value in network.named()})

    def forward(self, x):
        self.sequence, _ = self.gru(x)
        return self.fc(self.sequence[-1])

    def named(self):
        return self.named_parameters()

    flat = Network.flat


def loss_of(kind, output, target):
    if kind == "cross-entropy":
        return torch.nn.functional.cross_entropy(output, target[:, 0].long())
    rules = {
        "mse": torch.nn.MSELoss(),
        "mae": torch.nn.L1Loss(),
        "huber": torch.nn.HuberLoss(delta=HUBER_DELTA),
    }
    return rules[kind](output, target)


def gradient_of(model):
    return torch.cat([value.grad.reshape(-1) for _, value in model.named()])


def after_adam(model, x, target, kind):
    """Parameters after 1, 5 and 50 steps of Adam on the one batch."""
    optimizer = torch.optim.Adam(model.parameters(), lr=LEARNING_RATE)
    found = {}
    for step in range(1, 51):
        optimizer.zero_grad()
        loss_of(kind, model(x), target).backward()
        optimizer.step()
        if step in (1, 5, 50):
            found[f"parameters_after_{step}"] = model.flat()
    return found


def insist(close, what):
    if not close:
        raise SystemExit(f"make_fixtures: {what} does not agree")


def paths_of(network, x, limit):
    """The four terms of d loss/d h from every step to the one before, and the proof that they are all of it."""
    found = {}
    above = [torch.zeros_like(step["h"]) for step in network.trace[-1]]
    above[-1] = None  # the head's share enters only at the last step
    for k in reversed(range(len(network.cells))):
        steps = network.trace[k]
        inputs = list(x) if k == 0 else [step["h"] for step in network.trace[k - 1]]
        terms, to_input = [], []
        for t, step in enumerate(steps):
            before = steps[t - 1]["h"] if t > 0 else torch.zeros_like(step["h"])
            leaves = [before.detach().clone().requires_grad_() for _ in range(4)]
            value = inputs[t].detach().clone().requires_grad_()
            again = network.cells[k](value, None, paths=leaves)
            grads = torch.autograd.grad(again["h"], leaves + [value], step["h"].grad, allow_unused=True)
            *four, into = (grad if grad is not None else torch.zeros_like(before) for grad in grads)
            terms.append(torch.stack(four))
            to_input.append(into)
            if t > 0 and above[t - 1] is not None:
                total = sum(four) + above[t - 1]
                insist((total - steps[t - 1]["h"].grad).abs().max() < limit, f"sum of the paths of layer {k}")
        found[f"paths.{k}"] = torch.stack(terms, dim=1)  # (4, T, B, H)
        above = to_input
    return found


def network_fixture(formulation, layers, bias, dtype, kind, held=()):
    limit = 1e-12 if dtype == torch.float64 else 2e-6
    outputs = 3 if kind == "cross-entropy" else 2
    network = Network(formulation, layers, 5 + layers, outputs, bias, dtype, held)
    x = torch.randn(STEPS, BATCH, INPUTS, dtype=torch.float64).to(dtype).requires_grad_()
    target = torch.randn(BATCH, outputs, dtype=torch.float64).to(dtype)
    if kind == "cross-entropy":
        target = torch.randint(outputs, (BATCH, 1)).to(dtype)
    initial = network.flat()

    loss = loss_of(kind, network(x), target)
    loss.backward()
    tensors = {"parameters": initial, "input": x.detach().clone(), "target": target}
    for k, steps in enumerate(network.trace):
        for name in "rznuh":
            tensors[f"{name}.{k}"] = torch.stack([step[name] for step in steps]).detach()
        tensors[f"delta.{k}"] = torch.stack([step["h"].grad for step in steps])
    tensors["gradient_norm"] = torch.stack(
        [tensors[f"delta.{k}"].reshape(STEPS, -1).norm(dim=1) for k in range(layers)])
    tensors.update(paths_of(network, x, limit))

    truth, cells_gradient, cells_input_gradient = network, gradient_of(network), x.grad.clone()
    if formulation == "reset-after" and len(held) != 1:
        truth = Library(network, bias)
        x.grad = None
        loss = loss_of(kind, truth(x), target)
        loss.backward()
        insist((truth.sequence - tensors[f"h.{layers - 1}"]).abs().max() < limit, "hidden state of torch's network")
        insist((gradient_of(truth) - cells_gradient).abs().max() < limit, "gradient of torch's network")
        insist((x.grad - cells_input_gradient).abs().max() < limit, "input gradient of torch's network")
    tensors["gradient"], tensors["input_gradient"] = gradient_of(truth), x.grad.clone()
    x = x.detach()
    tensors["output"], tensors["loss"] = truth(x).detach(), loss.detach().reshape(1)
    tensors.update(after_adam(truth, x, target, kind))

    name = f"{layers}_layers_{'bias' if bias else 'no_bias'}_{str(dtype)[6:]}" + "".join(f"_hold_{gate}" for gate in held)
    metadata = {
        "formulation": formulation, "layers": layers, "hidden": 5 + layers, "inputs": INPUTS, "outputs": outputs,
        "bias": int(bias), "loss": kind, "huber_delta": HUBER_DELTA, "learning_rate": LEARNING_RATE, "batch": BATCH,
        "steps": STEPS, "torch": torch.__version__,
        "layout": " ".join(f"{name}:{list(value.shape)}".replace(" ", "") for name, value in truth.named()),
    }
    if held:
        metadata["hold"] = ",".join(held)
    path = FOLDER / formulation / f"{name}.safetensors"
    tensor_writer.write(path, {key: value.numpy() for key, value in tensors.items()}, metadata)


def main():
    torch.set_num_threads(1)
    torch.manual_seed(20260)
    turn = 0
    for formulation in ("reset-after", "reset-before"):
        for dtype in (torch.float64, torch.float32):
            for layers in (1, 2, 3):
                for bias in (True, False):
                    network_fixture(formulation, layers, bias, dtype, LOSSES[turn % 4])
                    turn += 1
    training_fixtures.write_all(FOLDER / "training")
    torch.manual_seed(20261)
    for held in (("reset",), ("update",), ("reset", "update")):
        for formulation in ("reset-after", "reset-before"):
            for dtype in (torch.float64, torch.float32):
                for layers in (1, 2, 3):
                    network_fixture(formulation, layers, layers != 2, dtype, LOSSES[turn % 4], held)
                    turn += 1


if __name__ == "__main__":
    main()
