#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads exported files with the programs they are made for and compares outputs with those core computed.

Usage: check_exports.py torch|arrays|onnx|header|project FOLDER_OF_SAMPLES
Prints the worst difference of each format; fails beyond 1e-5 (float32) or 1e-12 (float64).
"""
import json
import pathlib
import struct
import subprocess
import sys
import tempfile

import numpy as np


def read_safetensors(path):
    """A minimal reader: 8 bytes length, JSON header, bytes."""
    content = path.read_bytes()
    (length,) = struct.unpack("<Q", content[:8])
    header = json.loads(content[8:8 + length])
    metadata = header.pop("__metadata__", {})
    kinds = {"F32": np.float32, "F64": np.float64, "I64": np.int64, "U64": np.uint64}
    data = content[8 + length:]
    tensors = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        tensors[name] = np.frombuffer(data[begin:end], kinds[entry["dtype"]]).reshape(entry["shape"])
    return tensors, metadata


def sigmoid(value):
    return 1.0 / (1.0 + np.exp(-value))


def plain_gru(tensors, x, reset_after):
    """GRU.md in NumPy and double, from PyTorch's names; x is N x T x I."""
    sequence = x.astype(np.float64)
    layer = 0
    while f"gru.weight_ih_l{layer}" in tensors:
        w = tensors[f"gru.weight_ih_l{layer}"].astype(np.float64)
        u = tensors[f"gru.weight_hh_l{layer}"].astype(np.float64)
        hidden = u.shape[1]
        b = tensors.get(f"gru.bias_ih_l{layer}", np.zeros(3 * hidden)).astype(np.float64)
        d = tensors.get(f"gru.bias_hh_l{layer}", np.zeros(3 * hidden)).astype(np.float64)
        h = np.zeros((x.shape[0], hidden))
        states = []
        for t in range(x.shape[1]):
            a = sequence[:, t] @ w.T + b
            v = h @ u.T + d
            r = sigmoid(a[:, :hidden] + v[:, :hidden])
            z = sigmoid(a[:, hidden:2 * hidden] + v[:, hidden:2 * hidden])
            if reset_after:
                n = np.tanh(a[:, 2 * hidden:] + r * v[:, 2 * hidden:])
                h = (1 - z) * n + z * h
            else:
                n = np.tanh(a[:, 2 * hidden:] + (r * h) @ u[2 * hidden:].T + d[2 * hidden:])
                h = (1 - z) * h + z * n
            states.append(h)
        sequence = np.stack(states, axis=1)
        layer += 1
    return sequence[:, -1] @ tensors["fc.weight"].astype(np.float64).T + tensors["fc.bias"]


def keras_gru(arrays, x, reset_after, layers):
    """Keras' GRU cell as its documentation and source define it: gates z, r, h; z keeps the old state."""
    sequence = x.astype(np.float64)
    for layer in range(layers):
        kernel = arrays[f"gru_{layer}.kernel"].astype(np.float64)
        recurrent = arrays[f"gru_{layer}.recurrent_kernel"].astype(np.float64)
        units = recurrent.shape[0]
        bias = arrays.get(f"gru_{layer}.bias", np.zeros((2, 3 * units) if reset_after else 3 * units)).astype(np.float64)
        input_bias, recurrent_bias = (bias[0], bias[1]) if reset_after else (bias, np.zeros(3 * units))
        h = np.zeros((x.shape[0], units))
        states = []
        for t in range(x.shape[1]):
            matrix_x = sequence[:, t] @ kernel + input_bias
            x_z, x_r, x_h = np.split(matrix_x, 3, axis=1)
            k_z, k_r, k_h = np.split(recurrent, 3, axis=1)
            b_z, b_r, b_h = np.split(recurrent_bias, 3)
            z = sigmoid(x_z + h @ k_z + b_z)
            r = sigmoid(x_r + h @ k_r + b_r)
            candidate = np.tanh(x_h + r * (h @ k_h + b_h)) if reset_after else np.tanh(x_h + (r * h) @ k_h)
            h = z * h + (1 - z) * candidate
            states.append(h)
        sequence = np.stack(states, axis=1)
    return sequence[:, -1] @ arrays["dense.kernel"].astype(np.float64) + arrays["dense.bias"]


class Sample:
    def __init__(self, folder):
        self.folder = folder
        self.name = folder.name
        self.reset_after = folder.name.startswith("reset-after")
        self.double = folder.name.endswith("-double")
        self.bias = "-nobias" not in folder.name
        self.layers = int(folder.name.removeprefix("reset-after-").removeprefix("reset-before-")[0])
        with np.load(folder / "window.npz") as window:
            self.window = {key: window[key] for key in window.files}
        self.x, self.y = self.window["x"], self.window["y"]
        self.tolerance = 1e-12 if self.double else 1e-5


