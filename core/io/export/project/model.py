# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The network: stacked GRU layers and a linear head on the last layer's last hidden state.

reset-after is torch.nn.GRU as it is. reset-before, the textbook's form, is another function that no weights of
nn.GRU can reproduce; it has its own cell here, with the same names.
"""
import json
import pathlib
import struct

import numpy as np
import torch

FOLDER = pathlib.Path(__file__).resolve().parent
KINDS = {"F32": np.float32, "F64": np.float64, "I64": np.int64, "U64": np.uint64}


def read_safetensors(path):
    """All tensors by name, and the metadata."""
    content = pathlib.Path(path).read_bytes()
    (length,) = struct.unpack("<Q", content[:8])
    header = json.loads(content[8:8 + length])
    metadata = header.pop("__metadata__", {})
    data = content[8 + length:]
    tensors = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        array = np.frombuffer(data[begin:end], KINDS[entry["dtype"]]).reshape(entry["shape"])
        tensors[name] = array.copy()
    return tensors, metadata


def write_safetensors(path, tensors, metadata):
    """Writes beside the target and renames, so that the earlier file is never half overwritten."""
    names = {np.dtype(kind): name for name, kind in KINDS.items()}
    header, blocks, position = {"__metadata__": metadata}, [], 0
    for name, tensor in tensors.items():
        array = np.ascontiguousarray(tensor)
        header[name] = {"dtype": names[array.dtype], "shape": list(array.shape),
                        "data_offsets": [position, position + array.nbytes]}
        position += array.nbytes
        blocks.append(array.tobytes())
    text = json.dumps(header, ensure_ascii=False).encode()
    text += b" " * (-len(text) % 8)
    path = pathlib.Path(path)
    temporary = path.with_name(path.name + ".tmp")
    temporary.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(blocks))
    temporary.replace(path)


GATES = ("reset", "update", "candidate")  # their order in every stacked tensor


class WrittenOutGRU(torch.nn.Module):
    """Stacked GRU layers that nn.GRU does not have; batch first, as nn.GRU(batch_first=True).

    reset-before, the textbook's form:
        r = s(W_r x + b_r + U_r h)    z = s(W_z x + b_z + U_z h)    n = tanh(W_n x + b_n + U_n (r * h))
        h' = (1 - z) h + z n
    reset-after, nn.GRU's form:
        n = tanh(W_n x + b_n + r * (U_n h + d_n))    h' = (1 - z) n + z h

    A gate that is held has no weights: without the reset gate r = 1, without the update gate h' = n.
    """

    def __init__(self, inputs, hidden, layers, bias, dropout, formulation, held):
        super().__init__()
        self.hidden, self.layers, self.dropout = hidden, layers, dropout
        self.reset_after = formulation == "reset-after"
        self.gates = [gate for gate in GATES if gate not in held]
        bound, rows = hidden ** -0.5, len(self.gates) * hidden
        for layer in range(layers):
            shapes = {"weight_ih": (rows, inputs if layer == 0 else hidden), "weight_hh": (rows, hidden)}
            if bias:
                shapes["bias_ih"] = (rows,)
            if bias and self.reset_after:
                shapes["bias_hh"] = (rows,)
            for name, shape in shapes.items():
                self.register_parameter(f"{name}_l{layer}", torch.nn.Parameter(torch.empty(shape).uniform_(-bound, bound)))

    def split(self, tensor, dim=0):
        return dict(zip(self.gates, tensor.chunk(len(self.gates), dim)))

    def step(self, from_input, h, U, d):
        def gate(name):
            return torch.sigmoid(from_input[name] + torch.nn.functional.linear(h, U[name], d.get(name)))

        r = gate("reset") if "reset" in self.gates else 1.0
        if self.reset_after:
            u = r * torch.nn.functional.linear(h, U["candidate"], d.get("candidate"))
        else:
            u = torch.nn.functional.linear(r * h, U["candidate"])
        n = torch.tanh(from_input["candidate"] + u)
        if "update" not in self.gates:
            return n
        z = gate("update")
        return (1 - z) * n + z * h if self.reset_after else (1 - z) * h + z * n

    def forward(self, x):
        for layer in range(self.layers):
            tensors = {name: getattr(self, f"{name}_l{layer}", None)
                       for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")}
            U = self.split(tensors["weight_hh"])
            d = self.split(tensors["bias_hh"]) if tensors["bias_hh"] is not None else {}
            inputs = torch.nn.functional.linear(x, tensors["weight_ih"], tensors["bias_ih"])
            h = x.new_zeros(x.shape[0], self.hidden)
            states = []
            for step in inputs.unbind(1):
                h = self.step(self.split(step, 1), h, U, d)
                states.append(h)
            x = torch.stack(states, 1)
            if layer + 1 < self.layers:
                x = torch.nn.functional.dropout(x, self.dropout, self.training)
        return x, h.unsqueeze(0)


def held_gates(shape):
    """The gates that are held in training."""
    return [gate for gate in shape.get("held", "none").split(",") if gate in GATES]


def own_rows(name, tensor, held):
    """A tensor of the file without the rows of held gates: there they are zeros and a bias that holds them."""
    if not held or not name.startswith("gru."):
        return tensor
    return np.concatenate([part for gate, part in zip(GATES, np.split(tensor, 3)) if gate not in held])


def all_rows(tensors, shape):
    """Back again: what every reader of a full GRU computes the same with."""
    held = held_gates(shape)
    if not held:
        return tensors
    take_new = -200.0 if shape["formulation"] == "reset-after" else 200.0
    constants = {"reset": 200.0, "update": take_new}
    gates = [gate for gate in GATES if gate not in held]
    hidden, full = shape["hidden"], {}

    def spread(tensor, fill):
        parts = dict(zip(gates, np.split(tensor, len(gates))))
        like = parts["candidate"]
        return np.concatenate([parts.get(gate, np.full_like(like, fill.get(gate, 0.0))) for gate in GATES])

    for name, tensor in tensors.items():
        if name.startswith("gru."):
            tensor = spread(tensor, constants if "bias_ih" in name else {})
        full[name] = tensor
    for layer in range(shape["layers"]):  # without biases a held gate needs some all the same
        kind = tensors[f"gru.weight_ih_l{layer}"].dtype
        none = np.zeros(len(gates) * hidden, kind)
        full.setdefault(f"gru.bias_ih_l{layer}", spread(none, constants))
        if shape["formulation"] == "reset-after":
            full.setdefault(f"gru.bias_hh_l{layer}", spread(none, {}))
    return full


class Network(torch.nn.Module):
    """x (batch, step, feature), scaled, to y (batch, output): values in scaled units, or one score a class."""

    def __init__(self, config):
        super().__init__()
        shape = config["network"]
        dropout = shape["dropout"] if shape["layers"] > 1 else 0.0
        held = held_gates(shape)
        if shape["formulation"] == "reset-after" and not held:
            self.gru = torch.nn.GRU(shape["inputs"], shape["hidden"], shape["layers"], bias=shape["bias"],
                                    batch_first=True, dropout=dropout)
        else:
            self.gru = WrittenOutGRU(shape["inputs"], shape["hidden"], shape["layers"], shape["bias"], dropout,
                                     shape["formulation"], held)
        self.inputs = shape["inputs"]
        self.fc = torch.nn.Linear(shape["hidden"], shape["outputs"])

    def forward(self, x, steps=1):
        """steps: how many of the last steps answer; with 1 y is that of the last, else (batch, steps, output)."""
        if not x.is_floating_point():  # numbers of characters
            x = torch.nn.functional.one_hot(x, self.inputs).to(self.fc.weight.dtype)
        states, last = self.gru(x)
        return self.fc(last[-1]) if steps == 1 else self.fc(states[:, -steps:])


def load_config(folder=FOLDER):
    return json.loads((folder / "config.json").read_text(encoding="utf-8"))


def load_network(config, path=FOLDER / "weights.safetensors"):
    """The network with the weights of the file, in the kind of number it was trained in."""
    tensors, _ = read_safetensors(path)
    network = Network(config).to(torch.float64 if config["scalar"] == "float64" else torch.float32)
    names = dict(network.named_parameters())
    held = held_gates(config["network"])
    network.load_state_dict({name: torch.from_numpy(own_rows(name, tensors[name], held)) for name in names})
    return network
