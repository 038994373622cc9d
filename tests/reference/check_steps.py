#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A loss at every step, as gatescope-cli computes it, against PyTorch's fc(output) and autograd.

Usage: check_steps.py PATH_OF_GATESCOPE_CLI gradients|training|input
gradients: the loss, every gradient and the trace of 1 to 3 layers, both formulations, mse and cross-entropy, burn-in 0,
3 and T-1, with masked steps; training: 50 Adam steps from the same weights; input: what is refused. Prints the worst
differences; fails beyond 1e-10 (float64) or 2e-5 relative (float32).
"""
import pathlib
import sys
import tempfile

import numpy as np
import torch

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import check_cli  # noqa: E402
from check_cli import Network, compare, run  # noqa: E402
from check_exports import read_safetensors  # noqa: E402

STEPS, SEQUENCES, INPUTS = 9, 7, 3


def answers(network, x):
    """fc(output): (N, T, O)."""
    if network.formulation == "reset-after":
        return network.fc(network.gru(x)[0])
    below = network.opened(x)[1][-1]
    return torch.stack([network.fc(step[3]) for step in below], 1)


def loss_of(network, x, y, burn_in, classes):
    """The mean over what is not masked after the burn-in."""
    output, y = answers(network, x)[:, burn_in:], y[:, burn_in:]
    known = ~torch.isnan(y)
    if classes:
        rows = known[..., 0]
        return torch.nn.functional.cross_entropy(output[rows], y[..., 0][rows].long())
    return torch.nn.functional.mse_loss(output[known], y[known])


def write(folder, dtype, classes, masked, count=SEQUENCES):
    x = torch.randn(count, STEPS, INPUTS, dtype=torch.float64).to(dtype)
    y = torch.randint(0, 4, (count, STEPS, 1)).to(dtype) if classes else torch.randn(count, STEPS, 2).to(dtype)
    if masked:
        y[torch.rand(count, STEPS) < 0.2] = float("nan")
        y[:, -1] = 1.0
    np.savez(folder / "d.npz", x=x.numpy(), y=y.numpy())
    return x, y


def cases():
    for scalar in ("float64", "float32"):
        for formulation in ("reset-after", "reset-before"):
            for layers in (1, 2, 3):
                for burn_in in (0, 3, STEPS - 1):
                    for classes in (False, True):
                        yield scalar, formulation, layers, burn_in, classes


def check_gradients(folder):
    worst = {}
    for number, (scalar, formulation, layers, burn_in, classes) in enumerate(cases()):
        dtype = getattr(torch, scalar)
        x, y = write(folder, dtype, classes, masked=number % 2 == 0)
        network = Network(INPUTS, 6, layers, 4 if classes else 2, formulation, True).to(dtype)
        with torch.no_grad():
            for parameter in network.parameters():
                parameter.uniform_(-0.5, 0.5)
        np.savez(folder / "w.npz", **{name: value.detach().numpy() for name, value in network.named_parameters()})
        asked = ["--burn-in", burn_in, "--formulation", formulation, "--scalar", scalar]
        if number % 3:  # with y of N × T × O it is the default
            asked += ["--loss-at", "every"]
        if classes:
            asked += ["--loss", "cross-entropy"]
        run("gradients", folder / "w.npz", folder / "d.npz", "--out", folder / "g.safetensors", *asked)
        gradients, _ = read_safetensors(folder / "g.safetensors")
        loss = loss_of(network, x, y, burn_in, classes)
        loss.backward()
        compare("loss", gradients.pop("loss"), [loss.item()], scalar, worst)
        for name, parameter in network.named_parameters():
            compare(f"gradient.{name}", gradients[name], parameter.grad, scalar, worst)
        run("trace", folder / "w.npz", folder / "d.npz", "--sequence", 4, "--out", folder / "t.npz", *asked)
        trace = np.load(folder / "t.npz")
        one = x[4:5].clone().requires_grad_()
        output, rows = network.opened(one)
        every = torch.stack([network.fc(step[3]) for step in rows[-1]], 1)
        known = ~torch.isnan(y[4:5, burn_in:])
        answer = every[:, burn_in:]
        if classes:
            torch.nn.functional.cross_entropy(answer[known[..., 0]], y[4:5, burn_in:, 0][known[..., 0]].long()).backward()
        else:
            torch.nn.functional.mse_loss(answer[known], y[4:5, burn_in:][known]).backward()
        compare("y", trace["y"], every[0].detach(), scalar, worst)
        compare("input_gradient", trace["input_gradient"], one.grad[0], scalar, worst)
        norms = [[step[3].grad.norm().item() for step in layer] for layer in rows]
        compare("gradient_norm", trace["gradient_norm"], norms, scalar, worst)
    return worst


def check_training(folder):
    """50 Adam steps, in order: every batch's loss and gradient norm, and the weights at the end."""
    worst = {}
    for scalar, classes, burn_in in (("float64", False, 0), ("float64", True, 3), ("float32", False, 3), ("float32", True, 0)):
        x, y = write(folder, getattr(torch, scalar), classes, masked=True, count=37)
        network = Network(INPUTS, 8, 2, 4 if classes else 2, "reset-after", True).to(x.dtype)
        np.savez(folder / "w.npz", **{name: value.detach().numpy() for name, value in network.named_parameters()})
        run("train", folder / "d.npz", "--init", folder / "w.npz", "--no-shuffle", "--batch", 8, "--steps", 50, "--epochs", 10,
            "--lr", "0.002", "--scalar", scalar, "--loss-at", "every", "--burn-in", burn_in, "--out",
            folder / "m.safetensors", "--history", folder / "h.csv", *(["--task", "classify"] if classes else []))
        optimizer = torch.optim.Adam(network.parameters(), 0.002)
        losses, norms = [], []
        for step in range(50):
            first = step % 5 * 8
            optimizer.zero_grad()
            loss = loss_of(network, x[first:first + 8], y[first:first + 8], burn_in, classes)
            loss.backward()
            losses.append(loss.item())
            norms.append(torch.nn.utils.clip_grad_norm_(network.parameters(), 1e9).item())
            optimizer.step()
        weights, metadata = read_safetensors(folder / "m.safetensors")
        for name, value in network.named_parameters():
            compare("weights", weights[name], value.detach(), scalar, worst)
        rows = np.genfromtxt(folder / "h.csv", delimiter=",", names=True)
        compare("losses", rows["loss"], losses, scalar, worst)
        compare("norms", rows["gradient_norm"], norms, scalar, worst)
        # The model asks its loss where it was trained to; to contradict it is refused.
        run("gradients", folder / "m.safetensors", folder / "d.npz", "--out", folder / "g.safetensors")
        network.zero_grad()
        loss_of(network, x, y, burn_in, classes).backward()
        gradients, _ = read_safetensors(folder / "g.safetensors")
        compare("gradient", gradients["fc.weight"], network.fc.weight.grad, scalar, worst)
        run("gradients", folder / "m.safetensors", folder / "d.npz", "--out", folder / "g.safetensors", "--loss-at", "end", code=2)
    return worst