class Figures:
    """The worst difference of each format."""

    def __init__(self):
        self.worst = {}

    def compare(self, sample, what, found, expected=None, tolerance=None):
        tolerance = sample.tolerance if tolerance is None else tolerance
        expected = sample.y if expected is None else expected
        found = np.asarray(found)
        assert found.shape == expected.shape, f"{sample.name} {what}: shape {found.shape}, expected {expected.shape}"
        difference = float(np.max(np.abs(found - expected)))
        assert difference <= tolerance, f"{sample.name} {what}: outputs differ by {difference}"
        key = what + (" float64" if sample.double else " float32")
        self.worst[key] = max(self.worst.get(key, 0.0), difference)

    def print(self):
        assert self.worst, "nothing was compared"
        for what, difference in self.worst.items():
            print(f"{what}: worst difference {difference:.2e}")


def check_torch(samples, figures):
    import torch

    for sample in samples:
        kind = torch.float64 if sample.double else torch.float32
        tensors, metadata = read_safetensors(sample.folder / "safetensors.safetensors")
        assert metadata["formulation"] == ("reset-after" if sample.reset_after else "reset-before")
        loaded = torch.load(sample.folder / "pt.pt", weights_only=True)
        assert list(loaded) and all(np.array_equal(loaded[name].numpy(), tensors[name]) for name in tensors)
        assert set(loaded) == set(tensors)
        if not sample.reset_after:
            figures.compare(sample, "safetensors, textbook cell", plain_gru(tensors, sample.x, False))
            figures.compare(sample, "pt, textbook cell",
                            plain_gru({name: value.numpy() for name, value in loaded.items()}, sample.x, False))
            continue
        for what, state in (("safetensors", {name: torch.from_numpy(value.copy()) for name, value in tensors.items()}),
                            ("pt", loaded)):
            hidden = tensors["gru.weight_hh_l0"].shape[1]
            model = torch.nn.ModuleDict({
                "gru": torch.nn.GRU(sample.x.shape[2], hidden, sample.layers, bias=sample.bias, batch_first=True),
                "fc": torch.nn.Linear(hidden, sample.y.shape[1])}).to(kind)
            model.load_state_dict(state)  # strict: every name and shape
            with torch.no_grad():
                _, last = model["gru"](torch.from_numpy(sample.x).to(kind))
                figures.compare(sample, what + " in nn.GRU", model["fc"](last[-1]).numpy())


def check_arrays(samples, figures):
    for sample in samples:
        with np.load(sample.folder / "npz.npz", allow_pickle=False) as archive:
            tensors = {name: archive[name] for name in archive.files}
        figures.compare(sample, "npz", plain_gru(tensors, sample.x, sample.reset_after))
        with np.load(sample.folder / "keras.npz", allow_pickle=False) as archive:
            arrays = {name: archive[name] for name in archive.files}
        figures.compare(sample, "keras", keras_gru(arrays, sample.x, sample.reset_after, sample.layers))
        script = (sample.folder / "keras_set_weights.py").read_text()
        compile(script, "keras_set_weights.py", "exec")
        assert script.count(".set_weights(") == sample.layers + 1
        document = json.loads((sample.folder / "json.json").read_text())
        kind = np.float64 if sample.double else np.float32
        tensors = {name: np.array(entry["values"], kind).reshape(entry["shape"])
                   for name, entry in document["tensors"].items()}
        assert document["formulation"] == ("reset-after" if sample.reset_after else "reset-before")
        figures.compare(sample, "json", plain_gru(tensors, sample.x, sample.reset_after))


def check_onnx(samples, figures):
    import onnx
    import onnx.helper
    import onnx.numpy_helper
    import onnx.shape_inference

    for sample in samples:
        for name in ("onnx.onnx", "scaled.onnx"):
            model = onnx.load(sample.folder / name)
            onnx.checker.check_model(model, full_check=True)
            inferred = onnx.shape_inference.infer_shapes(model, strict_mode=True)
            shape = [d.dim_value or d.dim_param for d in inferred.graph.input[0].type.tensor_type.shape.dim]
            assert shape == ["N", "T", sample.x.shape[2]], shape
            grus = [node for node in model.graph.node if node.op_type == "GRU"]
            assert len(grus) == sample.layers
            for node in grus:
                attributes = {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}
                assert attributes["linear_before_reset"] == (1 if sample.reset_after else 0)
            properties = {p.key: p.value for p in model.metadata_props}
            assert json.loads(properties["input_scaler"])["kind"] == "standard"
        figures.compare(sample, "onnx.checker, outputs by NumPy", run_onnx(onnx, sample.folder / "onnx.onnx", sample.x),
                        tolerance=1e-5)  # always float32


ELEMENTWISE = {"Add": np.add, "Sub": np.subtract, "Mul": np.multiply, "Div": np.divide}


