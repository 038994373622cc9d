#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the peers (PyTorch with its BLAS libraries, ONNX Runtime), builds, and prints how fast all of them are.
# Takes about six minutes; run it on a quiet machine. Arguments go to compare.py, e.g. --sizes 32x64 --rounds 3.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
top=$(dirname "$(dirname "$here")")
cd "$top"
build=$top/build/benchmarks
modules=$build/npm/node_modules

app/install-packages.sh build benchmark
cmake --preset core-only -B "$build" -DGATESCOPE_TESTS=OFF -DGATESCOPE_BENCHMARKS=ON --log-level=NOTICE
cmake --build "$build" --target gatescope_worker gatescope_kernels -- --quiet
# Without its install script, which would fetch binaries for graphics cards; the package carries the one we need.
[ -d "$modules/onnxruntime-node" ] \
    || npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$build/npm" onnxruntime-node@1.20

exec /usr/bin/python3 "$here/compare.py" --build "$build/tests/benchmarks" --modules "$modules" \
    --json "$build/compare.json" "$@"
