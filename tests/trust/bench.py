# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the trials of this folder share: a small model and its data, running the program, what may stand in a folder."""
import json
import math
import pathlib
import struct
import subprocess

FORMATS = {"safetensors": "x.safetensors", "pt": "x.pt", "onnx": "x.onnx", "npz": "x.npz", "keras": "k.npz",
           "json": "x.json", "header": "x.h", "pytorch": "project"}
STRAY = ".gatescope-"


class Bench:
    """A folder with a CSV and a trained model of the program's."""

    def __init__(self, cli, folder):
        self.cli, self.folder = str(cli), pathlib.Path(folder)
        rows = (f"{i},{math.sin(i / 5):.6f},{math.cos(i / 7):.6f}" for i in range(400))
        self.data.write_text("time,a,b\n" + "\n".join(rows) + "\n")
        self.must("train", self.data, "--target", "a", "--features", "a,b", "--window", 8, "--hidden", 24, "--layers", 2,
                  "--epochs", 2, "--out", self.model)
        self.text.write_text("to be or not to be, that is the question. " * 20)
        self.results.mkdir()
        (self.results / "one.csv").write_text("lesson,question,when,answer,right,tries,seconds\nexploding,cause,before,x,no,1,3\n")

    @property
    def data(self):
        return self.folder / "d.csv"

    @property
    def model(self):
        return self.folder / "m.safetensors"

    @property
    def text(self):
        return self.folder / "text.txt"

    @property
    def results(self):
        return self.folder / "results"

    def run(self, *words, timeout=60, **options):
        return subprocess.run([self.cli, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                              errors="replace", timeout=timeout, **options)

    def must(self, *words, **options):
        done = self.run(*words, **options)
        assert done.returncode == 0, f"{words}: {done.returncode}: {done.stderr}"
        return done

    def strays(self, folder=None):
        return sorted(path.name for path in pathlib.Path(folder or self.folder).iterdir() if path.name.startswith(STRAY))

    def writing_commands(self, out):
        """Every command that writes, with the place of its file: name, words, path."""
        data, model = self.data, self.model
        train = ["train", data, "--target", "a", "--window", 8, "--hidden", 4]
        commands = [
            ("train", [*train, "--epochs", 1, "--out", out / "t.safetensors"], out / "t.safetensors"),
            ("train --history", [*train, "--epochs", 1, "--history", out / "h.csv"], out / "h.csv"),
            ("train --init", ["train", data, "--init", model, "--epochs", 3, "--out", out / "i.safetensors"],
             out / "i.safetensors"),
            ("train text", ["train", self.text, "--window", 8, "--hidden", 4, "--epochs", 1, "--out", out / "c.safetensors"],
             out / "c.safetensors"),
            ("backtest", ["backtest", *train[1:], "--epochs", 1, "--origins", 2, "--out", out / "b.csv"], out / "b.csv"),
            ("sweep", ["sweep", *train[1:-2], "--epochs", 1, "--over", "hidden=2,3", "--seeds", 1, "--jobs", 1, "--out",
                       out / "s.csv"], out / "s.csv"),
            ("sweep --collect", ["sweep", "--collect", model, "--out", out / "sc.csv"], out / "sc.csv"),
            ("report", ["report", model, data, "--out", out / "r.html"], out / "r.html"),
            ("lesson new", ["lesson", "new", out / "lesson"], out / "lesson"),
            ("lesson results", ["lesson", "results", self.results, "--out", out / "lr.csv"], out / "lr.csv"),
            ("data --dump", ["data", data, "--dump", out / "dump.csv"], out / "dump.csv"),
            ("data --windows", ["data", data, "--target", "a", "--window", 8, "--windows", out / "w.npz"], out / "w.npz"),
            ("predict", ["predict", model, data, "--out", out / "p.csv"], out / "p.csv"),
            ("predict npz", ["predict", model, data, "--out", out / "p.npz"], out / "p.npz"),
            ("predict --future", ["predict", model, data, "--future", 3, "--out", out / "pf.csv"], out / "pf.csv"),
            ("trace", ["trace", model, data, "--out", out / "trace.safetensors"], out / "trace.safetensors"),
            ("trace csv", ["trace", model, data, "--out", out / "trace.csv"], out / "trace.csv"),
            ("gradients", ["gradients", model, data, "--out", out / "g.safetensors"], out / "g.safetensors"),
            ("import", ["import", model, "--out", out / "im.safetensors"], out / "im.safetensors"),
            ("export html", ["export", model, data, "--format", "html", "--out", out / "x.html"], out / "x.html"),
        ]
        commands += [(f"export {name}", ["export", model, "--format", name, "--out", out / file], out / file)
                     for name, file in FORMATS.items()]
        return commands


# What they write stands where nothing may stand before: a folder, a table that goes on from one of its own.
ON_NEW_PLACES = {"export pytorch", "lesson new", "sweep"}


def is_whole(what, now, whole):
    """Whether a command's file is one that it could have written as a whole. A training that was cut short leaves the model
    or the history as far as it came, a sweep the rows of the runs that were done."""
    if what.startswith("train"):
        return now is not None
    if what == "sweep" and now is not None:
        lines, all_lines = ([line.rsplit(b",", 1)[0] for line in text.splitlines()] for text in (now, whole))
        return lines[0] == all_lines[0] and set(lines) <= set(all_lines) and now.endswith(b"\n")
    return now == whole


def content(path):
    """A file's bytes, a folder's files with theirs; None where nothing is."""
    if path.is_dir():
        return {str(file.relative_to(path)): file.read_bytes() for file in sorted(path.rglob("*")) if file.is_file()}
    return path.read_bytes() if path.exists() else None


def read_model(path):
    """Header and data of a safetensors file."""
    raw = pathlib.Path(path).read_bytes()
    length = struct.unpack("<Q", raw[:8])[0]
    return json.loads(raw[8:8 + length]), raw[8 + length:]


def checksum(header, data):
    """The checksum of a model file, as resources/help/model-file.md describes it."""
    state = 14695981039346656037
    mask = (1 << 64) - 1

    def mix(word):
        nonlocal state
        state = ((state ^ word) * 1099511628211) & mask
        state ^= state >> 29

    def add(piece):
        mix(len(piece))
        for i in range(0, len(piece), 8):
            mix(int.from_bytes(piece[i:i + 8], "little"))

    for key in sorted(header.get("__metadata__", {}), key=lambda text: text.encode()):
        if key != "checksum":
            add(key.encode())
            add(header["__metadata__"][key].encode())
    for name in sorted((name for name in header if name != "__metadata__"), key=lambda text: text.encode()):
        tensor = header[name]
        begin, end = tensor["data_offsets"]
        add(name.encode())
        add(tensor["dtype"].encode())
        add(struct.pack(f"<{len(tensor['shape'])}q", *tensor["shape"]))
        add(data[begin:end])
    return f"{state:016x}"


def write_model(path, header, data, right_checksum=True):
    if right_checksum:
        header["__metadata__"]["checksum"] = checksum(header, data)
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    text += b" " * (-len(text) % 8)
    pathlib.Path(path).write_bytes(struct.pack("<Q", len(text)) + text + data)