def run_onnx(onnx, path, x):
    """The graph in NumPy, by the text of ONNX's GRU operator: Ht = (1 - zt) (.) ht + zt (.) Ht-1, gates z, r, h."""
    model = onnx.load(path)
    values = {tensor.name: onnx.numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    values["x"] = x.astype(np.float64)
    for node in model.graph.node:
        inputs = [values.get(name) for name in node.input]
        attributes = {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}
        if node.op_type == "Transpose":
            values[node.output[0]] = inputs[0].transpose(attributes["perm"])
        elif node.op_type == "Squeeze":
            values[node.output[0]] = inputs[0].squeeze(int(inputs[1][0]))
        elif node.op_type == "Gemm":
            values[node.output[0]] = inputs[0] @ inputs[1].T + inputs[2]
        elif node.op_type in ELEMENTWISE:
            values[node.output[0]] = ELEMENTWISE[node.op_type](*inputs)
        elif node.op_type == "Slice":
            begin, end, axis = (int(value[0]) for value in inputs[1:4])
            values[node.output[0]] = np.moveaxis(np.moveaxis(inputs[0], axis, 0)[begin:end], 0, axis)
        elif node.op_type == "Gather":
            values[node.output[0]] = inputs[0].take(inputs[1], axis=attributes.get("axis", 0))
        else:
            assert node.op_type == "GRU", node.op_type
            all_steps, last = onnx_gru(inputs, attributes)
            for name, value in zip(node.output, (all_steps, last)):
                values[name] = value
    return values["y"]


def onnx_gru(inputs, attributes):
    sequence, w, r = inputs[0], inputs[1][0].astype(np.float64), inputs[2][0].astype(np.float64)
    hidden = attributes["hidden_size"]
    bias = inputs[3][0].astype(np.float64) if len(inputs) > 3 else np.zeros(6 * hidden)
    w_z, w_r, w_h = np.split(w, 3)
    r_z, r_r, r_h = np.split(r, 3)
    wb_z, wb_r, wb_h, rb_z, rb_r, rb_h = np.split(bias, 6)
    h = np.zeros((sequence.shape[1], hidden))
    states = []
    for step in sequence:
        z = sigmoid(step @ w_z.T + h @ r_z.T + wb_z + rb_z)
        reset = sigmoid(step @ w_r.T + h @ r_r.T + wb_r + rb_r)
        if attributes["linear_before_reset"]:
            candidate = np.tanh(step @ w_h.T + reset * (h @ r_h.T + rb_h) + wb_h)
        else:
            candidate = np.tanh(step @ w_h.T + (reset * h) @ r_h.T + rb_h + wb_h)
        h = (1 - z) * candidate + z * h
        states.append(h[np.newaxis])
    return np.stack(states), h[np.newaxis]


HEADER_MAIN = """#include "header.h"
#include "header.h" // twice: it must guard itself
#include <cstdio>

int main()
{
    using namespace gatescope_model;
    int sequences = 0, steps = 0;
    if (std::scanf("%d %d", &sequences, &steps) != 2)
        return 1;
    static Scalar sequence[100000];
    for (int s = 0; s < sequences; ++s) {
        for (int t = 0; t < steps; ++t) {
            double raw[inputs];
            for (int i = 0; i < inputs; ++i)
                if (std::scanf("%lf", &raw[i]) != 1)
                    return 1;
            scale_input(raw, sequence + t * inputs);
        }
        Scalar output[outputs];
        double values[outputs];
        predict(sequence, steps, output);
        unscale_output(output, values);
        for (int o = 0; o < outputs; ++o)
            std::printf("%.17g %.17g\\n", static_cast<double>(output[o]), values[o]);
    }
}
"""


def check_header(samples, figures):
    for sample in samples:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "main.cpp").write_text(HEADER_MAIN)
            subprocess.run(["g++", "-std=c++11", "-O1", "-Wall", "-Wextra", "-Werror", "-I", str(sample.folder),
                            str(folder / "main.cpp"), "-o", str(folder / "main")], check=True)
            raw = sample.window["x_raw"]
            text = f"{raw.shape[0]} {raw.shape[1]}\n" + "\n".join(repr(float(v)) for v in raw.ravel())
            result = subprocess.run([str(folder / "main")], input=text, capture_output=True, text=True, check=True)
        numbers = np.array(result.stdout.split(), np.float64).reshape(-1, 2)
        figures.compare(sample, "header", numbers[:, 0].reshape(sample.y.shape))
        size = float(np.max(np.abs(sample.window["y_raw"])))
        figures.compare(sample, "header, original units", numbers[:, 1].reshape(sample.y.shape) / size,
                        sample.window["y_raw"] / size)


CHECKS = {"torch": check_torch, "arrays": check_arrays, "onnx": check_onnx, "header": check_header}


def main():
    check, folder = CHECKS[sys.argv[1]], pathlib.Path(sys.argv[2])
    samples = [Sample(path) for path in sorted(folder.iterdir()) if path.is_dir()]
    assert len(samples) >= 12, f"only {len(samples)} samples"
    figures = Figures()
    check(samples, figures)
    figures.print()


if __name__ == "__main__":
    main()
