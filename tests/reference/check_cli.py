#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs gatescope-cli as a user would and compares what it writes with PyTorch's nn.GRU, autograd and NumPy.

Usage: check_cli.py PATH_OF_GATESCOPE_CLI predict|gradients|trace|training|windows|process
Prints the worst differences; fails beyond 1e-10 (float64) or 1e-5 relative (float32).
"""
import json
import os
import pathlib
import pty
import signal
import subprocess
import sys
import tempfile

import numpy as np
import torch

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from check_exports import read_safetensors  # noqa: E402

torch.manual_seed(0)
torch.set_num_threads(1)
TOLERANCE = {"float32": 2e-5, "float64": 1e-10}
CLI = None


def run(*words, code=0, **options):
    done = subprocess.run([CLI, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)
    assert done.returncode == code, f"{words}: exit code {done.returncode}, expected {code}: {done.stderr}"
    return done


def write_sequences(path, dtype, count=7, steps=9, inputs=3, outputs=2):
    x = torch.randn(count, steps, inputs, dtype=torch.float64).to(dtype)
    y = torch.randn(count, outputs, dtype=torch.float64).to(dtype)
    np.savez(path, x=x.numpy(), y=y.numpy())
    return x, y


class ResetBefore(torch.nn.Module):
    """The textbook's layer as GRU.md writes it, one layer above the other, differentiated by autograd."""

    def __init__(self, inputs, hidden, layers, bias):
        super().__init__()
        for k in range(layers):
            width = inputs if k == 0 else hidden
            setattr(self, f"weight_ih_l{k}", torch.nn.Parameter(torch.empty(3 * hidden, width)))
            setattr(self, f"weight_hh_l{k}", torch.nn.Parameter(torch.empty(3 * hidden, hidden)))
            if bias:
                setattr(self, f"bias_ih_l{k}", torch.nn.Parameter(torch.empty(3 * hidden)))
        self.hidden, self.layers = hidden, layers


class Network(torch.nn.Module):
    """nn.GRU or the textbook's layer, and a linear head; the names are those of the model file."""

    def __init__(self, inputs, hidden, layers, outputs, formulation, bias):
        super().__init__()
        self.formulation = formulation
        if formulation == "reset-after":
            self.gru = torch.nn.GRU(inputs, hidden, layers, bias=bias, batch_first=True)
        else:
            self.gru = ResetBefore(inputs, hidden, layers, bias)
        self.fc = torch.nn.Linear(hidden, outputs)
        self.hidden, self.layers, self.bias = hidden, layers, bias

    def forward(self, x):
        if self.formulation == "reset-after":
            return self.fc(self.gru(x)[0][:, -1])
        return self.opened(x)[0]

    def opened(self, x):
        """Output and, per layer and step, r, z, n, h: every h is kept for its gradient."""
        rows = [[] for _ in range(self.layers)]
        below = [x[:, t] for t in range(x.shape[1])]
        for k in range(self.layers):
            w, u = getattr(self.gru, f"weight_ih_l{k}"), getattr(self.gru, f"weight_hh_l{k}")
            b = getattr(self.gru, f"bias_ih_l{k}", None)
            d = getattr(self.gru, f"bias_hh_l{k}", None)
            h = torch.zeros(x.shape[0], self.hidden, dtype=x.dtype)
            states = []
            for value in below:
                a = value @ w.T + (b if b is not None else 0)
                v = h @ u.T + (d if d is not None else 0)
                a_r, a_z, a_n = a.chunk(3, 1)
                v_r, v_z, v_n = v.chunk(3, 1)
                r, z = torch.sigmoid(a_r + v_r), torch.sigmoid(a_z + v_z)
                if self.formulation == "reset-after":
                    n = torch.tanh(a_n + r * v_n)
                    h = (1 - z) * n + z * h
                else:
                    n = torch.tanh(a_n + (r * h) @ u[2 * self.hidden:].T)
                    h = (1 - z) * h + z * n
                if h.requires_grad:
                    h.retain_grad()
                rows[k].append((r, z, n, h))
                states.append(h)
            below = states
        return self.fc(below[-1]), rows


def load_network(path, formulation):
    tensors, _ = read_safetensors(pathlib.Path(path))
    weights = {name: torch.tensor(value) for name, value in tensors.items() if not name.startswith("training.")}
    layers = sum(name.startswith("gru.weight_ih") for name in weights)
    hidden = weights["gru.weight_hh_l0"].shape[1]
    network = Network(weights["gru.weight_ih_l0"].shape[1], hidden, layers, weights["fc.bias"].shape[0], formulation,
                      "gru.bias_ih_l0" in weights)
    network = network.to(weights["fc.bias"].dtype)
    network.load_state_dict(weights)
    return network


