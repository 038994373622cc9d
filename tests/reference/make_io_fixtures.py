#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the files in fixtures/io: NumPy archives of every order and kind of number, and hostile ones; ONNX models
from ONNX's own GRU test cases and from PyTorch's exporter, each with an input and the outputs it must give.

Usage: /usr/bin/python3 tests/reference/make_io_fixtures.py   (writes next to itself; the result is committed)
"""
import pathlib
import struct
import warnings
import zipfile

import numpy as np
import onnx
import onnx.helper
import onnx.numpy_helper
import torch
from onnx.backend.test.case.node import gru as onnx_cases

FOLDER = pathlib.Path(__file__).parent / "fixtures" / "io"


def grid(dtype, order="C"):
    """2 x 3 x 4 with the value 100 i + 10 j + k at (i, j, k)."""
    i, j, k = np.meshgrid(np.arange(2), np.arange(3), np.arange(4), indexing="ij")
    return np.asarray(100 * i + 10 * j + k, dtype=dtype, order=order)


def kinds():
    arrays = {name: grid(name) for name in ("<f4", "<f8", "<f2", ">f4", ">f8", ">i4", "<i8", "<u8", "<i2", "<u4", "|u1")}
    arrays = {name[1:] + ("be" if name[0] == ">" else ""): array % 200 if name == "|u1" else array
              for name, array in arrays.items()}
    arrays["fortran"] = grid("<f4", "F")
    arrays["fortran2"] = np.asfortranarray(grid("<f8")[0])
    arrays["scalar"] = np.float64(2.5)
    arrays["empty"] = np.zeros((0, 3), np.float32)
    arrays["flags"] = np.array([True, False, True])
    return arrays


def patched(source, target, change):
    """Copies an archive and changes the sizes in its central directory."""
    content = bytearray(source.read_bytes())
    at = content.rfind(b"PK\x01\x02")
    change(content, at)
    target.write_bytes(bytes(content))


def save_onnx(name, model, x, y):
    """x is N x T x I, y is N x O."""
    (FOLDER / f"{name}.onnx").write_bytes(model.SerializeToString())
    np.savez(FOLDER / f"{name}_window.npz", x=np.asarray(x, np.float64), y=np.asarray(y, np.float64))


def operator_cases():
    """The operator's own cases, with the weights as initializers, since a network carries its weights."""
    captured = []
    onnx_cases.expect = lambda node, inputs, outputs, name: captured.append((node, inputs, outputs, name))
    np.random.seed(1)
    for export in ("export_defaults", "export_initial_bias", "export_seq_length", "export_batchwise"):
        getattr(onnx_cases.GRU, export)()
    for node, inputs, outputs, name in captured:
        batch_first = any(a.name == "layout" and a.i == 1 for a in node.attribute)
        given = [i for i in node.input if i]
        initializers = [onnx.numpy_helper.from_array(v, n) for n, v in zip(given[1:], inputs[1:])]
        named = [o for o in node.output if o]
        shown = [onnx.helper.make_tensor_value_info(o, onnx.TensorProto.FLOAT, v.shape) for o, v in zip(named, outputs)]
        graph = onnx.helper.make_graph(
            [node], name, [onnx.helper.make_tensor_value_info(given[0], onnx.TensorProto.FLOAT, inputs[0].shape)],
            shown, initializers)
        model = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 14)])
        x = inputs[0] if batch_first else inputs[0].swapaxes(0, 1)
        save_onnx(name, model, x, outputs[-1].reshape(x.shape[0], -1))


class Exported(torch.nn.Module):
    """nn.GRU and nn.Linear as people write them: the last step of the outputs, or the last layer's state."""

    def __init__(self, reads_state, layers, bias):
        super().__init__()
        self.gru = torch.nn.GRU(3, 4, layers, batch_first=True, bias=bias)
        self.fc = torch.nn.Linear(4, 2)
        self.reads_state = reads_state

    def forward(self, x):
        outputs, state = self.gru(x)
        return self.fc(state[-1] if self.reads_state else outputs[:, -1])


def torch_exports():
    torch.manual_seed(1)
    for name, arguments in (("torch_outputs", (False, 2, True)), ("torch_state", (True, 3, True)),
                            ("torch_no_bias", (False, 1, False))):
        module = Exported(*arguments).eval()
        x = torch.randn(3, 6, 3)
        target = FOLDER / f"{name}.onnx"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            torch.onnx.export(module, x, target, input_names=["x"], output_names=["y"], opset_version=14,
                              dynamic_axes={"x": {0: "N", 1: "T"}})
        with torch.no_grad():
            save_onnx(name, onnx.load(target), x.numpy(), module.double()(x.double()).numpy())


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    operator_cases()
    torch_exports()
    np.savez(FOLDER / "kinds.npz", **kinds())
    np.savez_compressed(FOLDER / "deflated.npz", **kinds())
    np.save(FOLDER / "lone.npy", grid("<f4", "F"))
    np.savez(FOLDER / "objects.npz", x=np.array([{"a": 1}], dtype=object))
    np.savez(FOLDER / "text.npz", x=np.array(["a", "b"]))
    np.savez(FOLDER / "records.npz", x=np.zeros(2, dtype=[("a", "f4"), ("b", "i4")]))
    np.savez(FOLDER / "complex.npz", x=np.zeros(2, dtype=np.complex64))
    np.savez_compressed(FOLDER / "zeros.npz", x=np.zeros(100_000, np.float32))
    # A bomb by its own words: a deflated member that claims 3 GB.
    patched(FOLDER / "zeros.npz", FOLDER / "bomb.npz", lambda c, at: struct.pack_into("<I", c, at + 24, 3_000_000_000))
    # One byte of the data changed: only the checksum of the archive can tell.
    content = bytearray((FOLDER / "kinds.npz").read_bytes())
    content[content.find(b"NUMPY") + 200] ^= 4
    (FOLDER / "changed.npz").write_bytes(bytes(content))
    with zipfile.ZipFile(FOLDER / "lying.npz", "w") as archive:
        header = b"{'descr': '<f4', 'fortran_order': False, 'shape': (1000000000, 1000000000), }\n"
        archive.writestr("x.npy", b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header + bytes(8))
    with zipfile.ZipFile(FOLDER / "paths.npz", "w") as archive:
        archive.writestr("../../etc/x.npy", (FOLDER / "lone.npy").read_bytes())
        archive.writestr("readme.txt", "not an array")


if __name__ == "__main__":
    main()
