#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program's reader of the model file, written from resources/help/model-file.md alone. It reads every file named,
checks its checksum, computes with NumPy what the network predicts for a CSV, and compares that with gatescope-cli predict.

usage: read_model_file.py GATESCOPE_CLI [MODEL=CSV | MODEL]...    MODEL alone is read only; without any, the program trains
models of every kind, and those that earlier versions wrote are read too
"""
import csv
import json
import pathlib
import struct
import subprocess
import sys
import tempfile

import numpy as np

DTYPES = {"F64": "<f8", "F32": "<f4", "I64": "<i8", "U64": "<u8"}
MASK = (1 << 64) - 1


def models_of(path):
    """The model of a file, and the other runs that it holds."""
    raw = pathlib.Path(path).read_bytes()
    length = struct.unpack("<Q", raw[:8])[0]
    header = json.loads(raw[8:8 + length].decode("utf-8"))
    text = header.pop("__metadata__")
    data = {name: raw[8 + length:][slice(*entry["data_offsets"])] for name, entry in header.items()}
    whole = Model(path, text, header, data)
    numbers = {int(key.split(".")[1]) for key in text if key.startswith("runs.")}
    assert numbers == set(range(1, len(numbers) + 1)), numbers

    def part(named, number):
        prefix = f"runs.{number}."
        return {key[len(prefix):]: value for key, value in named.items() if key.startswith(prefix)}
    whole.others = [Model(f"{path}, run {number}", part(text, number), part(header, number), part(data, number))
                    for number in sorted(numbers)]
    return whole


class Model:
    def __init__(self, path, text, header, data):
        self.path, self.text, self.bytes, self.header = path, text, data, header
        self.tensors = {name: np.frombuffer(self.bytes[name], DTYPES[entry["dtype"]]).reshape(entry["shape"])
                        for name, entry in header.items()}
        assert self.text["format"] == "gatescope" and int(self.text["format_version"]) == 1
        assert self.text["checksum"] == self.checksum(), f"{path}: the checksum is wrong"
        self.inputs, self.hidden, self.layers, self.outputs = (
            int(self.text[key]) for key in ("inputs", "hidden", "layers", "outputs"))
        self.check_shapes()

    def json(self, key):
        return json.loads(self.text[key])

    def checksum(self):
        state = 14695981039346656037

        def mix(state, word):
            state = ((state ^ word) * 1099511628211) & MASK
            return state ^ (state >> 29)

        pieces = []
        for key in sorted(self.text, key=lambda text: text.encode()):
            if key != "checksum":
                pieces += [key.encode(), self.text[key].encode()]
        for name in sorted(self.header, key=lambda text: text.encode()):
            entry = self.header[name]
            pieces += [name.encode(), entry["dtype"].encode(), struct.pack(f"<{len(entry['shape'])}q", *entry["shape"]),
                       self.bytes[name]]
        for piece in pieces:
            state = mix(state, len(piece))
            for i in range(0, len(piece), 8):
                state = mix(state, int.from_bytes(piece[i:i + 8], "little"))
        return f"{state:016x}"

    def check_shapes(self):
        h, dtype = self.hidden, {"float32": "F32", "float64": "F64"}[self.text["scalar"]]
        expected = {"fc.weight": [self.outputs, h], "fc.bias": [self.outputs]}
        for k in range(self.layers):
            expected[f"gru.weight_ih_l{k}"] = [3 * h, self.inputs if k == 0 else h]
            expected[f"gru.weight_hh_l{k}"] = [3 * h, h]
            if self.text["bias"] == "true" or "held" in self.text:
                expected[f"gru.bias_ih_l{k}"] = [3 * h]
                if self.text["formulation"] == "reset-after":
                    expected[f"gru.bias_hh_l{k}"] = [3 * h]
        apart = ("training.", "interval.", "runs.")
        found = {name: entry["shape"] for name, entry in self.header.items() if not name.startswith(apart)}
        if "interval.residuals" in self.header:
            assert self.header["interval.residuals"]["shape"][0] == self.outputs, self.header["interval.residuals"]
        assert found == expected, (found, expected)
        assert all(self.header[name]["dtype"] == dtype for name in expected)
        self.check_held()
        if "training.counters" in self.tensors:
            assert self.tensors["training.counters"][0] == int(self.text["step"])
            assert self.tensors["training.counters"][1] == int(self.text["epoch"])
            assert sorted(self.tensors["training.permutation"]) == list(range(len(self.tensors["training.permutation"])))
            size = sum(int(np.prod(shape)) for shape in expected.values()) - self.held_parameters()
            for name in ("parameters", "best_parameters", "first_moment", "second_moment"):
                assert len(self.tensors.get(f"training.{name}", [])) in (0, size), name

    def check_held(self):
        """The rows of a held gate: no weights, and a bias for which σ is 1 or 0 in float32."""
        h, held = self.hidden, self.text.get("held", "").split(",")
        before = self.text["formulation"] == "reset-before"
        for k in range(self.layers):
            for gate, rows, bias in (("reset", slice(0, h), 200.0), ("update", slice(h, 2 * h), 200.0 if before else -200.0)):
                if gate in held:
                    for name in (f"gru.weight_ih_l{k}", f"gru.weight_hh_l{k}"):
                        assert not self.tensors[name][rows].any(), name
                    assert (self.tensors[f"gru.bias_ih_l{k}"][rows] == bias).all(), gate

    def held_parameters(self):
        """How many numbers of the weights are no parameters: those of held gates, and biases there for their sake alone."""
        h, gates = self.hidden, len([gate for gate in self.text.get("held", "").split(",") if gate])
        count = 0
        for k in range(self.layers):
            width = (self.inputs if k == 0 else h) + h
            biases = 2 if self.text["formulation"] == "reset-after" else 1
            count += gates * h * width
            if gates:
                count += (gates if self.text["bias"] == "true" else 3) * h * biases
        return count

    def forward(self, x):
        """x (T × N × I) to (N × O), in double."""
        sigmoid = lambda value: 1 / (1 + np.exp(-value))  # noqa: E731
        h_size, zero = self.hidden, np.zeros(3 * self.hidden)
        for k in range(self.layers):
            w, u = (self.tensors[f"gru.weight_{part}_l{k}"].astype(float) for part in ("ih", "hh"))
            b, d = (self.tensors.get(f"gru.bias_{part}_l{k}", zero).astype(float) for part in ("ih", "hh"))
            h, states = np.zeros((x.shape[1], h_size)), []
            for step in x:
                a, c = step @ w.T + b, h @ u.T + d
                r, z = sigmoid(a[:, :h_size] + c[:, :h_size]), sigmoid(a[:, h_size:2 * h_size] + c[:, h_size:2 * h_size])
                if self.text["formulation"] == "reset-after":
                    n = np.tanh(a[:, 2 * h_size:] + r * c[:, 2 * h_size:])
                    h = (1 - z) * n + z * h
                else:
                    n = np.tanh(a[:, 2 * h_size:] + (r * h) @ u[2 * h_size:].T)
                    h = (1 - z) * h + z * n
                states.append(h)
            x = np.stack(states)
        return x[-1] @ self.tensors["fc.weight"].astype(float).T + self.tensors["fc.bias"].astype(float)

    def predict(self, columns):
        """Columns by name to the outputs of every window, in the targets' units."""
        options, scaler, back = self.json("data_options"), self.json("input_scaler"), self.json("target_scaler")
        values = np.array([columns[name] for name in self.json("features")]).T
        if scaler["kind"] != "none":
            values = (values - scaler["mean" if scaler["kind"] == "standard" else "min"]) / scaler["divisor"]
        starts = range(0, len(values) - options["window"] + 1, options["stride"])
        outputs = self.forward(np.stack([values[start:start + options["window"]] for start in starts], axis=1))
        if options["task"] == "forecast" and back["kind"] != "none":
            repeats = self.outputs // len(back["divisor"])
            offset = back["mean" if back["kind"] == "standard" else "min"]
            outputs = outputs * np.tile(back["divisor"], repeats) + np.tile(offset, repeats)
        if options["task"] == "forecast" and options.get("predict") == "change":
            last = np.array([[columns[name][start + options["window"] - 1] for name in options["targets"]] for start in starts])
            outputs = outputs + np.tile(last, self.outputs // len(options["targets"]))
        return dict(zip(starts, outputs))


def compare(cli, model, data):
    with open(data, newline="") as file:
        rows = list(csv.DictReader(file))
    names = {*model.json("features"), *model.json("data_options")["targets"]}
    columns = {name: [float(row[name]) for row in rows] for name in names}
    own = model.predict(columns)
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "p.csv"
        subprocess.run([cli, "predict", model.path, data, "--scalar", "float64", "--out", out], check=True,
                       stderr=subprocess.DEVNULL)
        with open(out, newline="") as file:
            told = list(csv.DictReader(file))
    worst, names = 0.0, [name for name in told[0] if name.split(".")[0] == "prediction"]
    for row in told:
        expected = own[int(row["start"])]
        for value, name in zip(expected, names):
            worst = max(worst, abs(value - float(row[name])) / max(1.0, abs(value)))
    assert len(told) > 5 and worst < 1e-9, (len(told), worst)
    return len(told), worst


KINDS = [[], ["--formulation", "reset-before"], ["--no-bias"], ["--scale", "minmax", "--layers", "3"], ["--horizon", "1,3"],
         ["--target", "a,b", "--horizon", "2"], ["--scalar", "float64", "--scale", "none", "--split", "1,0,0"],
         ["--optimizer", "sgd", "--steps", "3"], ["--hold", "reset"], ["--hold", "update", "--formulation", "reset-before"],
         ["--hold", "reset,update", "--no-bias"], ["--loss-at", "every", "--burn-in", "2"], ["--predict", "change"],
         ["--look-back", "all", "--season", "12"]]


def train_all(cli, folder):
    """A model of each kind on a small series, as MODEL=CSV."""
    data = folder / "d.csv"
    data.write_text("a,b\n" + "".join(f"{np.sin(i / 5):.6f},{np.cos(i / 7):.6f}\n" for i in range(120)))
    for number, kind in enumerate(KINDS):
        model = folder / f"{number}.safetensors"
        target = [] if "--target" in kind else ["--target", "a"]
        subprocess.run([cli, "train", data, *target, "--features", "a,b", "--window", "8", "--hidden", "5", "--epochs", "2",
                        "--out", model, *kind], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        yield f"{model}={data}"
    words = folder / "words.txt"
    words.write_text("to be or not to be, that is the question. " * 20)
    model = folder / "text.safetensors"
    subprocess.run([cli, "train", words, "--window", "8", "--hidden", "5", "--epochs", "1", "--out", model], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    yield str(model)


def kept_versions():
    """Files that every later version must open."""
    for version in ("first-version", "second-version"):
        folder = pathlib.Path(__file__).parent / "fixtures" / version
        for path in sorted(folder.glob("*.safetensors")):
            yield f"{path}={folder / 'wave.csv'}" if path.stem.startswith("forecast") else str(path)


def main():
    cli, *files = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        read_all(cli, files or [*train_all(cli, pathlib.Path(folder)), *kept_versions()])


def read_all(cli, files):
    for given in files:
        path, _, data = given.partition("=")
        model = models_of(path)
        what = (f"{pathlib.Path(path).name}: {model.text['formulation']}, {model.layers} × {model.hidden}, "
                f"step {model.text['step']}, {len(model.json('history'))} epochs told")
        for other in model.others:
            what += f"; another run of {other.layers} × {other.hidden}, step {other.text['step']}"
        if data:
            windows, worst = compare(cli, model, data)
            what += f"; {windows} windows, worst difference {worst:.1e}"
        print(what)


if __name__ == "__main__":
    main()
