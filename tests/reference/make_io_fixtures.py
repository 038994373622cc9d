#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the NumPy archives in fixtures/io: every order and kind of number, stored and deflated, and hostile ones.

Usage: /usr/bin/python3 tests/reference/make_io_fixtures.py   (writes next to itself; the result is committed)
"""
import pathlib
import struct
import zipfile

import numpy as np

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


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
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
