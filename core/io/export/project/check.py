# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves the export: runs the network over a test window and compares with the outputs GateScope computed.

    python3 check.py
"""
import numpy as np
import torch

import model as network_module


def main():
    config = network_module.load_config()
    network = network_module.load_network(config).eval()
    window, _ = network_module.read_safetensors(network_module.FOLDER / "check.safetensors")
    kind = torch.float64 if config["scalar"] == "float64" else torch.float32
    with torch.no_grad():
        outputs = network(torch.from_numpy(window["x"]).to(kind)).numpy()
    difference = float(np.max(np.abs(outputs - window["y"])))
    tolerance = 1e-12 if config["scalar"] == "float64" else 1e-5
    print(f"largest difference of {outputs.size} outputs: {difference:.2e} (allowed {tolerance:.0e})")
    raise SystemExit(0 if difference <= tolerance else 1)


if __name__ == "__main__":
    main()
