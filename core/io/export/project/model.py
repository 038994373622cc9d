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


class ResetBeforeGRU(torch.nn.Module):
    """Stacked GRU layers in the textbook's form; batch first, as nn.GRU(batch_first=True).

    r = s(W_r x + b_r + U_r h)    z = s(W_z x + b_z + U_z h)    n = tanh(W_n x + b_n + U_n (r * h))
    h' = (1 - z) h + z n
    """

    def __init__(self, inputs, hidden, layers, bias, dropout):
        super().__init__()
        self.hidden, self.layers, self.bias, self.dropout = hidden, layers, bias, dropout
        bound = hidden ** -0.5
        for layer in range(layers):
            width = inputs if layer == 0 else hidden
            shapes = {"weight_ih": (3 * hidden, width), "weight_hh": (3 * hidden, hidden)}
            if bias:
                shapes["bias_ih"] = (3 * hidden,)
            for name, shape in shapes.items():
                self.register_parameter(f"{name}_l{layer}", torch.nn.Parameter(torch.empty(shape).uniform_(-bound, bound)))

    def forward(self, x):
        for layer in range(self.layers):
            weight = getattr(self, f"weight_hh_l{layer}")
            gates, candidate = weight[:2 * self.hidden], weight[2 * self.hidden:]
            bias = getattr(self, f"bias_ih_l{layer}") if self.bias else None
            from_input = torch.nn.functional.linear(x, getattr(self, f"weight_ih_l{layer}"), bias)
            h = x.new_zeros(x.shape[0], self.hidden)
            states = []
            for step in from_input.unbind(1):
                a_r, a_z, a_n = step.chunk(3, 1)
                u_r, u_z = torch.nn.functional.linear(h, gates).chunk(2, 1)
                r, z = torch.sigmoid(a_r + u_r), torch.sigmoid(a_z + u_z)
                n = torch.tanh(a_n + torch.nn.functional.linear(r * h, candidate))
                h = (1 - z) * h + z * n
                states.append(h)
            x = torch.stack(states, 1)
            if layer + 1 < self.layers:
                x = torch.nn.functional.dropout(x, self.dropout, self.training)
        return x, h.unsqueeze(0)


class Network(torch.nn.Module):
    """x (batch, step, feature), scaled, to y (batch, output): values in scaled units, or one score a class."""

    def __init__(self, config):
        super().__init__()
        shape = config["network"]
        dropout = shape["dropout"] if shape["layers"] > 1 else 0.0
        if shape["formulation"] == "reset-after":
            self.gru = torch.nn.GRU(shape["inputs"], shape["hidden"], shape["layers"], bias=shape["bias"],
                                    batch_first=True, dropout=dropout)
        else:
            self.gru = ResetBeforeGRU(shape["inputs"], shape["hidden"], shape["layers"], shape["bias"], dropout)
        self.fc = torch.nn.Linear(shape["hidden"], shape["outputs"])

    def forward(self, x):
        _, last = self.gru(x)
        return self.fc(last[-1])


def load_config(folder=FOLDER):
    return json.loads((folder / "config.json").read_text(encoding="utf-8"))


def load_network(config, path=FOLDER / "weights.safetensors"):
    """The network with the weights of the file, in the kind of number it was trained in."""
    tensors, _ = read_safetensors(path)
    network = Network(config).to(torch.float64 if config["scalar"] == "float64" else torch.float32)
    names = dict(network.named_parameters())
    network.load_state_dict({name: torch.from_numpy(tensors[name]) for name in names})
    return network
