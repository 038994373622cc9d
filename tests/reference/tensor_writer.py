# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes safetensors files with nothing but NumPy: 8 bytes header length, a JSON header, the tensors' bytes."""
import json
import struct

import numpy as np

NAMES = {"float32": "F32", "float64": "F64"}


def write(path, tensors, metadata):
    """tensors: name -> array; metadata: name -> text. The same content gives the same bytes."""
    header = {"__metadata__": {key: str(value) for key, value in metadata.items()}}
    body = b""
    for name, tensor in tensors.items():
        array = np.ascontiguousarray(tensor)
        data = array.tobytes()
        header[name] = {
            "dtype": NAMES[array.dtype.name],
            "shape": list(array.shape),
            "data_offsets": [len(body), len(body) + len(data)],
        }
        body += data
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(struct.pack("<Q", len(text)) + text + body)