def compare(name, found, expected, scalar, worst):
    found, expected = np.asarray(found, np.float64), np.asarray(expected, np.float64)
    assert found.shape == expected.shape, f"{name}: shape {found.shape}, expected {expected.shape}"
    difference = np.abs(found - expected).max() / max(1.0 if scalar == "float64" else 1e-3, np.abs(expected).max())
    key = f"{name.split('.')[0]} ({scalar})"
    worst[key] = max(worst.get(key, 0.0), difference)
    assert difference <= TOLERANCE[scalar], f"{name} ({scalar}) differs by {difference:.3g}"


def each_model(folder):
    """A trained model of every kind, with the data it was trained on."""
    for scalar in ("float64", "float32"):
        dtype = getattr(torch, scalar)
        for formulation in ("reset-after", "reset-before"):
            for layers, bias in ((1, True), (2, True), (3, False)):
                data, model = folder / "data.npz", folder / "model.safetensors"
                x, y = write_sequences(data, dtype)
                run("train", data, "--layers", layers, "--hidden", 6, "--epochs", 3, "--batch", 3, "--lr", 0.01, "--out", model,
                    "--formulation", formulation, "--scalar", scalar, *([] if bias else ["--no-bias"]))
                yield scalar, load_network(model, formulation), model, data, x, y


def check_predict(folder):
    worst = {}
    for scalar, network, model, data, x, _ in each_model(folder):
        out = folder / "p.npz"
        run("predict", model, data, "--out", out, "--scalar", scalar)
        prediction = np.load(out)["prediction"]
        assert prediction.dtype == getattr(np, scalar)
        compare("prediction", prediction, network(x).detach(), scalar, worst)
    return worst


def check_gradients(folder):
    worst = {}
    for scalar, network, model, data, x, y in each_model(folder):
        out = folder / "g.safetensors"
        run("gradients", model, data, "--out", out, "--scalar", scalar)
        gradients, _ = read_safetensors(out)
        loss = torch.nn.functional.mse_loss(network(x), y)
        loss.backward()
        compare("loss", gradients.pop("loss"), [loss.item()], scalar, worst)
        expected = {name: parameter.grad for name, parameter in network.named_parameters()}
        assert set(gradients) == set(expected), set(gradients) ^ set(expected)
        for name, value in expected.items():
            compare(f"gradient.{name}", gradients[name], value, scalar, worst)
    return worst


def check_trace(folder):
    worst = {}
    for scalar, network, model, data, x, y in each_model(folder):
        out = folder / "t.npz"
        run("trace", model, data, "--sequence", 4, "--out", out, "--scalar", scalar)
        trace = np.load(out)
        one = x[4:5].clone().requires_grad_()
        output, rows = network.opened(one)
        torch.nn.functional.mse_loss(output, y[4:5]).backward()
        compare("y", trace["y"], output[0].detach(), scalar, worst)
        compare("input_gradient", trace["input_gradient"], one.grad[0], scalar, worst)
        norms = [[step[3].grad.norm().item() for step in layer] for layer in rows]
        compare("gradient_norm", trace["gradient_norm"], norms, scalar, worst)
        for k, layer in enumerate(rows):
            for index, quantity in enumerate("rznh"):
                expected = torch.cat([step[index] for step in layer]).detach()
                compare(f"{quantity}.{k}", trace[f"{quantity}.{k}"], expected, scalar, worst)
            paths = trace[f"gradient_path.{k}"]
            assert paths.shape == (x.shape[1], 4)
            # The carry path alone: δ ⊙ z, or δ ⊙ (1 − z) in the textbook's form.
            kept = [(step[3].grad * (step[1] if network.formulation == "reset-after" else 1 - step[1])).norm().item()
                    for step in layer]
            compare("gradient_path", paths[1:, 0], kept[1:], scalar, worst)
    return worst


def check_training(folder):
    """50 Adam steps from the same weights, in order: the weights, every batch's loss and the printed epoch loss."""
    worst = {}
    for scalar in ("float64", "float32"):
        data, start, out, history = (folder / name for name in ("d.npz", "w.npz", "m.safetensors", "h.csv"))
        x, y = write_sequences(data, getattr(torch, scalar), count=37)
        network = Network(3, 8, 2, 2, "reset-after", True).to(x.dtype)
        np.savez(start, **{name: value.detach().numpy() for name, value in network.named_parameters()})
        printed = run("train", data, "--init", start, "--no-shuffle", "--batch", 8, "--steps", 50, "--epochs", 10, "--lr",
                      "0.002", "--scalar", scalar, "--out", out, "--history", history).stdout
        optimizer = torch.optim.Adam(network.parameters(), 0.002)
        losses, norms = [], []
        for step in range(50):
            first = step % 5 * 8
            optimizer.zero_grad()
            loss = torch.nn.functional.mse_loss(network(x[first:first + 8]), y[first:first + 8])
            loss.backward()
            losses.append(loss.item())
            norms.append(torch.nn.utils.clip_grad_norm_(network.parameters(), 1e9).item())
            optimizer.step()
        weights, _ = read_safetensors(out)
        for name, value in network.named_parameters():
            compare("weights", weights[name], value.detach(), scalar, worst)
        rows = np.genfromtxt(history, delimiter=",", names=True)
        compare("losses", rows["loss"], losses, scalar, worst)
        compare("norms", rows["gradient_norm"], norms, scalar, worst)
        first_line = printed.splitlines()[0]
        assert first_line == f"Epoch 1/10, Loss: {np.mean(losses[:5]):.6f}", first_line
    return worst