def check_input(folder):
    """What cannot be asked is refused in words, and writes nothing."""
    x, y = torch.randn(5, STEPS, INPUTS), torch.randn(5, 2)
    np.savez(folder / "flat.npz", x=x.numpy(), y=y.numpy())
    out = folder / "m.safetensors"
    for words, code, said in (
            (["flat.npz", "--loss-at", "every"], 1, "one target a sequence"),
            (["flat.npz", "--burn-in", 3], 2, "burn-in"),
            (["every.npz", "--burn-in", STEPS], 2, "leaves none of the window's"),
            (["wrong.npz"], 1, f"5 × {STEPS} × outputs"),
            (["every.npz", "--loss-at", "sometimes"], 2, "end, every")):
        np.savez(folder / "every.npz", x=x.numpy(), y=torch.randn(5, STEPS, 2).numpy())
        np.savez(folder / "wrong.npz", x=x.numpy(), y=torch.randn(5, STEPS - 1, 2).numpy())
        done = run("train", folder / words[0], *words[1:], "--out", out, code=code)
        assert said in done.stderr, done.stderr
        assert not out.exists()
    return {}


def main():
    check_cli.CLI = sys.argv[1]
    torch.manual_seed(0)
    with tempfile.TemporaryDirectory() as folder:
        for name, worst in globals()[f"check_{sys.argv[2]}"](pathlib.Path(folder)).items():
            print(f"{name}: {worst:.2g}")


if __name__ == "__main__":
    main()