def check_windows(folder):
    """The windows of the contract, made again by NumPy from a CSV with a decimal comma."""
    generator = np.random.default_rng(1)
    values = np.round(generator.normal(5.0, 2.0, (203, 3)), 6)
    text = "a;b;c\n" + "\n".join(";".join(str(cell).replace(".", ",") for cell in row) for row in values) + "\n"
    (folder / "s.csv").write_text(text)
    out, window, horizon, stride = folder / "w.npz", 11, 3, 2
    run("data", folder / "s.csv", "--target", "b,c", "--features", "a,b", "--window", window, "--horizon", horizon, "--stride",
        stride, "--split", "0.6,0.25,0.15", "--windows", out)
    found, worst = np.load(out), {}
    rows = len(values)
    borders = [0, int(np.floor(0.6 * rows)), int(np.floor(0.85 * rows)), rows]
    mean, deviation = values[:borders[1]].mean(0), values[:borders[1]].std(0)
    order = [0, 1, 1, 2]
    compare("mean", found["mean"], mean[order], "float64", worst)
    compare("std", found["std"], deviation[order], "float64", worst)
    scaled, starts = (values - mean) / deviation, []
    for part, (begin, end) in zip(("train", "validation", "test"), zip(borders, borders[1:])):
        mine = [i for i in found["start"] if begin <= i < end]
        for i in mine:
            assert i + window - 1 + horizon < end
        x = np.stack([scaled[i:i + window, :2] for i in mine])
        y = np.stack([scaled[i + window - 1 + horizon, 1:] for i in mine])
        compare("x", found[f"x_{part}"], x, "float64", worst)
        compare("y", found[f"y_{part}"], y, "float64", worst)
        assert len(mine) == (end - begin - window - horizon) // stride + 1, (part, len(mine))
        starts += mine
    assert list(found["start"]) == starts
    return worst


def start_long_training(folder, **options):
    write_sequences(folder / "d.npz", torch.float32, count=40)
    return subprocess.Popen([CLI, "train", folder / "d.npz", "--hidden", "16", "--epochs", "1000000", "--out",
                             folder / "m.safetensors", "--history", folder / "h.csv"], stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True, **options)


def check_process(folder):
    """What only a process of its own shows: signals, a full disk, pipes and terminals."""
    for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)):
        process = start_long_training(folder)
        process.stdout.readline()
        process.send_signal(number)
        out, err = process.communicate(timeout=60)
        assert process.returncode == code, (process.returncode, err)
        assert err == "", err
        record = json.loads(run("info", folder / "m.safetensors", "--json").stdout)["training"]
        assert record["steps"] == len((folder / "h.csv").read_text().splitlines()) - 1 > 0, record
        run("train", folder / "d.npz", "--init", folder / "m.safetensors", "--steps", record["steps"] + 3)
    assert sorted(path.name for path in folder.iterdir()) == ["d.npz", "h.csv", "m.safetensors"]

    process = start_long_training(folder)
    process.stdout.readline()
    process.stdout.close()  # as "| head -1" does
    err = process.stderr.read()
    assert process.wait(timeout=60) == 141 and err == "", (process.returncode, err)
    record = json.loads(run("info", folder / "m.safetensors", "--json").stdout)["training"]
    assert record["steps"] == len((folder / "h.csv").read_text().splitlines()) - 1 > 0, record

    process = start_long_training(folder, preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))  # nohup
    process.stdout.readline()
    process.send_signal(signal.SIGHUP)
    for _ in range(3):
        assert process.stdout.readline(), "nohup's training ended"
    process.terminate()
    process.communicate()
    assert process.returncode == 143, process.returncode

    with open("/dev/full", "w") as full:
        done = subprocess.run([CLI, "info", folder / "m.safetensors"], stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 3 and done.stderr.startswith("error: "), done

    main, other = pty.openpty()
    process = start_long_training(folder)
    process.kill()
    process.communicate()
    process = subprocess.Popen([CLI, "train", folder / "d.npz", "--hidden", "16", "--epochs", "200"], stdout=subprocess.DEVNULL,
                               stderr=other)
    os.close(other)
    shown = b""
    try:
        while chunk := os.read(main, 65536):
            shown += chunk
    except OSError:  # the terminal ends with the process
        pass
    assert process.wait() == 0 and "█".encode() in shown or "░".encode() in shown, shown[:200]
    return {}


def main():
    global CLI
    CLI = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        worst = globals()[f"check_{sys.argv[2]}"](pathlib.Path(folder))
    for name, value in worst.items():
        print(f"{name}: worst difference {value:.3g}")


if __name__ == "__main__":
    main()
